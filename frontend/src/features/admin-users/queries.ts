/** The organization's people. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { FactorState, ListedUser, RoleName } from "@/api/types";

const PAGE = 50;

export const everyone = ["users"];

export const users = (twoFactor: FactorState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...everyone, twoFactor ?? "all"],
    queryFn: ({ pageParam: cursor }) => {
      // Counting is work for the database, and the total is known after the first page.
      const query = { twoFactor, limit: PAGE, cursor, count: cursor === undefined ? true : undefined };
      return answer(api.GET("/v1/users", { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const userOf = (id: string) =>
  queryOptions({
    queryKey: [...everyone, "one", id],
    queryFn: () => answer(api.GET("/v1/users/{id}", { params: { path: { id } } })),
    // The user sets up anew while the administrator looks elsewhere: who comes back sees what holds now.
    staleTime: 0,
  });

export interface NewUser {
  email: string;
  displayName: string;
  roles: RoleName[];
  password: string;
}

export function createUser(user: NewUser): Promise<ListedUser> {
  return answer(api.POST("/v1/users", { body: user }));
}
