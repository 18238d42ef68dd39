/** Several things in a row, as the language puts them. */
import { perLanguage } from "./locale";
import { words } from "./words";

const say = words("ui");

const choice = perLanguage((locale) => new Intl.ListFormat(locale, { type: "disjunction" }));

/** "one, two, three". */
export function listed(things: readonly string[]): string {
  return things.join(say("separator"));
}

/** "1, 2, 4–7", of numbers from the least on. */
export function listedRuns(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return listed(runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String))));
}

/** "one, two or three". */
export function either(things: readonly (string | number)[]): string {
  return choice().format(things.map(String));
}
