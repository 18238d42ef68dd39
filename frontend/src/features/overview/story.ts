/** The figures as what they tell: days without gaps, and a sentence for each chart. */
import type { Overview } from "@/api/types";
import { dayInWords } from "@/lib/moments";
import { words } from "@/lib/words";

const say = words("overview");

const DAYS_AHEAD = 60;

export function protectedUsers({ users: { enabled, expired } }: Pick<Overview, "users">): number {
  return enabled + expired;
}

export function shareSentence(overview: Pick<Overview, "users">): string {
  const { total } = overview.users;
  const secure = protectedUsers(overview);
  if (secure === total) return say("today.everybody");
  if (secure === 0) return say("today.nobody");
  return say("today.some", { protected: secure, total });
}

/** With the number of all users, it tells where a chart of that height ends. */
export function adoptionSentence(adoption: Overview["adoption"], total?: number): string {
  const [first, last] = [adoption[0], adoption.at(-1)];
  if (!first || !last) return say("adoption.none");
  const growth = {
    before: first.protected,
    from: dayInWords(first.date),
    now: last.protected,
    to: dayInWords(last.date),
  };
  return total === undefined ? say("adoption.told", growth) : say("adoption.shown", { ...growth, total });
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
  if (!first) return say("deadlines.none", { days: DAYS_AHEAD });
  const users = days.reduce((sum, day) => sum + day.users, 0);
  const date = dayInWords(first.date);
  if (days.length === 1) return say("deadlines.one", { users, date });
  return say("deadlines.several", { users, date, first: first.users });
}

export function failureSentence(failures: Overview["failures"]): string {
  const sum = (kind: "login" | "code") => failures.reduce((total, day) => total + day[kind], 0);
  const [passwords, codes] = [sum("login"), sum("code")];
  if (passwords + codes === 0) return say("failures.none");
  return say("failures.told", { passwords, codes });
}

function daysFrom(first: string, number: number): string[] {
  return Array.from({ length: number }, (_, index) => {
    const day = new Date(`${first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + index);
    return day.toISOString().slice(0, 10);
  });
}
