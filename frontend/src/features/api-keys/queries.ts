/** The organization's API keys, and their changes. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { IssuedApiKey, NewApiKey } from "@/api/types";

export const apiKeys = queryOptions({
  queryKey: ["api-keys"],
  queryFn: () => answer(api.GET("/v1/api-keys")),
});

/** A change after which the keys are asked for anew. */
export function useKeyChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // A key's text goes with the dialog that shows it.
    gcTime: 0,
    onSuccess: () => void queries.invalidateQueries({ queryKey: apiKeys.queryKey }),
  });
}

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
