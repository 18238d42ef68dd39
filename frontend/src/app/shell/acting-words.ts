/** Acting in another organization, in plain words. */

import type { Acting } from "@/api/acting";
import { words } from "@/lib/words";

const say = words("shell");

/** For those who do not see the bar come and go. */
export function actingInWords(acting: Acting): string | undefined {
  if (acting.phase === "elsewhere") return say("acting.spoken", { organization: acting.organization.name });
  return acting.phase === "left" && !acting.lost ? say("acting.returned") : undefined;
}

/** What the page at hand is about: not each is about the organization that is administered. */
export function reachInWords(pathname: string): string {
  if (/^\/(security|account)(\/|$)/.test(pathname)) return say("reach.own");
  if (pathname.startsWith("/organizations")) return say("reach.all");
  return say("reach.recorded");
}
