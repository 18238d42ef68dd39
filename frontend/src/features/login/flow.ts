/** The steps of signing in, decided by what the service answers. */
import type { Challenge, LoginAnswer } from "@/api/types";

export type LoginState =
  | { step: "password"; busy: boolean; failure?: string }
  | { step: "challenge"; challenge: Challenge }
  /** What demands it: the organization, a reset, or a temporary pass beside a factor that stays. */
  | { step: "enrollment"; after: "password" | "reset" | "pass" }
  | { step: "done" };

export type LoginEvent =
  | { type: "submitted" }
  | { type: "answered"; answer: LoginAnswer }
  | { type: "refused"; message: string | undefined }
  | { type: "restarted"; message?: string }
  /** An administrator's code was right. */
  | { type: "enrolling" }
  | { type: "completed" };

export function begin(message?: string): LoginState {
  return { step: "password", busy: false, failure: message };
}

export function login(state: LoginState, event: LoginEvent): LoginState {
  switch (event.type) {
    case "submitted":
      return { step: "password", busy: true };
    case "answered":
      return after(event.answer);
    case "refused":
      return state.step === "password" ? begin(event.message) : state;
    case "restarted":
      return begin(event.message);
    case "enrolling":
      return enrolling(state);
    case "completed":
      return { step: "done" };
  }
}

function after(answer: LoginAnswer): LoginState {
  switch (answer.status) {
    case "signedIn":
      return { step: "done" };
    case "challenge":
      return { step: "challenge", challenge: answer };
    case "enrollment":
      return { step: "enrollment", after: "password" };
  }
}

function enrolling(state: LoginState): LoginState {
  if (state.step !== "challenge") return state;
  // Whoever could have answered in another way still has a factor.
  return { step: "enrollment", after: state.challenge.methods.length > 1 ? "pass" : "reset" };
}
