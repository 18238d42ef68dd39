/** What the second step says. */
import { describe, inWords, type Told } from "@/api/messages";
import { isOnlyAbout, isRefusal } from "@/api/problem";
import type { Method } from "@/api/types";
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

/** What became of an answer, and what to do now; after several wrong codes of an app, its clock is to blame. */
export function refusalOf(error: unknown, method: Method, again: boolean): Told | undefined {
  if (isRefusal(error, "code_rejected")) {
    if (method === "passkey") return refusedPasskey(error.problem.attemptsRemaining);
    const next = say(`next.${method === "totp" && again ? "totp-again" : method}`);
    return say("refused", { what: inWords(error) ?? "", next });
  }
  // What the service says of a field is in English alone.
  const isForgiving = method === "recoveryCode" || method === "temporaryPass";
  return isForgiving && isOnlyAbout(error, ["code"]) ? say(`malformed.${method}`) : describe(error);
}

/** The service tells nobody what was wrong with it; its owner can think of what is likely. */
function refusedPasskey(tries: number | undefined): string {
  return tries === undefined ? say("passkey-refused") : say("passkey-refused.tries", { tries });
}
