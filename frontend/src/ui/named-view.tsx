/** What has a title of its own once it is there; until then, and where it cannot be had, the page has this one. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Page } from "./page";
import { QueryView } from "./query-view";

interface Props<T> {
  title: string;
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}

export function NamedView<T>({ title, ...view }: Props<T>) {
  if (view.query.data !== undefined) return view.children(view.query.data);
  return (
    <Page title={title}>
      <QueryView {...view} />
    </Page>
  );
}
