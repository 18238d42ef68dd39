/** Numbers as the language writes them. */
import { perLanguage } from "./locale";

const plain = perLanguage((locale) => new Intl.NumberFormat(locale));
const short = perLanguage((locale) => new Intl.NumberFormat(locale, { notation: "compact" }));
const percent = perLanguage((locale) => new Intl.NumberFormat(locale, { style: "percent" }));

/** `1200` is "1,200". */
export function asNumber(number: number): string {
  return plain().format(number);
}

/** Where there is hardly any room: `1200` is "1.2K". */
export function asShortNumber(number: number): string {
  return short().format(number);
}

/** `35` is "35%". */
export function asPercent(hundredths: number): string {
  return percent().format(hundredths / 100);
}
