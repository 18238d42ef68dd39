/** The organization's providers of single sign-on, and their changes. */
import { queryOptions } from "@tanstack/react-query";
import { changesOf } from "@/api/changes";
import { answer, api } from "@/api/client";
import type { NewSsoProvider, SsoProvider, SsoProviderChange, SsoProviderTest } from "@/api/types";

export const providers = queryOptions({
  queryKey: ["sso-providers"],
  queryFn: () => answer(api.GET("/v1/sso-providers")),
  staleTime: 0,
});

export const useProviderChange = changesOf(providers.queryKey);

const at = (id: string) => ({ path: { id } });

export function createProvider(provider: NewSsoProvider): Promise<SsoProvider> {
  return answer(api.POST("/v1/sso-providers", { body: provider }));
}

export function changeProvider({ id, ...body }: { id: string } & SsoProviderChange): Promise<SsoProvider> {
  return answer(api.PATCH("/v1/sso-providers/{id}", { params: at(id), body }));
}

export async function removeProvider(id: string): Promise<void> {
  await answer(api.DELETE("/v1/sso-providers/{id}", { params: at(id) }));
}

export function testProvider(id: string): Promise<SsoProviderTest> {
  return answer(api.POST("/v1/sso-providers/{id}/test", { params: at(id) }));
}
