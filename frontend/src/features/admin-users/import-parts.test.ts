import { expect, test } from "vitest";
import { partsOf } from "./import-parts";

test("parts know where they begin", () => {
  expect(partsOf("a\nb\nc\nd\ne\n", 2)).toEqual([
    { text: "a\nb", before: 0, lines: 2 },
    { text: "c\nd", before: 2, lines: 2 },
    { text: "e", before: 4, lines: 1 },
  ]);
});

test("empty lines count, so that errors keep their numbers", () => {
  expect(partsOf("a\n\n\nb", 2)).toEqual([
    { text: "a\n", before: 0, lines: 2 },
    { text: "\nb", before: 2, lines: 2 },
  ]);
  expect(partsOf("")).toEqual([]);
});
