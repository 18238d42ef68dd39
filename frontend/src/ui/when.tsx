/** A moment, with its exact time for machines. */
import { asDate, asDateAndTime } from "@/lib/moments";

export function When({ at, dateOnly = false }: { at: string; dateOnly?: boolean }) {
  return <time dateTime={at}>{dateOnly ? asDate(at) : asDateAndTime(at)}</time>;
}
