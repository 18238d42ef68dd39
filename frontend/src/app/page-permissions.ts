/** What each page, and those below it, takes of those who see it. The others are for everybody who is signed in. */
import type { Permission } from "@/api/types";

export const needed = {
  "/overview": "users.read",
  "/admin/users": "users.read",
  "/roles": "users.read",
  "/api-keys": "keys.write",
  "/admin/policy": "policy.read",
  "/branding": "policy.read",
  "/single-sign-on": "sso.write",
  "/admin/audit": "audit.read",
  "/webhooks": "webhooks.write",
  "/organizations": "organizations.read",
} as const satisfies Record<string, Permission>;

export function isFor(permissions: readonly Permission[]) {
  return ({ to }: { to: string }) => {
    const guarded = Object.entries(needed).find(([page]) => `${to}/`.startsWith(`${page}/`));
    return !guarded || permissions.includes(guarded[1]);
  };
}
