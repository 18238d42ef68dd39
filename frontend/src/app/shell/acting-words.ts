/** Acting in another organization, in plain words. */
import type { Acting } from "@/api/acting";

/** For those who do not see the bar come and go. */
export function actingInWords(acting: Acting): string | undefined {
  if (acting.phase === "elsewhere") return `You are administering ${acting.organization.name}.`;
  return acting.phase === "left" && !acting.lost ? "You are back in your own organization." : undefined;
}

/** What the page at hand is about: not each is about the organization that is administered. */
export function reachInWords(pathname: string): string {
  if (/^\/(security|account)(\/|$)/.test(pathname)) return "This page is about your own account.";
  if (pathname.startsWith("/organizations")) return "This page is about all organizations.";
  return "What you do here is recorded in its audit log.";
}
