/** What an administrator changes about somebody else. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changesOf } from "@/api/changes";
import { answer, api } from "@/api/client";
import { everyone, roles, userOf } from "@/api/queries";
import type {
  BulkAnswer,
  BulkOrder,
  BulkResult,
  DeadlineOrder,
  ImportResult,
  ImportRow,
  InvitationOrder,
  ListedUser,
  NewUser,
  PassOrder,
  ResetOrder,
  RoleName,
} from "@/api/types";
import { lists } from "./queries";

// Roles tell how many users have each.
export const useUserChange = changesOf(everyone, roles.queryKey);

/** After it there is no such user: no list shows them again, and their page is left before it is asked for anew. */
export function useRevocation(leave: () => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: revokeInvitation,
    onSuccess: async (_, id) => {
      queries.removeQueries({ queryKey: lists });
      await leave();
      queries.removeQueries({ queryKey: userOf(id).queryKey });
      void queries.invalidateQueries({ queryKey: roles.queryKey });
    },
  });
}

const at = (id: string) => ({ path: { id } });

export function createUser(user: NewUser): Promise<ListedUser> {
  return answer(api.POST("/v1/users", { body: user }));
}

export function changeRoles({ id, roles }: { id: string; roles: RoleName[] }): Promise<ListedUser> {
  return answer(api.PATCH("/v1/users/{id}", { params: at(id), body: { roles } }));
}

export async function suspend(id: string): Promise<void> {
  await answer(api.PATCH("/v1/users/{id}", { params: at(id), body: { suspended: true } }));
}

export async function restore(id: string): Promise<void> {
  await answer(api.PATCH("/v1/users/{id}", { params: at(id), body: { suspended: false } }));
}

export async function unfreeze(id: string): Promise<void> {
  await answer(api.PATCH("/v1/users/{id}", { params: at(id), body: { frozen: false } }));
}

export async function sendPasswordReset(id: string): Promise<void> {
  await answer(api.POST("/v1/users/{id}/password-reset", { params: at(id) }));
}

export async function signOutEverywhere(id: string): Promise<void> {
  await answer(api.DELETE("/v1/users/{id}/sessions", { params: at(id) }));
}

export async function disconnectIdentities(id: string): Promise<void> {
  await answer(api.DELETE("/v1/users/{id}/sso-identities", { params: at(id) }));
}

export function resetSecondFactor({ id, order }: { id: string; order: ResetOrder }) {
  return answer(api.POST("/v1/users/{id}/two-factor/reset", { params: at(id), body: order }));
}

export function issuePass({ id, ...body }: { id: string } & PassOrder) {
  return answer(api.POST("/v1/users/{id}/temporary-pass", { params: at(id), body }));
}

export function setDeadline({ id, ...body }: { id: string } & DeadlineOrder) {
  return answer(api.PUT("/v1/users/{id}/deadline", { params: at(id), body }));
}

export async function remind(id: string): Promise<BulkResult | undefined> {
  return (await changeMany({ action: "remind" as const, ids: [id] })).results[0];
}

export function inviteUsers(order: InvitationOrder) {
  return answer(api.POST("/v1/users/invitations", { body: order }));
}

/** The lines go as they are: the service says which of them are not right. */
export function importUsers({ text, dryRun }: { text: string; dryRun: boolean }): Promise<ImportResult> {
  return answer(
    api.POST("/v1/users/import", {
      params: { query: { dryRun } },
      headers: { "content-type": "application/x-ndjson" },
      body: text as unknown as ImportRow,
      bodySerializer: (body) => body as unknown as string,
    }),
  );
}

export async function sendInvitation(id: string): Promise<void> {
  await answer(api.POST("/v1/users/{id}/invitation", { params: at(id) }));
}

async function revokeInvitation(id: string): Promise<void> {
  await answer(api.DELETE("/v1/users/{id}/invitation", { params: at(id) }));
}

export function changeMany(order: BulkOrder): Promise<BulkAnswer> {
  return answer(api.POST("/v1/users/bulk", { body: order }));
}
