/** Several things in a row, as the language puts them. */
import { perLanguage } from "./locale";
import { words } from "./words";

const say = words("ui");

const choice = perLanguage((locale) => new Intl.ListFormat(locale, { type: "disjunction" }));

/** "one, two, three". */
export function listed(things: readonly string[]): string {
  return things.join(say("separator"));
}

/** "one, two or three". */
export function either(things: readonly (string | number)[]): string {
  return choice().format(things.map(String));
}
