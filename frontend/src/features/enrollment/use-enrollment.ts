/** Plays the setting-up against the service. */

import { useEffect, useReducer, useState } from "react";
import { describe, type Told } from "@/api/messages";
import { isRefusal, isWrongCode } from "@/api/problem";
import type { Enrollment } from "@/api/types";
import type { Factor } from "@/lib/factors";
import { PasskeyError } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { beginEnrollment, confirmEnrollment, enrollPasskey, type Purpose } from "./api";
import { clockSkewMessage } from "./clock-skew";
import { type EnrollmentEvent, enrollment as reducer, start } from "./flow";

const say = words("enrollment");

interface Outcomes {
  /** `codesUnseen`: recovery codes were made, and nobody has seen them. */
  onDone: (codesUnseen: boolean) => void;
  /** The token that only enrolls has lapsed: the password is needed again. */
  onSignedOut: () => unknown;
}

export function useEnrollment(offers: readonly Factor[], first: boolean, { onDone, onSignedOut }: Outcomes) {
  // What was a first factor when it began stays one: its recovery codes are still to come.
  const [begunAsFirst] = useState(first);
  const [state, dispatch] = useReducer(reducer, offers, start);

  const codesUnseen = state.step === "done" && state.answerLost === true && begunAsFirst;
  useEffect(() => {
    if (state.step === "done") onDone(codesUnseen);
  }, [state.step, codesUnseen, onDone]);

  async function attempt(event: EnrollmentEvent, action: () => Promise<EnrollmentEvent>): Promise<void> {
    if (state.busy) return;
    dispatch(event);
    try {
      dispatch(await action());
    } catch (error) {
      const isOver = isRefusal(error, "unauthenticated") || isRefusal(error, "session_expired");
      dispatch(isOver ? await signIn() : consequence(error, event));
    }
  }

  /** Whoever is still here after it can try again. */
  async function signIn(): Promise<EnrollmentEvent> {
    try {
      await onSignedOut();
      return { type: "failed", message: undefined };
    } catch (error) {
      return { type: "failed", message: describe(error) };
    }
  }

  return {
    state,
    begunAsFirst,
    dispatch,
    begin: (purpose: Purpose) =>
      attempt({ type: "began" }, async () => ({ type: "begun", enrollment: await beginEnrollment(purpose) })),
    enroll: (name: string) =>
      attempt({ type: "submitted" }, async () => ({ type: "confirmed", sheet: await enrollPasskey(name) })),
    confirm: (enrollment: Enrollment, code: string) =>
      attempt({ type: "submitted" }, async () => ({
        type: "confirmed",
        ...(await confirmEnrollment(enrollment, code)),
      })),
  };
}

function consequence(error: unknown, attempted: EnrollmentEvent): EnrollmentEvent {
  if (attempted.type === "submitted" && isRefusal(error, "not_found"))
    return { type: "lapsed", message: say("lapsed") };
  return { type: isWrongCode(error) ? "refused" : "failed", message: messageOf(error) };
}

function messageOf(error: unknown): Told | undefined {
  if (error instanceof PasskeyError && error.failure === "notGiven") return say("passkey-not-made");
  if (isRefusal(error, "blocked_by_policy")) return say("reset");
  if (isRefusal(error, "enrollment_code_rejected") && error.problem.clockSkewSeconds)
    return clockSkewMessage(error.problem.clockSkewSeconds);
  return describe(error);
}
