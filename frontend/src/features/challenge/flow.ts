/** The second step: which method is asked for, and what a refusal does. */
import type { Told } from "@/api/messages";
import type { Challenge, Method } from "@/api/types";

export interface ChallengeState {
  challenge: Challenge;
  method: Method;
  busy: boolean;
  /** Counts refusals of what was answered, so that the same words are announced again and the boxes are emptied anew. */
  round: number;
  failure?: Told;
  /** Whether the failure is about the answer itself; otherwise nobody has judged it, and it stays for another try. */
  wrong?: boolean;
  /** Whether this browser is not to be asked again for a while. */
  trust: boolean;
  /** This method is not accepted before this moment, in milliseconds; another one may be. */
  blocked?: { method: Method; until: number };
  outcome?: "verified" | Demand | Ending;
}

/** A factor has to be set up next: what was right just now, what may be set up, and by when the organization wanted it. */
export interface Demand {
  after: Method;
  deadline?: string | undefined;
  offers: Method[];
}

/** What this browser can do, and which method worked in it last. */
export interface Habits {
  passkeys: boolean;
  remembered?: Method | undefined;
}

/** Why a challenge is over without having been met. */
export type Ending = "expired" | "exhausted";

export type ChallengeEvent =
  | { type: "methodChosen"; method: Method }
  | { type: "trustChosen"; trust: boolean }
  | { type: "submitted" }
  | { type: "verified" }
  | { type: "enrollmentDemanded"; method: Method; deadline?: string | undefined; offers: Method[] }
  /** The ways stay open while an answer is waited for: each of these may be about one that was left meanwhile. */
  | { type: "throttled"; method: Method; until: number }
  | { type: "refused"; method: Method; message: Told | undefined }
  | { type: "failed"; method: Method; message: Told | undefined }
  | { type: "released" }
  | { type: "ended"; ending: Ending };

export function begin(challenge: Challenge, habits: Habits): ChallengeState {
  return { challenge, method: firstOf(challenge, habits), busy: false, round: 0, trust: false };
}

/** What worked last, or else what the service prefers, as far as this browser can do it. */
function firstOf({ methods, preferred }: Challenge, { passkeys, remembered }: Habits): Method {
  const usable = methods.filter((method) => method !== "passkey" || passkeys);
  const wanted = [remembered, preferred].find((method) => method && usable.includes(method));
  return wanted ?? usable[0] ?? preferred;
}

export function challenge(state: ChallengeState, event: ChallengeEvent): ChallengeState {
  switch (event.type) {
    case "methodChosen":
      return { ...state, method: event.method, failure: undefined, wrong: false };
    case "trustChosen":
      return { ...state, trust: event.trust };
    case "submitted":
      return { ...state, busy: true, failure: undefined, wrong: false };
    case "verified":
      return { ...state, outcome: "verified" };
    case "enrollmentDemanded":
      return {
        ...state,
        outcome: { after: event.method, deadline: event.deadline, offers: event.offers },
      };
    case "throttled":
      return { ...refused(state, event.method), blocked: { method: event.method, until: event.until } };
    case "released":
      return { ...state, blocked: undefined };
    case "refused":
      return refused(state, event.method, event.message);
    case "failed":
      return event.method === state.method
        ? { ...state, busy: false, failure: event.message }
        : { ...state, busy: false };
    case "ended":
      return { ...state, busy: false, outcome: event.ending };
  }
}

function refused(state: ChallengeState, method: Method, failure?: Told): ChallengeState {
  if (method !== state.method) return { ...state, busy: false };
  return { ...state, busy: false, failure, wrong: failure !== undefined, round: state.round + 1 };
}

export function isBlocked({ blocked, method }: ChallengeState): boolean {
  return blocked?.method === method;
}

/** For how many days this browser can be trusted with the answer; only a factor itself makes that possible. */
export function daysOfTrust({ challenge, method }: ChallengeState): number | undefined {
  return method === "totp" || method === "passkey" ? challenge.trustDeviceDays : undefined;
}

/** After a reset, an administrator's code is the only way; the factor that it stood in for is gone. */
export function isReset({ methods }: Challenge): boolean {
  return methods.every((method) => method === "temporaryPass");
}

/** The ways to go on that are not shown now. */
export function otherMethods({ challenge: { methods }, method }: ChallengeState): Method[] {
  return methods.filter((other) => other !== method);
}
