/** What a form lacks is said when somebody goes on, not while they fill it in. */
import { useState } from "react";
import { words } from "@/lib/words";

const say = words("problems");

export interface Insisted {
  /** How often somebody went on too early. */
  round: number;
  insist: () => void;
  /** Says no more of it, until somebody goes on again. */
  relent: () => void;
  /** What is said of a field that lacks something, once somebody went on. */
  missing: (
    lacks: boolean,
    problem?: "required" | "choice" | "invalid" | "invalid_code",
  ) => string | undefined;
}

export function useInsisted(): Insisted {
  const [round, setRound] = useState(0);
  return {
    round,
    insist: () => setRound(round + 1),
    relent: () => setRound(0),
    missing: (lacks, problem = "required") =>
      round > 0 && lacks ? say(`field-problem.${problem}`) : undefined,
  };
}
