import { expect, test } from "vitest";
import { codeIn, complete, digitsOf, emptyBoxes, enter, erase, lengthsOf, soleLength } from "./code-input";

const six = emptyBoxes(6);

test("a pasted code fills all boxes, whatever stands between its digits", () => {
  for (const text of ["123456", "123 456", " 123-456\n", "Your code: 123456", "１２３４５６"]) {
    expect(complete(enter(six, 0, text)), text).toBe("123456");
  }
});

test("a whole code starts in the first box, wherever it is pasted", () => {
  expect(complete(enter(six, 4, "123456"))).toBe("123456");
});

test("digits typed one by one move on, and the last box stays", () => {
  let boxes = six;
  for (const [index, digit] of [..."98765"].entries()) boxes = enter(boxes, index, digit);
  expect(boxes.focus).toBe(5);
  expect(complete(boxes)).toBeUndefined();
  boxes = enter(boxes, 5, "4");
  expect(boxes.focus).toBe(5);
  expect(complete(boxes)).toBe("987654");
});

test("a part of a code goes where it is put, and what is too long is cut", () => {
  expect(enter(six, 4, "123").digits).toEqual(["", "", "", "", "1", "2"]);
  expect(complete(enter(six, 0, "12345678"))).toBe("123456");
});

test("anything that is no digit changes nothing", () => {
  expect(enter(six, 2, "x").digits).toEqual(six.digits);
  expect(digitsOf("a1-b2")).toBe("12");
});

test("backspace empties a box, then the one before", () => {
  const full = enter(six, 0, "123456");
  const once = erase(full, 5);
  expect(once).toMatchObject({ focus: 5, digits: ["1", "2", "3", "4", "5", ""] });
  expect(erase(once, 5)).toMatchObject({ focus: 4, digits: ["1", "2", "3", "4", "", ""] });
  expect(erase(six, 0).focus).toBe(0);
});

test("eight boxes take eight digits", () => {
  const eight = emptyBoxes(8);
  expect(complete(enter(eight, 3, "1234 5678"))).toBe("12345678");
  expect(complete(enter(eight, 0, "123456"))).toBeUndefined();
});

test("a field for codes of several lengths takes each of them, and no other", () => {
  expect(codeIn("123 456", [6, 8])).toBe("123456");
  expect(codeIn("1234-5678", [6, 8])).toBe("12345678");
  expect(codeIn("1234567", [6, 8])).toBeUndefined();
});

test("lengths are told once each, and in words where there is one", () => {
  expect(lengthsOf([{ digits: 8 }, { digits: 6 }, { digits: 8 }])).toEqual([6, 8]);
  expect([[6], [8], [6, 8]].map(soleLength)).toEqual([6, 8, "any"]);
});
