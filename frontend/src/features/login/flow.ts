/** The steps of signing in, decided by what the service answers. */
import type { Challenge, LoginAnswer, Method } from "@/api/types";

export type LoginState =
  | { step: "password"; busy: boolean; failure?: string }
  | { step: "challenge"; challenge: Challenge }
  /** What demands it: the organization, a reset, or a temporary pass beside a factor that stays. */
  | { step: "enrollment"; after: "password" | "reset" | "pass"; deadline?: string }
  /** The deadline has passed, and the organization lets nobody in after it; or another reason, in words. */
  | { step: "blocked"; reason?: string | undefined }
  | { step: "done" };

export type LoginEvent =
  | { type: "submitted" }
  /** `withCode`: the form had a field for a code, and something stood in it. */
  | { type: "answered"; answer: LoginAnswer; withCode?: boolean }
  | { type: "refused"; message: string | undefined }
  | { type: "blocked"; reason?: string | undefined }
  | { type: "restarted"; message?: string }
  /** This method's code was right, and a factor is set up next. */
  | { type: "enrolling"; after: Method; deadline?: string | undefined }
  | { type: "completed" };

export function begin(message?: string): LoginState {
  return { step: "password", busy: false, failure: message };
}

export function login(state: LoginState, event: LoginEvent): LoginState {
  switch (event.type) {
    case "submitted":
      return { step: "password", busy: true };
    case "answered":
      return after(event.answer, event.withCode);
    case "refused":
      return state.step === "password" ? begin(event.message) : state;
    case "blocked":
      return { step: "blocked", reason: event.reason };
    case "restarted":
      return begin(event.message);
    case "enrolling":
      return enrolling(state, event);
    case "completed":
      return { step: "done" };
  }
}

function after(answer: LoginAnswer, withCode = false): LoginState {
  switch (answer.status) {
    case "signedIn":
      return { step: "done" };
    case "challenge":
      return { step: "challenge", challenge: answer };
    case "enrollment":
      // A code that leads to a set-up is an administrator's.
      return { step: "enrollment", after: withCode ? "reset" : "password", deadline: answer.deadline };
  }
}

function enrolling(state: LoginState, { after, deadline }: { after: Method; deadline?: string }): LoginState {
  if (state.step !== "challenge") return state;
  // A code by mail stands for no factor: it is the organization that asks for one.
  if (after === "email") return { step: "enrollment", after: "password", deadline };
  // Whoever could have answered with a factor still has it.
  const kept = state.challenge.methods.some((method) => method === "totp" || method === "recoveryCode");
  return { step: "enrollment", after: kept ? "pass" : "reset" };
}

/** Which field takes the next try: after a code that was refused, the one that it was in, for it is empty now. */
export function fieldAfterRefusal(withCode: boolean): "code" | "password" {
  return withCode ? "code" : "password";
}
