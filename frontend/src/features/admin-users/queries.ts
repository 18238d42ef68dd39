/** The organization's people. */
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
} from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { itemsOf, paged } from "@/api/paged";
import { everyone } from "@/api/queries";
import type { UserOrder, UserPage } from "@/api/types";
import type { Filter } from "./filter";

const PAGE = 50;

/** Everything under this key is a list of people. */
export const lists = [...everyone, "list"];

export const users = (filter: Filter, sort: UserOrder) =>
  infiniteQueryOptions({
    ...paged([...lists, filter, sort], ({ pageParam: cursor, signal }) => {
      // Counting is work for the database, and the total is known after the first page.
      const query = { ...filter, sort, limit: PAGE, cursor, count: cursor === undefined ? true : undefined };
      return answer(api.GET("/v1/users", { params: { query }, signal }));
    }),
    select: known,
    // While somebody types, the list stays until the next one is there.
    placeholderData: keepPreviousData,
  });

const known = (data: InfiniteData<UserPage, string | undefined>) => ({
  people: itemsOf(data),
  total: data.pages[0]?.total,
});

export const effectivePolicyOf = (id: string) =>
  queryOptions({
    queryKey: [...everyone, "one", id, "effective-policy"],
    queryFn: () => answer(api.GET("/v1/users/{id}/effective-policy", { params: { path: { id } } })),
    staleTime: 0,
  });
