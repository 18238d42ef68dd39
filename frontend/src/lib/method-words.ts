/** The ways to answer a challenge, as administrators call them. */
import type { Method } from "@/api/types";

export const methodWords: Record<Method, string> = {
  totp: "Authenticator app",
  passkey: "Passkey",
  email: "Codes by email",
  recoveryCode: "Recovery codes",
  temporaryPass: "Temporary pass",
};
