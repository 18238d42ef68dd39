/** The rest of what an event says, as names and values: those that are recorded, which are the same in every language. */
import { listed } from "@/lib/lists";
import { words } from "@/lib/words";

const say = words("audit-log");

export type Fact = [name: string, value: string];

type Values = Record<string, unknown>;

export function factsOf({ detail, requestId }: { detail: object; requestId?: string }): Fact[] {
  const { old, new: now, ...others } = detail as Values;
  const changes = isValues(old) && isValues(now) ? changed(old, now) : flatten({ old, new: now });
  const facts = [...changes, ...flatten(others)];
  return requestId ? [...facts, [say("request"), requestId]] : facts;
}

/** Of a document before and after, what is no longer the same. */
function changed(before: Values, after: Values): Fact[] {
  const values = new Map(flatten(before));
  return flatten(after)
    .filter(([name, value]) => values.get(name) !== value)
    .map(([name, value]) => [name, `${values.get(name) ?? "—"} → ${value}`]);
}

function flatten(values: Values, within?: string): Fact[] {
  return Object.entries(values).flatMap(([key, value]): Fact[] => {
    if (value === undefined || value === null) return [];
    const name = within ? listed([within, nameOf(key)]) : nameOf(key);
    return isValues(value) ? flatten(value, name) : [[name, inWords(value)]];
  });
}

function inWords(value: unknown): string {
  return Array.isArray(value) ? listed([...value].map(String).sort()) : String(value);
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `recoveryCodeCount` is "recovery code count". */
function nameOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
