/** The steps of signing in, decided by what the service answers. */
import type { Told } from "@/api/messages";
import type { Challenge, LoginAnswer, Method } from "@/api/types";

export type LoginState = (
  | { step: "password"; busy?: Way; failure?: Told | undefined }
  | { step: "challenge"; challenge: Challenge }
  /** `offers`: what may be set up. */
  | { step: "enrollment"; after: Demanding; deadline?: string; offers: Method[] }
  /** The organization lets them in no more, or not this way: why, in words. */
  | { step: "blocked"; reason?: string | undefined }
  | { step: "done" }
) & {
  /** Whose sign-in it is, as they typed it. */
  email?: string | undefined;
};

/** By what somebody tries to sign in. */
export type Way = "password" | "passkey";

/** What demands a factor: the organization, a reset, a temporary pass beside a factor that stays, or a factor that counts no more. */
export type Demanding = "password" | "reset" | "pass" | "factor";

export type LoginEvent =
  | { type: "submitted"; way: Way; email?: string }
  /** `withCode`: the form had a field for a code, and something stood in it. */
  | { type: "answered"; answer: LoginAnswer; withCode?: boolean }
  | { type: "refused"; message: Told | undefined }
  | { type: "blocked"; reason?: string | undefined }
  | { type: "restarted"; message?: string }
  /** This method's answer was right, and a factor is set up next. */
  | ({ type: "enrolling" } & Demand)
  | { type: "completed" };

interface Demand {
  after: Method;
  deadline?: string | undefined;
  offers: Method[];
}

export function begin(message?: Told, email?: string): LoginState {
  return { step: "password", failure: message, email };
}

export function login(state: LoginState, event: LoginEvent): LoginState {
  const { email } = state;
  switch (event.type) {
    case "submitted":
      return { step: "password", busy: event.way, email: event.email };
    case "answered":
      return { ...after(event.answer, event.withCode), email };
    case "refused":
      return state.step === "password" ? begin(event.message, email) : state;
    case "blocked":
      return { step: "blocked", reason: event.reason, email };
    case "restarted":
      return begin(event.message, email);
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
      return {
        step: "enrollment",
        after: withCode ? "reset" : "password",
        deadline: answer.deadline,
        offers: answer.offers,
      };
  }
}

function enrolling(state: LoginState, { after, deadline, offers }: Demand): LoginState {
  if (state.step !== "challenge") return state;
  const { email } = state;
  // A code by mail stands for no factor: it is the organization that asks for one.
  if (after === "email") return { step: "enrollment", after: "password", deadline, offers, email };
  if (after !== "temporaryPass") return { step: "enrollment", after: "factor", deadline, offers, email };
  // Whoever could have answered with a factor still has it.
  const kept = state.challenge.methods.some((method) => KEPT.includes(method));
  return { step: "enrollment", after: kept ? "pass" : "reset", offers, email };
}

/** What only somebody with a factor has. */
const KEPT: readonly Method[] = ["totp", "passkey", "recoveryCode"];

/** Which field takes the next try: after a code that was refused, the one that it was in, for it is empty now. */
export function fieldAfterRefusal(withCode: boolean): "code" | "password" {
  return withCode ? "code" : "password";
}
