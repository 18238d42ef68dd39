/** What this browser keeps of how somebody likes to see things, in more than a word. */
import { recall, remember } from "./memory";

/** What was kept under a key, or nothing. Whether it still means something is for the caller to see. */
export function kept(key: string): unknown {
  try {
    return JSON.parse(recall(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** A browser that keeps nothing shows things as they are at first. */
export function keep(key: string, value: unknown): void {
  remember(key, JSON.stringify(value));
}

export function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
