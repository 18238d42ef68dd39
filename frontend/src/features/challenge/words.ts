/** What the second step says. */
import type { Method } from "@/api/types";
import { codeInWords } from "@/lib/code-input";
import { type ChallengeState, type Ending, isReset } from "./flow";

const prompts: Record<Exclude<Method, "totp" | "email">, string> = {
  passkey: "Use your passkey: with your finger, your face, your PIN, or your security key.",
  recoveryCode: "Enter one of the recovery codes that you saved when you set up two-factor authentication.",
  temporaryPass:
    "Enter the code that your administrator gave you. You set up a new authenticator right after it.",
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
  expired: "That took too long. Please enter a new code.",
  exhausted: "That code was not right either. Wait until your app shows the next one, then enter that.",
};
