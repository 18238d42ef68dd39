/** How long a code that an administrator passes on is good: the choices, in minutes. */
import { exactly } from "./duration";

const USUAL = [10, 30, 60, 240, 480, 1440];

/** The choices within a policy's maximum, which is itself one of them. */
export function lifetimesUpTo(most: number): number[] {
  return [...USUAL.filter((minutes) => minutes < most), most];
}

/** The maxima that a policy may be given, with the one that it has. */
export function maximaWith(current: number): number[] {
  return [...new Set([...USUAL, current])].sort((one, other) => one - other);
}

/** What is chosen where nobody says otherwise. */
export function usualLifetime(most: number): number {
  return Math.min(60, most);
}

/** `90` is "90 minutes", `120` is "2 hours": exact, unlike a waiting time. */
export function lifetimeInWords(minutes: number): string {
  if (minutes % 1440 === 0) return exactly(minutes / 1440, "day");
  return minutes % 60 === 0 ? exactly(minutes / 60, "hour") : exactly(minutes, "minute");
}
