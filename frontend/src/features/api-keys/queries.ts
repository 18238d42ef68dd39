/** The organization's API keys, and their changes. */
import { queryOptions } from "@tanstack/react-query";
import { changesOf } from "@/api/changes";
import { answer, api } from "@/api/client";
import type { IssuedApiKey, NewApiKey } from "@/api/types";

export const apiKeys = queryOptions({
  queryKey: ["api-keys"],
  queryFn: () => answer(api.GET("/v1/api-keys")),
});

export const useKeyChange = changesOf(apiKeys.queryKey);

const at = (id: string) => ({ path: { id } });

export function createKey(body: NewApiKey): Promise<IssuedApiKey> {
  return answer(api.POST("/v1/api-keys", { body }));
}

export function rotateKey({ id, ...body }: { id: string; overlapMinutes: number }): Promise<IssuedApiKey> {
  return answer(api.POST("/v1/api-keys/{id}/rotate", { params: at(id), body }));
}

export async function revokeKey(id: string): Promise<void> {
  await answer(api.DELETE("/v1/api-keys/{id}", { params: at(id) }));
}
