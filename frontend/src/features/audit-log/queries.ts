/** The organization's audit events, newest first, and the people whom they are about. */
import { infiniteQueryOptions, queryOptions, skipToken } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { everyone } from "@/api/queries";
import { isAction } from "@/lib/event-words";
import { startOfDay } from "@/lib/moments";
import type { Filter } from "./filter";

const PAGE = 50;

/** So many can be looked through; whoever seeks somebody else types on. */
const FOUND = 8;

export const auditEvents = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ["audit", filter],
    queryFn: ({ pageParam: cursor }) => {
      const { action, actor, subject, from, to } = filter;
      const query = {
        action: isAction(action) ? action : undefined,
        actor,
        subject,
        from: from ? startOfDay(from) : undefined,
        to: to ? startOfDay(to, 1) : undefined,
        limit: PAGE,
        cursor,
      };
      return answer(api.GET("/v1/audit-events", { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Those whose name or address the text fits; nobody is sought without one. */
export const peopleLike = (q: string) =>
  queryOptions({
    queryKey: [...everyone, "like", q],
    queryFn: q
      ? ({ signal }) => answer(api.GET("/v1/users", { params: { query: { q, limit: FOUND } }, signal }))
      : skipToken,
  });
