/** What to tell somebody whose phone shows the code of another time. */
import { exactly } from "@/lib/duration";
import { words } from "@/lib/words";

const say = words("enrollment");

export function clockSkewMessage(seconds: number): string {
  const size = Math.abs(seconds);
  const about = size < 60 ? exactly(size, "second") : exactly(Math.round(size / 60), "minute");
  return say(seconds < 0 ? "clock.behind" : "clock.ahead", { size: about });
}
