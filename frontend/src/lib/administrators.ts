/** Who looks after other people's accounts, by their roles. */
import type { RoleName } from "@/api/types";

export function isAdministrator(roles: readonly RoleName[]): boolean {
  return roles.includes("admin") || roles.includes("superadmin");
}
