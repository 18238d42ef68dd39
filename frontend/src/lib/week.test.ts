import { afterEach, expect, test, vi } from "vitest";
import { hourInWords, placeInWeek, weekdayInShort, weekdayInWords } from "./week";

afterEach(() => vi.unstubAllEnvs());

const placeIn = (zone: string, moment: string) => {
  vi.stubEnv("TZ", zone);
  const { weekday, hour } = placeInWeek(moment);
  return [weekday, hour];
};

test("a week begins on Monday, and an hour ends with its last minute", () => {
  expect([weekdayInWords(0), weekdayInShort(6)]).toEqual(["Monday", "Sun"]);
  expect([hourInWords(0), hourInWords(23)]).toEqual(["00:00–00:59", "23:00–23:59"]);
});

test("a moment is where its time zone has it, half hours and quarters included", () => {
  const monday = "2026-11-23T18:15:00Z";
  expect(placeIn("UTC", monday)).toEqual([0, 18]);
  expect(placeIn("Asia/Kolkata", monday)).toEqual([0, 23]);
  expect(placeIn("Asia/Kathmandu", monday)).toEqual([1, 0]);
  expect(placeIn("America/St_Johns", "2026-11-23T03:15:00Z")).toEqual([6, 23]);
});

test("an hour of summer is told as the clocks showed it then", () => {
  expect(placeIn("Europe/London", "2026-10-24T12:00:00Z")).toEqual([5, 13]);
  expect(placeIn("Europe/London", "2026-10-25T12:00:00Z")).toEqual([6, 12]);
});
