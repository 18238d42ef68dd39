/** The first step of signing in. */
import { answer, api, session } from "@/api/client";
import type { LoginAnswer } from "@/api/types";

export async function logIn(email: string, password: string): Promise<LoginAnswer> {
  const result = await answer(
    api.POST("/v1/auth/login", { body: { email: email.trim(), password, cookie: true } }),
  );
  if (result.status === "enrollment") session.beginEnrollment(result.enrollmentToken);
  return result;
}
