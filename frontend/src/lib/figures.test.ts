import { expect, test } from "vitest";
import { asShown, figuresAsCsv } from "./figures";

const day = { day: "2026-12-08" };

test("people read numbers and days as their language writes them", () => {
  expect([asShown("Member"), asShown(12_345), asShown(day)]).toEqual(["Member", "12,345", "8 Dec 2026"]);
});

test("a file has them as machines read them, and no formula", () => {
  const figures = {
    columns: ["Day", "Users"],
    rows: [
      [day, 12_345],
      ["=1+1, at once", 0],
    ],
  };
  expect(figuresAsCsv(figures)).toBe(`Day,Users\r\n2026-12-08,12345\r\n"'=1+1, at once",0\r\n`);
});
