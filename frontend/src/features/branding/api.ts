/** The organization's branding: read, replaced as a whole, and its logo by itself. */
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { over, type Replacement } from "@/api/editing";
import type { Branding, BrandingSettings } from "@/api/types";

export const branding = queryOptions({
  queryKey: ["branding"],
  queryFn: () => answer(api.GET("/v1/branding")),
});

/** Replaces the version that the editor has seen, and no other. */
export function saveBranding({ version, settings }: Replacement<BrandingSettings>): Promise<Branding> {
  return answer(api.PUT("/v1/branding", { params: over(version), body: settings }));
}

/** Puts a picture in the place of the logo; nothing takes it away. */
export function saveLogo(file: File | undefined): Promise<Branding> {
  if (!file) return answer(api.DELETE("/v1/branding/logo"));
  const sent = { bodySerializer: () => file, headers: { "content-type": "image/png" } };
  return answer(api.PUT("/v1/branding/logo", { body: "", ...sent }));
}
