/** Accounts at providers: which are connected, and how that changes. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { mine } from "@/api/queries";

export const identities = queryOptions({
  queryKey: [...mine, "sso-identities"],
  queryFn: () => answer(api.GET("/v1/me/sso-identities")),
  staleTime: 0,
});

/** The providers that an account can be connected at. */
export const providersOf = (organization: string) =>
  queryOptions({
    queryKey: [...mine, "sso-providers", organization],
    queryFn: () => answer(api.GET("/v1/auth/config", { params: { query: { organization } } })),
  });

/** Gives the page of the provider that the browser goes to. */
export async function startConnection(order: { providerId: string; password?: string }): Promise<string> {
  return (await answer(api.POST("/v1/me/sso-identities/start", { body: order }))).location;
}

export function useDisconnect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await answer(api.DELETE("/v1/me/sso-identities/{id}", { params: { path: { id } } }));
    },
    // Waited for: the dialog goes when what it was opened by is gone.
    onSuccess: () => queries.invalidateQueries({ queryKey: mine }),
  });
}
