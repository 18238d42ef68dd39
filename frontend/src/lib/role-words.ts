/** Roles as people call them, from the fewest permissions to the most. */
import type { Role, RoleName } from "@/api/types";
import { words } from "./words";

const say = words("lib");

const builtIn = ["member", "manager", "admin", "superadmin"] as const;

export const ROLES: readonly RoleName[] = builtIn;

const known = (role: RoleName) => builtIn.find((one) => one === role);

/** A role of the organization's own is called by its name. */
export function roleWords(role: RoleName): string {
  const name = known(role);
  return name ? say(`role.${name}`) : role;
}

/** What a role is for; of the organization's own, what was written there. */
export function rolePurpose({ name, description }: Pick<Role, "name" | "description">): string {
  const builtInName = known(name);
  return builtInName ? say(`role-purpose.${builtInName}`) : description;
}

/** The built-in ones first, and each after those that permit less. */
export function fromTheLeast(roles: readonly Role[]): Role[] {
  return [...roles].sort(
    (one, other) =>
      Number(other.builtIn) - Number(one.builtIn) ||
      one.permissions.length - other.permissions.length ||
      one.name.localeCompare(other.name),
  );
}
