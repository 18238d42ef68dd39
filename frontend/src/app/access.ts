/** Who may see which page, decided before it loads. */
import { redirect } from "@tanstack/react-router";
import { refresh, session } from "@/api/client";
import { languageOf } from "@/lib/language";
import { returnPath } from "@/lib/return-path";
import { OFFERED, openAreas, speak } from "@/lib/words";
import { mayBeSignedIn } from "./signed-in-here";

/** The cookie may hold a session from before: asked once, when the app starts, of a browser that may have one. */
async function settled() {
  if (session.current().phase === "unknown") {
    if (mayBeSignedIn()) await refresh(undefined).catch(inWords);
    else session.end();
  }
  return session.current();
}

/** What went wrong can be said once the words for it are here. */
async function inWords(error: unknown): Promise<never> {
  await openAreas([]);
  throw error;
}

export async function onlySignedOut(next: unknown): Promise<void> {
  const state = await settled();
  if (state.phase === "signedIn") throw redirect({ to: returnPath(next), replace: true });
}

export async function onlySignedIn(href: string): Promise<void> {
  const state = await settled();
  if (state.phase !== "signedIn") throw redirect({ to: "/sign-in", search: { next: href }, replace: true });
  if (state.mustEnroll) throw redirect({ to: "/set-up", search: { next: href }, replace: true });
  await speak(languageOf(state.user.language, OFFERED));
}

/** Of a page for everybody: whoever is signed in reads it in their own language, and nobody has to wait for the service. */
export async function anybody(): Promise<void> {
  const state = await settled().catch(() => session.current());
  if (state.phase === "signedIn") await speak(languageOf(state.user.language, OFFERED));
}

export async function onlyToEnroll(next: unknown, href: string): Promise<void> {
  const state = await settled();
  if (state.phase !== "signedIn") throw redirect({ to: "/sign-in", search: { next: href }, replace: true });
  // A demand is known from the service's last refusal; whoever comes without one gets it at the page they want.
  if (!state.mustEnroll) throw redirect({ to: returnPath(next), replace: true });
  await speak(languageOf(state.user.language, OFFERED));
}
