/** What stands between an administrator and a change of somebody's account. The service decides; this spares a refusal. */
import type { ListedUser, PolicySettings, User } from "@/api/types";
import { isAdministrator } from "@/lib/administrators";
import { hasPassword } from "@/lib/login-method-words";

export interface Standing {
  caller: Pick<User, "id" | "roles" | "permissions">;
  target: ListedUser;
  /** Not known yet, or not for the caller to see. */
  policy: Pick<PolicySettings, "mode" | "adminReset" | "temporaryPass"> | undefined;
}

/** Nothing on the page is for the caller to change. */
export type Bar = "self" | "above" | "reader";

/** One thing is not to be had. */
export type Obstacle = "superadminOnly" | "passesOff" | "suspendedOrFrozen" | "nothingToStandInFor";

export function barTo({ caller, target }: Standing): Bar | undefined {
  const { permissions, roles } = caller;
  if (!permissions.includes("users.write") && !permissions.includes("users.reset2fa")) return "reader";
  if (caller.id === target.id) return "self";
  return target.roles.includes("superadmin") && !roles.includes("superadmin") ? "above" : undefined;
}

export function obstacleToReset({ caller, target, policy }: Standing): Obstacle | undefined {
  const allowed = policy?.adminReset !== "superadmin" || caller.roles.includes("superadmin");
  return isAdministrator(target.roles) && !allowed ? "superadminOnly" : undefined;
}

export function obstacleToPass(standing: Standing): Obstacle | undefined {
  const { suspended, frozen, twoFactor } = standing.target;
  const { state, resetPending } = twoFactor;
  if (standing.policy?.temporaryPass.enabled === false) return "passesOff";
  if (suspended || frozen) return "suspendedOrFrozen";
  // A sign-in without a factor asks for none, so there is nothing to stand in for.
  if (state === "notEnabled" && !resetPending) return "nothingToStandInFor";
  return obstacleToReset(standing);
}

/** The dialogs of somebody's page that a link may open: it offers no more than the page does. */
export function linkedDialogs(standing: Standing): ("roles" | "remind" | "pass" | "reset")[] {
  const { caller, target } = standing;
  if (barTo(standing)) return [];
  const mayReset = caller.permissions.includes("users.reset2fa") && target.activated;
  return [
    ...(caller.permissions.includes("users.write") ? (["roles"] as const) : []),
    ...(target.activated && isToBeReminded(standing) ? (["remind"] as const) : []),
    ...(mayReset && !obstacleToPass(standing) ? (["pass"] as const) : []),
    ...(mayReset && !obstacleToReset(standing) ? (["reset"] as const) : []),
  ];
}

/** Whether somebody has a second factor to set up that one could remind them of. */
export function isToBeReminded({ caller, target, policy }: Standing): boolean {
  const lacking = target.twoFactor.state === "notEnabled" && !target.suspended;
  return lacking && policy?.mode !== "off" && caller.permissions.includes("users.write");
}

/** Whether a link can set a password: whoever signs in at a provider alone has none, unless that is gone. */
export function canBeMailedALink({ loginMethods, activated, suspended }: ListedUser): boolean {
  const stranded = activated && loginMethods.length === 0;
  return (hasPassword(loginMethods) || stranded) && !suspended;
}
