/** The figures as what they tell: days without gaps, and a sentence for each chart. */
import type { Overview } from "@/api/types";
import { count } from "@/lib/duration";
import { dayInWords } from "@/lib/moments";

const DAYS_AHEAD = 60;

export function protectedUsers({ users: { enabled, expired } }: Pick<Overview, "users">): number {
  return enabled + expired;
}

export function shareSentence(overview: Pick<Overview, "users">): string {
  const { total } = overview.users;
  const secure = protectedUsers(overview);
  if (secure === total) return "Everybody is protected by a second factor.";
  if (secure === 0) return "Nobody is protected by a second factor yet.";
  return `${secure} of ${count(total, "user")} ${secure === 1 ? "is" : "are"} protected by a second factor.`;
}

export function adoptionSentence(adoption: Overview["adoption"]): string {
  const [first, last] = [adoption[0], adoption.at(-1)];
  if (!first || !last) return "There are no figures yet.";
  return `From ${first.protected} protected on ${dayInWords(first.date)} to ${last.protected} on ${dayInWords(last.date)}.`;
}

/** The service tells of days on which somebody's deadline is; the calendar has the others, too. */
export function deadlineDays({ adoption, deadlinesAhead }: Pick<Overview, "adoption" | "deadlinesAhead">) {
  const dates = deadlinesAhead.map(({ date }) => date).sort();
  const today = adoption.at(-1)?.date ?? dates[0];
  if (today === undefined) return [];
  // What is due later today may be counted for a day that has begun elsewhere already.
  const from = dates[0] !== undefined && dates[0] < today ? dates[0] : today;
  const users = new Map(deadlinesAhead.map((day) => [day.date, day.users]));
  return daysFrom(from, DAYS_AHEAD + 1).map((date) => ({ date, users: users.get(date) ?? 0 }));
}

export function deadlineSentence(deadlinesAhead: Overview["deadlinesAhead"]): string {
  const days = [...deadlinesAhead]
    .filter(({ users }) => users > 0)
    .sort((one, other) => one.date.localeCompare(other.date));
  const [first] = days;
  if (!first) return "Nobody has a deadline within the next 60 days.";
  const total = days.reduce((sum, { users }) => sum + users, 0);
  const when = dayInWords(first.date);
  if (days.length === 1) return `${count(total, "user")} without a second factor: the deadline is ${when}.`;
  return `${count(total, "user")} without a second factor: the first deadline is ${when}, for ${first.users}.`;
}

export function failureSentence(failures: Overview["failures"]): string {
  const sum = (kind: "login" | "code") => failures.reduce((total, day) => total + day[kind], 0);
  const [logins, codes] = [sum("login"), sum("code")];
  if (logins + codes === 0) return "No sign-in and no code failed in the last 30 days.";
  return `${count(logins, "failed password")} and ${count(codes, "refused code")} in the last 30 days.`;
}

function daysFrom(first: string, number: number): string[] {
  return Array.from({ length: number }, (_, index) => {
    const day = new Date(`${first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + index);
    return day.toISOString().slice(0, 10);
  });
}
