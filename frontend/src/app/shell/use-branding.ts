/** How the organization of the signed-in person shows itself: in its colour on every page, and in whom it lets them ask. */
import { useQuery } from "@tanstack/react-query";
import { me, mine } from "@/api/queries";
import { readConfig } from "@/features/login/api";

export function useBranding() {
  const slug = useQuery(me).data?.organization.slug;
  const { data } = useQuery({
    queryKey: [...mine, "branding", slug],
    queryFn: async () => (await readConfig(slug)).branding ?? null,
    enabled: slug !== undefined,
  });
  return data ?? undefined;
}
