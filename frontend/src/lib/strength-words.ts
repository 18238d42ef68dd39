/** What a meter says about a password. */
import type { Score, Strength } from "./password-strength";
import { words } from "./words";

const say = words("passwords");

const names = { 0: "very-weak", 1: "weak", 2: "fair", 3: "good", 4: "strong" } as const;

export interface Verdict {
  /** Of five; a password that is too short has reached none. */
  level: Score;
  words: string;
  suggestion?: string | undefined;
}

export function verdictOf(password: string, { score, advice }: Strength, minLength = 0): Verdict {
  // As the service counts: characters, not their halves.
  const missing = minLength - [...password.normalize("NFKC")].length;
  if (missing > 0) return { level: 0, words: say("too-short", { missing }) };
  return { level: score, words: say(`strength.${names[score]}`), suggestion: advice && say.find(advice) };
}
