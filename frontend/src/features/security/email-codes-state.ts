/** Where somebody stands with codes by email at sign-in. */
import type { TwoFactor } from "@/api/types";

export type EmailCodesState =
  /** It can be turned on or off. */
  | "free"
  /** The address has to be confirmed first. */
  | "unverified"
  /** The password was set by a mailed link: whoever reads the mailbox would have both. */
  | "passwordByMail"
  /** An authenticator is asked for instead. */
  | "superseded"
  /** Never for those who administer. */
  | "administrator"
  /** The organization has none, or asks nobody for anything. */
  | "forbidden"
  | "nobodyIsAsked"
  /** Nothing can be done about them. */
  | "pointless";

export function emailCodesState(
  {
    email: { available, enabled, verified, passwordByMail },
    state,
    mode,
  }: Pick<TwoFactor, "email" | "state" | "mode">,
  isAdministrator: boolean,
): EmailCodesState {
  const enrolled = state !== "notEnabled";
  if (!enabled && (isAdministrator || !available || enrolled)) return "pointless";
  if (isAdministrator) return "administrator";
  if (!available) return mode === "off" ? "nobodyIsAsked" : "forbidden";
  if (enrolled) return "superseded";
  if (!verified) return "unverified";
  return passwordByMail ? "passwordByMail" : "free";
}
