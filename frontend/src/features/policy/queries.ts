/** The organization's policy. */
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { Policy, PolicySettings } from "@/api/types";

export const policy = queryOptions({
  queryKey: ["policy"],
  queryFn: () => answer(api.GET("/v1/policy")),
});

/** Replaces the version that the editor has seen, and no other. */
export function savePolicy({
  version,
  settings,
}: {
  version: number;
  settings: PolicySettings;
}): Promise<Policy> {
  const params = { header: { "If-Match": `"${version}"` } };
  return answer(api.PUT("/v1/policy", { params, body: settings }));
}
