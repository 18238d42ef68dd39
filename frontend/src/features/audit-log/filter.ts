/** What the log is narrowed down to; kept in the address, so that a view can be shared. */
import { isAction } from "@/lib/event-words";
import { isDay } from "@/lib/moments";
import { words } from "@/lib/words";

const say = words("audit-log");

/** In an address, short for yes. */
export const SHOWN = "shown";

export interface Filter {
  action?: string;
  /** Users, by their ids: who did it, and whom it is about. */
  actor?: string;
  subject?: string;
  /** Whether what comes by itself is shown, too, such as sessions that go on. */
  routine?: typeof SHOWN;
  /** Days, the last one included. */
  from?: string;
  to?: string;
}

/** As an address has it. */
type Search = { [Name in keyof Filter]?: string };

/** What an address says, as far as it can be asked for. */
export function filterOf({ action, actor, subject, routine, from, to }: Search): Filter {
  return {
    ...(isAction(action) && { action }),
    ...(isUserId(actor) && { actor }),
    ...(isUserId(subject) && { subject }),
    ...(routine === SHOWN && { routine }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

/** A filter, or a part of one that takes the place of what was there: what is not defined is left open from now on. */
export type Change = { [Name in keyof Filter]: Filter[Name] | undefined };

/** What goes into the address: nothing of what is left open. */
export function searchOf(filter: Change): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** How much of it leaves something out that would be shown else. */
export function narrowness({ routine, ...filter }: Filter): number {
  return Object.keys(filter).length;
}

/** Whoever asks for one action gets it, whatever it is. */
export function leavesRoutineOut({ action, routine }: Filter): boolean {
  return !action && !routine;
}

/** The names of those whom the filter is about, as far as it is about somebody. */
export interface Names {
  actor?: string | undefined;
  subject?: string | undefined;
}

export function nothingInWords({ actor, subject }: Names): string {
  if (actor && subject) return say("nothing.both", { actor, subject });
  if (actor) return say("nothing.actor", { actor });
  return subject ? say("nothing.subject", { subject }) : say("nothing");
}

function isUserId(text: string | undefined): text is string {
  return text !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
