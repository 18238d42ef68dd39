/** Users and what is done to them, in an administrator's words. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { FactorState, IdentityCheck, ListedUser } from "@/api/types";
import type { HandoverOutcome } from "./handover";
import type { Bar, Obstacle } from "./obstacles";

export const stateWords: Record<FactorState, string> = {
  enabled: "On",
  expired: "Key is old",
  notEnabled: "Off",
};

export const RESET_PENDING = "Reset: waiting for the code";

const identityChecks = {
  call: "On a call",
  video: "On video",
  inPerson: "In person",
  other: "Another way",
};

export const identityCheckWords: Record<IdentityCheck, string> = identityChecks;

export const IDENTITY_CHECKS = Object.keys(identityChecks) as IdentityCheck[];

/** Why nothing on a user's page can be changed. */
export const barWords: Record<Bar, string> = {
  reader: "You can look at this account; an administrator can change it.",
  self: "This is your own account. Nobody resets or suspends themselves, or changes their own roles: ask another administrator.",
  above: "This is a superadministrator. Only another superadministrator can change this account.",
};

export const obstacleWords: Record<Obstacle, string> = {
  superadminOnly: "Your organization lets only superadministrators do this for an administrator.",
  passesOff: "Temporary passes are turned off in the policy.",
  nothingToStandInFor: "There is no second factor that a pass could stand in for.",
};

/** What a pass is good for, as things stand with this person. */
export function passPurpose({ twoFactor: { resetPending } }: ListedUser): string {
  return resetPending
    ? "For a code that was lost or has expired: a new one takes its place, with a lifetime of your choice."
    : "For a phone that is out of reach: a code that stands in for the second factor once, and leads to setting up a new second factor. What is set up now stays.";
}

/** What a reset is good for, as things stand with this person. */
export function resetPurpose({ displayName, twoFactor: { state, resetPending } }: ListedUser): string {
  if (resetPending)
    return "Starts over: a new code takes the place of the one before, and is good for 24 hours.";
  if (state === "notEnabled")
    return `Nothing is set up that could be lost. A reset signs ${displayName} out and starts the set-up anew.`;
  return `For a phone that is lost for good: everything that is set up is deleted, and ${displayName} sets up a new second factor.`;
}

export type Confirmation = "suspend" | "restore" | "unfreeze" | "newPassword" | "signOut" | "disconnect";

interface ConfirmationWords {
  title: string;
  consequences: string[];
  confirm: string;
  done: string;
  /** It takes something away. */
  grave: boolean;
}

export const confirmations: Record<Confirmation, (name: string) => ConfirmationWords> = {
  suspend: (name) => ({
    title: `Suspend ${name}?`,
    consequences: [
      `${name} cannot sign in any more, and is signed out everywhere.`,
      "What is set up is kept, so that you can restore the account later.",
    ],
    confirm: "Suspend",
    done: `${name} is suspended.`,
    grave: true,
  }),
  restore: (name) => ({
    title: `Restore ${name}?`,
    consequences: [`${name} can sign in again, with the password and the second factor from before.`],
    confirm: "Restore",
    done: `${name} can sign in again.`,
    grave: false,
  }),
  unfreeze: (name) => ({
    title: `Lift the freeze of ${name}?`,
    consequences: [
      `First look with ${name} at what was done, over a channel that you trust: does everything on the account belong to them, also the password and the email address?`,
      `Then ${name} can change the account again, and so can whoever else gets in.`,
    ],
    confirm: "Lift the freeze",
    done: `The account of ${name} is no longer frozen.`,
    grave: false,
  }),
  newPassword: (name) => ({
    title: `Mail ${name} a link for a new password?`,
    consequences: [
      `${name} chooses the new password; you see neither it nor the link, which is good for 30 minutes.`,
      "The password from before works until then, and whoever is signed in stays so. If somebody else may know it, sign them out everywhere as well.",
    ],
    confirm: "Mail the link",
    done: `A link for a new password is on its way to ${name}.`,
    grave: false,
  }),
  signOut: (name) => ({
    title: `Sign ${name} out everywhere?`,
    consequences: [`Every session of ${name} ends now. Password and second factor stay as they are.`],
    confirm: "Sign out everywhere",
    done: `${name} is signed out everywhere.`,
    grave: false,
  }),
  disconnect: (name) => ({
    title: `Disconnect the single sign-on of ${name}?`,
    consequences: [
      `No account at a provider signs in as ${name} any more, and every session ends now. ${name} is told by mail.`,
      `${name} signs in with the password from now on, and can connect an account again.`,
    ],
    confirm: "Disconnect",
    done: `${name} signs in with the password from now on.`,
    grave: true,
  }),
};

export function isConfirmation(dialog: string | undefined): dialog is Confirmation {
  return dialog !== undefined && Object.hasOwn(confirmations, dialog);
}

type OutcomeWords = Partial<Record<HandoverOutcome, (name: string) => string>>;

export const resetOutcomes: OutcomeWords = {
  passedOn: (name) => `The second factor of ${name} is reset. At the next sign-in they enter your code.`,
  left: (name) => `The second factor of ${name} is reset. Without the code, they need a new reset or a pass.`,
  withoutCode: (name) => `The second factor of ${name} is reset. They set up a new one after signing in.`,
};

export const passOutcomes: OutcomeWords = {
  passedOn: (name) => `${name} has a temporary pass.`,
  left: (name) => `${name} has a temporary pass, but not from you: issue a new one if it is needed.`,
};

/** What a refusal means here, where it is about somebody else's account. */
export function refusalInWords(error: unknown): string | undefined {
  if (isRefusal(error, "not_permitted"))
    return "Your permissions do not reach this far. A superadministrator can do it.";
  if (isRefusal(error, "blocked_by_policy")) return obstacleWords.passesOff;
  return describe(error);
}
