/** `Intl` in the language that is spoken. */
import { language } from "./words";

/** English is written as the English do. */
const locale = () => (language() === "en" ? "en-GB" : language());

/** Makes a formatter once per language: to make one is slow. */
export function perLanguage<Formatter>(make: (locale: string) => Formatter): () => Formatter {
  const made = new Map<string, Formatter>();
  return () => {
    const key = locale();
    const formatter = made.get(key) ?? make(key);
    made.set(key, formatter);
    return formatter;
  };
}
