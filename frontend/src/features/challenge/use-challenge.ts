/** Plays the second step against the service. */
import { useEffect, useReducer } from "react";
import { isRefusal, isWrongCode } from "@/api/problem";
import type { Challenge, Method } from "@/api/types";
import { rememberedMethod, rememberMethod } from "@/lib/remembered-method";
import { useCountdown } from "@/lib/use-countdown";
import { passkeysAreSupported } from "@/lib/webauthn";
import { type Answered, sign, verify } from "./api";
import {
  begin,
  type ChallengeEvent,
  type ChallengeState,
  type Demand,
  daysOfTrust,
  type Ending,
  challenge as reducer,
} from "./flow";
import { refusalOf } from "./words";

interface Outcomes {
  onVerified: () => void;
  onEnroll?: ((demand: Demand) => void) | undefined;
  onEnded: (ending: Ending) => void;
}

export function useChallenge(issued: Challenge, { onVerified, onEnroll, onEnded }: Outcomes) {
  const [state, dispatch] = useReducer(reducer, issued, beginHere);
  const secondsLeft = useCountdown(Date.parse(issued.expiresAt)) ?? 0;
  const secondsBlocked = useCountdown(state.blocked?.until);

  useEffect(() => {
    if (secondsBlocked === 0) dispatch({ type: "released" });
  }, [secondsBlocked]);
  useEffect(() => {
    if (secondsLeft === 0) dispatch({ type: "ended", ending: "expired" });
  }, [secondsLeft]);
  useEffect(() => {
    if (state.outcome === "verified") onVerified();
    else if (typeof state.outcome === "object") onEnroll?.(state.outcome);
    else if (state.outcome) onEnded(state.outcome);
  }, [state.outcome, onVerified, onEnroll, onEnded]);

  async function attempt(
    method: Method,
    prove: () => Promise<Pick<Answered, "code" | "assertion">>,
  ): Promise<void> {
    if (state.busy || state.blocked?.method === method) return;
    dispatch({ type: "submitted" });
    const trustDevice = state.trust && daysOfTrust({ ...state, method }) !== undefined;
    try {
      const opened = await verify(issued.challengeId, { method, ...(await prove()), trustDevice });
      rememberMethod(method);
      dispatch(opened);
    } catch (error) {
      dispatch(consequence(error, method, state.round > 0));
    }
  }

  const signIt = () => attempt("passkey", async () => ({ assertion: await sign(issued.challengeId) }));

  function choose(method: Method): void {
    dispatch({ type: "methodChosen", method });
    // The press that chose it is the one that some browsers want to see before they ask.
    if (method === "passkey") void signIt();
  }

  return {
    state,
    dispatch,
    choose,
    submit: (code: string) => attempt(state.method, async () => ({ code })),
    sign: signIt,
    secondsLeft,
    secondsBlocked,
  };
}

function beginHere(issued: Challenge): ChallengeState {
  return begin(issued, { passkeys: passkeysAreSupported(), remembered: rememberedMethod() });
}

function consequence(error: unknown, method: Method, again: boolean): ChallengeEvent {
  if (isRefusal(error, "challenge_expired")) return { type: "ended", ending: "expired" };
  // The service takes no further answer to a challenge that has no try left.
  if (isRefusal(error, "code_rejected") && error.problem.attemptsRemaining === 0)
    return { type: "ended", ending: "exhausted" };
  if (isRefusal(error, "too_many_attempts") && error.retryAt !== undefined)
    return { type: "throttled", method, until: error.retryAt };
  const type = isWrongCode(error) ? "refused" : "failed";
  return { type, method, message: refusalOf(error, method, again) };
}
