/** API keys in an administrator's words. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { ApiKey, Permission, Scope } from "@/api/types";
import { lifetimeInWords } from "@/lib/lifetimes";

interface ScopeWords {
  /** What the key may do. */
  label: string;
  /** What it means to give that away. */
  meaning: string;
}

export const scopeWords: Record<Scope, ScopeWords> = {
  verify: {
    label: "Check codes",
    meaning: "Asks whether a user's code is right: for services that have a sign-in of their own.",
  },
  "verify.explain": {
    label: "Learn why a code is wrong",
    meaning: "The answer says more than that: for support, not for what strangers see.",
  },
  "users.read": {
    label: "See users, roles and the overview",
    meaning: "Names, addresses, and who has a second factor; never a code.",
  },
  "users.write": {
    label: "Add, change and suspend users",
    meaning: "Of those who may do no more than the key, and sets their deadlines.",
  },
  "users.reset2fa": {
    label: "Reset second factors, and issue temporary passes",
    meaning: "Whoever has such a key can take the second factor of members from them.",
  },
  "policy.read": { label: "See the policy", meaning: "Nothing in it can be changed." },
  "audit.read": {
    label: "Read and export the audit log",
    meaning: "Who did what, when and from which address.",
  },
};

export const SCOPES = Object.keys(scopeWords) as Scope[];

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
  return minutes === 0 ? "Not at all: it stops at once" : lifetimeInWords(minutes);
}

export function refusalInWords(error: unknown): string | undefined {
  if (isRefusal(error, "not_permitted"))
    return "This key may do more than you may yourself. Another administrator can do it.";
  if (isRefusal(error, "not_found")) return "Somebody has revoked this key in the meantime.";
  return describe(error);
}
