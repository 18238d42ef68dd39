/** Permissions in plain words. */
import type { Permission } from "@/api/types";
import { words } from "./words";

const say = words("lib");

/** In the order in which they are listed. */
const order: Record<Permission, true> = {
  "users.read": true,
  "users.write": true,
  "users.reset2fa": true,
  "roles.write": true,
  "policy.read": true,
  "policy.write": true,
  "sso.write": true,
  "audit.read": true,
  "keys.write": true,
  "webhooks.write": true,
  "organizations.read": true,
  "organizations.write": true,
};

const PERMISSIONS = Object.keys(order) as Permission[];

/** Whoever looks after all organizations is a superadministrator: no role of one organization reaches there. */
export const GRANTABLE = PERMISSIONS.filter((permission) => !permission.startsWith("organizations."));

export const permissionWords = (permission: Permission): string => say(permission);

export function inOrder(permissions: readonly Permission[]): Permission[] {
  return PERMISSIONS.filter((permission) => permissions.includes(permission));
}
