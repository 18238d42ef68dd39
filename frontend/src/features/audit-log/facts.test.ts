import { afterEach, expect, test } from "vitest";
import { openAreas, speak } from "@/lib/words";
import { factsOf } from "./facts";

afterEach(() => speak("en"));

test("of a change, only what changed is told", () => {
  const old = { mode: "optional", recoveryCodeCount: 10, allowedMethods: ["totp", "recoveryCode"] };
  const detail = { old, new: { ...old, mode: "required", allowedMethods: ["recoveryCode", "totp"] } };
  expect(factsOf({ action: "policy.changed", detail })).toEqual([
    ["Who needs a second factor", "Optional → Required"],
  ]);
});

test("a setting within a setting is told by both names", () => {
  const passes = (maxMinutes: number) => ({ temporaryPass: { enabled: true, maxMinutes } });
  expect(factsOf({ action: "policy.changed", detail: { old: passes(1440), new: passes(60) } })).toEqual([
    ["Temporary passes, Longest (minutes)", "1440 → 60"],
  ]);
});

test("phases are told one by one, and also that one is gone", () => {
  const first = { target: "everyone", startsAt: "2026-03-01T08:00:00Z", graceDays: 7 };
  const second = { ...first, target: { role: "admin" } };
  const told = (old: object[], now: object[]) =>
    factsOf({ action: "policy.changed", detail: { old: { phases: old }, new: { phases: now } } });
  expect(told([first], [first, second])).toEqual([
    ["Phases, 2, For, Role", "— → Administrator"],
    ["Phases, 2, Begins", expect.stringMatching(/^— → 1 Mar 2026/)],
    ["Phases, 2, Grace days", "— → 7"],
  ]);
  expect(told([first, second], [first])).toHaveLength(3);
  expect(told([first], [{ ...first, graceDays: 0 }])).toEqual([["Phases, 1, Grace days", "7 → 0"]]);
});

test("names are told in words, whoever else has words for them", () => {
  const detail = {
    method: "totp",
    reason: "tooMany",
    permissions: ["users.read", "audit.read"],
    scopes: ["verify.explain", "users.read"],
    failed: "code.rejected",
    old: ["admin"],
    new: ["auditor", "member"],
    passwordless: true,
  };
  expect(factsOf({ action: "policy.changed", detail })).toEqual([
    ["Before", "Administrator"],
    ["After", "Member, auditor"],
    ["Method", "Authenticator app"],
    ["Reason", "too many sessions"],
    ["Permissions", "Read the audit log, See users, roles and the overview"],
    ["What it may do", "Learn why a code was not taken, See users, roles and the overview"],
    ["What failed", "Wrong code entered"],
    ["Without a password", "yes"],
  ]);
});

test("they are told in the language of whoever reads", async () => {
  await speak("de");
  await openAreas(["facts", "policy", "lib"]);
  const detail = { method: "trustedDevice", old: { sso: "exempt" }, new: { sso: "required" } };
  expect(factsOf({ action: "policy.changed", detail })).toEqual([
    ["Zweiter Faktor nach dem Single Sign-on", "Dem Anbieter vertrauen → Auch hier fragen"],
    ["Verfahren", "Vertrauter Browser"],
  ]);
});

test("a list that was empty is told as nothing", () => {
  const policy = (passkeyOnly: string[]) => ({ phases: [], passkeyOnly });
  const detail = { old: policy([]), new: policy(["admin"]) };
  expect(factsOf({ action: "policy.changed", detail })).toEqual([[expect.any(String), "— → Administrator"]]);
  const first = { target: "everyone", graceDays: 7 };
  expect(
    factsOf({ action: "policy.changed", detail: { old: { phases: [] }, new: { phases: [first] } } }),
  ).toHaveLength(2);
  expect(factsOf({ action: "api_key.created", detail: { networks: [] } })).toEqual([]);
});

test("what somebody wrote is told as it is, whatever it is spelled like", () => {
  const detail = { reason: "locked" };
  expect(factsOf({ action: "two_factor.reset", detail })).toEqual([["Reason", "locked"]]);
  expect(factsOf({ action: "login.failed", detail })).not.toEqual([["Reason", "locked"]]);
});

test("what somebody wrote, and what a newer service records, is listed as it is", () => {
  const detail = { reason: "The phone is lost.", orbit: { phase: "full" }, old: null };
  expect(factsOf({ action: "two_factor.reset", detail, requestId: "r" })).toEqual([
    ["Reason", "The phone is lost."],
    ["orbit, phase", "full"],
    ["Request", "r"],
  ]);
});
