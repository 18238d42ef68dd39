/** What the second step says. */
import { triesLeft } from "@/api/messages";
import type { Method } from "@/api/types";
import { codeInWords } from "@/lib/code-input";
import { type ChallengeState, type Ending, isReset } from "./flow";

const prompts: Record<Exclude<Method, "totp" | "email">, string> = {
  passkey: "Use your passkey: your fingerprint, face, screen lock or security key.",
  recoveryCode: "Enter one of the recovery codes that you saved when you set up two-factor authentication.",
  temporaryPass:
    "Enter the code that your administrator gave you. You set up a new second factor right after it.",
};

/** Nothing where the entry tells by itself how far it is. */
export function promptOf({ challenge, method }: ChallengeState): string | undefined {
  if (method === "email") return undefined;
  if (isReset(challenge))
    return "Your second factor was reset. Enter the code that your administrator reads to you.";
  if (method === "totp")
    return `Enter the ${codeInWords(challenge.codeLengths)} that your authenticator app shows for this account.`;
  return prompts[method];
}

export const links: Record<Method, string> = {
  totp: "Use a code from your authenticator app instead",
  passkey: "Use your passkey instead",
  email: "Use a code by email instead",
  recoveryCode: "Use a recovery code instead",
  temporaryPass: "Use a code from your administrator",
};

/** Why a step-up starts again, with a new challenge. */
export const RENEWED: Record<Ending, string> = {
  expired: "That took too long. Please start again.",
  exhausted: "That was not right either. If you use an app, wait until it shows the next code.",
};

/** The service tells nobody what was wrong with it; its owner can think of what is likely. */
export function refusedPasskey(attemptsRemaining: number | undefined): string {
  return `This passkey was not accepted: it was removed from your account, or the question was too old.${triesLeft(attemptsRemaining)}`;
}
