import { afterEach, expect, test, vi } from "vitest";
import { failedIn, hourSentence, hoursOf } from "./hours";

const failures = [
  { begin: "2026-11-23T18:00:00Z", login: 1, code: 0 },
  { begin: "2026-11-23T18:15:00Z", login: 2, code: 1 },
  { begin: "2026-11-16T18:45:00Z", login: 0, code: 4 },
];

afterEach(() => vi.unstubAllEnvs());

test("the quarters of an hour add up, over the weeks", () => {
  vi.stubEnv("TZ", "UTC");
  const week = hoursOf(failures);
  expect(week.map((day) => day.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
  expect(week.flat().filter((hour) => failedIn(hour) > 0)).toEqual([
    { weekday: 0, hour: 18, passwords: 3, codes: 5 },
  ]);
  expect(hourSentence(week)).toBe(
    "8 failed attempts in the last 4 weeks. The busiest hour is Monday, 18:00–18:59, with 8.",
  );
});

test("where hours begin at other times, each quarter finds its own", () => {
  vi.stubEnv("TZ", "Asia/Kathmandu");
  const found = hoursOf(failures).flat();
  expect(found.filter((hour) => failedIn(hour) > 0)).toEqual([
    { weekday: 0, hour: 23, passwords: 1, codes: 0 },
    { weekday: 1, hour: 0, passwords: 2, codes: 5 },
  ]);
});

test("where nothing failed, it says so", () => {
  expect(hourSentence(hoursOf([]))).toBe("No failed attempts in the last 4 weeks.");
});
