/** The organization's audit events, newest first. */
import { answer, api } from "@/api/client";
import { paged } from "@/api/paged";
import { isAction } from "@/lib/event-words";
import { dayOf, startOfDay } from "@/lib/moments";
import { type Filter, leavesRoutineOut } from "./filter";

const PAGE = 50;

/** Everything under this key is a part of the log. */
export const auditLog = ["audit"];

export const auditEvents = (filter: Filter) =>
  paged([...auditLog, filter], ({ pageParam: cursor }) => {
    const query = { ...asked(filter), limit: PAGE, cursor };
    return answer(api.GET("/v1/audit-events", { params: { query } }));
  });

function asked(filter: Filter) {
  const { action, actor, subject, from, to } = filter;
  return {
    action: isAction(action) ? action : undefined,
    actor,
    subject,
    routine: leavesRoutineOut(filter) ? false : undefined,
    from: from ? startOfDay(from) : undefined,
    to: to ? startOfDay(to, 1) : undefined,
  };
}

export type Format = "csv" | "jsonLines";

export const mediaTypes: Record<Format, string> = { csv: "text/csv", jsonLines: "application/x-ndjson" };

export function fileName(format: Format, now: number): string {
  return `audit-events-${dayOf(now)}.${format === "csv" ? "csv" : "jsonl"}`;
}

/** All events that the filter matches, as the bytes of a file. */
export async function exportedEvents(
  filter: Filter,
  format: Format,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const request = { params: { query: asked(filter) }, headers: { accept: mediaTypes[format] } };
  const body = await answer(api.GET("/v1/audit-events", { ...request, parseAs: "stream", signal }));
  return body ?? new Blob().stream();
}

/** A part of a check of the whole log against its seals. */
export function checkedPart(cursor: string | undefined, signal: AbortSignal) {
  return answer(api.GET("/v1/audit-events/verify", { params: { query: { cursor } }, signal }));
}
