/** Leads to the policy whoever may see it. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { usePermission } from "@/api/hooks";

export function PolicyLink({ children }: { children?: ReactNode }) {
  return usePermission("policy.read") ? <Link to="/admin/policy">{children}</Link> : children;
}
