/** The first step of signing in. */
import { answer, api, session } from "@/api/client";
import { isRefusal } from "@/api/problem";
import type { LoginAnswer, SignInConfig } from "@/api/types";

/** What a sign-in page draws. */
export type SignInPage = Pick<SignInConfig, "loginStyle" | "sso">;

/** What the organization wants; one that does not exist is told from no other. */
export async function readSignIn(organization: string | undefined): Promise<SignInPage> {
  try {
    const params = { query: { organization } };
    return await answer(api.GET("/v1/auth/config", { params }));
  } catch (error) {
    if (isRefusal(error, "not_found") || isRefusal(error, "validation_failed")) return UNKNOWN;
    throw error;
  }
}

const UNKNOWN: SignInPage = { loginStyle: "twoStep", sso: [] };

export async function logIn(email: string, password: string, code: string): Promise<LoginAnswer> {
  const body = { email: email.trim(), password, cookie: true, code: code.trim() || undefined };
  const result = await answer(api.POST("/v1/auth/login", { body }));
  if (result.status === "enrollment") session.beginEnrollment(result.enrollmentToken);
  return result;
}
