/** What each setting means for people, before it is chosen. */
import type { Mode, PolicyPreset, PolicySettings } from "@/api/types";
import type { Catalogue } from "@/lib/catalogue";
import { words } from "@/lib/words";

const say = words("policy");

type Messages = Catalogue["policy"];

/** The messages that have a meaning beside what something is called. */
type Explained = {
  [Key in keyof Messages & string]: `${Key}.meaning` extends keyof Messages ? Key : never;
}[keyof Messages & string];

export interface Words {
  title: string;
  meaning: string;
}

export const explained = (key: Explained): Words => ({ title: say(key), meaning: say(`${key}.meaning`) });

export const modeWords = (): Record<Mode, Words> => ({
  off: explained("mode-off"),
  optional: explained("mode-optional"),
  required: explained("mode-required"),
});

export const newUsersWords = (): Record<PolicySettings["newUsers"], Words> => ({
  atActivation: explained("new-users-atActivation"),
  firstLogin: explained("new-users-firstLogin"),
  grace: explained("new-users-grace"),
});

export const afterGraceWords = (): Record<PolicySettings["afterGrace"], Words> => ({
  enrollAtLogin: explained("after-grace-enrollAtLogin"),
  block: explained("after-grace-block"),
});

export const loginStyleWords = (): Record<PolicySettings["loginStyle"], Words> => ({
  twoStep: explained("login-style-twoStep"),
  singleForm: explained("login-style-singleForm"),
});

export const ssoWords = (): Record<PolicySettings["sso"], Words> => ({
  exempt: explained("sso-exempt"),
  trustProvider: explained("sso-trustProvider"),
  required: explained("sso-required"),
});

export const adminResetWords = (): Record<PolicySettings["adminReset"], Words> => ({
  peer: explained("admin-reset-peer"),
  superadmin: explained("admin-reset-superadmin"),
});

export const resetProofWords = (): Record<PolicySettings["resetProof"], Words> => ({
  code: explained("reset-proof-code"),
  none: explained("reset-proof-none"),
});

export const algorithmWords = (): Record<PolicySettings["algorithm"], string> => ({
  SHA1: say("algorithm.SHA1"),
  SHA256: say("algorithm.SHA256"),
  SHA512: say("algorithm.SHA512"),
});

export const presetWords = (): Record<PolicyPreset["id"], Words> => ({
  recommendedRollout: explained("preset-recommendedRollout"),
  guidedAdministrators: explained("preset-guidedAdministrators"),
  optionalShort: explained("preset-optionalShort"),
  phasedBlocking: explained("preset-phasedBlocking"),
  singleForm: explained("preset-singleForm"),
  supervised: explained("preset-supervised"),
});

export const RECOMMENDED = "recommendedRollout" satisfies PolicyPreset["id"];
