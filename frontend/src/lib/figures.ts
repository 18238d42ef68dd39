/** The numbers of a chart as a table: for the page as people read them, for a file as machines do. */
import { csv } from "./csv";
import { dayInWords } from "./moments";
import { asNumber } from "./numbers";

/** Words, a number, or a day such as `2026-12-08`. */
export type Cell = string | number | { day: string };

export interface Figures {
  columns: readonly string[];
  /** What a row is called stands first. */
  rows: readonly (readonly Cell[])[];
}

export function asShown(cell: Cell): string {
  if (typeof cell === "object") return dayInWords(cell.day);
  return typeof cell === "number" ? asNumber(cell) : cell;
}

export function figuresAsCsv({ columns, rows }: Figures): string {
  return csv([columns, ...rows.map((row) => row.map(asWritten))]);
}

const asWritten = (cell: Cell) => (typeof cell === "object" ? cell.day : String(cell));
