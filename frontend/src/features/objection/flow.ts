/** From the question to the frozen account; opening the link alone does nothing. */
import { isRefusal } from "@/api/problem";

export type ObjectionState =
  | { step: "asking"; busy: boolean; why?: unknown }
  | { step: "frozen" }
  /** The link was used, or its time is over. */
  | { step: "dead" };

export type ObjectionEvent = { type: "pressed" } | { type: "frozen" } | { type: "refused"; why: unknown };

export const start: ObjectionState = { step: "asking", busy: false };

export function objection(state: ObjectionState, event: ObjectionEvent): ObjectionState {
  if (state.step !== "asking") return state;
  switch (event.type) {
    case "pressed":
      return { step: "asking", busy: true };
    case "frozen":
      return { step: "frozen" };
    case "refused":
      return isRefusal(event.why, "link_expired")
        ? { step: "dead" }
        : { step: "asking", busy: false, why: event.why };
  }
}
