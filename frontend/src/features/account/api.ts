/** Changes to one's own account. */
import { answer, api } from "@/api/client";
import type { Authenticated, Language, Me } from "@/api/types";

export function changeName(displayName: string): Promise<Me> {
  return answer(api.PATCH("/v1/me", { body: { displayName } }));
}

export function changeLanguage(language: Language): Promise<Me> {
  return answer(api.PATCH("/v1/me", { body: { language } }));
}

/** Mails a link to the new address; until it is followed, nothing changes. */
export async function requestEmailChange(wanted: { email: string; password: string }): Promise<void> {
  await answer(api.POST("/v1/me/email", { body: wanted }));
}

/** Mails a link to the address that is known. */
export async function requestVerification(): Promise<void> {
  await answer(api.POST("/v1/me/email/verify"));
}

export function changePassword(passwords: { current: string; new: string }): Promise<Authenticated> {
  return answer(api.POST("/v1/me/password", { body: passwords }));
}
