/** What a policy would do to people, in plain words. */
import type { PolicyPreview, PolicySettings, Standing, StandingCounts } from "@/api/types";
import { startOfDay } from "@/lib/moments";
import { roleWords } from "@/lib/role-words";
import { byDate, endOf } from "./phases";

const DAY_MS = 86_400_000;

/** In the order in which a chart shows them. */
export const STANDINGS = ["ready", "notice", "mustEnroll", "blocked", "exempt"] as const satisfies Standing[];

export const standingWords: Record<Standing, { title: string; meaning: string }> = {
  ready: { title: "Ready", meaning: "is asked for the second factor that is set up" },
  notice: { title: "Reminded", meaning: "signs in with the password, and is told to set one up" },
  mustEnroll: { title: "Must set up", meaning: "sets one up at the next sign-in" },
  blocked: { title: "Blocked", meaning: "cannot sign in" },
  exempt: { title: "Not asked", meaning: "signs in with the password alone" },
};

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

export function peopleInWords(number: number): string {
  return number === 1 ? "1 person" : `${number} people`;
}

/** What happens to how many, the graver first: "2 people cannot sign in". */
export function effectsOf(counts: StandingCounts): string[] {
  const all = [
    effect(counts.blocked, "cannot sign in"),
    effect(counts.mustEnroll, "must set up a second factor at the next sign-in"),
    effect(counts.notice, "is reminded to set one up", "are reminded to set one up"),
    effect(
      counts.ready,
      "is asked for the one that is set up",
      "are asked for the one that they have set up",
    ),
    effect(counts.exempt, "signs in with a password alone", "sign in with a password alone"),
  ];
  const some = all.filter((one) => one !== undefined);
  return some.length > 0 ? some : ["There is nobody whom it could concern"];
}

function effect(number: number, one: string, several = one): string | undefined {
  return number > 0 ? `${peopleInWords(number)} ${number === 1 ? one : several}` : undefined;
}

type Warning = PolicyPreview["warnings"][number];

/** A newer service may warn of more than this page knows. */
const warnings: Record<string, (who: string) => string> = {
  only_one_administrator: () =>
    "There is only one administrator. If they lose their second factor, nobody can help them: make somebody else an administrator, too.",
  administrators_locked_out: () => "Administrators would be locked out.",
  grace_over_30_days: (who) =>
    `${who}: more than 30 days' grace. What is due that late tends to be forgotten.`,
  deadline_in_the_past: (who) =>
    `${who}: the deadline has passed already, so this takes effect at the next sign-in.`,
  earlier_deadlines_stay: (who) =>
    `${who}: whoever was given an earlier deadline keeps it. You can give single people more time on their page.`,
  not_everyone_is_covered: () =>
    "Not everyone is covered: for whoever is in no phase, a password stays enough.",
  nobody_is_covered: () => "The phases concern nobody, so nobody needs a second factor.",
  passkeys_on_single_form: () =>
    "A passkey does not fit into the form. Whoever has nothing else is asked for it after the password.",
  passkeys_demanded_of_nobody: () =>
    "Nobody is required to have a second factor, so nobody is required to have a passkey.",
  factor_no_longer_taken: () =>
    "A kind of factor is no longer taken. Whoever has no other still signs in with it, and sets up another once one is due.",
};

export function warningInWords({ code, role }: Warning): string {
  return warnings[code]?.(role ? roleWords(role) : "Everyone") ?? `Please check this: ${code}.`;
}

/** The moment that a picked day is looked at: its end, or at once where it is none that comes. */
export function lookAt(day: string, now: number): string | undefined {
  if (!day) return undefined;
  const end = Date.parse(startOfDay(day, 1)) - 1000;
  return end - now > DAY_MS ? new Date(end).toISOString() : undefined;
}

/** The moments at which a policy that is about to be saved is worth a look: at once, and when all its deadlines have passed. */
export function momentsOf({ mode, phases }: PolicySettings, now: number): (string | undefined)[] {
  const end = mode === "required" ? endOf(byDate(phases), now) : undefined;
  return end ? [undefined, end] : [undefined];
}
