/** A moment, with its exact time for machines. */
import { asDate, asDateAndTime, asDeadline } from "@/lib/moments";

export function When({ at, dateOnly = false }: { at: string; dateOnly?: boolean }) {
  return <time dateTime={at}>{dateOnly ? asDate(at) : asDateAndTime(at)}</time>;
}

/** By when something has to be done: with the hour, for it may be too late on the day itself. */
export function Deadline({ at }: { at: string }) {
  return <time dateTime={at}>{asDeadline(at)}</time>;
}
