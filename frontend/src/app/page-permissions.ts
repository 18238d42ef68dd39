/** What each page takes of those who see it. The others are for everybody who is signed in. */
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

export type GuardedPage = keyof typeof needed;

const isGuarded = (page: string): page is GuardedPage => page in needed;

export function isFor(permissions: readonly Permission[]) {
  return ({ to }: { to: string }) => !isGuarded(to) || permissions.includes(needed[to]);
}
