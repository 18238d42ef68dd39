/** Adding a passkey or an authenticator, or putting a new authenticator in the place of another. */
import { answer, api } from "@/api/client";
import { isRefusal } from "@/api/problem";
import type { Enrollment } from "@/api/types";
import { makePasskey } from "@/lib/webauthn";
import type { Confirmed, Sheet } from "./flow";
import { issuerAndAccount } from "./provisioning";

/** What is being set up: an authenticator that comes in addition, or one that takes another's place. */
export type Purpose = { kind: "add"; name: string } | { kind: "replace"; id: string };

export function beginEnrollment(purpose: Purpose): Promise<Enrollment> {
  if (purpose.kind === "add") {
    return answer(api.POST("/v1/me/authenticators", { body: { name: purpose.name.trim() || undefined } }));
  }
  return answer(api.POST("/v1/me/authenticators/{id}/replace", { params: { path: { id: purpose.id } } }));
}

export async function confirmEnrollment(enrollment: Enrollment, code: string): Promise<Confirmed> {
  try {
    return { sheet: await confirm(enrollment, code) };
  } catch (error) {
    // It may be confirmed already, by a request whose answer was lost.
    if (isRefusal(error, "not_found") && (await isEnrolled(enrollment))) return { answerLost: true };
    throw error;
  }
}

/** Answers the recovery codes that come with a first factor. */
async function confirm({ id, otpauthUri }: Enrollment, code: string): Promise<Sheet | undefined> {
  const confirmed = api.POST("/v1/me/authenticators/{id}/confirm", {
    params: { path: { id } },
    body: { code },
  });
  const { recoveryCodes: codes } = await answer(confirmed);
  const { issuer: organization, account } = issuerAndAccount(otpauthUri);
  return codes && { codes, organization, account };
}

async function isEnrolled({ id }: Enrollment): Promise<boolean> {
  const { authenticators } = await answer(api.GET("/v1/me/two-factor"));
  return authenticators.some((authenticator) => authenticator.id === id);
}

/** Has the device make a passkey, and enrolls it under this name. Answers the same. */
export async function enrollPasskey(name: string): Promise<Sheet | undefined> {
  const { publicKey } = await answer(api.POST("/v1/me/passkeys/options"));
  const body = { name: name.trim() || undefined, credential: await makePasskey(publicKey) };
  const { recoveryCodes: codes } = await answer(api.POST("/v1/me/passkeys", { body }));
  return codes && { codes, organization: publicKey.rp.name, account: publicKey.user.name };
}
