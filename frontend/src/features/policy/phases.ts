/** The phases of a roll-out while they are edited: pure changes, what is wrong with them, and how they lie in time. */
import type { Phase } from "@/api/types";
import { roleOf } from "@/lib/phases";
import { words } from "@/lib/words";

const say = words("policy");

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export const MOST_PHASES = 20;
export const MOST_GRACE_DAYS = 90;
const USUAL_GRACE_DAYS = 7;

/** A target as a choice's value: a role's name, or nothing for everyone, which no role is called. */
export const EVERYONE = "";

export function targetOf(phase: Phase): string {
  return roleOf(phase) ?? EVERYONE;
}

export function withTarget({ startsAt, graceDays }: Phase, target: string): Phase {
  return target === EVERYONE
    ? { everyone: true, startsAt, graceDays }
    : { role: target, startsAt, graceDays };
}

/** The next phase one would think of: for somebody who has none yet, a week after the last one. */
export function nextPhase(phases: readonly Phase[], roles: readonly string[], now: number): Phase {
  const taken = new Set(phases.map(targetOf));
  const target = [EVERYONE, ...roles].find((one) => !taken.has(one)) ?? EVERYONE;
  const starts = phases.map(({ startsAt }) => Date.parse(startsAt)).filter((start) => start >= now);
  const soon = Math.ceil(now / HOUR_MS) * HOUR_MS;
  const start = starts.length > 0 ? Math.max(...starts) + 7 * DAY_MS : soon;
  const phase = { everyone: true, startsAt: new Date(start).toISOString(), graceDays: USUAL_GRACE_DAYS };
  return withTarget(phase as Phase, target);
}

/** The earliest first; of those at the same moment, in the order of their targets. */
export function byDate(phases: readonly Phase[]): Phase[] {
  return [...phases].sort(
    (one, other) =>
      (Date.parse(one.startsAt) || 0) - (Date.parse(other.startsAt) || 0) ||
      targetOf(one).localeCompare(targetOf(other)),
  );
}

export function areInOrder(phases: readonly Phase[]): boolean {
  const starts = phases.map(({ startsAt }) => Date.parse(startsAt));
  return starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) <= start);
}

/** Whether they are the same phases, in whatever order and however their moments are written. */
export function areSame(some: readonly Phase[], others: readonly Phase[]): boolean {
  const key = (phases: readonly Phase[]) =>
    byDate(phases)
      .map((phase) => [targetOf(phase), Date.parse(phase.startsAt), phase.graceDays].join())
      .join(";");
  return key(some) === key(others);
}

export interface PhaseErrors {
  target?: string;
  startsAt?: string;
  graceDays?: string;
}

/** What is wrong with each. */
export function errorsOf(phases: readonly Phase[]): PhaseErrors[] {
  const seen = new Set<string>();
  return phases.map((phase) => {
    const target = targetOf(phase);
    const again = seen.has(target);
    seen.add(target);
    return {
      ...(again && { target: say("target-taken") }),
      ...(Number.isNaN(Date.parse(phase.startsAt)) && { startsAt: say("no-start") }),
      ...(!fitsGrace(phase.graceDays) && { graceDays: say("range", { least: 0, most: MOST_GRACE_DAYS }) }),
    };
  });
}

/** Those with nothing wrong: what a picture can show while another one is being typed. */
export function rightOnes(phases: readonly Phase[]): Phase[] {
  const errors = errorsOf(phases);
  return phases.filter((_, index) => Object.keys(errors[index] ?? {}).length === 0);
}

function fitsGrace(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= MOST_GRACE_DAYS;
}

export function areValid(phases: readonly Phase[]): boolean {
  return phases.length <= MOST_PHASES && rightOnes(phases).length === phases.length;
}

/** When those who were there at its start have to have a factor, in milliseconds. */
function deadlineOf({ startsAt, graceDays }: Phase): number {
  return Date.parse(startsAt) + graceDays * DAY_MS;
}

/** When the last deadline has passed; nothing where there is none ahead. */
export function endOf(phases: readonly Phase[], now: number): string | undefined {
  const last = Math.max(...phases.map(deadlineOf));
  // The service counts finer than a millisecond, so at that very one it may not have passed yet.
  return phases.length > 0 && last > now ? new Date(last + 1000).toISOString() : undefined;
}

/** A phase between the first start and the last deadline, as parts of a hundred. */
export interface Stretch {
  phase: Phase;
  deadline: string;
  from: number;
  to: number;
}

export interface Timeline {
  stretches: Stretch[];
  /** Where now is, if it is within. */
  now?: number;
}

export function timelineOf(phases: readonly Phase[], now: number): Timeline {
  const ordered = byDate(phases);
  const begin = Math.min(...ordered.map(({ startsAt }) => Date.parse(startsAt)));
  const end = Math.max(...ordered.map(deadlineOf), begin + DAY_MS);
  const at = (moment: number) => Math.round(((moment - begin) / (end - begin)) * 1000) / 10;
  const stretches = ordered.map((phase) => ({
    phase,
    deadline: new Date(deadlineOf(phase)).toISOString(),
    from: at(Date.parse(phase.startsAt)),
    to: at(deadlineOf(phase)),
  }));
  return { stretches, ...(now >= begin && now <= end && { now: at(now) }) };
}
