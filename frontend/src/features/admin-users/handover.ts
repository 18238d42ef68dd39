/** A code that is shown once and passed on: from the question to the moment when the other person has it. */

export type HandoverState =
  | { step: "asking"; busy: boolean }
  /** `leaving`: somebody wants to close it, and is asked first. */
  | { step: "shown"; code: string; expiresAt: string; leaving: boolean }
  | { step: "closed"; outcome: HandoverOutcome };

export type HandoverOutcome = "cancelled" | "withoutCode" | "passedOn" | "left";

export type HandoverEvent =
  | { type: "submitted" }
  | { type: "refused" }
  /** Without a code where the policy asks for none. */
  | { type: "issued"; code?: string; expiresAt?: string }
  | { type: "closing" }
  | { type: "stayed" }
  | { type: "left" }
  | { type: "passedOn" };

export const start: HandoverState = { step: "asking", busy: false };

export function handover(state: HandoverState, event: HandoverEvent): HandoverState {
  switch (event.type) {
    case "submitted":
      return state.step === "asking" ? { step: "asking", busy: true } : state;
    case "refused":
      return state.step === "asking" ? start : state;
    case "issued":
      return event.code !== undefined && event.expiresAt !== undefined
        ? { step: "shown", code: event.code, expiresAt: event.expiresAt, leaving: false }
        : { step: "closed", outcome: "withoutCode" };
    case "closing":
      return closing(state);
    case "stayed":
      return state.step === "shown" ? { ...state, leaving: false } : state;
    case "left":
      return state.step === "shown" ? { step: "closed", outcome: "left" } : state;
    case "passedOn":
      return state.step === "shown" ? { step: "closed", outcome: "passedOn" } : state;
  }
}

function closing(state: HandoverState): HandoverState {
  if (state.step === "shown") return { ...state, leaving: true };
  // What is under way brings a code that nobody would see.
  if (state.step === "asking" && !state.busy) return { step: "closed", outcome: "cancelled" };
  return state;
}
