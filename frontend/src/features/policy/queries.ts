/** The organization's policy: what may be chosen, what a draft would do, and saving it. */
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { over, type Replacement } from "@/api/editing";
import { roles, policy as stored } from "@/api/queries";
import type { Policy, PolicySettings, Role } from "@/api/types";

/** Replaces the version that the editor has seen, and no other. */
export function savePolicy({ version, settings }: Replacement<PolicySettings>): Promise<Policy> {
  return answer(api.PUT("/v1/policy", { params: over(version), body: settings }));
}

export const previews = [...stored.queryKey, "preview"];

/** What a policy would do to people; without a moment, at once. */
export function previewOf(policy: PolicySettings, at: string | undefined) {
  return queryOptions({
    queryKey: [...previews, policy, at],
    queryFn: ({ signal }) => answer(api.POST("/v1/policy/preview", { body: { policy, at }, signal })),
  });
}

export const presets = queryOptions({
  queryKey: [...stored.queryKey, "presets"],
  queryFn: () => answer(api.GET("/v1/policy/presets")),
});

export const roleNames = {
  ...roles,
  select: ({ items }: { items: Role[] }) => items.map(({ name }) => name),
};
