/** The words of the SPA as files: a folder per language, a file per area. English says what there is to be said. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "@fluent/syntax";
import type { Pattern } from "../src/lib/patterns.ts";
import { compiled, wantsOf } from "./pattern.ts";

/** Where Vite and its tests run is the folder of the frontend. */
const folder = resolve("locales");

export const ENGLISH = "en";

/** The areas that every page needs, or the first one: they come with the language itself. */
export const ALWAYS: readonly string[] = ["app", "login", "ui"];

/** What can be said only after something was tried: fetched right behind, so that the first page need not wait. */
export const SOON: readonly string[] = ["problems"];

/** The messages of an area by their keys, `message` or `message.attribute`. */
export type Messages = Map<string, Pattern>;

/** Those that are begun, English first. */
export function languages(): string[] {
  return [ENGLISH, ...readdirSync(folder).filter((name) => name !== ENGLISH)];
}

export function areas(language = ENGLISH): string[] {
  const own = join(folder, language);
  const files = existsSync(own) ? readdirSync(own).filter((name) => name.endsWith(".ftl")) : [];
  return files.map((name) => name.slice(0, -".ftl".length)).sort();
}

export function pathOf(language: string, area: string): string {
  return join(folder, language, `${area}.ftl`);
}

/** Fails where a file is not written as Fluent wants it, or says more than the app understands. */
export function readArea(language: string, area: string): Messages {
  const messages: Messages = new Map();
  const { body } = parse(readFileSync(pathOf(language, area), "utf8"), { withSpans: false });
  for (const entry of body) {
    if (entry.type === "Junk") throw new Error(`${language}/${area}.ftl: ${entry.content.trim()}`);
    if (entry.type !== "Message") continue;
    const { id, value, attributes } = entry;
    const own = attributes.map((attribute) => [`${id.name}.${attribute.id.name}`, attribute.value] as const);
    for (const [key, pattern] of [[id.name, value] as const, ...own]) {
      if (messages.has(key)) throw new Error(`${language}/${area}.ftl says ${key} twice`);
      if (pattern) messages.set(key, compiled(pattern));
    }
  }
  return messages;
}

/** How a language differs from English, area by area, in what it says; areas that it does not have yet are told apart. */
export function compare(language: string): { absent: string[]; faults: string[] } {
  const own = areas(language);
  const absent = areas().filter((area) => !own.includes(area));
  const faults = own.flatMap((area) =>
    existsSync(pathOf(ENGLISH, area))
      ? differences(readArea(ENGLISH, area), readArea(language, area)).map((fault) => `${area}: ${fault}`)
      : [`${area}: not in English`],
  );
  return { absent, faults };
}

/** Those that say all that English says: nobody is shown a page in two languages. */
export function completeLanguages(): string[] {
  return languages().filter((language) => {
    const { absent, faults } = compare(language);
    return absent.length + faults.length === 0;
  });
}

function differences(english: Messages, other: Messages): string[] {
  const written = ([key, pattern]: [string, Pattern]) => {
    const { values, elements } = wantsOf(pattern);
    return `${key}(${[...values.map((name) => `$${name}`), ...elements.map((name) => `<${name}>`)].join(" ")})`;
  };
  const [wanted, found] = [[...english].map(written), [...other].map(written)];
  return [
    ...wanted.filter((message) => !found.includes(message)).map((message) => `lacks ${message}`),
    ...found.filter((message) => !wanted.includes(message)).map((message) => `does not want ${message}`),
  ];
}
