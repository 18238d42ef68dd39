import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "@/lib/languages";
import { OFFERED } from "@/lib/words";
import {
  ALWAYS,
  areas,
  compare,
  completeLanguages,
  ENGLISH,
  languages,
  readArea,
  SOON,
} from "../../fluent/catalogue";
import { catalogueAsTypes } from "../../fluent/types";
import { sources, textOf } from "./sources";

const known: string[] = LANGUAGES.map(({ value }) => value);

test("the types are those of the English words", () => {
  expect(readFileSync("src/lib/catalogue.ts", "utf8"), "npm run generate").toBe(catalogueAsTypes());
});

test("what every page needs is there", () => {
  expect(areas()).toEqual(expect.arrayContaining([...ALWAYS, ...SOON]));
});

test("there are no languages but those that the service knows", () => {
  expect(languages().filter((language) => !known.includes(language))).toEqual([]);
});

describe.each(known.filter((language) => language !== ENGLISH))("%s", (language) => {
  const { absent, faults } = compare(language);

  test("says what English says, with the same values, area by area", () => {
    expect(faults).toEqual([]);
  });

  // Whoever reads a language reads nothing but that, so that all areas have to be there.
  test(absent.length > 0 ? `is not offered yet: it lacks ${absent.join(", ")}` : "is offered", () => {
    expect(completeLanguages().includes(language)).toBe(absent.length + faults.length === 0);
    expect(OFFERED.some((offered) => offered === language)).toBe(absent.length === 0);
  });
});

test.each(areas())("each message of %s is said somewhere", (area) => {
  const said = saidIn(area);
  const idle = [...readArea(ENGLISH, area).keys()].filter((key) => !said.some((text) => text.test(key)));
  expect(idle).toEqual([]);
});

/** What the modules of an area may say: the texts in them and beside them, and the codes of the service. */
function saidIn(area: string): RegExp[] {
  const folders = new Set(sources.filter((file) => textOf(file).includes(`words("${area}")`)).map(folderOf));
  return [...sources.filter((file) => folders.has(folderOf(file))), "api/schema.ts"].flatMap(textsOf);
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/"));

/** Within `…`, `${…}` stands for anything. */
function textsOf(file: string): RegExp[] {
  return [...textOf(file).matchAll(/"([\w.-]+)"|`((?:[\w.-]|\$\{[^}]*\})+)`/g)].map(
    ([, plain = "", template = plain]) =>
      new RegExp(
        `^${template
          .replace(/\$\{[^}]*\}/g, "@")
          .replaceAll(".", "\\.")
          .replaceAll("@", "[^.]+")}$`,
      ),
  );
}
