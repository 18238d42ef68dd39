/** The way to a second factor that is in use: whoever has come to a stage was at those before. */
import type { Overview } from "@/api/types";

export const STAGES = ["accounts", "activated", "asked", "enrolled", "used"] as const;

export type Stage = (typeof STAGES)[number];

/** How many have come to the stage before, and no further. */
export function stuckBefore(stage: Stage, enrollment: Overview["enrollment"]): number {
  const before = STAGES[STAGES.indexOf(stage) - 1];
  return before ? Math.max(0, enrollment[before] - enrollment[stage]) : 0;
}
