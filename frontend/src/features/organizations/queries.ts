/** All organizations of this installation: for superadministrators. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { CreatedOrganization, NewOrganization, Organization } from "@/api/types";

const PAGE = 50;

const all = ["organizations"];

export const organizations = infiniteQueryOptions({
  queryKey: all,
  queryFn: ({ pageParam: cursor }) =>
    answer(api.GET("/v1/organizations", { params: { query: { limit: PAGE, cursor } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** A change after which the organizations are asked for anew. */
export function useOrganizationChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => void queries.invalidateQueries({ queryKey: all }),
  });
}

export function createOrganization(order: NewOrganization): Promise<CreatedOrganization> {
  return answer(api.POST("/v1/organizations", { body: order }));
}

export function renameOrganization({ id, name }: { id: string; name: string }): Promise<Organization> {
  return answer(api.PATCH("/v1/organizations/{id}", { params: { path: { id } }, body: { name } }));
}
