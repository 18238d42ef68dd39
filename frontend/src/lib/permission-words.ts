/** Permissions in plain words, in the order in which they are listed. */
import type { Permission } from "@/api/types";

export const permissionWords: Record<Permission, string> = {
  "users.read": "See users, roles and the overview",
  "users.write": "Add, change and suspend users, and set their deadlines",
  "users.reset2fa": "Reset second factors, and issue temporary passes",
  "roles.write": "Create, change and delete roles",
  "policy.read": "See the policy",
  "policy.write": "Change the policy",
  "sso.write": "Connect providers of single sign-on",
  "audit.read": "Read the audit log",
  "keys.write": "Make, rotate and revoke API keys",
  "webhooks.write": "Have events sent to other services by webhooks",
  "organizations.read": "See all organizations",
  "organizations.write": "Create and rename organizations",
};

export const PERMISSIONS = Object.keys(permissionWords) as Permission[];

/** Whoever looks after all organizations is a superadministrator: no role of one organization reaches there. */
export const GRANTABLE = PERMISSIONS.filter((permission) => !permission.startsWith("organizations."));

export function inOrder(permissions: readonly Permission[]): Permission[] {
  return PERMISSIONS.filter((permission) => permissions.includes(permission));
}
