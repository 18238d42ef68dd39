/** Which columns the list of users has beside their names: a choice that this browser keeps. */
import { isRecord, keep, kept } from "@/lib/kept";

/** In the order in which they stand; the address stands beneath the name. */
export const COLUMNS = [
  "email",
  "roles",
  "login",
  "twoFactor",
  "codes",
  "lastSignIn",
  "deadline",
  "created",
] as const;

export type Column = (typeof COLUMNS)[number];

/** What is seen where nothing was chosen. */
export const USUAL: readonly Column[] = ["email", "roles", "login", "twoFactor", "codes"];

export function isUsual(columns: readonly Column[]): boolean {
  return COLUMNS.every((column) => columns.includes(column) === USUAL.includes(column));
}

/** What is to be understood of something that was kept: a column that there is no more is left out. */
export function columnsIn(found: unknown): readonly Column[] {
  const shown = isRecord(found) && found.version === VERSION ? found.shown : undefined;
  return Array.isArray(shown) ? COLUMNS.filter((column) => shown.includes(column)) : USUAL;
}

export function readColumns(): readonly Column[] {
  return columnsIn(kept(KEY));
}

export function keepColumns(shown: readonly Column[]): void {
  keep(KEY, { version: VERSION, shown });
}

const KEY = "nightlatch.columns.users";

const VERSION = 1;
