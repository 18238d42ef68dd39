/** The kinds of factor that somebody sets up. */
import type { Method } from "@/api/types";

export type Factor = Extract<Method, "passkey" | "totp">;

/** The one that cannot be given to a false page comes first. */
const FACTORS: readonly Factor[] = ["passkey", "totp"];

/** Those of the methods that may be set up. */
export function factorsOf(offers: readonly Method[]): Factor[] {
  return FACTORS.filter((factor) => offers.includes(factor));
}
