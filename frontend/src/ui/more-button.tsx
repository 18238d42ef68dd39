/** Fetches the next part of a long list. */
import { Button } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { describe } from "@/api/messages";
import { Failure } from "./message";

export function MoreButton<T>({ query }: { query: UseInfiniteQueryResult<InfiniteData<T>> }) {
  return (
    <>
      <Failure message={query.isFetchNextPageError ? describe(query.error) : undefined} />
      {query.hasNextPage && (
        <div>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            Load more
          </Button>
        </div>
      )}
    </>
  );
}
