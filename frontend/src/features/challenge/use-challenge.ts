/** Plays the second step against the service. */
import { useEffect, useReducer } from "react";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { Challenge } from "@/api/types";
import { useCountdown } from "@/lib/use-countdown";
import { verify } from "./api";
import {
  begin,
  type ChallengeEvent,
  type Demand,
  daysOfTrust,
  type Ending,
  isBlocked,
  challenge as reducer,
} from "./flow";

interface Outcomes {
  onVerified: () => void;
  onEnroll?: ((demand: Demand) => void) | undefined;
  onEnded: (ending: Ending) => void;
}

export function useChallenge(issued: Challenge, { onVerified, onEnroll, onEnded }: Outcomes) {
  const [state, dispatch] = useReducer(reducer, issued, begin);
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

  async function submit(code: string): Promise<void> {
    if (state.busy || isBlocked(state)) return;
    dispatch({ type: "submitted" });
    const { method } = state;
    const trustDevice = state.trust && daysOfTrust(state) !== undefined;
    try {
      dispatch(await verify(issued.challengeId, { method, code, trustDevice }));
    } catch (error) {
      dispatch(consequence(error));
    }
  }

  return { state, dispatch, submit, secondsLeft, secondsBlocked };
}

function consequence(error: unknown): ChallengeEvent {
  if (isRefusal(error, "challenge_expired")) return { type: "ended", ending: "expired" };
  // The service takes no further answer to a challenge that has no try left.
  if (isRefusal(error, "code_rejected") && error.problem.attemptsRemaining === 0)
    return { type: "ended", ending: "exhausted" };
  if (isRefusal(error, "too_many_attempts") && error.problem.retryAfter !== undefined) {
    return { type: "throttled", until: Date.now() + error.problem.retryAfter * 1000 };
  }
  return { type: "failed", message: describe(error) };
}
