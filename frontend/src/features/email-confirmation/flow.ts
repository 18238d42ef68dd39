/** Proving by a mailed link that an address is one's own. */
import { isRefusal } from "@/api/problem";

export type ConfirmationState =
  /** It takes a click: programs that look at mail follow links, and shall confirm nothing. */
  | { step: "asking"; busy: boolean; why?: unknown }
  | { step: "confirmed" }
  | { step: "dead" }
  /** Somebody else has got the address meanwhile. */
  | { step: "taken" };

export type ConfirmationEvent =
  | { type: "submitted" }
  | { type: "confirmed" }
  | { type: "refused"; why: unknown };

export const start = { step: "asking", busy: false } satisfies ConfirmationState;

export function confirmation(state: ConfirmationState, event: ConfirmationEvent): ConfirmationState {
  switch (event.type) {
    case "submitted":
      return state.step === "asking" ? { step: "asking", busy: true } : state;
    case "confirmed":
      return { step: "confirmed" };
    case "refused":
      if (isRefusal(event.why, "link_expired")) return { step: "dead" };
      if (isRefusal(event.why, "email_taken")) return { step: "taken" };
      return { ...start, why: event.why };
  }
}
