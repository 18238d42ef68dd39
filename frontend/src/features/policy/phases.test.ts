import { describe, expect, test } from "vitest";
import type { Phase } from "@/api/types";
import {
  areInOrder,
  areSame,
  areValid,
  byDate,
  EVERYONE,
  endOf,
  errorsOf,
  nextPhase,
  rightOnes,
  targetOf,
  timelineOf,
  withTarget,
} from "./phases";

const NOW = Date.parse("2026-11-24T09:20:00Z");
const admins: Phase = { role: "admin", startsAt: "2026-12-01T09:00:00Z", graceDays: 0 };
const everyone: Phase = { everyone: true, startsAt: "2026-12-08T09:00:00Z", graceDays: 10 };

test("a phase is for a role or for everyone, and never for both", () => {
  expect(withTarget(admins, EVERYONE)).toEqual({ ...everyone, startsAt: admins.startsAt, graceDays: 0 });
  expect(withTarget(everyone, "admin")).toEqual({ ...admins, startsAt: everyone.startsAt, graceDays: 10 });
  expect([admins, everyone].map(targetOf)).toEqual(["admin", EVERYONE]);
});

describe("a phase that is added", () => {
  test("is for everyone and begins with the next hour, where it is the first", () => {
    expect(nextPhase([], ["admin"], NOW)).toEqual({
      everyone: true,
      startsAt: "2026-11-24T10:00:00.000Z",
      graceDays: 7,
    });
  });

  test("is for somebody who has none yet, a week after the last one", () => {
    const next = nextPhase([everyone, admins], ["admin", "manager"], NOW);
    expect(next).toMatchObject({ role: "manager", startsAt: "2026-12-15T09:00:00.000Z" });
  });

  test("does not begin in the past", () => {
    const old: Phase = { ...admins, startsAt: "2020-01-01T00:00:00Z" };
    expect(nextPhase([old], ["admin"], NOW).startsAt).toBe("2026-11-24T10:00:00.000Z");
  });
});

test("phases are put in the order of their dates", () => {
  expect(areInOrder([everyone, admins])).toBe(false);
  expect(byDate([everyone, admins])).toEqual([admins, everyone]);
  expect(areInOrder([admins, everyone])).toBe(true);
});

test("neither order nor the writing of a moment is a difference", () => {
  expect(areSame([admins, everyone], [everyone, { ...admins, startsAt: "2026-12-01T09:00:00.000Z" }])).toBe(
    true,
  );
  expect(areSame([admins], [{ ...admins, graceDays: 1 }])).toBe(false);
  expect(areSame([admins], [])).toBe(false);
});

describe("wrong is", () => {
  test("a second phase for the same people", () => {
    const errors = errorsOf([admins, everyone, { ...admins, graceDays: 5 }]);
    expect(errors).toEqual([{}, {}, { target: expect.stringMatching(/already/) }]);
    expect(rightOnes([admins, everyone, { ...admins, graceDays: 5 }])).toEqual([admins, everyone]);
  });

  test("a start that is not whole, and a grace out of range", () => {
    expect(errorsOf([{ ...admins, startsAt: "" }])).toEqual([{ startsAt: expect.stringMatching(/date/) }]);
    for (const graceDays of [-1, 91, 1.5, Number.NaN])
      expect(errorsOf([{ ...admins, graceDays }])).toEqual([{ graceDays: expect.stringMatching(/0 to 90/) }]);
  });

  test("more than twenty", () => {
    const many = Array.from({ length: 21 }, (_, index) => withTarget(admins, `role-${index}`));
    expect(areValid(many)).toBe(false);
    expect(areValid(many.slice(1))).toBe(true);
  });
});

test("the end is the last deadline that is still ahead", () => {
  expect(endOf([admins, everyone], NOW)).toBe("2026-12-18T09:00:01.000Z");
  expect(endOf([admins], Date.parse("2027-01-01"))).toBeUndefined();
  expect(endOf([], NOW)).toBeUndefined();
});

test("the picture reaches from the first start to the last deadline", () => {
  const { stretches, now } = timelineOf([everyone, admins], Date.parse("2026-12-18T09:00:00Z"));
  expect(stretches.map(({ from, to }) => [from, to])).toEqual([
    [0, 0],
    [41.2, 100],
  ]);
  expect(now).toBe(100);
  expect(timelineOf([admins], NOW).now).toBeUndefined();
});
