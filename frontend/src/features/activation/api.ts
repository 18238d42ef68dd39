/** An invitation: what it is for, and following it. */
import { answer, api, session } from "@/api/client";
import type { Activation, LoginAnswer, OpenInvitation } from "@/api/types";

export function readInvitation(token: string): Promise<OpenInvitation> {
  return answer(api.POST("/v1/auth/invitation", { body: { token } }));
}

export async function activate(body: Omit<Activation, "cookie">): Promise<LoginAnswer> {
  const result = await answer(api.POST("/v1/auth/activate", { body: { ...body, cookie: true } }));
  if (result.status === "enrollment") session.beginEnrollment(result.enrollmentToken);
  return result;
}
