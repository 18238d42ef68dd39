/** Numbers as the language writes them. */
import { perLanguage } from "./locale";

const percent = perLanguage((locale) => new Intl.NumberFormat(locale, { style: "percent" }));

/** `35` is "35%". */
export function asPercent(hundredths: number): string {
  return percent().format(hundredths / 100);
}
