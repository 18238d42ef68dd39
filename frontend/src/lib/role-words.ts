/** Roles as people call them, from the fewest permissions to the most. What each is for, the service tells. */
import type { Role, RoleName } from "@/api/types";
import { words } from "./words";

const say = words("lib");

const builtIn = ["member", "manager", "admin", "superadmin"] as const;

export const ROLES: readonly RoleName[] = builtIn;

/** A role of the organization's own is called by its name. */
export function roleWords(role: RoleName): string {
  const known = builtIn.find((one) => one === role);
  return known ? say(`role.${known}`) : role;
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
