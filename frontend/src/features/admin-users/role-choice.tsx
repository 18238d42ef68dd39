/** The roles that the signed-in administrator may give. */
import { useId } from "react";
import { useSignedIn } from "@/api/hooks";
import type { RoleName } from "@/api/types";
import { ROLES, roleMeaning, roleWords } from "@/lib/role-words";
import { Checkbox } from "@/ui/checkbox";
import classes from "./users.module.css";

interface Props {
  value: RoleName[];
  error?: string | undefined;
  onChange: (roles: RoleName[]) => void;
}

export function RoleChoice({ value, error, onChange }: Props) {
  const errorId = useId();
  const held = useSignedIn()?.user.roles ?? [];
  const grantable = ROLES.filter((role) => role !== "superadmin" || held.includes("superadmin"));
  return (
    <fieldset className={classes.roles} aria-describedby={error && errorId}>
      <legend>Roles</legend>
      {grantable.map((role) => (
        <Checkbox
          key={role}
          label={roleWords(role)}
          aria-invalid={error ? true : undefined}
          description={roleMeaning(role)}
          checked={value.includes(role)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...value, role] : value.filter((other) => other !== role))
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
