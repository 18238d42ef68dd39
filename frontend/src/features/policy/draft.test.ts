import { expect, test } from "vitest";
import type { Phase, Policy } from "@/api/types";
import { storedPolicy as policy } from "@/testing/policies";
import { draftOf, factorError, inOrder, isChanged, isValid, rangeError, withMethod } from "./draft";

const later: Phase = { everyone: true, startsAt: "2026-12-08T09:00:00Z", graceDays: 7 };
const sooner: Phase = { role: "admin", startsAt: "2026-12-01T09:00:00Z", graceDays: 0 };

test("edits stay on top when somebody else changes the policy", () => {
  const newer: Policy = { ...policy, version: 4, secretMaxAgeDays: 90 };
  expect(draftOf(newer, { mode: "required" })).toMatchObject({ mode: "required", secretMaxAgeDays: 90 });
});

test("what is sent has the settings and nothing else, its phases by date", () => {
  const draft = inOrder(draftOf(policy, { phases: [later, sooner] }));
  expect(Object.keys(draft)).not.toContain("version");
  expect(Object.keys(draft)).toHaveLength(Object.keys(policy).length - 2);
  expect(draft.phases).toEqual([sooner, later]);
});

test("an edit that was taken back is no change", () => {
  expect(isChanged(policy, { mode: "off" })).toBe(true);
  expect(isChanged(policy, { temporaryPass: { enabled: false, maxMinutes: 1440 } })).toBe(true);
  expect(isChanged(policy, { temporaryPass: { enabled: true, maxMinutes: 1440 } })).toBe(false);
  expect(isChanged(policy, { mode: "optional", allowedMethods: ["recoveryCode", "totp"] })).toBe(false);
  expect(isChanged({ ...policy, phases: [sooner, later] }, { phases: [later, sooner] })).toBe(false);
});

test("what takes passkeys goes with them", () => {
  const draft = draftOf(policy, {
    allowedMethods: ["totp", "passkey"],
    passkeyLogin: true,
    passkeyOnly: ["admin"],
  });
  expect(withMethod(draft, "passkey", false)).toEqual({
    allowedMethods: ["totp"],
    passkeyLogin: false,
    passkeyOnly: [],
  });
  expect(withMethod(draft, "email", true)).toEqual({ allowedMethods: ["totp", "passkey", "email"] });
  expect(
    isChanged({ ...policy, passkeyOnly: ["admin", "manager"] }, { passkeyOnly: ["manager", "admin"] }),
  ).toBe(false);
});

test("people have to be able to set up something", () => {
  expect(isValid(draftOf(policy, { allowedMethods: ["passkey"] }))).toBe(true);
  const draft = draftOf(policy, { allowedMethods: ["recoveryCode", "email"] });
  expect(factorError(draft)).toMatch(/passkeys or authenticator apps/);
  expect(isValid(draft)).toBe(false);
});

test("numbers and phases keep to their ranges", () => {
  expect(isValid(draftOf(policy, {}))).toBe(true);
  for (const value of [5, 17, 6.5, Number.NaN])
    expect(rangeError("recoveryCodeCount", value)).toMatch(/6 to 16/);
  expect(isValid(draftOf(policy, { phases: [sooner, { ...sooner }] }))).toBe(false);
});
