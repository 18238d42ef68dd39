import { expect, test } from "vitest";
import { filterOf, leavesRoutineOut, narrowness, nothingInWords, searchOf } from "./filter";

const fay = "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11";

test("of an address, what can be asked for is taken", () => {
  const people = { action: "policy.changed", actor: fay, subject: fay };
  const whole = { ...people, routine: "shown", from: "2026-01-01", to: "2026-01-31" };
  expect(filterOf(whole)).toEqual(whole);
  const none = { action: "toString", actor: "fay", subject: `${fay}0`, routine: "yes", from: "soon", to: "" };
  expect(filterOf(none)).toEqual({});
});

test("what is left open stays out of the address", () => {
  expect(searchOf({ actor: fay, subject: undefined, from: "" })).toEqual({ actor: fay });
  expect(narrowness({})).toBe(0);
  expect(narrowness({ actor: fay, from: "2026-01-01" })).toBe(2);
});

test("routine is left out until it is asked for", () => {
  expect(leavesRoutineOut({ actor: fay })).toBe(true);
  expect(leavesRoutineOut({ actor: fay, routine: "shown" })).toBe(false);
  expect(leavesRoutineOut({ action: "session.refreshed" })).toBe(false);
  expect(narrowness({ routine: "shown" })).toBe(0);
});

test("where there is nothing, it says of whom", () => {
  expect(nothingInWords({})).toBe("No event fits this filter.");
  expect(nothingInWords({ actor: "Fay" })).toBe("There is nothing here that Fay did.");
  expect(nothingInWords({ subject: "Gus" })).toBe("There is nothing here about Gus.");
  expect(nothingInWords({ actor: "Fay", subject: "Gus" })).toMatch(/that Fay did and that is about Gus/);
});
