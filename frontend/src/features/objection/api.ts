/** "This was not me": the answer to a mail about one's account. */
import { answer, api } from "@/api/client";

export async function object(token: string): Promise<void> {
  await answer(api.POST("/v1/auth/objection", { body: { token } }));
}
