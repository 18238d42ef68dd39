/** The ways to answer a challenge, as administrators call them. */
import type { Method } from "@/api/types";
import { words } from "./words";

const say = words("lib");

/** In the order in which they are listed. */
const order: Record<Method, true> = {
  totp: true,
  passkey: true,
  email: true,
  recoveryCode: true,
  temporaryPass: true,
};

export const METHODS = Object.keys(order) as Method[];

/** Recovery codes stand in for whatever is lost: whoever is protected has them, and they are counted by themselves. */
export const isOwnMethod = (method: Method): boolean => method !== "recoveryCode";

export const methodWords = (method: Method): string => say(`method.${method}`);
