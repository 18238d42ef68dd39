import { expect, test } from "vitest";
import { Unreachable } from "@/api/problem";
import type { AuditFinding, AuditVerification } from "@/api/types";
import { type CheckEvent, checkRun, inWords, start } from "./check-run";

const play = (...events: CheckEvent[]) => events.reduce(checkRun, start);

const part = (more: Partial<AuditVerification>): CheckEvent => ({
  type: "checked",
  part: { findings: [], seals: 1, events: 10, unsealed: 0, ...more },
});

const altered: AuditFinding = { kind: "altered", eventId: "1", occurredAt: "2026-11-24T09:00:00Z", seal: 2 };
const head = { seal: 4, madeAt: "2026-11-24T09:00:00Z", digest: "ab", checkpoint: "a.b.c" };

test("parts are put together", () => {
  const parts = [part({ head }), part({ findings: [altered] }), part({ events: 0, unsealed: 2 })];
  const checked = { events: 20, unsealed: 2, findings: [altered], head };
  expect(play({ type: "begun" }, ...parts)).toEqual({ step: "running", checked });
  expect(play({ type: "begun" }, ...parts, { type: "ended" })).toEqual({ step: "ended", checked });
});

test("a check that did not end is no verdict", () => {
  expect(play({ type: "begun" }, part({}), { type: "stopped" })).toEqual(start);
  expect(play({ type: "begun" }, { type: "stopped" }, { type: "ended" })).toEqual(start);
  expect(play({ type: "begun" }, { type: "failed", why: new Unreachable() })).toMatchObject({
    step: "failed",
  });
  const why = new DOMException("", "AbortError");
  expect(play({ type: "begun" }, { type: "failed", why })).toEqual(start);
});

test("every finding has its words", () => {
  const kinds = ["altered", "missing", "inserted", "sealBroken", "sealMissing", "of a later version"];
  expect(new Set(kinds.map((kind) => inWords({ kind, seal: 3 }))).size).toBe(kinds.length);
});
