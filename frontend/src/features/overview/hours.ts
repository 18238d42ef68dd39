/** When something failed, by the hours of the reader's own week. */
import type { Overview } from "@/api/types";
import { HOURS, hourInWords, placeInWeek, WEEKDAYS, weekdayInWords } from "@/lib/week";
import { words } from "@/lib/words";

const say = words("overview");

/** Every weekday is in there as often. */
const WEEKS = 4;

export interface Hour {
  weekday: number;
  hour: number;
  passwords: number;
  codes: number;
}

/** All hours of a week, Monday's first; a quarter of an hour counts where it is on the clock here. */
export function hoursOf(failures: Overview["failuresByQuarterHour"]): Hour[][] {
  const week = WEEKDAYS.map((weekday) => HOURS.map((hour) => ({ weekday, hour, passwords: 0, codes: 0 })));
  for (const { begin, login, code } of failures) {
    const { weekday, hour } = placeInWeek(begin);
    const found = week[weekday]?.[hour];
    if (!found) continue;
    found.passwords += login;
    found.codes += code;
  }
  return week;
}

export const failedIn = ({ passwords, codes }: Hour) => passwords + codes;

export function hourSentence(week: Hour[][]): string {
  const hours = week.flat();
  const all = hours.reduce((sum, hour) => sum + failedIn(hour), 0);
  const worst = hours.reduce((one, other) => (failedIn(other) > failedIn(one) ? other : one));
  if (all === 0) return say("hours.none", { weeks: WEEKS });
  return say("hours.told", {
    weeks: WEEKS,
    all,
    most: failedIn(worst),
    day: weekdayInWords(worst.weekday),
    time: hourInWords(worst.hour),
  });
}
