/** Catalogues as modules: read when the app is built, so that a browser gets no parser and no file that it does not show. */
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Plugin } from "vite";
import type { Pattern } from "../src/lib/patterns.ts";
import { ALWAYS, areas, completeLanguages, ENGLISH, languages, pathOf, readArea } from "./catalogue.ts";

const INDEX = "virtual:words";
const LANGUAGE = `${INDEX}/`;

export function fluent(): Plugin {
  let offered: string[] = [];
  return {
    name: "fluent",
    // Whoever writes words looks at them before all are there.
    configResolved({ command, mode }) {
      offered = command === "serve" && mode !== "test" ? languages() : completeLanguages();
    },
    resolveId: (id) => (id === INDEX || id.startsWith(LANGUAGE) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${INDEX}`) return indexOf(offered);
      return id.startsWith(`\0${LANGUAGE}`) ? moduleOf(id.slice(LANGUAGE.length + 1)) : undefined;
    },
    transform(_, id) {
      if (!id.endsWith(".ftl")) return undefined;
      const [language, area] = [basename(dirname(id)), basename(id, ".ftl")];
      if (language !== ENGLISH) this.addWatchFile(pathOf(ENGLISH, area));
      return { code: `export default ${JSON.stringify(messagesOf(language, area))}`, map: null };
    },
  };
}

/** Where each language is; one that is chosen is the only one that is fetched. */
function indexOf(offered: string[]): string {
  const entries = offered.map((language) => `"${language}": () => import("${LANGUAGE}${language}")`);
  return `export const languages = { ${entries.join(", ")} };`;
}

/** The areas that every page needs are part of a language's module; of the others it knows where they are. */
function moduleOf(language: string): string {
  const path = (area: string) => {
    const own = pathOf(language, area);
    return JSON.stringify(existsSync(own) ? own : pathOf(ENGLISH, area));
  };
  const others = areas().filter((area) => !ALWAYS.includes(area));
  return [
    ...ALWAYS.map((area) => `import ${area} from ${path(area)};`),
    `export const always = { ${ALWAYS.join(", ")} };`,
    `export const others = { ${others.map((area) => `"${area}": () => import(${path(area)})`).join(", ")} };`,
  ].join("\n");
}

/** What is missing in a language that is being written stands there in English. */
function messagesOf(language: string, area: string): Record<string, Pattern> {
  return Object.fromEntries([...readArea(ENGLISH, area), ...readArea(language, area)]);
}
