/** The organization's people. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { everyone } from "@/api/queries";
import type { UserOrder } from "@/api/types";
import type { Filter } from "./filter";

const PAGE = 50;

/** Everything under this key is a list of people. */
export const lists = [...everyone, "list"];

export const users = (filter: Filter, sort: UserOrder) =>
  infiniteQueryOptions({
    queryKey: [...lists, filter, sort],
    queryFn: ({ pageParam: cursor, signal }) => {
      // Counting is work for the database, and the total is known after the first page.
      const query = { ...filter, sort, limit: PAGE, cursor, count: cursor === undefined ? true : undefined };
      return answer(api.GET("/v1/users", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // While somebody types, the list stays until the next one is there.
    placeholderData: keepPreviousData,
  });

export const effectivePolicyOf = (id: string) =>
  queryOptions({
    queryKey: [...everyone, "one", id, "effective-policy"],
    queryFn: () => answer(api.GET("/v1/users/{id}/effective-policy", { params: { path: { id } } })),
    staleTime: 0,
  });
