/** The organization's audit events, newest first. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { isAction } from "@/lib/event-words";
import { isDay, startOfDay } from "@/lib/moments";

const PAGE = 50;

export interface Filter {
  action?: string;
  /** Days, the last one included. */
  from?: string;
  to?: string;
}

/** What an address says, as far as it can be asked for. */
export function filterOf({ action, from, to }: Filter): Filter {
  return {
    ...(isAction(action) && { action }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

export const auditEvents = ({ action, from, to }: Filter) =>
  infiniteQueryOptions({
    queryKey: ["audit", action, from, to],
    queryFn: ({ pageParam: cursor }) => {
      const query = {
        action: isAction(action) ? action : undefined,
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
