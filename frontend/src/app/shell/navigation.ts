/** The pages in the header, each with the permission that it takes, and the key that leads there after `g`. */
import type { Permission } from "@/api/types";

export const navigation = [
  { to: "/security", name: "security", key: "s" },
  { to: "/overview", name: "overview", needs: "users.read", key: "o" },
  { to: "/admin/users", name: "users", needs: "users.read", key: "u" },
  { to: "/roles", name: "roles", needs: "users.read", key: "r" },
  { to: "/api-keys", name: "api-keys", needs: "keys.write", key: "k", more: true },
  { to: "/admin/policy", name: "policy", needs: "policy.read", key: "p" },
  { to: "/single-sign-on", name: "single-sign-on", needs: "sso.write", key: "i", more: true },
  { to: "/admin/audit", name: "audit-log", needs: "audit.read", key: "l" },
  { to: "/webhooks", name: "webhooks", needs: "webhooks.write", key: "w", more: true },
  { to: "/organizations", name: "organizations", needs: "organizations.read", key: "t", more: true },
] as const satisfies readonly { to: string; name: string; needs?: Permission; key: string; more?: true }[];

/** Pages that the menu behind somebody's name leads to, beside their security. */
export const behindName = [
  { to: "/account", name: "account", key: "a" },
  { to: "/branding", name: "branding", needs: "policy.read", key: "b" },
  { to: "/help", name: "help", key: "h" },
] as const satisfies readonly { to: string; name: string; needs?: Permission; key: string }[];

export type NavigationPage = (typeof navigation)[number] | (typeof behindName)[number];

/** Of the header's pages, those that somebody may see. */
export const pagesFor = (permissions: readonly Permission[]) => navigation.filter(isFor(permissions));

/** Those pages as they are laid out: what somebody comes back to in one row, the others behind a menu once they are several. */
export function layOut(permissions: readonly Permission[]) {
  const pages = pagesFor(permissions);
  const more = pages.filter((page) => "more" in page);
  return more.length > 1
    ? { row: pages.filter((page) => !("more" in page)), more }
    : { row: pages, more: [] };
}

/** The same of those behind the name. */
export const pagesBehindName = (permissions: readonly Permission[]) => behindName.filter(isFor(permissions));

function isFor(permissions: readonly Permission[]) {
  return (page: NavigationPage) => !("needs" in page) || permissions.includes(page.needs);
}
