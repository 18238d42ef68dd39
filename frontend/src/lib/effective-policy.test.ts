import { expect, test } from "vitest";
import type { EffectivePolicy } from "@/api/types";
import { effectivePolicySentence } from "./effective-policy";

const deadline = "2026-12-08T12:00:00Z";
const sentence = (policy: EffectivePolicy) => effectivePolicySentence(policy, "them");

test("before a deadline, it says until when and what comes then", () => {
  const policy: EffectivePolicy = {
    standing: "notice",
    rule: "phase",
    deadline,
    next: "block",
    nextAt: deadline,
  };
  expect(sentence(policy)).toBe(
    "A second factor is required, by 8 Dec 2026. After that, they cannot sign in without one.",
  );
  expect(sentence({ ...policy, next: "enrollAtLogin" })).toMatch(
    /After that, they set it up at the next sign-in\.$/,
  );
});

test("every rule and every standing has a sentence", () => {
  const rules = [
    "off",
    "optional",
    "requiredAtOnce",
    "phase",
    "newUser",
    "extended",
    "notYet",
    "notConcerned",
  ] as const;
  for (const standing of ["ready", "notice", "mustEnroll", "blocked", "exempt"] as const)
    for (const rule of rules) expect(sentence({ standing, rule, next: "nothing" })).toMatch(/^[A-Z].*\.$/);
});

test("it speaks to the person themselves, too", () => {
  const ready: EffectivePolicy = { standing: "ready", rule: "requiredAtOnce", next: "nothing" };
  expect(effectivePolicySentence(ready, "you")).toMatch(/^You have a second factor/);
});
