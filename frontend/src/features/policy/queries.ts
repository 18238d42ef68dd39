/** Changes of the organization's policy. */
import { answer, api } from "@/api/client";
import type { Policy, PolicySettings } from "@/api/types";

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
