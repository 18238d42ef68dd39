/** Why new recovery codes were not made, or may not have been. */
import { describe, type Told } from "@/api/messages";
import { isRefusal, isUnclear } from "@/api/problem";
import type { Factor } from "@/lib/factors";
import { words } from "@/lib/words";

const say = words("security");

export function reasonOf(error: unknown, way: Factor): Told | undefined {
  // Whoever trusts in codes that are dead may be locked out one day.
  if (isUnclear(error)) return say("new-codes.unclear");
  if (way !== "passkey" || !isRefusal(error, "code_rejected")) return describe(error);
  const tries = error.problem.attemptsRemaining;
  return tries === undefined ? say("new-codes.refused") : say("new-codes.refused-tries", { tries });
}
