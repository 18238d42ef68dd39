/** Which way of proving the second factor worked last in this browser: shown first the next time. */
import type { Method } from "@/api/types";
import { recall, remember } from "./memory";

const KEY = "nightlatch.method";

/** The others stand in for these in need, and are not what somebody wants to begin with. */
const USUAL: readonly Method[] = ["totp", "passkey", "email"];

export function rememberMethod(method: Method): void {
  if (USUAL.includes(method)) remember(KEY, method);
}

export function rememberedMethod(): Method | undefined {
  const kept = recall(KEY);
  return USUAL.find((method) => method === kept);
}
