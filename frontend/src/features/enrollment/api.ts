/** Adding a passkey or an authenticator, or putting a new authenticator in the place of another. */
import { answer, api } from "@/api/client";
import type { Enrollment } from "@/api/types";
import { makePasskey } from "@/lib/webauthn";
import type { Sheet } from "./flow";
import { issuerAndAccount } from "./provisioning";

/** What is being set up: an authenticator that comes in addition, or one that takes another's place. */
export type Purpose = { kind: "add"; name: string } | { kind: "replace"; id: string };

export function beginEnrollment(purpose: Purpose): Promise<Enrollment> {
  if (purpose.kind === "add") {
    return answer(api.POST("/v1/me/authenticators", { body: { name: purpose.name.trim() || undefined } }));
  }
  return answer(api.POST("/v1/me/authenticators/{id}/replace", { params: { path: { id: purpose.id } } }));
}

/** Answers the recovery codes that come with a first factor. */
export async function confirmEnrollment(
  { id, otpauthUri }: Enrollment,
  code: string,
): Promise<Sheet | undefined> {
  const confirmed = api.POST("/v1/me/authenticators/{id}/confirm", {
    params: { path: { id } },
    body: { code },
  });
  const { recoveryCodes: codes } = await answer(confirmed);
  const { issuer: organization, account } = issuerAndAccount(otpauthUri);
  return codes && { codes, organization, account };
}

/** Has the device make a passkey, and enrolls it under this name. Answers the same. */
export async function enrollPasskey(name: string): Promise<Sheet | undefined> {
  const { publicKey } = await answer(api.POST("/v1/me/passkeys/options"));
  const body = { name: name.trim() || undefined, credential: await makePasskey(publicKey) };
  const { recoveryCodes: codes } = await answer(api.POST("/v1/me/passkeys", { body }));
  return codes && { codes, organization: publicKey.rp.name, account: publicKey.user.name };
}
