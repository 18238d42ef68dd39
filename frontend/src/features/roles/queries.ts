/** The organization's roles, and their changes. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { roles } from "@/api/queries";
import type { NewRole, Permission, Role } from "@/api/types";

/** A change after which the roles are asked for anew. */
export function useRoleChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => void queries.invalidateQueries({ queryKey: roles.queryKey }),
  });
}

const at = (id: string) => ({ path: { id } });

export function createRole(role: NewRole): Promise<Role> {
  return answer(api.POST("/v1/roles", { body: role }));
}

export function changeRole({ id, ...body }: { id: string; description: string; permissions: Permission[] }) {
  return answer(api.PATCH("/v1/roles/{id}", { params: at(id), body }));
}

export async function deleteRole(id: string): Promise<void> {
  await answer(api.DELETE("/v1/roles/{id}", { params: at(id) }));
}
