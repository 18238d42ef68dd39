/** Lists that come page by page, each page with the cursor of the next one. */
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryFunctionContext,
  type QueryKey,
} from "@tanstack/react-query";

type Cursor = string | undefined;

interface Page<Item> {
  items: Item[];
  nextCursor?: string;
}

export function paged<Item, Given extends Page<Item>>(
  queryKey: QueryKey,
  fetch: (context: QueryFunctionContext<QueryKey, Cursor>) => Promise<Given & Page<Item>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: fetch,
    initialPageParam: undefined as Cursor,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: itemsOf<Item>,
  });
}

/** The items of all pages that are here. */
export function itemsOf<Item>({ pages }: InfiniteData<Page<Item>, Cursor>): Item[] {
  return pages.flatMap(({ items }) => items);
}
