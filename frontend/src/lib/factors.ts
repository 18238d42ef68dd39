/** The kinds of factor that somebody sets up. */
import type { Method } from "@/api/types";

export type Factor = Extract<Method, "passkey" | "totp">;

/** The one that cannot be given to a false page comes first. */
const FACTORS: readonly Factor[] = ["passkey", "totp"];

/** What may be set up. Where the service does not tell, it refuses what it does not take. */
export function factorsOf(offers: readonly Method[] | undefined): Factor[] {
  return FACTORS.filter((factor) => offers?.includes(factor) ?? true);
}
