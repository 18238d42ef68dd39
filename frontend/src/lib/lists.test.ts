import { expect, test } from "vitest";
import { listedRuns } from "./lists";

test("numbers in a row are told by the first and the last", () => {
  expect(listedRuns([1, 2, 4, 5, 6, 7, 9])).toBe("1, 2, 4–7, 9");
  expect([[], [3], [1, 2, 3]].map(listedRuns)).toEqual(["", "3", "1–3"]);
});
