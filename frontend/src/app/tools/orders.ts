/** What can be begun from anywhere: each is a dialog of a page that a link opens, and may need more than that page. */
import type { Permission } from "@/api/types";
import { isFor } from "../page-permissions";

const orders = [
  { name: "invite", needs: "users.write", to: "/admin/users", open: "invite" },
  { name: "create-account", needs: "users.write", to: "/admin/users", open: "create" },
  { name: "import", needs: "users.write", to: "/admin/users", open: "import" },
  { name: "create-role", needs: "roles.write", to: "/roles", open: "create" },
  { name: "make-key", to: "/api-keys", open: "create" },
  { name: "connect-provider", to: "/single-sign-on", open: "create" },
  { name: "create-webhook", to: "/webhooks", open: "create" },
  { name: "create-organization", needs: "organizations.write", to: "/organizations", open: "create" },
  { name: "export-log", to: "/admin/audit", open: "export" },
] as const satisfies readonly { name: string; needs?: Permission; to: string; open: string }[];

export function ordersFor(permissions: readonly Permission[]) {
  const permitted = orders.filter((order) => !("needs" in order) || permissions.includes(order.needs));
  return permitted.filter(isFor(permissions));
}
