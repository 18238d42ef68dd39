/** All organizations of this installation: for superadministrators. */
import { changesOf } from "@/api/changes";
import { acting, answer, api } from "@/api/client";
import { paged } from "@/api/paged";
import { installation, mine } from "@/api/queries";
import type { CreatedOrganization, NewOrganization, Organization } from "@/api/types";

const PAGE = 50;

const all = [...installation, "organizations"];

export const organizations = paged(all, ({ pageParam: cursor }) =>
  answer(api.GET("/v1/organizations", { params: { query: { limit: PAGE, cursor } } })),
);

// The caller's own is named there, and in the header.
export const useOrganizationChange = changesOf(all, mine);

export function createOrganization(order: NewOrganization): Promise<CreatedOrganization> {
  return answer(api.POST("/v1/organizations", { body: order }));
}

export async function renameOrganization({ id, name }: { id: string; name: string }): Promise<Organization> {
  const renamed = await answer(
    api.PATCH("/v1/organizations/{id}", { params: { path: { id } }, body: { name } }),
  );
  acting.rename(renamed);
  return renamed;
}
