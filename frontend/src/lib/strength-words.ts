/** What a meter says about a password. */
import { count } from "./duration";
import type { Score, Strength } from "./password-strength";

const names: Record<Score, string> = {
  0: "very weak",
  1: "weak",
  2: "fair",
  3: "good",
  4: "strong",
};

export interface Verdict {
  /** Of five; a password that is too short has reached none. */
  level: Score;
  words: string;
  suggestion?: string | undefined;
}

export function verdictOf(password: string, { score, suggestion }: Strength, minLength = 0): Verdict {
  // As the service counts: characters, not their halves.
  const missing = minLength - [...password.normalize("NFKC")].length;
  if (missing > 0) return { level: 0, words: `Too short: ${count(missing, "more character")}` };
  return { level: score, words: `Strength: ${names[score]}`, suggestion };
}
