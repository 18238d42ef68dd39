/** Fetches the next part of a long list. */

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { ActionButton } from "./action-button";
import { Failure } from "./message";

const say = words("ui");

export function MoreButton({ query }: { query: UseInfiniteQueryResult }) {
  return (
    <>
      <Failure message={query.isFetchNextPageError ? describe(query.error) : undefined} />
      {query.hasNextPage && (
        <div>
          <ActionButton
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {say("load-more")}
          </ActionButton>
        </div>
      )}
    </>
  );
}
