/** What a role permits, as far as the signed-in administrator may give it. */
import { useId } from "react";
import { useSignedIn } from "@/api/hooks";
import type { Permission } from "@/api/types";
import { permissionWords } from "@/lib/permission-words";
import { Checkbox } from "@/ui/checkbox";
import { choices } from "./draft";
import classes from "./roles.module.css";

interface Props {
  value: Permission[];
  /** What the role has so far. */
  given: readonly Permission[];
  error: string | undefined;
  onChange: (permissions: Permission[]) => void;
}

export function PermissionChoice({ value, given, error, onChange }: Props) {
  const errorId = useId();
  const held = useSignedIn()?.user.permissions ?? [];
  return (
    <fieldset className={classes.choice} aria-describedby={error && errorId}>
      <legend>Permissions</legend>
      {choices(held, given).map(({ permission, offered }) => (
        <Checkbox
          key={permission}
          label={permissionWords[permission]}
          description={offered ? undefined : "You do not have this permission yourself."}
          aria-invalid={error ? true : undefined}
          disabled={!offered}
          checked={value.includes(permission)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...value, permission]
                : value.filter((other) => other !== permission),
            )
          }
        />
      ))}
      {error && (
        <p id={errorId} className={classes.wrong}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
