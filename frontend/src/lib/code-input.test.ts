import { expect, test } from "vitest";
import { codeIn, digitsOf, lengthsOf, soleLength } from "./code-input";

test("digits are found, whatever stands between them and however they are written", () => {
  for (const text of ["123456", "123 456", " 123-456\n", "Your code: 123456", "１２３４５６"])
    expect(digitsOf(text), text).toBe("123456");
  expect(digitsOf("a1-b2")).toBe("12");
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
