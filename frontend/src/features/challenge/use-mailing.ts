/** Plays the mailing of codes against the service. */
import { useEffect, useReducer, useRef } from "react";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { Challenge } from "@/api/types";
import { useCountdown } from "@/lib/use-countdown";
import { mailCode } from "./api";
import { goesAtOnce, type MailingEvent, mailing, unsent } from "./mailing";

export function useMailing(challenge: Challenge, onExpired: () => void) {
  const [state, dispatch] = useReducer(mailing, unsent);
  const seconds = useCountdown(state.wait?.until);
  const underWay = useRef(false);
  const atOnce = useRef(goesAtOnce(challenge));

  async function send(): Promise<void> {
    // Two clicks, or an effect that runs twice, are one mail.
    if (underWay.current) return;
    underWay.current = true;
    dispatch({ type: "asked" });
    try {
      const { sentTo } = await mailCode(challenge.challengeId);
      dispatch({ type: "sent", sentTo, at: Date.now() });
    } catch (error) {
      if (isRefusal(error, "challenge_expired")) onExpired();
      else dispatch(consequence(error));
    } finally {
      underWay.current = false;
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes out once, when the question appears.
  useEffect(() => {
    if (!atOnce.current) return;
    atOnce.current = false;
    void send();
  }, []);
  useEffect(() => {
    if (seconds === 0) dispatch({ type: "released" });
  }, [seconds]);

  // The question is over before it can be answered.
  const tooLate = !state.sentTo && (state.wait?.until ?? 0) > Date.parse(challenge.expiresAt);
  return { ...state, seconds: seconds ?? 0, tooLate, send };
}

export type PlayedMailing = ReturnType<typeof useMailing>;

function consequence(error: unknown): MailingEvent {
  if (isRefusal(error, "too_many_mails") && error.retryAt !== undefined)
    return { type: "limited", until: error.retryAt };
  return { type: "failed", message: describe(error) };
}
