/** Whether a factor can be removed. */
import type { TwoFactor } from "@/api/types";

/** How a factor goes: by itself, or as the last one with all the rest, or not at all. */
export type Removal = "alone" | "turnOff" | "never";

export function removalOf({
  authenticators,
  passkeys,
  canDisable,
}: Pick<TwoFactor, "authenticators" | "passkeys" | "canDisable">): Removal {
  // Whether what is left counts for the organization, the service knows.
  if (authenticators.length + passkeys.length > 1) return "alone";
  return canDisable ? "turnOff" : "never";
}

/** Why the last factor does not go: it is required, or there is no password, which turning it off would take. */
export function whyItStays({ required }: Pick<TwoFactor, "required">): "required" | "passwordless" {
  return required ? "required" : "passwordless";
}
