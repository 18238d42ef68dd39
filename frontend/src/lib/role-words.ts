/** Roles as people call them, from the fewest permissions to the most. */
import type { Role } from "@/api/types";

export const roleWords: Record<Role, string> = {
  member: "Member",
  manager: "Manager",
  admin: "Administrator",
  superadmin: "Superadministrator",
};

/** What each one may do. */
export const roleMeanings: Record<Role, string> = {
  member: "Signs in, and looks after their own second factor.",
  manager: "Sees users and the policy.",
  admin: "Adds, changes, suspends and resets users, sets the policy, reads the audit log.",
  superadmin: "All of that, and alone changes other superadministrators.",
};

export const ROLES = Object.keys(roleWords) as Role[];
