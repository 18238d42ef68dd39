import { expect, test } from "vitest";
import { lifetimeInWords, lifetimesUpTo, maximaWith, usualLifetime } from "./lifetimes";

test("lifetimes keep to the policy's maximum, which can be had in full", () => {
  expect(lifetimesUpTo(1440)).toEqual([10, 30, 60, 240, 480, 1440]);
  expect(lifetimesUpTo(90)).toEqual([10, 30, 60, 90]);
  expect(lifetimesUpTo(10)).toEqual([10]);
  expect(maximaWith(90)).toEqual([10, 30, 60, 90, 240, 480, 1440]);
  expect([1440, 30].map(usualLifetime)).toEqual([60, 30]);
  expect([10, 60, 90, 240, 1440].map(lifetimeInWords)).toEqual([
    "10 minutes",
    "1 hour",
    "90 minutes",
    "4 hours",
    "1 day",
  ]);
});
