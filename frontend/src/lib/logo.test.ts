import { expect, test } from "vitest";
import { fitted, LARGEST_LOGO, objectionTo } from "./logo";

test("a logo fits its place and keeps its shape", () => {
  expect(fitted({ width: 512, height: 128 })).toEqual({ width: 240, height: 60 });
  expect(fitted({ width: 512, height: 512 })).toEqual({ width: 72, height: 72 });
  expect(fitted({ width: 64, height: 32 })).toEqual({ width: 64, height: 32 });
  expect(fitted({ width: 512, height: 1 })).toEqual({ width: 240, height: 1 });
});

test("a file that can be no logo is not sent", () => {
  expect(objectionTo({ type: "image/png", size: LARGEST_LOGO })).toBeUndefined();
  expect(objectionTo({ type: "image/png", size: LARGEST_LOGO + 1 })).toBe("too_large");
  expect(objectionTo({ type: "image/svg+xml", size: 10 })).toBe("invalid_png");
  expect(objectionTo({ type: "", size: 10 })).toBe("invalid_png");
});
