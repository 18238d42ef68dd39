/** Elements within a sentence, where its words have tags for them: `<link>here</link>`, or `<when/>`. */
import {
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import type { Values } from "./patterns";

export type Elements = Record<string, ReactElement<{ children?: ReactNode }>>;

/** Stands for a `<` in a value while tags are looked for, so that nobody's name becomes one (a private character). */
const ANGLE = "\uE000";

export function enriched(say: (values: Values) => string, handed: Values & Elements): ReactNode {
  const values: Values = {};
  for (const [name, value] of Object.entries<unknown>(handed)) {
    if (typeof value === "string") values[name] = value.replaceAll("<", ANGLE);
    if (typeof value === "number") values[name] = value;
  }
  // Text, a tag's name and the words within it, then text again, and so on.
  const parts = say(values).split(/<(\w+)(?:\/>|>(.*?)<\/\1>)/);
  const nodes = parts.map((part, index) => {
    if (index % 3 === 0) return shown(part);
    const element: unknown = index % 3 === 1 ? handed[part] : undefined;
    return isValidElement(element) ? holding(element, shown(parts[index + 1])) : undefined;
  });
  return createElement(Fragment, null, ...nodes);
}

function holding(element: ReactElement, within: string | undefined): ReactElement {
  return within === undefined ? element : cloneElement(element, undefined, within);
}

const shown = (text: string | undefined) => text?.replaceAll(ANGLE, "<");
