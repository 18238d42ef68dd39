/** API keys in an administrator's words. */
import { describe, type Told } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { ApiKey, Permission, Scope } from "@/api/types";
import { lifetimeInWords } from "@/lib/lifetimes";
import { words } from "@/lib/words";

const say = words("api-keys");

/** What is said about each, in the order in which they are listed. */
const messages = {
  verify: "verify",
  "verify.explain": "explain",
  "users.read": "read-users",
  "users.write": "write-users",
  "users.reset2fa": "reset-factors",
  "policy.read": "read-policy",
  "audit.read": "read-log",
} as const satisfies Record<Scope, string>;

const SCOPES = Object.keys(messages) as Scope[];

/** What a key with it may do. */
export const scopeWords = (scope: Scope): string => say(messages[scope]);

/** What it means to give that away. */
export const scopeMeaning = (scope: Scope): string => say(`${messages[scope]}.meaning`);

/** Nobody gives more than they have; checking codes is nobody's own. */
export function scopesFor(held: readonly Permission[]): Scope[] {
  const free: readonly Scope[] = ["verify", "verify.explain"];
  const permitted: readonly string[] = held;
  return SCOPES.filter((scope) => free.includes(scope) || permitted.includes(scope));
}

export function inOrder(scopes: readonly Scope[]): Scope[] {
  return SCOPES.filter((scope) => scopes.includes(scope));
}

const DAY_MS = 86_400_000;
const SOON_MS = 30 * DAY_MS;

export type Expiry = "expired" | "soon" | "later";

export function expiryOf({ expiresAt }: Pick<ApiKey, "expiresAt">, now: number): Expiry {
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return "expired";
  return left <= SOON_MS ? "soon" : "later";
}

/** Whether the secret from before the last rotation is still good. */
export function hasTwoSecrets({ previousUntil }: Pick<ApiKey, "previousUntil">, now: number): boolean {
  return previousUntil !== undefined && Date.parse(previousUntil) > now;
}

export function overlapInWords(minutes: number): string {
  return minutes === 0 ? say("overlap.none") : lifetimeInWords(minutes);
}

export function refusalInWords(error: unknown): Told | undefined {
  if (isRefusal(error, "not_permitted")) return say("refused.beyond");
  if (isRefusal(error, "not_found")) return say("refused.gone");
  return describe(error);
}
