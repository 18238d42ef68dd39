/** What a draft changes, setting by setting, in plain words. */
import type { Method, Phase, PolicySettings } from "@/api/types";
import { lifetimeInWords } from "@/lib/lifetimes";
import { METHODS, methodWords } from "@/lib/method-words";
import { asDateAndTime } from "@/lib/moments";
import { roleOf } from "@/lib/phases";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
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

const say = words("policy");

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
  [Key in keyof PolicySettings]: (value: PolicySettings[Key]) => string | string[];
};

/** The settings in the order in which they are told, each with what a value of it is called. */
const told: Told = {
  mode: (mode) => modeWords()[mode].title,
  phases: (phases) => (phases.length > 0 ? byDate(phases).map(phaseInWords) : say("value.no-phases")),
  afterGrace: (after) => afterGraceWords()[after].title,
  newUsers: (users) => newUsersWords()[users].title,
  loginStyle: (style) => loginStyleWords()[style].title,
  // In one order, whatever was ticked first.
  allowedMethods: (methods) => METHODS.filter((method) => methods.includes(method)).map(methodWords),
  passkeyLogin: (allowed) => say(allowed ? "value.passkey-login" : "value.no-passkey-login"),
  passkeyOnly: (roles) => (roles.length > 0 ? roles.map(roleWords) : say("value.no-passkey-only")),
  recoveryCodeCount: String,
  secretMaxAgeDays: (days) => say("value.max-age", { days }),
  digits: String,
  algorithm: (algorithm) => algorithmWords()[algorithm],
  skewSteps: (steps) => say(steps > 0 ? "value.skew" : "value.no-skew"),
  stepUpMaxAgeMinutes: (minutes) => say("value.ask-again", { minutes }),
  adminReset: (who) => adminResetWords()[who].title,
  resetProof: (proof) => resetProofWords()[proof].title,
  temporaryPass: ({ enabled, maxMinutes }) =>
    enabled ? say("value.passes", { time: lifetimeInWords(maxMinutes) }) : say("value.no-passes"),
  sso: (sso) => ssoWords()[sso].title,
  trustedDeviceDays: (days) => say("value.trusted", { days }),
};

const settingWords = (key: keyof PolicySettings): string => say(`setting.${key}`);

/** "Everyone from 1 Dec 2026, 09:00, with 7 days to set it up". */
function phaseInWords(phase: Phase): string {
  const [role, start, days] = [roleOf(phase), asDateAndTime(phase.startsAt), phase.graceDays];
  return role === undefined
    ? say("value.phase-everyone", { start, days })
    : say("value.phase-role", { role: roleWords(role), start, days });
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
  const inWords = told[key];
  const danger = dangerOf(key, stored, draft);
  return {
    key,
    setting: settingWords(key),
    before: [inWords(stored[key])].flat(),
    after: [inWords(draft[key])].flat(),
    ...(danger && { danger }),
  };
}

function dangerOf(
  key: keyof PolicySettings,
  stored: PolicySettings,
  draft: PolicySettings,
): string | undefined {
  if (key === "mode" && draft.mode === "off") return say("danger.off");
  if (key === "mode" && stored.mode === "required") return say("danger.not-required");
  if (key === "afterGrace" && draft.afterGrace === "block") return say("danger.block");
  if (key === "allowedMethods") {
    const lost = (method: Method) =>
      stored.allowedMethods.includes(method) && !draft.allowedMethods.includes(method);
    if (lost("totp") || lost("passkey")) return say("danger.lost-factor");
    if (lost("recoveryCode")) return say("danger.lost-recoveryCode");
    if (lost("email")) return say("danger.lost-email");
  }
  if (key === "passkeyOnly" && draft.passkeyOnly.some((role) => !stored.passkeyOnly.includes(role)))
    return say("danger.passkey-only");
  if (key === "sso" && draft.sso === "exempt") return say("danger.sso");
  if (key === "resetProof" && draft.resetProof === "none") return say("danger.no-proof");
  return undefined;
}
