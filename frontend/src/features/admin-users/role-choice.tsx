/** The roles that the signed-in administrator may give: those that permit nothing beyond their own. */
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useSignedIn } from "@/api/hooks";
import { roles } from "@/api/queries";
import type { Role, RoleName } from "@/api/types";
import { fromTheLeast, roleWords } from "@/lib/role-words";
import { Checkbox } from "@/ui/checkbox";
import { QueryView } from "@/ui/query-view";
import classes from "./users.module.css";

interface Props {
  value: RoleName[];
  error?: string | undefined;
  onChange: (roles: RoleName[]) => void;
}

export function RoleChoice({ value, error, onChange }: Props) {
  const errorId = useId();
  const query = useQuery(roles);
  const held = useSignedIn()?.user.permissions ?? [];
  const fits = ({ name, permissions }: Role) =>
    // Somebody's role that goes further stays in view, where it can be taken away at most.
    value.includes(name) || permissions.every((permission) => held.includes(permission));
  return (
    <fieldset className={classes.roles} aria-describedby={error && errorId}>
      <legend>Roles</legend>
      <QueryView query={query} rows={4}>
        {({ items }) =>
          fromTheLeast(items.filter(fits)).map(({ name, description }) => (
            <Checkbox
              key={name}
              label={roleWords(name)}
              aria-invalid={error ? true : undefined}
              description={description || undefined}
              checked={value.includes(name)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...value, name] : value.filter((other) => other !== name),
                )
              }
            />
          ))
        }
      </QueryView>
      {error && (
        <p id={errorId} className={classes.wrong}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
