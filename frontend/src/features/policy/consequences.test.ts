import { expect, test } from "vitest";
import { storedPolicy } from "@/testing/policies";
import { affected, effectsOf, lookAt, momentsOf, segmentsOf, totalOf, warningInWords } from "./consequences";

const counts = { ready: 4, notice: 0, mustEnroll: 1, blocked: 2, exempt: 1 };
const nobody = { ready: 0, notice: 0, mustEnroll: 0, blocked: 0, exempt: 0 };

test("a bar shows whom there is, each with their share", () => {
  expect(totalOf(counts)).toBe(8);
  expect(segmentsOf(counts)).toEqual([
    { standing: "ready", people: 4, percent: 50 },
    { standing: "mustEnroll", people: 1, percent: 12.5 },
    { standing: "blocked", people: 2, percent: 25 },
    { standing: "exempt", people: 1, percent: 12.5 },
  ]);
  expect(segmentsOf(nobody)).toEqual([]);
});

test("the effect is told in words, the graver first", () => {
  expect(affected(counts)).toBe(3);
  expect(effectsOf(counts)).toEqual([
    "2 people cannot sign in",
    "1 person must set up a second factor at the next sign-in",
    "4 people are asked for the one that they have set up",
    "1 person signs in with a password alone",
  ]);
  expect(effectsOf(nobody)).toEqual([expect.stringMatching(/nobody/)]);
});

test("warnings say whom they are about, and a new one is not lost", () => {
  expect(warningInWords({ code: "grace_over_30_days", role: "manager" })).toMatch(/^Manager: more than 30/);
  expect(warningInWords({ code: "deadline_in_the_past" })).toMatch(/^Everyone: the deadline has passed/);
  expect(warningInWords({ code: "night-shift" as "only_one_administrator" })).toMatch(/night-shift/);
});

test("a day is looked at when it is over, and today as it is now", () => {
  const now = Date.parse("2026-11-24T09:00:00");
  expect(lookAt("2026-11-30", now)).toBe(new Date("2026-11-30T23:59:59").toISOString());
  expect(["", "2026-11-24", "2026-11-01"].map((day) => lookAt(day, now))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a roll-out is looked at now and at its end", () => {
  const now = Date.parse("2026-11-24T09:00:00Z");
  const phases: typeof storedPolicy.phases = [
    { everyone: true, startsAt: "2026-12-01T09:00:00Z", graceDays: 7 },
  ];
  expect(momentsOf({ ...storedPolicy, mode: "required", phases }, now)).toEqual([
    undefined,
    "2026-12-08T09:00:01.000Z",
  ]);
  expect(momentsOf({ ...storedPolicy, phases }, now)).toEqual([undefined]);
});
