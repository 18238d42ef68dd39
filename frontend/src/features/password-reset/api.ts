/** A new password by a mailed link. */
import { answer, api } from "@/api/client";

/** Whether there is such an account is told to nobody. */
export async function requestReset(email: string): Promise<void> {
  await answer(api.POST("/v1/auth/password/forgot", { body: { email } }));
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await answer(api.POST("/v1/auth/password/reset", { body: { token, password } }));
}
