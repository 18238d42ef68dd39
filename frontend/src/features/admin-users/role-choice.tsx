/** The roles that the signed-in administrator may give: those that permit nothing beyond their own. */
import { useQuery } from "@tanstack/react-query";
import { useSignedIn } from "@/api/hooks";
import { roles } from "@/api/queries";
import type { Role, RoleName } from "@/api/types";
import { fromTheLeast, rolePurpose, roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { CheckGroup } from "@/ui/check-group";
import { QueryView } from "@/ui/query-view";

const say = words("admin-users-new");

interface Props {
  value: RoleName[];
  error?: string | undefined;
  onChange: (roles: RoleName[]) => void;
}

export function RoleChoice({ value, error, onChange }: Props) {
  const query = useQuery(roles);
  const held = useSignedIn()?.user.permissions ?? [];
  const fits = ({ name, permissions }: Role) =>
    // Somebody's role that goes further stays in view, where it can be taken away at most.
    value.includes(name) || permissions.every((permission) => held.includes(permission));
  const optionOf = (role: Role) => ({
    value: role.name,
    label: roleWords(role.name),
    description: rolePurpose(role) || undefined,
  });
  return (
    <QueryView query={query} rows={5}>
      {({ items }) => {
        const options = fromTheLeast(items.filter(fits)).map(optionOf);
        const legend = say("roles");
        return (
          <CheckGroup legend={legend} options={options} value={value} error={error} onChange={onChange} />
        );
      }}
    </QueryView>
  );
}
