/** Proving the second factor, at sign-in and again within a session. */
import { answer, api, session } from "@/api/client";
import type { Challenge, Method } from "@/api/types";

export function beginStepUp(): Promise<Challenge> {
  return answer(api.POST("/v1/auth/step-up"));
}

/** What a right code opens: a session, or, after an administrator's code, the set-up of a new factor. */
export async function verify(
  challengeId: string,
  method: Method,
  code: string,
): Promise<"verified" | "enrollmentDemanded"> {
  const params = { path: { challengeId } };
  const result = await answer(
    api.POST("/v1/auth/challenges/{challengeId}/verify", { params, body: { method, code } }),
  );
  if (!("enrollmentToken" in result)) return "verified";
  session.beginEnrollment(result.enrollmentToken);
  return "enrollmentDemanded";
}
