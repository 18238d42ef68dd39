/** Lengths of time as people say them. */

/** `90` is "2 minutes": rounded up, so that nobody comes back too early. */
export function inWords(seconds: number): string {
  if (seconds < 60) return count(Math.max(1, Math.ceil(seconds)), "second");
  if (seconds < 3600) return count(Math.ceil(seconds / 60), "minute");
  if (seconds < 86_400) return count(Math.ceil(seconds / 3600), "hour");
  return count(Math.ceil(seconds / 86_400), "day");
}

/** `65` is "1:05", for a countdown. */
export function onAClock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
