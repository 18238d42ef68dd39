/** The organization's roles, and their changes. */
import { changesOf } from "@/api/changes";
import { answer, api } from "@/api/client";
import { roles } from "@/api/queries";
import type { NewRole, Role, RoleChange } from "@/api/types";

export const useRoleChange = changesOf(roles.queryKey);

const at = (id: string) => ({ path: { id } });

export function createRole(role: NewRole): Promise<Role> {
  return answer(api.POST("/v1/roles", { body: role }));
}

export function changeRole({ id, ...body }: { id: string } & RoleChange) {
  return answer(api.PATCH("/v1/roles/{id}", { params: at(id), body }));
}

export async function deleteRole(id: string): Promise<void> {
  await answer(api.DELETE("/v1/roles/{id}", { params: at(id) }));
}
