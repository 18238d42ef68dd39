/** The pages in the header, each with the key that leads there after `g`. */
import type { Permission } from "@/api/types";
import { isFor } from "../page-permissions";

const navigation = [
  { to: "/security", name: "security", key: "s" },
  { to: "/overview", name: "overview", key: "o" },
  { to: "/admin/users", name: "users", key: "u" },
  { to: "/roles", name: "roles", key: "r" },
  { to: "/api-keys", name: "api-keys", key: "k", more: true },
  { to: "/admin/policy", name: "policy", key: "p" },
  { to: "/single-sign-on", name: "single-sign-on", key: "i", more: true },
  { to: "/admin/audit", name: "audit-log", key: "l" },
  { to: "/webhooks", name: "webhooks", key: "w", more: true },
  { to: "/organizations", name: "organizations", key: "t", more: true },
] as const satisfies readonly { to: string; name: string; key: string; more?: true }[];

/** Pages that the menu behind somebody's name leads to, beside their security. */
const behindName = [
  { to: "/account", name: "account", key: "a" },
  { to: "/branding", name: "branding", key: "b" },
  { to: "/help", name: "help", key: "h" },
] as const satisfies readonly { to: string; name: string; key: string }[];

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
