import { expect, test } from "vitest";
import type { Challenge } from "@/api/types";
import {
  begin as beginWith,
  challenge,
  daysOfTrust,
  type Habits,
  isBlocked,
  isReset,
  otherMethods,
} from "./flow";
import { promptOf } from "./words";

const issued: Challenge = {
  challengeId: "c",
  methods: ["totp", "recoveryCode"],
  preferred: "totp",
  codeLengths: [6],
  expiresAt: "2026-01-01T00:05:00Z",
};
const begin = (issued: Challenge, habits: Partial<Habits> = {}) =>
  beginWith(issued, { passkeys: true, ...habits });
const submitted = challenge(begin(issued), { type: "submitted" });

test("the preferred method comes first, the others are a link away", () => {
  const state = begin(issued);
  expect(state.method).toBe("totp");
  expect(otherMethods(state)).toEqual(["recoveryCode"]);
  expect(otherMethods(challenge(state, { type: "methodChosen", method: "recoveryCode" }))).toEqual(["totp"]);
});

test("what worked last in this browser comes first, where it is among the ways", () => {
  const both: Challenge = { ...issued, methods: ["passkey", "totp", "recoveryCode"], preferred: "passkey" };
  expect(begin(both).method).toBe("passkey");
  expect(begin(both, { remembered: "totp" }).method).toBe("totp");
  expect(begin(both, { remembered: "email" }).method).toBe("passkey");
});

test("a browser without passkeys begins with another way, and keeps the link that says so", () => {
  const both: Challenge = { ...issued, methods: ["passkey", "totp"], preferred: "passkey" };
  const state = begin(both, { passkeys: false, remembered: "passkey" });
  expect([state.method, ...otherMethods(state)]).toEqual(["totp", "passkey"]);
  expect(begin({ ...both, methods: ["passkey"] }, { passkeys: false }).method).toBe("passkey");
});

test("each refusal begins a new round, so that the boxes are emptied and the words are spoken again", () => {
  const once = challenge(submitted, { type: "refused", method: "totp", message: "No." });
  const twice = challenge(challenge(once, { type: "submitted" }), {
    type: "refused",
    method: "totp",
    message: "No.",
  });
  expect([once.round, twice.round]).toEqual([1, 2]);
  expect(twice).toMatchObject({ busy: false, failure: "No." });
});

test("where nobody has judged the code it stays, and is not marked as wrong", () => {
  const refused = challenge(submitted, { type: "refused", method: "totp", message: "No." });
  expect(refused.wrong).toBe(true);
  const failed = challenge(challenge(refused, { type: "submitted" }), {
    type: "failed",
    method: "totp",
    message: "Offline.",
  });
  expect(failed).toMatchObject({ busy: false, failure: "Offline.", wrong: false, round: 1 });
});

test("another method starts without the failure of the one before", () => {
  const failed = challenge(submitted, { type: "refused", method: "totp", message: "No." });
  expect(challenge(failed, { type: "methodChosen", method: "recoveryCode" }).failure).toBeUndefined();
});

test("a browser can be trusted with a factor, where the sign-in offers it", () => {
  const offered = begin({ ...issued, trustDeviceDays: 30 });
  expect(offered.trust).toBe(false);
  expect(daysOfTrust(offered)).toBe(30);
  expect(daysOfTrust({ ...offered, method: "passkey" })).toBe(30);
  expect(daysOfTrust({ ...offered, method: "recoveryCode" })).toBeUndefined();
  expect(daysOfTrust(begin(issued))).toBeUndefined();
  const chosen = challenge(offered, { type: "trustChosen", trust: true });
  const failed = challenge(challenge(chosen, { type: "submitted" }), {
    type: "refused",
    method: "totp",
    message: "No.",
  });
  expect(failed.trust).toBe(true);
});

test("a limit closes its method until its time has come, and no other", () => {
  const blocked = challenge(submitted, { type: "throttled", method: "totp", until: 5000 });
  expect(blocked).toMatchObject({ busy: false, blocked: { method: "totp", until: 5000 } });
  expect(isBlocked(blocked)).toBe(true);
  expect(isBlocked(challenge(blocked, { type: "methodChosen", method: "recoveryCode" }))).toBe(false);
  expect(isBlocked(challenge(blocked, { type: "released" }))).toBe(false);
});

test("an answer that comes late is none about the way that was taken meanwhile", () => {
  const other = challenge(submitted, { type: "methodChosen", method: "recoveryCode" });
  for (const type of ["refused", "failed"] as const) {
    expect(challenge(other, { type, method: "totp", message: "No." })).toEqual({ ...other, busy: false });
  }
  const throttled = challenge(other, { type: "throttled", method: "totp", until: 5000 });
  expect(throttled).toMatchObject({ busy: false, round: 0 });
  expect(isBlocked(throttled)).toBe(false);
  expect(isBlocked(challenge(throttled, { type: "methodChosen", method: "totp" }))).toBe(true);
  const demanded = challenge(other, { type: "enrollmentDemanded", method: "totp", offers: ["totp"] });
  expect(demanded.outcome).toMatchObject({ after: "totp" });
});

test("an administrator's code is one way among others, or after a reset the only one", () => {
  const withPass = begin({ ...issued, methods: ["totp", "temporaryPass"] });
  expect(otherMethods(withPass)).toEqual(["temporaryPass"]);
  expect(promptOf({ ...withPass, method: "temporaryPass" })).not.toMatch(/reset/);
  const reset: Challenge = { ...issued, methods: ["temporaryPass"], preferred: "temporaryPass" };
  expect([issued, withPass.challenge, reset].map(isReset)).toEqual([false, false, true]);
  expect(promptOf(begin(reset))).toMatch(/^Your second factor was reset\./);
});

test("it ends verified, with an enrollment to come, too late, or after the last try", () => {
  expect(challenge(submitted, { type: "verified" }).outcome).toBe("verified");
  const demand = { deadline: "2026-02-01T00:00:00Z", offers: ["passkey" as const] };
  const demanded = challenge(submitted, { type: "enrollmentDemanded", method: "totp", ...demand });
  expect(demanded.outcome).toEqual({ after: "totp", ...demand });
  for (const ending of ["expired", "exhausted"] as const) {
    expect(challenge(submitted, { type: "ended", ending }).outcome).toBe(ending);
  }
});
