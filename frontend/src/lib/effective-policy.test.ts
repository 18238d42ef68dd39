import { expect, test } from "vitest";
import type { EffectivePolicy, Phase } from "@/api/types";
import { effectivePolicySentence } from "./effective-policy";
import { asDeadline } from "./moments";

const everyone: Phase = { everyone: true, startsAt: "2026-12-01T12:00:00Z", graceDays: 7 };
const managers: Phase = { role: "manager", startsAt: "2026-12-01T12:00:00Z", graceDays: 7 };
const deadline = "2026-12-08T12:00:00Z";
const at = asDeadline(deadline);

const cases: [EffectivePolicy, string][] = [
  [
    { rule: "off", standing: "exempt", next: "nothing" },
    "Nobody is asked for a second factor at the moment.",
  ],
  [
    { rule: "optional", standing: "notice", next: "nothing" },
    "A second factor is optional; a reminder is shown until it is set up.",
  ],
  [
    { rule: "optional", standing: "ready", next: "nothing" },
    "A second factor is optional; it is set up, and asked for at sign-in.",
  ],
  [
    { rule: "requiredAtOnce", standing: "mustEnroll", next: "nothing" },
    "A second factor is required of everyone; it has to be set up at the next sign-in.",
  ],
  [
    { rule: "phase", phase: everyone, standing: "notice", deadline, next: "enrollAtLogin", nextAt: deadline },
    `A second factor has been required of everyone since 1 Dec 2026; it can be set up until ${at}, and after that it has to be set up at the next sign-in.`,
  ],
  [
    { rule: "phase", phase: managers, standing: "notice", deadline, next: "block", nextAt: deadline },
    `A second factor has been required of the role Manager since 1 Dec 2026; it can be set up until ${at}, and after that sign-in is blocked.`,
  ],
  [
    { rule: "phase", phase: managers, standing: "blocked", deadline, next: "nothing" },
    `A second factor has been required of the role Manager since 1 Dec 2026; sign-in is blocked, since the deadline passed on ${at}.`,
  ],
  [
    { rule: "newUser", phase: everyone, standing: "mustEnroll", next: "nothing" },
    "A second factor has been required of everyone since 1 Dec 2026, before this account was made; it has to be set up at the next sign-in.",
  ],
  [
    { rule: "extended", standing: "notice", deadline, next: "block", nextAt: deadline },
    `A second factor is required, by a deadline that an administrator has set; it can be set up until ${at}, and after that sign-in is blocked.`,
  ],
  [
    { rule: "notYet", phase: managers, standing: "exempt", next: "reminder", nextAt: managers.startsAt },
    "A second factor will be required of the role Manager from 1 Dec 2026 on; until then nothing changes.",
  ],
  [
    {
      rule: "notYet",
      phase: managers,
      standing: "notice",
      deadline,
      next: "reminder",
      nextAt: managers.startsAt,
    },
    `A second factor will be required of the role Manager from 1 Dec 2026 on; it has to be set up by ${at}.`,
  ],
  [
    { rule: "optional", standing: "mustEnroll", next: "nothing" },
    "A second factor is optional; an administrator has arranged for a new one to be set up at the next sign-in.",
  ],
  [
    { rule: "notConcerned", standing: "exempt", next: "nothing" },
    "A second factor is required in phases, and none of them concerns this account; the password alone signs in.",
  ],
];

test.each(cases)("%o is told in one sentence", (policy, sentence) => {
  expect(effectivePolicySentence(policy)).toBe(sentence);
});

test("a role that the organization has made goes by its own name", () => {
  const phase: Phase = { ...everyone, everyone: undefined, role: "night-shift" };
  expect(effectivePolicySentence({ rule: "phase", phase, standing: "ready", next: "nothing" })).toBe(
    "A second factor has been required of the role night-shift since 1 Dec 2026; it is set up, and asked for at sign-in.",
  );
});
