/** What each mode means for people, before it is chosen. */
import type { Mode, PolicySettings } from "@/api/types";

export const modeWords: Record<
  Mode,
  { title: string; meaning: string; question?: string; consequence?: string }
> = {
  off: {
    title: "Off",
    meaning: "Nobody is asked for a second factor. Enrolled authenticators are kept.",
    question: "Turn two-factor authentication off for everybody?",
    consequence:
      "From now on a password alone opens every account. Enrolled authenticators are kept for later.",
  },
  optional: {
    title: "Optional",
    meaning: "Everybody may set up a second factor. Whoever has one is asked for it.",
  },
  required: {
    title: "Required",
    meaning:
      "Everybody needs a second factor, at once: who has none sets it up at their next sign-in or next click.",
    question: "Require two-factor authentication from everybody?",
    consequence:
      "This takes effect at once. Whoever is signed in without a second factor has to set one up before going on.",
  },
};

interface Choice {
  title: string;
  meaning: string;
}

export const adminResetWords: Record<PolicySettings["adminReset"], Choice> = {
  peer: {
    title: "Any other administrator",
    meaning: "Administrators help each other.",
  },
  superadmin: {
    title: "Superadministrators only",
    meaning: "One taken-over administrator cannot take over the others. Keep two superadministrators.",
  },
};

export const resetProofWords: Record<PolicySettings["resetProof"], Choice> = {
  code: {
    title: "A code",
    meaning: "The administrator reads a code to the person; without it, nobody sets up a new factor.",
  },
  none: {
    title: "Nothing",
    meaning: "After a reset the password alone is enough: whoever knows it can set up a factor of their own.",
  },
};
