import { expect, test } from "vitest";
import { asFieldValue, dayInWords, dayOf, endOfDay, fromFieldValue, isDay, startOfDay } from "./moments";

test("a day is a whole one, the last included", () => {
  expect(Date.parse(startOfDay("2026-03-01", 1)) - Date.parse(startOfDay("2026-03-01"))).toBe(86_400_000);
});

test("a moment goes into a field and comes out as it was", () => {
  const moment = "2026-12-01T09:05:00.000Z";
  expect(fromFieldValue(asFieldValue(moment))).toBe(moment);
  expect([asFieldValue(""), fromFieldValue("")]).toEqual(["", ""]);
});

test("days are the same in every time zone, and end late", () => {
  expect(dayInWords("2026-12-08")).toBe("8 Dec 2026");
  const evening = new Date("2026-12-08T23:30:00").getTime();
  expect([dayOf(evening), dayOf(evening, 1), dayOf(evening, 24)]).toEqual([
    "2026-12-08",
    "2026-12-09",
    "2027-01-01",
  ]);
  expect(Date.parse(endOfDay("2026-12-08"))).toBeGreaterThan(evening);
  expect(["2026-12-08", "2026-13-08", "8 Dec", "2026-12-08T00:00", undefined].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
