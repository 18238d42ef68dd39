import { describe, expect, test } from "vitest";
import type { Enrollment } from "@/api/types";
import { clockSkewMessage } from "./clock-skew";
import { type EnrollmentEvent, type EnrollmentState, enrollment, progress, start } from "./flow";
import { issuerAndAccount } from "./provisioning";

const begun: Enrollment = {
  id: "a",
  secret: "JBSWY3DPEHPK3PXP",
  otpauthUri:
    "otpauth://totp/Example%20Trust:ada%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Example%20Trust",
  qrSvg: "<svg/>",
  digits: 6,
  algorithm: "SHA1",
  expiresAt: "2026-01-01T00:15:00Z",
};
const codes = [{ number: 1, code: "AAAA" }];

const play = (...events: EnrollmentEvent[]): EnrollmentState => events.reduce(enrollment, start);
const scanned: EnrollmentEvent[] = [
  { type: "began" },
  { type: "begun", enrollment: begun },
  { type: "scanned" },
];

test("a first authenticator ends with recovery codes that have to be saved", () => {
  const shown = play(...scanned, { type: "submitted" }, { type: "confirmed", codes });
  expect(shown).toMatchObject({ step: "codes", codes });
  expect(enrollment(shown, { type: "codesSaved" }).step).toBe("done");
});

test("a further one is done with its code", () => {
  expect(play(...scanned, { type: "submitted" }, { type: "confirmed" }).step).toBe("done");
});

test("a wrong code stays at its step, with the same key", () => {
  const state = play(...scanned, { type: "submitted" }, { type: "refused", message: "No." });
  expect(state).toMatchObject({ step: "code", enrollment: begun, failure: "No.", busy: false, round: 1 });
});

test("going back shows the same key again", () => {
  expect(play(...scanned, { type: "wentBack" })).toMatchObject({ step: "scan", enrollment: begun });
});

test("saved codes cannot be gone back to", () => {
  const shown = play(...scanned, { type: "submitted" }, { type: "confirmed", codes });
  expect(enrollment(shown, { type: "wentBack" })).toBe(shown);
});

test("a key that has lapsed starts over, and says so", () => {
  expect(play(...scanned, { type: "lapsed", message: "Too late." })).toMatchObject({
    step: "app",
    failure: "Too late.",
  });
});

test("the steps are counted as the person will see them", () => {
  expect(progress(start, true)).toEqual({ current: 1, total: 4 });
  expect(progress(play(...scanned), false)).toEqual({ current: 3, total: 3 });
  expect(progress(play(...scanned, { type: "confirmed", codes }), true)).toEqual({ current: 4, total: 4 });
});

describe("a clock that is wrong", () => {
  test("is told with direction and size", () => {
    expect(clockSkewMessage(-180)).toMatch(
      /^Your phone's clock is about 3 minutes behind\. Turn on automatic date and time/,
    );
    expect(clockSkewMessage(60)).toMatch(/about 1 minute ahead/);
    expect(clockSkewMessage(-45)).toMatch(/about 45 seconds behind/);
  });
});

test("the provisioning URI tells organization and account", () => {
  expect(issuerAndAccount(begun.otpauthUri)).toEqual({ issuer: "Example Trust", account: "ada@example.org" });
});
