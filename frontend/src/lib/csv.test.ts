import { expect, test } from "vitest";
import { csv } from "./csv";

test("what would end a field is quoted", () => {
  expect(
    csv([
      ["a", "b, c"],
      ['say "so"', "two\nlines"],
    ]),
  ).toBe('a,"b, c"\r\n"say ""so""","two\nlines"\r\n');
});

test("nothing becomes a formula", () => {
  expect(csv([["=1+1", "+4", "-1", "@x", "1-2"]])).toBe("'=1+1,'+4,'-1,'@x,1-2\r\n");
});
