/** Users and what is done to them, in an administrator's words. */
import { describe, type Told } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { IdentityCheck, ListedUser, ProblemCode } from "@/api/types";
import { words } from "@/lib/words";
import type { HandoverOutcome } from "./handover";
import type { Obstacle } from "./obstacles";

const say = words("admin-users-one");
const problem = words("problems");

/** In the order in which they are offered. */
const identityChecks: Record<IdentityCheck, true> = { call: true, video: true, inPerson: true, other: true };

export const IDENTITY_CHECKS = Object.keys(identityChecks) as IdentityCheck[];

/** What a pass is good for, as things stand with this person. */
export function passPurpose({ twoFactor: { resetPending } }: ListedUser): string {
  return resetPending ? say("pass.purpose-reset") : say("pass.purpose");
}

/** What a reset is good for, as things stand with this person. */
export function resetPurpose({ displayName: name, twoFactor: { state, resetPending } }: ListedUser): string {
  if (resetPending) return say("reset.purpose-again");
  return say(state === "notEnabled" ? "reset.purpose-none" : "reset.purpose", { name });
}

export type Confirmation = "suspend" | "restore" | "unfreeze" | "newPassword" | "signOut" | "disconnect";

/** Whether it takes something away. */
const grave: Record<Confirmation, boolean> = {
  suspend: true,
  restore: false,
  unfreeze: false,
  newPassword: false,
  signOut: false,
  disconnect: true,
};

interface ConfirmationWords {
  title: string;
  consequences: string[];
  confirm: string;
  done: string;
  grave: boolean;
}

export function confirmationWords(kind: Confirmation, name: string): ConfirmationWords {
  return {
    title: say(`${kind}.title`, { name }),
    consequences: consequencesOf(kind, name),
    confirm: say(`${kind}.action`),
    done: say(`${kind}.done`, { name }),
    grave: grave[kind],
  };
}

function consequencesOf(kind: Confirmation, name: string): string[] {
  const first = say(`${kind}.first`, { name });
  switch (kind) {
    case "suspend":
    case "newPassword":
      return [first, say(`${kind}.second`)];
    case "unfreeze":
    case "disconnect":
      return [first, say(`${kind}.second`, { name })];
    case "restore":
    case "signOut":
      return [first];
  }
}

export function isConfirmation(dialog: string | undefined): dialog is Confirmation {
  return dialog !== undefined && Object.hasOwn(grave, dialog);
}

/** What is told of a reset on the page that comes back; nothing where there was none. */
export function resetOutcome(outcome: HandoverOutcome, name: string): string | undefined {
  return outcome === "cancelled" ? undefined : say(`reset.${outcome}`, { name });
}

export function passOutcome(outcome: HandoverOutcome, name: string): string | undefined {
  return outcome === "passedOn" || outcome === "left" ? say(`pass.${outcome}`, { name }) : undefined;
}

/** Why something is not to be had; where the service would say the same, in those words. */
export function obstacleInWords(obstacle: Obstacle): string {
  return obstacle === "suspendedOrFrozen" ? problem("suspended_or_frozen") : say(`obstacle.${obstacle}`);
}

/** What a refusal means here, where it is about somebody else's account. */
export function refusalInWords(error: unknown): Told | undefined {
  return (isRefusal(error) && codeHere(error.problem.code)) || describe(error);
}

/** The codes that mean something else here than on one's own pages. */
export function codeHere(code: ProblemCode): string | undefined {
  if (code === "not_permitted") return say("not-permitted");
  return code === "blocked_by_policy" ? say("obstacle.passesOff") : undefined;
}
