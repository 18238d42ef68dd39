/** One place that decides between loading, failure, no network and content. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { words } from "@/lib/words";
import { Empty, Failed, Loading } from "./states";

const say = words("ui");

interface Props<T> {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** Content that is there stays, even when a later refresh of it fails. */
export function QueryView<T>({ query, rows, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} onRetry={() => query.refetch()} />;
  // It goes on by itself.
  if (query.fetchStatus === "paused") return <Empty>{say("offline")}</Empty>;
  return <Loading rows={rows} />;
}
