import { expect, test } from "vitest";
import { complete, digitsOf, emptyBoxes, enter, erase } from "./code-input";

test("a pasted code fills all boxes, whatever stands between its digits", () => {
  for (const text of ["123456", "123 456", " 123-456\n", "Your code: 123456", "１２３４５６"]) {
    expect(complete(enter(emptyBoxes, 0, text)), text).toBe("123456");
  }
});

test("a whole code starts in the first box, wherever it is pasted", () => {
  expect(complete(enter(emptyBoxes, 4, "123456"))).toBe("123456");
});

test("digits typed one by one move on, and the last box stays", () => {
  let boxes = emptyBoxes;
  for (const [index, digit] of [..."98765"].entries()) boxes = enter(boxes, index, digit);
  expect(boxes.focus).toBe(5);
  expect(complete(boxes)).toBeUndefined();
  boxes = enter(boxes, 5, "4");
  expect(boxes.focus).toBe(5);
  expect(complete(boxes)).toBe("987654");
});

test("a part of a code goes where it is put, and what is too long is cut", () => {
  expect(enter(emptyBoxes, 4, "123").digits).toEqual(["", "", "", "", "1", "2"]);
  expect(complete(enter(emptyBoxes, 0, "12345678"))).toBe("123456");
});

test("anything that is no digit changes nothing", () => {
  expect(enter(emptyBoxes, 2, "x").digits).toEqual(emptyBoxes.digits);
  expect(digitsOf("a1-b2")).toBe("12");
});

test("backspace empties a box, then the one before", () => {
  const full = enter(emptyBoxes, 0, "123456");
  const once = erase(full, 5);
  expect(once).toMatchObject({ focus: 5, digits: ["1", "2", "3", "4", "5", ""] });
  expect(erase(once, 5)).toMatchObject({ focus: 4, digits: ["1", "2", "3", "4", "", ""] });
  expect(erase(emptyBoxes, 0).focus).toBe(0);
});
