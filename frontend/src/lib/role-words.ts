/** Roles as people call them, from the fewest permissions to the most. */
import type { Role } from "@/api/types";

export const roleWords: Record<Role, string> = {
  member: "Member",
  manager: "Manager",
  admin: "Administrator",
  superadmin: "Superadministrator",
};

export const ROLES = Object.keys(roleWords) as Role[];
