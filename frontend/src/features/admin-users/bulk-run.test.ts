import { expect, test } from "vitest";
import type { BulkResult } from "@/api/types";
import { type BulkEvent, type BulkRun, bulkRun, PORTION, portionOf, start, type Work } from "./bulk-run";

const play = (...events: BulkEvent[]): BulkRun => events.reduce(bulkRun, start);
const done = (id: string): BulkResult => ({ id, status: "done" });
const answered = (id: string, nextCursor?: string): BulkEvent => ({
  type: "answered",
  answer: { results: [done(id)], ...(nextCursor && { nextCursor }) },
});
const everybody: Work = { kind: "filter", filter: { twoFactor: "overdue" } };
const started: BulkEvent = { type: "started", work: everybody };
const stopped: BulkEvent = { type: "stopped" };
const failed: BulkEvent = { type: "failed", why: "no network" };

test("a filter is worked through until no cursor comes back", () => {
  const first = play(started);
  expect(first).toMatchObject({ step: "running", results: [] });
  expect(portionOf(everybody)).toEqual({ filter: { twoFactor: "overdue" } });
  const second = bulkRun(first, answered("1", "c"));
  expect(second.step === "running" && portionOf(second.work)).toEqual({
    filter: { twoFactor: "overdue" },
    cursor: "c",
  });
  expect(bulkRun(second, answered("2"))).toEqual({
    step: "ended",
    results: [done("1"), done("2")],
    complete: true,
  });
});

test("ids go in portions", () => {
  const ids = Array.from({ length: PORTION + 2 }, (_, index) => String(index));
  const first = play({ type: "started", work: { kind: "ids", ids } });
  expect(first.step === "running" && portionOf(first.work).ids).toHaveLength(PORTION);
  const second = bulkRun(first, { type: "answered", answer: { results: ids.slice(0, PORTION).map(done) } });
  expect(second.step === "running" && portionOf(second.work)).toEqual({ ids: ids.slice(PORTION) });
  const third = bulkRun(second, { type: "answered", answer: { results: ids.slice(PORTION).map(done) } });
  expect(third).toMatchObject({ step: "ended", complete: true });
});

test("where an answer ends early, whom it did not reach comes next", () => {
  const first = play({ type: "started", work: { kind: "ids", ids: ["1", "2", "3"] } });
  const second = bulkRun(first, answered("1"));
  expect(second.step === "running" && portionOf(second.work)).toEqual({ ids: ["2", "3"] });
  expect(bulkRun(first, { type: "answered", answer: { results: [] } })).toMatchObject({ step: "ended" });
});

test("stopping waits for what is under way, and keeps what it brings", () => {
  const stopping = play(started, stopped);
  expect(stopping).toMatchObject({ step: "running", stopping: true });
  expect(bulkRun(stopping, answered("1", "c"))).toEqual({
    step: "ended",
    results: [done("1")],
    complete: false,
  });
  expect(bulkRun(stopping, answered("1"))).toMatchObject({ step: "ended", complete: true });
});

test("before anything has happened, a failure leads back to the question", () => {
  expect(play(started, failed)).toEqual({ step: "asking", why: "no network" });
});

test("later it can be gone on with from the same place, or left", () => {
  const interrupted = play(started, answered("1", "c"), failed);
  expect(interrupted).toMatchObject({ step: "interrupted", results: [done("1")], why: "no network" });
  expect(bulkRun(interrupted, { type: "resumed" })).toMatchObject({
    step: "running",
    work: { cursor: "c" },
    results: [done("1")],
  });
  expect(bulkRun(interrupted, stopped)).toEqual({ step: "ended", results: [done("1")], complete: false });
  expect(play(started, answered("1", "c"), stopped, failed)).toMatchObject({
    step: "ended",
    complete: false,
  });
});

test("what comes late changes nothing", () => {
  const ended = play(started, answered("1"));
  for (const event of [started, stopped, failed, answered("2"), { type: "resumed" } as const])
    expect(bulkRun(ended, event)).toBe(ended);
});
