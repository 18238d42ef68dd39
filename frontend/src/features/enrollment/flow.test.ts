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
const sheet = {
  codes: [{ number: 1, code: "AAAA" }],
  organization: "Example Trust",
  account: "ada@example.org",
};

const begin = start(["totp"]);
const play = (...events: EnrollmentEvent[]): EnrollmentState => events.reduce(enrollment, begin);
const playWithChoice = (...events: EnrollmentEvent[]): EnrollmentState =>
  events.reduce(enrollment, start(["passkey", "totp"]));
const shownKey: EnrollmentEvent[] = [{ type: "began" }, { type: "begun", enrollment: begun }];

test("a first authenticator ends with recovery codes that have to be saved", () => {
  const shown = play(...shownKey, { type: "submitted" }, { type: "confirmed", sheet });
  expect(shown).toMatchObject({ step: "codes", sheet });
  expect(enrollment(shown, { type: "codesSaved" }).step).toBe("done");
});

test("a further one is done with its code", () => {
  expect(play(...shownKey, { type: "submitted" }, { type: "confirmed" }).step).toBe("done");
});

test("a wrong code stays at its step, with the same key", () => {
  const state = play(...shownKey, { type: "submitted" }, { type: "refused", message: "No." });
  expect(state).toMatchObject({ step: "connect", enrollment: begun, failure: "No.", busy: false, round: 1 });
});

test("a code that nobody has judged is not called wrong, and stays", () => {
  const failed = play(...shownKey, { type: "submitted" }, { type: "failed", message: "Nobody there." });
  expect(failed).toMatchObject({ step: "connect", failure: "Nobody there.", busy: false, round: 0 });
  expect(failed.wrong).toBe(false);
  expect(enrollment(failed, { type: "refused", message: "No." })).toMatchObject({ wrong: true, round: 1 });
});

test("going back leads to the app again", () => {
  expect(play(...shownKey, { type: "wentBack" })).toMatchObject({ step: "app", busy: false });
});

test("saved codes cannot be gone back to", () => {
  const shown = play(...shownKey, { type: "submitted" }, { type: "confirmed", sheet });
  expect(enrollment(shown, { type: "wentBack" })).toBe(shown);
});

test("a key that has lapsed starts over, and says so", () => {
  expect(play(...shownKey, { type: "lapsed", message: "Too late." })).toMatchObject({
    step: "app",
    failure: "Too late.",
  });
});

test("the steps are counted as the person will see them", () => {
  expect(progress(begin, true)).toEqual({ current: 1, total: 3 });
  expect(progress(play(...shownKey), false)).toEqual({ current: 2, total: 2 });
  expect(progress(play(...shownKey, { type: "confirmed", sheet }), true)).toEqual({ current: 3, total: 3 });
});

test("where there are several kinds, one is chosen first, and may be chosen anew", () => {
  const passkey: EnrollmentEvent = { type: "chosen", factor: "passkey" };
  expect([playWithChoice().step, start(["passkey"]).step, begin.step]).toEqual(["choice", "passkey", "app"]);
  expect(playWithChoice({ type: "chosen", factor: "totp" })).toMatchObject({ step: "app", factor: "totp" });
  expect(playWithChoice(passkey, { type: "wentBack" })).toEqual(playWithChoice());
  expect(play({ type: "wentBack" })).toBe(begin);
});

test("a passkey is made in one step, and may be tried again", () => {
  const asked = playWithChoice({ type: "chosen", factor: "passkey" }, { type: "submitted" });
  expect(enrollment(asked, { type: "refused", message: "No." })).toMatchObject({
    step: "passkey",
    busy: false,
    failure: "No.",
    round: 1,
  });
  expect(enrollment(asked, { type: "confirmed", sheet })).toMatchObject({ step: "codes", sheet });
  expect(enrollment(asked, { type: "confirmed" }).step).toBe("done");
});

test("how many steps there are is known once something is chosen", () => {
  expect(progress(playWithChoice(), true)).toEqual({ current: 1 });
  const passkey = playWithChoice({ type: "chosen", factor: "passkey" });
  expect(progress(passkey, true)).toEqual({ current: 2, total: 3 });
  expect(progress(enrollment(passkey, { type: "confirmed", sheet }), true)).toEqual({ current: 3, total: 3 });
  expect(progress(playWithChoice({ type: "chosen", factor: "totp" }), true)).toEqual({
    current: 2,
    total: 4,
  });
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
