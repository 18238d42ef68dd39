/** What a policy would do to people, in plain words. */
import type { PolicyPreview, PolicySettings, Standing, StandingCounts } from "@/api/types";
import { endOfDay } from "@/lib/moments";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { byDate, endOf } from "./phases";
import { explained, type Words } from "./words";

const say = words("policy");

const DAY_MS = 86_400_000;

/** In the order in which a chart shows them. */
export const STANDINGS = ["ready", "notice", "mustEnroll", "blocked", "exempt"] as const satisfies Standing[];

const GRAVER_FIRST = ["blocked", "mustEnroll", "notice", "ready", "exempt"] as const satisfies Standing[];

export const standingWords = (standing: Standing): Words => explained(`standing-${standing}`);

export function totalOf(counts: StandingCounts): number {
  return STANDINGS.reduce((total, standing) => total + counts[standing], 0);
}

/** Each standing that somebody has, with its share of a bar. */
export function segmentsOf(counts: StandingCounts) {
  const total = totalOf(counts);
  return STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => ({
    standing,
    people: counts[standing],
    percent: Math.round((counts[standing] / total) * 1000) / 10,
  }));
}

/** How many there are to list: whoever has no second factor, and is told so or stopped by it. */
export function affected({ notice, mustEnroll, blocked }: StandingCounts): number {
  return notice + mustEnroll + blocked;
}

/** What happens to how many, the graver first: "2 people cannot sign in". */
export function effectsOf(counts: StandingCounts): string[] {
  const some = GRAVER_FIRST.filter((standing) => counts[standing] > 0);
  if (some.length === 0) return [say("effect.nobody")];
  return some.map((standing) => say(`effect.${standing}`, { people: counts[standing] }));
}

/** A newer service may warn of more than this page knows. */
export function warningInWords({ code, role }: PolicyPreview["warnings"][number]): string {
  const who = role ? roleWords(role) : say("everyone");
  return say.find(`warning.${code}`, { who }) ?? say("warning", { code });
}

/** The moment that a picked day is looked at: its end, or at once where it is none that comes. */
export function lookAt(day: string, now: number): string | undefined {
  if (!day) return undefined;
  const end = endOfDay(day);
  return Date.parse(end) - now > DAY_MS ? end : undefined;
}

/** The moments at which a policy that is about to be saved is worth a look: at once, and when all its deadlines have passed. */
export function momentsOf({ mode, phases }: PolicySettings, now: number): (string | undefined)[] {
  const end = mode === "required" ? endOf(byDate(phases), now) : undefined;
  return end ? [undefined, end] : [undefined];
}
