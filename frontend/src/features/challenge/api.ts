/** Proving the second factor, at sign-in and again within a session. */
import { answer, api, session } from "@/api/client";
import type { Challenge, Method, SentCode } from "@/api/types";

export function beginStepUp(): Promise<Challenge> {
  return answer(api.POST("/v1/auth/step-up"));
}

/** What a right code opens: a session, or the set-up of a factor that is asked for first. */
export type Opened = { type: "verified" } | { type: "enrollmentDemanded"; deadline?: string | undefined };

export interface Answered {
  method: Method;
  code: string;
  /** Asks for no second factor in this browser for the days that the challenge offers. */
  trustDevice: boolean;
}

export async function verify(challengeId: string, body: Answered): Promise<Opened> {
  const params = { path: { challengeId } };
  const result = await answer(api.POST("/v1/auth/challenges/{challengeId}/verify", { params, body }));
  if (!("enrollmentToken" in result)) return { type: "verified" };
  session.beginEnrollment(result.enrollmentToken);
  return { type: "enrollmentDemanded", deadline: result.deadline };
}

/** Mails a code for this challenge, in the place of any before. */
export function mailCode(challengeId: string): Promise<SentCode> {
  return answer(api.POST("/v1/auth/challenges/{challengeId}/email", { params: { path: { challengeId } } }));
}
