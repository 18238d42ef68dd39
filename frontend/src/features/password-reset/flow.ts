/** Asking for a link, and choosing a new password by it. */
import { isRefusal } from "@/api/problem";

export type RequestState =
  | { step: "asking"; busy: boolean; why?: unknown }
  /** On its way, if there is an account of that address. */
  | { step: "sent"; email: string };

export type RequestEvent =
  | { type: "submitted" }
  | { type: "sent"; email: string }
  | { type: "refused"; why: unknown }
  | { type: "wentBack" };

export const asking = { step: "asking", busy: false } satisfies RequestState;

export function request(state: RequestState, event: RequestEvent): RequestState {
  switch (event.type) {
    case "submitted":
      return { step: "asking", busy: true };
    case "sent":
      return { step: "sent", email: event.email };
    case "refused":
      return state.step === "asking" ? { ...asking, why: event.why } : state;
    case "wentBack":
      return asking;
  }
}

export type ResetState =
  /** Whether the link is good. */
  | { step: "opening" }
  | { step: "choosing"; busy: boolean; why?: unknown }
  | { step: "dead" }
  | { step: "done" };

export type ResetEvent =
  | { type: "opened" }
  | { type: "submitted" }
  | { type: "reset" }
  | { type: "refused"; why: unknown };

export const opening = { step: "opening" } satisfies ResetState;
export const choosing = { step: "choosing", busy: false } satisfies ResetState;

export function reset(state: ResetState, event: ResetEvent): ResetState {
  switch (event.type) {
    case "opened":
      return state.step === "opening" ? choosing : state;
    case "submitted":
      return state.step === "choosing" ? { step: "choosing", busy: true } : state;
    case "reset":
      return { step: "done" };
    case "refused":
      return isRefusal(event.why, "link_expired") ? { step: "dead" } : { ...choosing, why: event.why };
  }
}
