/** What can be begun from anywhere: each is a dialog of a page that a link opens. */
import type { Permission } from "@/api/types";

export const orders = [
  { name: "invite", needs: "users.write", to: "/admin/users", open: "invite" },
  { name: "create-account", needs: "users.write", to: "/admin/users", open: "create" },
  { name: "import", needs: "users.write", to: "/admin/users", open: "import" },
  { name: "create-role", needs: "roles.write", to: "/roles", open: "create" },
  { name: "make-key", needs: "keys.write", to: "/api-keys", open: "create" },
  { name: "connect-provider", needs: "sso.write", to: "/single-sign-on", open: "create" },
  { name: "create-webhook", needs: "webhooks.write", to: "/webhooks", open: "create" },
  { name: "create-organization", needs: "organizations.write", to: "/organizations", open: "create" },
  { name: "export-log", needs: "audit.read", to: "/admin/audit", open: "export" },
] as const satisfies readonly { name: string; needs: Permission; to: string; open: string }[];

export function ordersFor(permissions: readonly Permission[]) {
  return orders.filter(({ needs }) => permissions.includes(needs));
}
