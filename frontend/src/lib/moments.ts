/** Dates and times as people read them, in their own language and time zone. */
import { perLanguage } from "./locale";

const written = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((locale) => new Intl.DateTimeFormat(locale, options));

const date = written({ dateStyle: "medium" });
const dayAndMonth = written({ day: "numeric", month: "short" });
const dateAndTime = written({ dateStyle: "medium", timeStyle: "short" });
const deadline = written({ dateStyle: "long", timeStyle: "short" });

export function asDate(moment: string): string {
  return date().format(new Date(moment));
}

export function asDateAndTime(moment: string): string {
  return dateAndTime().format(new Date(moment));
}

/** `8 December 2026 at 09:00`: a deadline, with the hour at which it passes. */
export function asDeadline(moment: string): string {
  return deadline().format(new Date(moment));
}

/** A day without a time, `2026-03-01`, is the same everywhere. */
export function dayInWords(day: string): string {
  return asDate(`${day}T12:00`);
}

/** "1 Mar", where the year is told elsewhere. */
export function dayInShort(day: string): string {
  return dayAndMonth().format(new Date(`${day}T12:00`));
}

export function isDay(text: unknown): text is string {
  return typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The day of a moment as a date field has it, in this time zone; `days` later if given. */
export function dayOf(moment: number, days = 0): string {
  const day = new Date(moment);
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** The last second of a day that was picked. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

/** The first moment of a day that was picked, `2026-03-01`, in this time zone; `days` later if given. */
export function startOfDay(day: string, days = 0): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + days);
  return start.toISOString();
}

/** A moment as a field for date and time holds it, `2026-12-01T09:00` in this time zone; empty where there is none. */
export function asFieldValue(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment that such a field holds; empty until date and time are whole. */
export function fromFieldValue(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}
