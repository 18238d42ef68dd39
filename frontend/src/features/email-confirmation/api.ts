/** The proof of an address. */
import { answer, api } from "@/api/client";

export async function confirmEmail(token: string): Promise<void> {
  await answer(api.POST("/v1/auth/email/confirm", { body: { token } }));
}
