/** States and methods of the second factor, in an administrator's words. */
import type { FactorState, Method } from "@/api/types";

export const stateWords: Record<FactorState, string> = {
  enabled: "On",
  expired: "Key is old",
  notEnabled: "Off",
};

export const filterWords: Record<FactorState, string> = {
  enabled: "On",
  expired: "On, but a key is old",
  notEnabled: "Off",
};

export const methodWords: Record<Method, string> = {
  totp: "Authenticator app",
  recoveryCode: "Recovery codes",
};
