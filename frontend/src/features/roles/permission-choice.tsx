/** What a role permits, as far as the signed-in administrator may give it. */
import { useSignedIn } from "@/api/hooks";
import type { Permission } from "@/api/types";
import { permissionWords } from "@/lib/permission-words";
import { CheckGroup } from "@/ui/check-group";
import { choices } from "./draft";

interface Props {
  value: Permission[];
  /** What the role has so far. */
  given: readonly Permission[];
  error: string | undefined;
  onChange: (permissions: Permission[]) => void;
}

export function PermissionChoice({ given, ...group }: Props) {
  const held = useSignedIn()?.user.permissions ?? [];
  const options = choices(held, given).map(({ permission, offered }) => ({
    value: permission,
    label: permissionWords(permission),
    description: offered ? undefined : "You do not have this permission yourself.",
    disabled: !offered,
  }));
  return <CheckGroup legend="Permissions" options={options} {...group} />;
}
