/** What the palette offers, and which of it fits what somebody types. */
import { movedTo } from "@/lib/listbox";

/** In the order in which they are shown. */
export const GROUPS = ["pages", "views", "actions", "people"] as const;

export type Group = (typeof GROUPS)[number];

export interface Entry {
  group: Group;
  name: string;
  detail?: string | undefined;
  /** Something else that it is found by. */
  also?: string;
  act: () => void | Promise<void>;
}

/** Those in which every word of the text occurs; of a group, those first whose name begins with it. */
export function fitting(entries: readonly Entry[], text: string): Entry[] {
  const sought = folded(text).trim();
  const parts = sought.split(/\s+/);
  const fits = ({ name, detail = "", also = "" }: Entry) => {
    const all = folded(`${name} ${detail} ${also}`);
    return parts.every((part) => all.includes(part));
  };
  const rank = ({ group, name }: Entry) =>
    2 * GROUPS.indexOf(group) + (folded(name).startsWith(sought) ? 0 : 1);
  return entries.filter(fits).sort((one, other) => rank(one) - rank(other));
}

/** Capitals and accents are as good as the letters without them. */
function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

export interface Finding {
  text: string;
  /** Which of those that fit Enter takes. */
  active: number;
}

export type FindingEvent =
  | { type: "typed"; text: string }
  /** `size`: how many fit. */
  | { type: "moved"; key: string; size: number };

export const start: Finding = { text: "", active: 0 };

export function finding(state: Finding, event: FindingEvent): Finding {
  switch (event.type) {
    case "typed":
      return { text: event.text, active: 0 };
    case "moved":
      return { ...state, active: movedTo(event.key, state.active, event.size) ?? state.active };
  }
}
