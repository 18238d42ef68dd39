/** Roles as people call them, from the fewest permissions to the most. */
import type { RoleName } from "@/api/types";

interface Words {
  label: string;
  /** What it may do. */
  meaning: string;
}

// A map: an organization may call a role of its own like a property that every object has.
const builtIn = new Map<RoleName, Words>([
  ["member", { label: "Member", meaning: "Signs in, and looks after their own second factor." }],
  ["manager", { label: "Manager", meaning: "Sees users and the policy." }],
  [
    "admin",
    {
      label: "Administrator",
      meaning: "Adds, changes, suspends and resets users, sets the policy, reads the audit log.",
    },
  ],
  [
    "superadmin",
    {
      label: "Superadministrator",
      meaning: "All of that, and alone changes other superadministrators.",
    },
  ],
]);

export const ROLES: RoleName[] = [...builtIn.keys()];

/** A role of the organization's own is called by its name. */
export function roleWords(role: RoleName): string {
  return builtIn.get(role)?.label ?? role;
}

export function roleMeaning(role: RoleName): string | undefined {
  return builtIn.get(role)?.meaning;
}
