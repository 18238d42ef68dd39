/** Invitations in an administrator's words. */
import { codeInWords } from "@/api/messages";
import { words } from "@/lib/words";
import { invited, type Outcome } from "./invite";

const say = words("admin-users-new");

/** What is to be done about somebody who was not invited. */
export function remedyOf(outcome: Outcome): string {
  if (outcome.status === "untried") return say("remedy.untried");
  switch (outcome.code) {
    case "email_taken":
      return say("remedy.taken");
    case "validation_failed":
      return say("remedy.wrong");
    case undefined:
    case "internal":
    case "overloaded":
      return say("remedy.broken");
    default:
      // A newer service may know a code that this page does not.
      return codeInWords(outcome.code) ?? "";
  }
}

export function invitedInWords(outcomes: readonly Outcome[]): string | undefined {
  const [first, ...others] = invited(outcomes);
  if (!first) return undefined;
  return others.length === 0
    ? say("sent-one", { address: first.email })
    : say("sent-many", { count: others.length + 1 });
}

/** What became of all of them. */
export function outcomeInWords(outcomes: readonly Outcome[]): string {
  const [first, ...others] = invited(outcomes);
  if (!first) return say("sent-none", { left: outcomes.length });
  const left = outcomes.length - others.length - 1;
  if (left === 0) return invitedInWords(outcomes) ?? "";
  return others.length === 0
    ? say("sent-one.others", { address: first.email, left })
    : say("sent-many.others", { count: others.length + 1, left });
}
