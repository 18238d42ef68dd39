/** How the organization of the signed-in person shows itself: by name, logo and colour, and in whom it lets them ask. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { me, mine } from "@/api/queries";
import { readConfig } from "@/features/login/api";
import { queries } from "./query-client";

const branding = queryOptions({
  queryKey: [...mine, "branding"],
  queryFn: async () => {
    const { organization } = await queries.ensureQueryData(me);
    return (await readConfig(organization.slug)).branding ?? null;
  },
  // The pages are good without it, too: nobody waits for a second try.
  networkMode: "always",
  retry: false,
});

/** Waited for before the frame of the pages is drawn, so that nothing in it changes later. */
export async function readBranding(): Promise<void> {
  await queries.prefetchQuery(branding);
}

export function useBranding() {
  return useQuery(branding).data ?? undefined;
}
