/** How long somebody has to wait: in words, or counted down once it is soon over. */
import { inWords, onAClock } from "@/lib/duration";

const SOON = 600;

export function Wait({ seconds }: { seconds: number }) {
  return <span role="timer">{seconds >= SOON ? inWords(seconds) : onAClock(seconds)}</span>;
}
