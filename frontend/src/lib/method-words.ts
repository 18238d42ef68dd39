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

export const methodWords = (method: Method): string => say(`method.${method}`);
