/** What goes on when somebody comes back from a provider of single sign-on. */
import { answer, api, session } from "@/api/client";
import type { ProviderAnswer, SsoIdentity } from "@/api/types";

export async function complete(token: string): Promise<ProviderAnswer> {
  const result = await answer(api.POST("/v1/auth/sso/complete", { body: { token, cookie: true } }));
  if (result.status === "enrollment") session.beginEnrollment(result.enrollmentToken);
  return result;
}

/** Connects the account that the provider vouched for with whoever has signed in since. */
export function connect(connectionToken: string): Promise<SsoIdentity> {
  return answer(api.POST("/v1/me/sso-identities", { body: { connectionToken } }));
}
