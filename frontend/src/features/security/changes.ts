/** What a person can change about their second factor and their sessions. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api, refresh, session } from "@/api/client";
import { mine } from "@/api/queries";
import { endEverywhere } from "@/api/sign-out";
import type { Assertion, LiveSession, TrustedDevice } from "@/api/types";
import { askForPasskey } from "@/lib/webauthn";

/** A change after which everything shown about this person is asked for anew. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Of several steps the first may be done where a later one fails.
    onSettled: () => void queries.invalidateQueries({ queryKey: mine }),
  });
}

export function renameAuthenticator({ id, name }: { id: string; name: string }) {
  return answer(api.PATCH("/v1/me/authenticators/{id}", { params: { path: { id } }, body: { name } }));
}

export function removeAuthenticator(id: string) {
  return answer(api.DELETE("/v1/me/authenticators/{id}", { params: { path: { id } } }));
}

export function renamePasskey({ id, name }: { id: string; name: string }) {
  return answer(api.PATCH("/v1/me/passkeys/{id}", { params: { path: { id } }, body: { name } }));
}

export function removePasskey(id: string) {
  return answer(api.DELETE("/v1/me/passkeys/{id}", { params: { path: { id } } }));
}

export function setEmailCodes(enabled: boolean) {
  return answer(api.PUT("/v1/me/email-verification", { body: { enabled } }));
}

/** Proves within the session that it is its owner who acts: by a code, or without one by a passkey, asked for now. */
async function proofBy(code: string | undefined): Promise<{ code: string } | { assertion: Assertion }> {
  if (code !== undefined) return { code };
  const { publicKey } = await answer(api.POST("/v1/me/passkeys/assertion-options"));
  return { assertion: await askForPasskey(publicKey) };
}

export async function regenerate({ code }: { code: string | undefined }) {
  return answer(api.POST("/v1/me/recovery-codes/regenerate", { body: await proofBy(code) }));
}

export async function disable({
  password,
  code,
}: {
  password: string;
  code: string | undefined;
}): Promise<void> {
  await answer(api.POST("/v1/me/two-factor/disable", { body: { password, ...(await proofBy(code)) } }));
  // The token in hand died with the factor. Where no other can be had now, the next request asks for one.
  await refresh(session.token()).catch(() => undefined);
}

export async function endSession({ id, current }: LiveSession): Promise<void> {
  await answer(api.DELETE("/v1/me/sessions/{id}", { params: { path: { id } } }));
  if (current) endEverywhere();
}

export async function distrust({ id }: TrustedDevice): Promise<void> {
  await answer(api.DELETE("/v1/me/trusted-devices/{id}", { params: { path: { id } } }));
}

/** One after the other: each is an event of its own in the log. */
export async function endOthers(sessions: LiveSession[]): Promise<void> {
  for (const other of sessions.filter(({ current }) => !current)) await endSession(other);
}
