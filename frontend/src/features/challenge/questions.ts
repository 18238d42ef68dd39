/** What people ask at the second step, by the way that they go. */
import type { Method } from "@/api/types";
import type { Topic } from "@/ui/help-topics";

export const questions: Record<Method, readonly Topic[]> = {
  totp: ["code", "lost-phone", "why"],
  passkey: ["passkey", "lost-phone", "why"],
  email: ["why", "whom"],
  recoveryCode: ["recovery-codes", "no-codes"],
  temporaryPass: ["whom"],
};
