/** The English catalogue as types, so that a wrong key or a missing value does not compile. */
import type { Pattern } from "../src/lib/patterns.ts";
import { areas, ENGLISH, readArea } from "./catalogue.ts";
import { wantsOf } from "./pattern.ts";

export function catalogueAsTypes(): string {
  return [
    "/** Generated from locales/en by `npm run generate`: each message, and what has to be handed over with it. */",
    'import type { ReactElement } from "react";\n',
    "/** A value: numbers are written as the language does. */",
    "type Text = string | number;",
    "/** An element that stands in the place of a tag, or takes the words within it. */",
    "type Part = ReactElement<{ children?: unknown }>;",
    "type Nothing = Record<never, never>;\n",
    "export interface Catalogue {",
    ...areas().flatMap((area) => [
      `  ${named(area)}: {`,
      ...[...readArea(ENGLISH, area)].map(([key, pattern]) => `    ${named(key)}: ${typeOf(pattern)};`),
      "  };",
    ]),
    "}\n",
  ].join("\n");
}

function typeOf(pattern: Pattern): string {
  const { values, elements } = wantsOf(pattern);
  const members = [
    ...values.map((name) => `${named(name)}: Text`),
    ...elements.map((name) => `${named(name)}: Part`),
  ];
  return members.length === 0 ? "Nothing" : `{ ${members.join("; ")} }`;
}

const named = (name: string) => (/^\w+$/.test(name) ? name : `"${name}"`);
