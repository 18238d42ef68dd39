/** Roles as people call them, from the fewest permissions to the most. What each is for, the service tells. */
import type { Role, RoleName } from "@/api/types";

// A map: an organization may call a role of its own like a property that every object has.
const builtIn = new Map<RoleName, string>([
  ["member", "Member"],
  ["manager", "Manager"],
  ["admin", "Administrator"],
  ["superadmin", "Superadministrator"],
]);

export const ROLES: RoleName[] = [...builtIn.keys()];

/** A role of the organization's own is called by its name. */
export function roleWords(role: RoleName): string {
  return builtIn.get(role) ?? role;
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
