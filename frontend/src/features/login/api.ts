/** The first step of signing in. */
import { answer, api, session } from "@/api/client";
import { isRefusal } from "@/api/problem";
import type { Assertion, LoginAnswer, PasskeyQuestion, SignInConfig } from "@/api/types";
import { showBranding } from "@/ui/branding";

/** What a sign-in page draws. */
export type Config = Pick<SignInConfig, "loginStyle" | "passkeyLogin" | "sso" | "branding">;

/** What the organization wants, with its pages painted so; one that does not exist is told from no other. */
export async function readConfig(organization: string | undefined): Promise<Config> {
  try {
    const config = await answer(api.GET("/v1/auth/config", { params: { query: { organization } } }));
    await showBranding(config.branding);
    return config;
  } catch (error) {
    if (isRefusal(error, "not_found") || isRefusal(error, "validation_failed")) return UNKNOWN;
    throw error;
  }
}

/** What is drawn where there is no such organization. */
export const UNKNOWN: Config = { loginStyle: "twoStep", passkeyLogin: false, sso: [] };

export async function logIn(email: string, password: string, code: string): Promise<LoginAnswer> {
  const body = { email: email.trim(), password, cookie: true, code: code.trim() || undefined };
  const result = await answer(api.POST("/v1/auth/login", { body }));
  if (result.status === "enrollment") session.beginEnrollment(result.enrollmentToken);
  return result;
}

/** A question for a passkey that signs in: of whoever has this address, or of anybody whom the device has one for. */
export function askWhoItIs(email?: string): Promise<PasskeyQuestion> {
  return answer(api.POST("/v1/auth/passkey/options", { body: { email } }));
}

export async function logInByPasskey({ ceremonyId }: PasskeyQuestion, assertion: Assertion): Promise<void> {
  await answer(api.POST("/v1/auth/passkey/login", { body: { ceremonyId, assertion, cookie: true } }));
}
