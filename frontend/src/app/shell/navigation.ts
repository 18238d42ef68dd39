/** The pages in the header, each with the permission that it takes. */
import type { Permission } from "@/api/types";

export const navigation = [
  { to: "/security", name: "security" },
  { to: "/overview", name: "overview", needs: "users.read" },
  { to: "/admin/users", name: "users", needs: "users.read" },
  { to: "/roles", name: "roles", needs: "users.read" },
  { to: "/api-keys", name: "api-keys", needs: "keys.write" },
  { to: "/admin/policy", name: "policy", needs: "policy.read" },
  { to: "/single-sign-on", name: "single-sign-on", needs: "sso.write" },
  { to: "/admin/audit", name: "audit-log", needs: "audit.read" },
  { to: "/webhooks", name: "webhooks", needs: "webhooks.write" },
  { to: "/organizations", name: "organizations", needs: "organizations.read" },
] as const satisfies readonly { to: string; name: string; needs?: Permission }[];
