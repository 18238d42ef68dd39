/** What the second step says. */
import { soleLength } from "@/lib/code-input";
import { words } from "@/lib/words";
import { type ChallengeState, isReset } from "./flow";

const say = words("challenge");

/** Nothing where the entry tells by itself how far it is. */
export function promptOf({ challenge, method }: ChallengeState): string | undefined {
  if (method === "email") return undefined;
  if (isReset(challenge)) return say("prompt.reset");
  if (method === "totp") return say("prompt.totp", { digits: soleLength(challenge.codeLengths) });
  return say(`prompt.${method}`);
}

/** The service tells nobody what was wrong with it; its owner can think of what is likely. */
export function refusedPasskey(tries: number | undefined): string {
  return tries === undefined ? say("passkey-refused") : say("passkey-refused.tries", { tries });
}
