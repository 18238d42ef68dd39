/** From an invitation to a session, decided by what the service answers. */
import { isRefusal } from "@/api/problem";
import type { LoginAnswer, Method, OpenInvitation } from "@/api/types";

export type ActivationState =
  | { step: "opening" }
  /** Could not be asked about; the link may well be good. */
  | { step: "unknown"; why: unknown }
  | { step: "dead" }
  | { step: "form"; invitation: OpenInvitation; busy: boolean; why?: unknown }
  /** The account is active; the organization asks for a second factor before it lets anybody in. */
  | { step: "enrollment"; deadline?: string; offers: Method[] }
  /** The deadline for a second factor has passed, and nobody is let in after it. The link stays good. */
  | { step: "blocked" }
  /** The account is active, and signing in takes a step of its own. */
  | { step: "signIn" }
  | { step: "done" };

export type ActivationEvent =
  | { type: "opening" }
  | { type: "opened"; invitation: OpenInvitation }
  | { type: "submitted" }
  | { type: "answered"; answer: LoginAnswer }
  | { type: "refused"; why: unknown }
  /** What lets somebody set up a second factor has lapsed meanwhile, or they left that for later. */
  | { type: "lapsed" }
  | { type: "completed" };

export const start: ActivationState = { step: "opening" };

export function activation(state: ActivationState, event: ActivationEvent): ActivationState {
  switch (event.type) {
    case "opening":
      return start;
    case "opened":
      return { step: "form", invitation: event.invitation, busy: false };
    case "submitted":
      return state.step === "form" ? { ...state, busy: true, why: undefined } : state;
    case "answered":
      return after(event.answer);
    case "refused":
      return refused(state, event.why);
    case "lapsed":
      return { step: "signIn" };
    case "completed":
      return { step: "done" };
  }
}

function after(answer: LoginAnswer): ActivationState {
  switch (answer.status) {
    case "signedIn":
      return { step: "done" };
    case "enrollment":
      return { step: "enrollment", deadline: answer.deadline, offers: answer.offers };
    case "challenge":
      return { step: "signIn" };
  }
}

function refused(state: ActivationState, why: unknown): ActivationState {
  if (isRefusal(why, "link_expired")) return { step: "dead" };
  if (isRefusal(why, "blocked_by_policy")) return { step: "blocked" };
  return state.step === "form" ? { ...state, busy: false, why } : { step: "unknown", why };
}
