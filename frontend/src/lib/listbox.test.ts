import { expect, test } from "vitest";
import { movedTo } from "./listbox";

test("arrow keys go round in a list", () => {
  expect([0, 1, 2].map((active) => movedTo("ArrowDown", active, 3))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((active) => movedTo("ArrowUp", active, 3))).toEqual([2, 0, 1]);
  expect(movedTo("ArrowDown", 0, 0)).toBeUndefined();
  expect(movedTo("a", 0, 3)).toBeUndefined();
});
