/** The days of a week and the hours of a day, in the reader's own language and time zone. */
import { perLanguage } from "./locale";

const written = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));

const long = written({ weekday: "long" });
const short = written({ weekday: "short" });
const time = written({ hour: "2-digit", minute: "2-digit" });
const zone = perLanguage((locale) => new Intl.DateTimeFormat(locale, { timeZoneName: "long" }));

/** From Monday on, which is 0. */
export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const MINUTE = 60_000;

export function weekdayInWords(weekday: number): string {
  return long().format(someTime(weekday, 0));
}

export function weekdayInShort(weekday: number): string {
  return short().format(someTime(weekday, 0));
}

/** "14:00–14:59" */
export function hourInWords(hour: number): string {
  const begin = someTime(0, hour);
  return time().formatRange(begin, new Date(begin.getTime() + 59 * MINUTE));
}

/** Where in the week a moment is, here. */
export function placeInWeek(moment: string): { weekday: number; hour: number } {
  const at = new Date(moment);
  return { weekday: (at.getDay() + 6) % 7, hour: at.getHours() };
}

/** "Greenwich Mean Time" */
export function zoneInWords(): string {
  const parts = zone().formatToParts(new Date());
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** In a week that began on the first day of its month. */
const someTime = (weekday: number, hour: number) => new Date(Date.UTC(2001, 0, weekday + 1, hour));
