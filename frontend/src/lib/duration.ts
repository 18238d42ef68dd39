/** Lengths of time as people say them. */
import { perLanguage } from "./locale";

type Unit = "second" | "minute" | "hour" | "day";

const lengths = Object.fromEntries(
  (["second", "minute", "hour", "day"] as const).map((unit) => [
    unit,
    perLanguage((locale) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" })),
  ]),
) as Record<Unit, () => Intl.NumberFormat>;

/** `90` is "2 minutes": rounded up, so that nobody comes back too early. */
export function inWords(seconds: number): string {
  const [number, unit] = roundedUp(seconds);
  return exactly(number, unit);
}

/** A length in a unit that is given. */
export function exactly(number: number, unit: Unit): string {
  return lengths[unit]().format(number);
}

/** `65` is "1:05", for a countdown. */
export function onAClock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function roundedUp(seconds: number): [number, Unit] {
  if (seconds < 60) return [Math.max(1, Math.ceil(seconds)), "second"];
  if (seconds < 3600) return [Math.ceil(seconds / 60), "minute"];
  if (seconds < 86_400) return [Math.ceil(seconds / 3600), "hour"];
  return [Math.ceil(seconds / 86_400), "day"];
}
