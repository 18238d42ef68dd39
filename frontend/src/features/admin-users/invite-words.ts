/** Invitations in an administrator's words. */
import { codeInWords } from "@/api/messages";
import type { ListedUser } from "@/api/types";
import { asDateAndTime } from "@/lib/moments";
import { invited, type Outcome } from "./invite";

/** What is to be done about somebody who was not invited. */
export function remedyOf(outcome: Outcome): string {
  if (outcome.status === "untried") return "Not tried yet: send it again.";
  switch (outcome.code) {
    case "email_taken":
      return "Has an account or an invitation already. Look for them in the list.";
    case "validation_failed":
      return "Not an email address. Put it right, and send it again.";
    case undefined:
    case "internal":
    case "overloaded":
      return "Something went wrong on our side: send it again.";
    default:
      // A newer service may know a code that this page does not.
      return codeInWords(outcome.code) ?? "";
  }
}

export function invitedInWords(outcomes: readonly Outcome[]): string | undefined {
  const [first, ...others] = invited(outcomes);
  if (!first) return undefined;
  return others.length === 0 ? `${first.email} is invited.` : `${others.length + 1} people are invited.`;
}

/** What became of all of them. */
export function outcomeInWords(outcomes: readonly Outcome[]): string {
  const left = outcomes.length - invited(outcomes).length;
  const done = invitedInWords(outcomes);
  if (left === 0) return done ?? "";
  return `${done ? `${done} ` : ""}${left === 1 ? "1 is not: see why below." : `${left} are not: see why below.`}`;
}

export type Invited = Pick<ListedUser, "activated" | "invitation">;

/** Whether somebody came without a password, and nobody has invited them to choose one. */
export function hasNoPassword({ activated, imported, invitation }: ListedUser): boolean {
  return !activated && imported && !invitation;
}

export function isDead({ invitation }: Invited, now = Date.now()): boolean {
  return !invitation || Date.parse(invitation.expiresAt) <= now;
}

/** How long somebody can still follow their invitation; nothing where there is no need to. */
export function linkInWords(user: Invited, now = Date.now()): string | undefined {
  if (user.activated) return undefined;
  if (isDead(user, now)) return "link has expired";
  return `link good until ${asDateAndTime(user.invitation?.expiresAt ?? "")}`;
}
