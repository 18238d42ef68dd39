/** The rest of what an event says, as names and values. Those that this page has no words for come as they were recorded. */
import { eventInWords } from "@/lib/event-words";
import { listed } from "@/lib/lists";
import { asDateAndTime } from "@/lib/moments";
import { words } from "@/lib/words";

const say = words("facts");
const policy = words("policy");
const shared = words("lib");

export type Fact = [name: string, value: string];

type Values = Record<string, unknown>;

interface Told {
  action: string;
  detail: object;
  requestId?: string;
}

export function factsOf({ action, detail, requestId }: Told): Fact[] {
  const { old, new: now, ...others } = detail as Values;
  const changes = isValues(old) && isValues(now) ? changed(old, now) : flatten({ old, new: now });
  const rest = flatten({ ...others, requestId });
  if (!WITH_OWN_WORDS.has(action)) return [...changes, ...rest];
  // What somebody wrote is no name of ours, even where it is spelled like one.
  const [name, written] = [nameOf("reason"), String(others.reason)];
  return [...changes, ...rest.map((fact): Fact => (fact[0] === name ? [name, written] : fact))];
}

/** Events whose reason is what an administrator wrote, or what a provider said of itself. */
const WITH_OWN_WORDS = new Set([
  "two_factor.reset",
  "temporary_pass.issued",
  "user.deadline_set",
  "sso_provider.tested",
]);

/** Of a document before and after, what is no longer the same. */
function changed(before: Values, after: Values): Fact[] {
  const [was, is] = [new Map(flatten(before)), new Map(flatten(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => [name, `${was.get(name) ?? "—"} → ${is.get(name) ?? "—"}`]);
}

function flatten(values: Values, within?: string): Fact[] {
  return Object.entries(values).flatMap(([key, recorded]): Fact[] => {
    if (recorded === undefined || recorded === null || isEmpty(recorded)) return [];
    const name = within ? listed([within, nameOf(key)]) : nameOf(key);
    const value = numbered(recorded);
    return isValues(value) ? flatten(value, name) : [[name, inWords(key, value)]];
  });
}

/** Several things with facts of their own, such as phases, are told one by one. */
function numbered(value: unknown): unknown {
  if (!Array.isArray(value) || !value.some(isValues)) return value;
  return Object.fromEntries(value.map((one, index) => [String(index + 1), one]));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(key: string): string {
  return say.find(key) ?? policy.find(`setting.${key}`) ?? key;
}

function inWords(key: string, value: unknown): string {
  if (typeof value === "boolean") return say(`${value}`);
  if (!Array.isArray(value)) return wordsFor(key, String(value));
  // Of somebody's roles, no more is recorded than those before and after.
  const of = key === "old" || key === "new" ? "roles" : key;
  return listed(value.map((one) => wordsFor(of, String(one))).sort());
}

function wordsFor(key: string, value: string): string {
  const own = say.find(`${key}.${value.replaceAll(".", "-")}`);
  return own ?? elsewhere(key, value) ?? (MOMENT.test(value) ? asDateAndTime(value) : value);
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What other pages have words for. */
function elsewhere(key: string, value: string): string | undefined {
  switch (key) {
    case "method":
    case "factor":
    case "allowedMethods":
      return shared.find(`method.${value}`);
    case "role":
    case "roles":
    case "defaultRole":
    case "passkeyOnly":
      return shared.find(`role.${value}`);
    case "permissions":
    case "scopes":
      return shared.find(value);
    case "action":
    case "events":
    case "failed":
      return eventInWords(value);
    default:
      return policy.find(`setting.${key}`) && policy.find(`${dashed(key)}-${value}`);
  }
}

/** `afterGrace` is `after-grace`. */
const dashed = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
