/** A new password by a mailed link. */
import { answer, api } from "@/api/client";
import { isRefusal } from "@/api/problem";

/** Whether there is such an account is told to nobody. */
export async function requestReset(email: string): Promise<void> {
  await answer(api.POST("/v1/auth/password/forgot", { body: { email } }));
}

/** Fails where the link is dead. A password that is not good enough does not use it up, and none never is. */
export async function openReset(token: string): Promise<void> {
  await resetPassword(token, "").catch((why) => {
    if (isRefusal(why, "link_expired")) throw why;
  });
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await answer(api.POST("/v1/auth/password/reset", { body: { token, password } }));
}
