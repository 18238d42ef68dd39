/** What each setting means for people, before it is chosen. */
import type { Mode, PolicyPreset, PolicySettings } from "@/api/types";

export interface Words {
  title: string;
  meaning: string;
}

export const modeWords: Record<Mode, Words> = {
  off: {
    title: "Off",
    meaning: "Nobody is asked for a second factor. What people have set up is kept.",
  },
  optional: {
    title: "Optional",
    meaning: "Everybody may set up a second factor. Whoever has one is asked for it.",
  },
  required: {
    title: "Required",
    meaning: "Everybody needs a second factor: at once, or phase by phase.",
  },
};

export const newUsersWords: Record<PolicySettings["newUsers"], Words> = {
  atActivation: {
    title: "With their activation",
    meaning: "They set it up when they activate their account.",
  },
  firstLogin: {
    title: "At their first sign-in",
    meaning: "They set it up right after they type their password for the first time.",
  },
  grace: {
    title: "Within the phase's grace period",
    meaning: "They get as many days as everybody else, from the day they are added.",
  },
};

export const afterGraceWords: Record<PolicySettings["afterGrace"], Words> = {
  enrollAtLogin: {
    title: "Set it up at sign-in",
    meaning: "Whoever is late sets it up right after the password, and goes on.",
  },
  block: {
    title: "Block the sign-in",
    meaning: "Whoever is late cannot sign in until an administrator gives them more time or a pass.",
  },
};

export const loginStyleWords: Record<PolicySettings["loginStyle"], Words> = {
  twoStep: {
    title: "Step by step",
    meaning: "The code is asked for on a page of its own, after the password.",
  },
  singleForm: {
    title: "In one form",
    meaning:
      "The code stands under the password. A wrong password and a wrong code are answered alike, so nobody learns which it was.",
  },
};

export const ssoWords: Record<PolicySettings["sso"], Words> = {
  exempt: {
    title: "Trust the provider",
    meaning: "Whoever signs in there is asked for nothing more here. The provider decides how safe that is.",
  },
  trustProvider: {
    title: "Trust the provider where it asked for two factors",
    meaning: "Where it says that it did, nothing more is asked for. Otherwise the rules for passwords apply.",
  },
  required: {
    title: "Ask here as well",
    meaning: "The same rules as after a password apply: the second factor is asked for, and its set-up too.",
  },
};

export const adminResetWords: Record<PolicySettings["adminReset"], Words> = {
  peer: {
    title: "Any other administrator",
    meaning: "Administrators help each other.",
  },
  superadmin: {
    title: "Superadministrators only",
    meaning: "One taken-over administrator cannot take over the others. Keep two superadministrators.",
  },
};

export const resetProofWords: Record<PolicySettings["resetProof"], Words> = {
  code: {
    title: "A code",
    meaning: "The administrator reads a code to the person; without it, nobody sets up a new factor.",
  },
  none: {
    title: "Nothing",
    meaning: "After a reset the password alone is enough: whoever knows it can set up a factor of their own.",
  },
};

export const algorithmWords: Record<PolicySettings["algorithm"], string> = {
  SHA1: "SHA-1 (every app)",
  SHA256: "SHA-256 (not every app)",
  SHA512: "SHA-512 (not every app)",
};

export const presetWords: Record<PolicyPreset["id"], Words> = {
  recommendedRollout: {
    title: "Recommended roll-out",
    meaning:
      "Required: administrators at once, managers in a week, everyone in two weeks, the latter two with 7 days' grace.",
  },
  guidedAdministrators: {
    title: "Administrators only",
    meaning: "Required of administrators at once, set up at their next sign-in; of nobody else.",
  },
  optionalShort: {
    title: "Optional",
    meaning: "Everybody may; six recovery codes each, and keys are renewed twice a year.",
  },
  phasedBlocking: {
    title: "Roll-out that blocks",
    meaning:
      "Required phase by phase with 7 days' grace. Whoever is late is blocked until an administrator helps.",
  },
  singleForm: {
    title: "One form",
    meaning: "Optional; the code stands under the password, and keys are never renewed.",
  },
  supervised: {
    title: "Supervised",
    meaning: "Optional; only superadministrators reset administrators, and keys are never renewed.",
  },
};

export const RECOMMENDED = "recommendedRollout" satisfies PolicyPreset["id"];
