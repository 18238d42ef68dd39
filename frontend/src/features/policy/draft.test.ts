import { expect, test } from "vitest";
import type { Policy } from "@/api/types";
import { draftOf, isChanged, isValid, rangeError } from "./draft";

const policy: Policy = {
  mode: "optional",
  allowedMethods: ["totp", "recoveryCode"],
  recoveryCodeCount: 10,
  secretMaxAgeDays: 180,
  skewSteps: 1,
  stepUpMaxAgeMinutes: 5,
  adminReset: "peer",
  resetProof: "code",
  temporaryPass: { enabled: true, maxMinutes: 1440 },
  version: 3,
  updatedAt: "2026-01-01T00:00:00Z",
};

test("edits stay on top when somebody else changes the policy", () => {
  const newer: Policy = { ...policy, version: 4, secretMaxAgeDays: 90 };
  expect(draftOf(newer, { mode: "required" })).toMatchObject({ mode: "required", secretMaxAgeDays: 90 });
});

test("what is sent has the nine settings and nothing else", () => {
  expect(Object.keys(draftOf(policy, {}))).toHaveLength(9);
});

test("an edit that was taken back is no change", () => {
  expect(isChanged(policy, { mode: "off" })).toBe(true);
  expect(isChanged(policy, { temporaryPass: { enabled: false, maxMinutes: 1440 } })).toBe(true);
  expect(isChanged(policy, { temporaryPass: { enabled: true, maxMinutes: 1440 } })).toBe(false);
  expect(isChanged(policy, { mode: "optional", allowedMethods: ["recoveryCode", "totp"] })).toBe(false);
});

test("numbers keep to their ranges", () => {
  expect(isValid(draftOf(policy, {}))).toBe(true);
  for (const value of [5, 17, 6.5, Number.NaN])
    expect(rangeError("recoveryCodeCount", value)).toMatch(/6 to 16/);
});
