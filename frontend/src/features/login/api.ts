/** The first step of signing in. */
import { answer, api, session } from "@/api/client";
import { isRefusal } from "@/api/problem";
import type { LoginAnswer, LoginStyle } from "@/api/types";

/** Which form the organization wants; one that does not exist is told from no other. */
export async function readLoginStyle(organization: string | undefined): Promise<LoginStyle> {
  try {
    const params = { query: { organization } };
    return (await answer(api.GET("/v1/auth/config", { params }))).loginStyle;
  } catch (error) {
    if (isRefusal(error, "not_found") || isRefusal(error, "validation_failed")) return "twoStep";
    throw error;
  }
}

export async function logIn(email: string, password: string, code: string): Promise<LoginAnswer> {
  const body = { email: email.trim(), password, cookie: true, code: code.trim() || undefined };
  const result = await answer(api.POST("/v1/auth/login", { body }));
  if (result.status === "enrollment") session.beginEnrollment(result.enrollmentToken);
  return result;
}
