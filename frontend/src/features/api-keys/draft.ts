/** A key while it is put together. */
import type { NewApiKey, Scope } from "@/api/types";
import { inOrder } from "./words";

export interface Draft {
  name: string;
  scopes: Scope[];
  days: number;
  /** One in each line. */
  networks: string;
  /** Empty for the usual. */
  callsPerMinute: string;
}

export const emptyDraft: Draft = { name: "", scopes: [], days: 365, networks: "", callsPerMinute: "" };

export const FIELDS = ["name", "scopes", "networks", "callsPerMinute", "expiresAt"];

/** How long a key may be good, in days. */
export const LIFETIMES = [30, 90, 365, 730];

/** How often a minute a key may be used where nobody says otherwise. */
export const USUAL_RATE = 6000;

const HOUR_MS = 3_600_000;

export const isRate = (text: string): boolean => /^\d*$/.test(text.trim());

/** Whether there is enough of it to be asked for. */
export function isReady({ name, scopes, callsPerMinute }: Draft): boolean {
  return name.trim() !== "" && scopes.length > 0 && isRate(callsPerMinute);
}

/** What goes to the service. */
export function order({ name, scopes, days, networks, callsPerMinute }: Draft, now: number): NewApiKey {
  // An hour less, or the longest would be too long for a service whose clock is behind.
  const expiresAt = new Date(now + (days * 24 - 1) * HOUR_MS).toISOString();
  const rate = callsPerMinute.trim();
  return {
    name: name.trim(),
    scopes: inOrder(scopes),
    expiresAt,
    networks: networks.split(/[\s,]+/).filter(Boolean),
    ...(rate && { callsPerMinute: Number(rate) }),
  };
}
