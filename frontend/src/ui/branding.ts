/** How the organization shows itself, where it has said so: what draws it comes only then. */
import type { SignInBranding } from "@/api/types";
import { withWords } from "@/lib/words";
import type { branded } from "./branded";

/** What takes the place of the product's own name and mark; nothing, where the organization has said nothing. */
export let shownBranding: ReturnType<typeof branded>;

/** Waited for before a page is drawn, so that nothing on it changes later. */
export async function showBranding(branding: SignInBranding | undefined): Promise<void> {
  if (branding || shownBranding)
    shownBranding = (await withWords(import("./branded"), "branding")).branded(branding);
}
