/** What the second step says. */
import type { Method } from "@/api/types";

export const prompts: Record<Method, string> = {
  totp: "Enter the six-digit code that your authenticator app shows for this account.",
  recoveryCode: "Enter one of the recovery codes that you saved when you set up two-factor authentication.",
};

export const links: Record<Method, string> = {
  totp: "Use a code from your authenticator app instead",
  recoveryCode: "Use a recovery code instead",
};

export const EXPIRED = "This sign-in took too long. Please start again.";
