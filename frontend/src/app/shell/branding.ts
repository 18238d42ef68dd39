/** How the organization of the signed-in person shows itself: by name, logo and colour, and in whom it lets them ask. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { me, mine, twoFactor } from "@/api/queries";
import { readConfig } from "@/features/login/api";
import { queries } from "./query-client";

// The pages are good without it, too: nobody waits for a second try.
const once = { networkMode: "always", retry: false } as const;

/** A frame that is late is worse than one that changes. */
const PATIENCE_MS = 1500;

const branding = queryOptions({
  queryKey: [...mine, "branding"],
  queryFn: async () => {
    const { organization } = await queries.ensureQueryData({ ...me, ...once });
    return (await readConfig(organization.slug)).branding ?? null;
  },
  ...once,
});

/** Waited for before the frame of the pages is drawn, so that nothing in it changes later; but not for long. */
export async function readFrame(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  // The sign beside the name is there, or it is not.
  const shown = [queries.prefetchQuery(branding), queries.prefetchQuery({ ...twoFactor, ...once })];
  await Promise.race([Promise.all(shown), late]);
}

export function useBranding() {
  return useQuery(branding).data ?? undefined;
}
