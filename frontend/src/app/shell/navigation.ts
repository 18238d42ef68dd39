/** The pages in the header, each with the permission that it takes. */
import type { Permission } from "@/api/types";

export const navigation = [
  { to: "/security", label: "My security" },
  { to: "/overview", label: "Overview", needs: "users.read" },
  { to: "/admin/users", label: "Users", needs: "users.read" },
  { to: "/roles", label: "Roles", needs: "users.read" },
  { to: "/api-keys", label: "API keys", needs: "keys.write" },
  { to: "/admin/policy", label: "Policy", needs: "policy.read" },
  { to: "/single-sign-on", label: "SSO", needs: "sso.write" },
  { to: "/admin/audit", label: "Audit log", needs: "audit.read" },
  { to: "/webhooks", label: "Webhooks", needs: "webhooks.write" },
  { to: "/organizations", label: "Organizations", needs: "organizations.read" },
] as const satisfies readonly { to: string; label: string; needs?: Permission }[];
