import { expect, test } from "vitest";
import type { Challenge } from "@/api/types";
import { begin, challenge, daysOfTrust, isBlocked, isReset, otherMethods } from "./flow";
import { links, promptOf } from "./words";

const issued: Challenge = {
  challengeId: "c",
  methods: ["totp", "recoveryCode"],
  preferred: "totp",
  codeLengths: [6],
  expiresAt: "2026-01-01T00:05:00Z",
};
const submitted = challenge(begin(issued), { type: "submitted" });

test("the preferred method comes first, the others are a link away", () => {
  const state = begin(issued);
  expect(state.method).toBe("totp");
  expect(otherMethods(state)).toEqual(["recoveryCode"]);
  expect(otherMethods(challenge(state, { type: "methodChosen", method: "recoveryCode" }))).toEqual(["totp"]);
});

test("each refusal begins a new round, so that the boxes are emptied and the words are spoken again", () => {
  const once = challenge(submitted, { type: "failed", message: "No." });
  const twice = challenge(challenge(once, { type: "submitted" }), { type: "failed", message: "No." });
  expect([once.round, twice.round]).toEqual([1, 2]);
  expect(twice).toMatchObject({ busy: false, failure: "No." });
});

test("another method starts without the failure of the one before", () => {
  const failed = challenge(submitted, { type: "failed", message: "No." });
  expect(challenge(failed, { type: "methodChosen", method: "recoveryCode" }).failure).toBeUndefined();
});

test("a browser can be trusted with an authenticator's code, where the sign-in offers it", () => {
  const offered = begin({ ...issued, trustDeviceDays: 30 });
  expect(offered.trust).toBe(false);
  expect(daysOfTrust(offered)).toBe(30);
  expect(daysOfTrust({ ...offered, method: "recoveryCode" })).toBeUndefined();
  expect(daysOfTrust(begin(issued))).toBeUndefined();
  const chosen = challenge(offered, { type: "trustChosen", trust: true });
  const failed = challenge(challenge(chosen, { type: "submitted" }), { type: "failed", message: "No." });
  expect(failed.trust).toBe(true);
});

test("a limit closes its method until its time has come, and no other", () => {
  const blocked = challenge(submitted, { type: "throttled", until: 5000 });
  expect(blocked).toMatchObject({ busy: false, blocked: { method: "totp", until: 5000 } });
  expect(isBlocked(blocked)).toBe(true);
  expect(isBlocked(challenge(blocked, { type: "methodChosen", method: "recoveryCode" }))).toBe(false);
  expect(isBlocked(challenge(blocked, { type: "released" }))).toBe(false);
});

test("an administrator's code is one way among others, or after a reset the only one", () => {
  const withPass = begin({ ...issued, methods: ["totp", "temporaryPass"] });
  expect(otherMethods(withPass).map((method) => links[method])).toEqual([
    "Use a code from your administrator",
  ]);
  expect(promptOf({ ...withPass, method: "temporaryPass" })).not.toMatch(/reset/);
  const reset: Challenge = { ...issued, methods: ["temporaryPass"], preferred: "temporaryPass" };
  expect([issued, withPass.challenge, reset].map(isReset)).toEqual([false, false, true]);
  expect(promptOf(begin(reset))).toMatch(/^Your second factor was reset\./);
});

test("it ends verified, with an enrollment to come, too late, or after the last try", () => {
  expect(challenge(submitted, { type: "verified" }).outcome).toBe("verified");
  const demanded = challenge(submitted, { type: "enrollmentDemanded", deadline: "2026-02-01T00:00:00Z" });
  expect(demanded.outcome).toEqual({ after: "totp", deadline: "2026-02-01T00:00:00Z" });
  for (const ending of ["expired", "exhausted"] as const) {
    expect(challenge(submitted, { type: "ended", ending }).outcome).toBe(ending);
  }
});
