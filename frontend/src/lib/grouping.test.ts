import { expect, test } from "vitest";
import { groupsOfFour } from "./grouping";

test("a setup key is read in groups of four", () => {
  expect(groupsOfFour("JBSWY3DPEHPK3PXPAB")).toEqual(["JBSW", "Y3DP", "EHPK", "3PXP", "AB"]);
});
