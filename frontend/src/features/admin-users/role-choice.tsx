/** The roles that the signed-in administrator may give. */

import { useSignedIn } from "@/api/hooks";
import type { Role } from "@/api/types";
import { ROLES, roleMeanings, roleWords } from "@/lib/role-words";
import { Checkbox } from "@/ui/checkbox";
import classes from "./users.module.css";

export function RoleChoice({ value, onChange }: { value: Role[]; onChange: (roles: Role[]) => void }) {
  const held = useSignedIn()?.user.roles ?? [];
  const grantable = ROLES.filter((role) => role !== "superadmin" || held.includes("superadmin"));
  return (
    <fieldset className={classes.roles}>
      <legend>Roles</legend>
      {grantable.map((role) => (
        <Checkbox
          key={role}
          label={roleWords[role]}
          description={roleMeanings[role]}
          checked={value.includes(role)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...value, role] : value.filter((other) => other !== role))
          }
        />
      ))}
    </fieldset>
  );
}
