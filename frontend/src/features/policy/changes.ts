/** What a draft changes, setting by setting, in plain words. */
import type { Method, Phase, PolicySettings } from "@/api/types";
import { count } from "@/lib/duration";
import { lifetimeInWords } from "@/lib/lifetimes";
import { METHODS, methodWords } from "@/lib/method-words";
import { asDateAndTime } from "@/lib/moments";
import { targetInWords } from "@/lib/phases";
import { roleWords } from "@/lib/role-words";
import { changedKeys } from "./draft";
import { byDate } from "./phases";
import {
  adminResetWords,
  afterGraceWords,
  algorithmWords,
  loginStyleWords,
  modeWords,
  newUsersWords,
  resetProofWords,
  ssoWords,
} from "./words";

export interface Change {
  key: keyof PolicySettings;
  setting: string;
  /** A line each; a setting with parts has several. */
  before: string[];
  after: string[];
  /** What is lost by it. */
  danger?: string;
}

type Told = {
  [Key in keyof PolicySettings]: [setting: string, words: (value: PolicySettings[Key]) => string | string[]];
};

const told: Told = {
  mode: ["Who needs a second factor", (mode) => modeWords[mode].title],
  phases: ["Phases", (phases) => (phases.length > 0 ? byDate(phases).map(phaseInWords) : "None")],
  afterGrace: ["After the deadline", (after) => afterGraceWords[after].title],
  newUsers: ["People who are added later", (users) => newUsersWords[users].title],
  loginStyle: ["Signing in", (style) => loginStyleWords[style].title],
  allowedMethods: [
    "What people may use",
    // In one order, whatever was ticked first.
    (methods) => METHODS.filter((method) => methods.includes(method)).map(methodWords),
  ],
  passkeyLogin: ["Signing in with a passkey alone", (allowed) => (allowed ? "Allowed" : "Not allowed")],
  passkeyOnly: [
    "Roles that need a passkey",
    (roles) => (roles.length > 0 ? roles.map((role) => roleWords(role)) : "None"),
  ],
  recoveryCodeCount: ["Recovery codes per person", String],
  secretMaxAgeDays: [
    "Renew authenticators",
    (days) => (days === 0 ? "Never" : `After ${count(days, "day")}`),
  ],
  digits: ["Digits of new authenticators", String],
  algorithm: ["Algorithm of new authenticators", (algorithm) => algorithmWords[algorithm]],
  skewSteps: ["Codes before and after the current one", (steps) => (steps > 0 ? "Accepted" : "Not accepted")],
  stepUpMaxAgeMinutes: ["Ask again", (minutes) => `After ${count(minutes, "minute")}`],
  adminReset: ["Who may reset an administrator", (who) => adminResetWords[who].title],
  resetProof: ["What somebody shows after a reset", (proof) => resetProofWords[proof].title],
  temporaryPass: [
    "Temporary passes",
    ({ enabled, maxMinutes }) => (enabled ? `Good for at most ${lifetimeInWords(maxMinutes)}` : "Not issued"),
  ],
  sso: ["Second factor after single sign-on", (sso) => ssoWords[sso].title],
  trustedDeviceDays: ["Trusted browsers", (days) => (days === 0 ? "None" : `For ${count(days, "day")}`)],
};

/** "Everyone from 1 Dec 2026, 09:00, with 7 days to set it up". */
export function phaseInWords(phase: Phase): string {
  const who = targetInWords(phase);
  const grace = phase.graceDays === 0 ? "at once" : `with ${count(phase.graceDays, "day")} to set it up`;
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} from ${asDateAndTime(phase.startsAt)}, ${grace}`;
}

export function changesOf(stored: PolicySettings, draft: PolicySettings): Change[] {
  const changed = new Set(changedKeys(stored, draft));
  const keys = Object.keys(told) as (keyof PolicySettings)[];
  return keys.filter((key) => changed.has(key)).map((key) => change(key, stored, draft));
}

function change<Key extends keyof PolicySettings>(
  key: Key,
  stored: PolicySettings,
  draft: PolicySettings,
): Change {
  const [setting, words] = told[key];
  const danger = dangerOf(key, stored, draft);
  return {
    key,
    setting,
    before: [words(stored[key])].flat(),
    after: [words(draft[key])].flat(),
    ...(danger && { danger }),
  };
}

function dangerOf(
  key: keyof PolicySettings,
  stored: PolicySettings,
  draft: PolicySettings,
): string | undefined {
  if (key === "mode" && draft.mode === "off")
    return "A password alone opens every account. What people have set up is kept for later.";
  if (key === "mode" && stored.mode === "required") return "Nobody has to have a second factor any more.";
  if (key === "afterGrace" && draft.afterGrace === "block")
    return "Whoever misses the deadline is locked out until an administrator helps.";
  if (key === "allowedMethods") {
    const lost = (method: Method) =>
      stored.allowedMethods.includes(method) && !draft.allowedMethods.includes(method);
    if (lost("totp") || lost("passkey"))
      return "Whoever has nothing else has to set up another second factor where one is required.";
    if (lost("recoveryCode")) return "Whoever loses their phone needs an administrator.";
    if (lost("email")) return "Who has turned codes by email on is asked for none any more.";
  }
  if (key === "passkeyOnly" && draft.passkeyOnly.some((role) => !stored.passkeyOnly.includes(role)))
    return "For these roles an authenticator app no longer counts. Whoever has no passkey has to set one up where a second factor is required.";
  if (key === "sso" && draft.sso === "exempt")
    return "Whoever gets in at the provider gets in here, without a second factor of ours.";
  if (key === "resetProof" && draft.resetProof === "none")
    return "After a reset, whoever knows the password can set up a factor of their own.";
  return undefined;
}
