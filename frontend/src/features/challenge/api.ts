/** Proving the second factor, at sign-in and again within a session. */
import { answer, api } from "@/api/client";
import type { Authenticated, Challenge, Method } from "@/api/types";

export function beginStepUp(): Promise<Challenge> {
  return answer(api.POST("/v1/auth/step-up"));
}

export function verify(challengeId: string, method: Method, code: string): Promise<Authenticated> {
  const params = { path: { challengeId } };
  return answer(api.POST("/v1/auth/challenges/{challengeId}/verify", { params, body: { method, code } }));
}
