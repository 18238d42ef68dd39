/** Proving the second factor, at sign-in and again within a session. */
import { answer, api, session } from "@/api/client";
import { noteProof } from "@/api/proof";
import type { Assertion, Challenge, Method, SentCode } from "@/api/types";
import { askForPasskey } from "@/lib/webauthn";

export function beginStepUp(): Promise<Challenge> {
  return answer(api.POST("/v1/auth/step-up"));
}

/** What a right code opens: a session, or the set-up of a factor that is asked for first. */
export type Opened =
  | { type: "verified" }
  | { type: "enrollmentDemanded"; method: Method; deadline?: string | undefined; offers: Method[] };

export interface Answered {
  method: Method;
  /** Of every method but `passkey`, which signs instead. */
  code?: string;
  assertion?: Assertion;
  /** Asks for no second factor in this browser for the days that the challenge offers. */
  trustDevice: boolean;
}

export async function verify(challengeId: string, body: Answered): Promise<Opened> {
  const params = { path: { challengeId } };
  const result = await answer(api.POST("/v1/auth/challenges/{challengeId}/verify", { params, body }));
  if (!("enrollmentToken" in result)) {
    noteProof(body.method);
    return { type: "verified" };
  }
  session.beginEnrollment(result.enrollmentToken);
  const { deadline, offers } = result;
  return { type: "enrollmentDemanded", method: body.method, deadline, offers };
}

/** Has this challenge signed by a passkey: the question is good for one answer. */
export async function sign(challengeId: string): Promise<Assertion> {
  const params = { path: { challengeId } };
  const asked = await answer(api.POST("/v1/auth/challenges/{challengeId}/passkey", { params }));
  return askForPasskey(asked.publicKey);
}

/** Mails a code for this challenge, in the place of any before. */
export function mailCode(challengeId: string): Promise<SentCode> {
  return answer(api.POST("/v1/auth/challenges/{challengeId}/email", { params: { path: { challengeId } } }));
}
