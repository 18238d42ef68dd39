/** What becomes of somebody who comes back from a provider. */
import type { ConnectionNeeded, LoginAnswer, ProviderAnswer } from "@/api/types";

export type Arrival =
  | { step: "opening" }
  | { step: "failed"; message: string }
  /** As after a password. */
  | { step: "signingIn"; answer: LoginAnswer }
  /** Somebody here has that address: whoever it is signs in with their password, and then both are connected. */
  | { step: "proving"; connection: ConnectionNeeded }
  | { step: "connecting"; connection: ConnectionNeeded }
  | { step: "connected" };

export type ArrivalEvent =
  | { type: "answered"; answer: ProviderAnswer }
  | { type: "failed"; message: string }
  /** The password, and whatever else was asked for, was right. */
  | { type: "signedIn" }
  | { type: "connected" };

export function arrive(token: string | undefined, error: string | undefined): Arrival {
  return token && !error ? { step: "opening" } : { step: "failed", message: errorInWords(error) };
}

export function arrival(state: Arrival, event: ArrivalEvent): Arrival {
  switch (event.type) {
    case "answered":
      return event.answer.status === "connectionNeeded"
        ? { step: "proving", connection: event.answer }
        : { step: "signingIn", answer: event.answer };
    case "failed":
      return { step: "failed", message: event.message };
    case "signedIn":
      return state.step === "proving" ? { step: "connecting", connection: state.connection } : state;
    case "connected":
      return { step: "connected" };
  }
}

const errors: Record<string, string> = {
  declined: "You did not sign in at the provider, or it did not let you. Nothing has changed here.",
  not_found: "This provider is not connected any more.",
  sso_refused: "What the provider answered was refused. Please try again, or contact your administrator.",
  sso_expired:
    "This sign-in took too long, was used before, or began in another browser. Please start again.",
  provider_unreachable:
    "The provider cannot be reached, or is not set up right. Please try again later, or contact your administrator.",
  account_frozen: "This account is frozen, since somebody said that it was not them.",
  identity_taken: "That account at the provider is connected with a user already.",
  too_many_sign_ins: "Too many sign-ins were begun at your network address. Please try again in a moment.",
  overloaded: "Nightlatch is busy. Please try again in a moment.",
};

/** What the service says behind the `#` of the address. */
export function errorInWords(code: string | undefined): string {
  const known = code !== undefined && Object.hasOwn(errors, code) ? errors[code] : undefined;
  return known ?? "This sign-in did not work. Please start again.";
}
