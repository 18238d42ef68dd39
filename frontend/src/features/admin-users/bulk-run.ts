/** A change of many users, portion by portion: from the question to what became of each of them. */
import type { BulkAnswer, BulkResult } from "@/api/types";
import type { Filter } from "./filter";

/** Who is still to come. */
export type Work =
  | { kind: "ids"; ids: readonly string[] }
  | { kind: "filter"; filter: Filter; cursor?: string | undefined };

export type BulkRun =
  | { step: "asking"; why?: unknown }
  /** `stopping`: what is under way is waited for, and nothing after it. */
  | { step: "running"; work: Work; results: BulkResult[]; stopping: boolean }
  /** A portion failed after others went well: it can be tried again. */
  | { step: "interrupted"; work: Work; results: BulkResult[]; why: unknown }
  | { step: "ended"; results: BulkResult[]; complete: boolean };

export type BulkEvent =
  | { type: "started"; work: Work }
  | { type: "answered"; answer: BulkAnswer }
  | { type: "failed"; why: unknown }
  | { type: "stopped" }
  | { type: "resumed" };

export const start: BulkRun = { step: "asking" };

/** So many at once that the way there and back does not count, and so few that one sees it go on. */
export const PORTION = 25;

export function bulkRun(state: BulkRun, event: BulkEvent): BulkRun {
  switch (event.type) {
    case "started":
      return state.step === "asking" ? running(event.work, []) : state;
    case "answered":
      return state.step === "running" ? answered(state, event.answer) : state;
    case "failed":
      return state.step === "running" ? failed(state, event.why) : state;
    case "stopped":
      if (state.step === "running") return { ...state, stopping: true };
      return state.step === "interrupted"
        ? { step: "ended", results: state.results, complete: false }
        : state;
    case "resumed":
      return state.step === "interrupted" ? running(state.work, state.results) : state;
  }
}

const running = (work: Work, results: BulkResult[]): BulkRun => ({
  step: "running",
  work,
  results,
  stopping: false,
});

type Running = Extract<BulkRun, { step: "running" }>;

function answered({ work, results, stopping }: Running, answer: BulkAnswer): BulkRun {
  const all = [...results, ...answer.results];
  const left = after(work, answer);
  if (!left || stopping) return { step: "ended", results: all, complete: !left };
  return running(left, all);
}

function failed({ work, results, stopping }: Running, why: unknown): BulkRun {
  // Nothing has happened yet: the question stands again, with the reason beside it.
  if (results.length === 0) return { step: "asking", why };
  return stopping ? { step: "ended", results, complete: false } : { step: "interrupted", work, results, why };
}

/** Whom the next request is about. */
export function portionOf(work: Work) {
  return work.kind === "ids"
    ? { ids: work.ids.slice(0, PORTION) }
    : { filter: work.filter, ...(work.cursor !== undefined && { cursor: work.cursor }) };
}

function after(work: Work, { results, nextCursor }: BulkAnswer): Work | undefined {
  if (work.kind === "filter") return nextCursor === undefined ? undefined : { ...work, cursor: nextCursor };
  // Where the service broke, its answer ends early: who was not reached is still to come.
  const reached = new Set(results.map(({ id }) => id));
  const ids = work.ids.filter((id, index) => !reached.has(id) && (reached.size > 0 || index >= PORTION));
  return ids.length > 0 ? { kind: "ids", ids } : undefined;
}
