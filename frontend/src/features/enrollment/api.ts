/** Adding an authenticator, or putting a new one in the place of another. */
import { answer, api } from "@/api/client";
import type { Enrollment } from "@/api/types";

/** What is being set up: an authenticator that comes in addition, or one that takes another's place. */
export type Purpose = { kind: "add"; name: string } | { kind: "replace"; id: string };

export function beginEnrollment(purpose: Purpose): Promise<Enrollment> {
  if (purpose.kind === "add") {
    return answer(api.POST("/v1/me/authenticators", { body: { name: purpose.name.trim() || undefined } }));
  }
  return answer(api.POST("/v1/me/authenticators/{id}/replace", { params: { path: { id: purpose.id } } }));
}

export function confirmEnrollment({ id }: Enrollment, code: string) {
  return answer(api.POST("/v1/me/authenticators/{id}/confirm", { params: { path: { id } }, body: { code } }));
}
