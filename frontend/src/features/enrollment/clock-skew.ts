/** What to tell somebody whose phone shows the code of another time. */
import { count } from "@/lib/duration";

export function clockSkewMessage(seconds: number): string {
  const direction = seconds < 0 ? "behind" : "ahead";
  const size = Math.abs(seconds);
  const about = size < 60 ? count(size, "second") : count(Math.round(size / 60), "minute");
  return (
    `Your phone's clock is about ${about} ${direction}. ` +
    "Turn on automatic date and time in your phone's settings, then enter the next code."
  );
}
