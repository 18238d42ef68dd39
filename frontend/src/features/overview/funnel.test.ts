import { expect, test } from "vitest";
import { STAGES, stuckBefore } from "./funnel";

test("each stage tells who has not come so far", () => {
  const enrollment = { accounts: 45, activated: 42, asked: 41, enrolled: 32, used: 32 };
  expect(STAGES.map((stage) => stuckBefore(stage, enrollment))).toEqual([0, 3, 1, 9, 0]);
});
