import { expect, test } from "vitest";
import { inWords, onAClock } from "./duration";

test("waiting times are rounded up", () => {
  expect([0.2, 1, 59, 61, 3601, 90_000].map(inWords)).toEqual([
    "1 second",
    "1 second",
    "59 seconds",
    "2 minutes",
    "2 hours",
    "2 days",
  ]);
  expect([65, 0, -3].map(onAClock)).toEqual(["1:05", "0:00", "0:00"]);
});
