/** The addresses in what somebody has typed or pasted: from a mail's head, a sheet's column, a list. */
import { words } from "@/lib/words";

const say = words("admin-users-new");

export interface Address {
  text: string;
  /** Whether it may be one: only a mail shows more. */
  plausible: boolean;
}

/** As many as the service invites at once. */
const MOST_INVITED = 100;

/** In their order, each once. Of `Grace Hopper <grace@example.org>` the address is what is in the brackets. */
export function addressesIn(text: string): Address[] {
  const tokens = text.match(/<[^<>]*>|[^\s,;<>]+/g) ?? [];
  // Where some stand in brackets, words without an @ are names.
  const named = tokens.some((token) => token.startsWith("<"));
  const parts = named ? tokens.filter((token) => token.includes("@")) : tokens;
  const found = new Map<string, Address>();
  for (const part of parts) {
    const address = part.replace(/^[<"'(\s]+|[>"').\s]+$/g, "");
    const key = address.toLowerCase();
    if (address && !found.has(key))
      found.set(key, { text: address, plausible: /^[^@]+@[^@]+$/.test(address) });
  }
  return [...found.values()];
}

/** What stands between these addresses and their invitations. */
export function objectionTo(addresses: readonly Address[]): string | undefined {
  const wrong = addresses.filter(({ plausible }) => !plausible);
  const [first] = wrong;
  if (first && wrong.length === 1) return say("objection.one", { address: first.text });
  if (first) return say("objection.several", { address: first.text, more: wrong.length - 1 });
  if (addresses.length > MOST_INVITED)
    return say("objection.too-many", { most: MOST_INVITED, count: addresses.length });
  return undefined;
}
