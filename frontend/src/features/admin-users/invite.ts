/** Inviting people: from the question to what became of each of them. */
import type { InvitationResult } from "@/api/types";

/** `untried`: the service broke before it came to them. */
export type Outcome = InvitationResult | { email: string; status: "untried" };

export type InviteState =
  | { step: "asking"; busy: boolean; why?: unknown }
  | { step: "answered"; outcomes: Outcome[] };

export type InviteEvent =
  | { type: "submitted" }
  | { type: "answered"; emails: readonly string[]; results: readonly InvitationResult[] }
  | { type: "refused"; why: unknown }
  /** Who was not invited is asked about again. */
  | { type: "again" };

export const start = { step: "asking", busy: false } satisfies InviteState;

export function invite(state: InviteState, event: InviteEvent): InviteState {
  switch (event.type) {
    case "submitted":
      return { step: "asking", busy: true };
    case "answered":
      return { step: "answered", outcomes: outcomesOf(event.emails, event.results) };
    case "refused":
      return state.step === "asking" ? { ...start, why: event.why } : state;
    case "again":
      return start;
  }
}

function outcomesOf(emails: readonly string[], results: readonly InvitationResult[]): Outcome[] {
  // One for each address, in the same order, and none after one at which the service broke.
  return emails.map((email, index) => results[index] ?? { email, status: "untried" });
}

export function invited(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ status }) => status === "invited");
}

/** Who was not invited, in one text: to be put right, and sent again. */
export function leftOver(outcomes: readonly Outcome[]): string {
  const left = outcomes.filter(({ status }) => status !== "invited");
  return left.map(({ email }) => email).join("\n");
}
