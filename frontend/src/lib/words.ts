/** The words of the app, in the language that is spoken: a catalogue per area, fetched with the pages that it is for. */
import { languages, type Resource, type Speech } from "virtual:words";
import type { ReactNode } from "react";
import type { Language } from "@/api/types";
import type { Catalogue } from "./catalogue";
import { said, type Values } from "./patterns";
import { type Elements, enriched } from "./rich-words";

export type Area = keyof Catalogue & string;

/** What has to be handed over with a message; nothing, where it says the same each time. */
type Handed<Wants> = Wants extends unknown ? (keyof Wants extends never ? [] : [values: Wants]) : never;

/** The messages without elements. */
type Plain<Messages> = {
  [Key in keyof Messages]: Messages[Key] extends Values ? Key : never;
}[keyof Messages] &
  string;

export interface Say<Messages> {
  <Key extends Plain<Messages>>(key: Key, ...values: Handed<Messages[Key]>): string;
  /** A message with elements in it: a link, or a moment that machines can read. */
  rich<Key extends keyof Messages & string>(key: Key, values: Messages[Key]): ReactNode;
  /** For keys that this page may not know: nothing where there are no such words. */
  find(key: string, values?: Values): string | undefined;
  /** Of all messages, in the order in which they are written down. */
  keys(): string[];
}

interface Spoken {
  language: Language;
  /** Of the areas that are open. */
  catalogues: Map<string, Resource>;
  others: Speech["others"];
}

let spoken: Spoken = { language: "en", catalogues: new Map(), others: {} };

/** What can be said only after something was tried: the first page does not wait for it, every other one does. */
const SOON: readonly Area[] = ["problems"];

const isSoon = (area: string) => SOON.some((soon) => soon === area);

/** Areas that somebody has asked for: they come with each further language. */
const wanted = new Set<string>();

/** The language that was asked for last. */
let asked: { language: Language; begun: Promise<void> } | undefined;

export const OFFERED = Object.keys(languages) as Language[];

export const language = (): Language => spoken.language;

/** The words of an area. They can be said once it is open: when something is drawn, not when a module is loaded. */
export function words<A extends Area>(area: A): Say<Catalogue[A]> {
  const find = (key: string, values: Values = {}) => {
    const messages = spoken.catalogues.get(area) ?? {};
    return Object.hasOwn(messages, key) ? said(messages[key] ?? "", values, spoken.language) : undefined;
  };
  // A key in the place of words beats a page that fails.
  const say = (key: string, values?: Values) => find(key, values) ?? key;
  const rich = (key: string, handed: Values & Elements) => enriched((values) => say(key, values), handed);
  const keys = () => Object.keys(spoken.catalogues.get(area) ?? {});
  return Object.assign(say, { find, rich, keys }) as unknown as Say<Catalogue[A]>;
}

/** Changes the language once its words are here; what is drawn already keeps those that it has. */
export function speak(preferred: Language): Promise<void> {
  const language = OFFERED.includes(preferred) ? preferred : "en";
  if (asked?.language !== language) asked = { language, begun: begin(language) };
  return asked.begun;
}

/** Until the words that every page needs are here. */
export async function begun(): Promise<void> {
  await asked?.begun;
}

/** Has the words of areas at hand together with the module that says them. */
export async function withWords<Module>(module: Promise<Module>, ...areas: Area[]): Promise<Module> {
  const [loaded] = await Promise.all([module, openAreas(areas)]);
  return loaded;
}

export async function openAreas(areas: readonly string[]): Promise<void> {
  const all = [...SOON, ...areas];
  // Before anything is waited for: a language that comes meanwhile shall have them, too.
  for (const area of all) wanted.add(area);
  await begun();
  await fill(spoken, all);
}

async function begin(language: Language): Promise<void> {
  const { always, others } = (await languages[language]?.()) ?? { always: {}, others: {} };
  const next: Spoken = { language, catalogues: new Map(Object.entries(always)), others };
  const [soon, now] = [[...wanted].filter(isSoon), [...wanted].filter((area) => !isSoon(area))];
  // A page that fails has its own words even where those for what failed cannot be fetched.
  await Promise.all([fill(next, now), fill(next, soon).catch(() => undefined)]);
  spoken = next;
  fill(next, SOON).catch(() => undefined);
  if (globalThis.document) document.documentElement.lang = language;
}

async function fill({ catalogues, others }: Spoken, areas: readonly string[]): Promise<void> {
  const missing = areas.filter((area) => !catalogues.has(area));
  await Promise.all(
    missing.map(async (area) => {
      const fetched = await others[area]?.();
      if (fetched) catalogues.set(area, fetched.default);
    }),
  );
}
