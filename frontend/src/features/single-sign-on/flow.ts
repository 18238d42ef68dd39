/** What becomes of somebody who comes back from a provider. */

import type { Told } from "@/api/messages";
import type { ConnectionNeeded, LoginAnswer, ProviderAnswer } from "@/api/types";
import { words } from "@/lib/words";

const say = words("single-sign-on");

export type Arrival =
  | { step: "opening" }
  | { step: "failed"; message: Told }
  /** As after a password. */
  | { step: "signingIn"; answer: LoginAnswer }
  /** Somebody here has that address: whoever it is signs in with their password, and then both are connected. */
  | { step: "proving"; connection: ConnectionNeeded }
  | { step: "connecting"; connection: ConnectionNeeded }
  | { step: "connected" };

export type ArrivalEvent =
  | { type: "answered"; answer: ProviderAnswer }
  | { type: "failed"; message: Told }
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

/** What the service says behind the `#` of the address. */
export function errorInWords(code: string | undefined): string {
  return (code && say.find(`error.${code}`)) || say("error.unknown");
}
