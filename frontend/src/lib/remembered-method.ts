/** Which way of proving the second factor worked last in this browser: shown first the next time. */
import type { Method } from "@/api/types";

const KEY = "nightlatch.method";

/** The others stand in for these in need, and are not what somebody wants to begin with. */
const USUAL: readonly Method[] = ["totp", "passkey", "email"];

export function rememberMethod(method: Method): void {
  if (!USUAL.includes(method)) return;
  try {
    localStorage.setItem(KEY, method);
  } catch {
    // A browser that keeps nothing begins with what the service prefers.
  }
}

export function rememberedMethod(): Method | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return USUAL.find((method) => method === kept);
  } catch {
    return undefined;
  }
}
