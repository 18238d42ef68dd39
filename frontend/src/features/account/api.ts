/** Changes to one's own account. */
import { answer, api } from "@/api/client";
import type { Authenticated, Me } from "@/api/types";

export function changeName(displayName: string): Promise<Me> {
  return answer(api.PATCH("/v1/me", { body: { displayName } }));
}

export function changePassword(passwords: { current: string; new: string }): Promise<Authenticated> {
  return answer(api.POST("/v1/me/password", { body: passwords }));
}
