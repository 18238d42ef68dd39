/** Which events a webhook is told of, as people choose them. */
import type { Action } from "@/api/types";
import { eventInWords } from "@/lib/event-words";
import { words } from "@/lib/words";

const say = words("webhooks");

type Subject = Action extends `${infer First}.${string}` ? First : never;

/** In the order in which they are offered. */
export const GROUPS = [
  "signIns",
  "factors",
  "accounts",
  "access",
  "rules",
  "auditLog",
  "sessions",
  "services",
  "singleSignOn",
  "delivery",
] as const;

export type Group = (typeof GROUPS)[number];

/** Each kind of event is in one group. */
const groupOf: Record<Subject, Group> = {
  login: "signIns",
  code: "signIns",
  email_code: "signIns",
  step_up: "signIns",
  sso: "singleSignOn",
  sso_identity: "singleSignOn",
  sso_provider: "singleSignOn",
  verify: "services",
  api_key: "services",
  session: "sessions",
  sessions: "sessions",
  device: "sessions",
  enrollment: "factors",
  authenticator: "factors",
  passkey: "factors",
  recovery_codes: "factors",
  two_factor: "factors",
  temporary_pass: "factors",
  email_verification: "factors",
  user: "accounts",
  users: "accounts",
  account: "accounts",
  password: "access",
  email: "access",
  role: "rules",
  policy: "rules",
  audit: "auditLog",
  keyring: "rules",
  organization: "rules",
  branding: "rules",
  installation: "rules",
  mail: "delivery",
  webhook: "delivery",
};

export const groupWords = (group: Group): string => say(`group.${group}`);

const EVERYTHING = "*";

function patternsOf(group: Group): string[] {
  const subjects = Object.entries(groupOf).filter(([, of]) => of === group);
  return subjects.map(([subject]) => `${subject}.*`);
}

/** A choice. What was chosen elsewhere, and is no whole group, is kept. */
export interface Chosen {
  everything: boolean;
  groups: Group[];
  others: string[];
}

export function chosenOf(events: readonly string[]): Chosen {
  const groups = GROUPS.filter((group) => patternsOf(group).every((pattern) => events.includes(pattern)));
  const grouped = groups.flatMap(patternsOf);
  const others = events.filter((pattern) => pattern !== EVERYTHING && !grouped.includes(pattern));
  return { everything: events.includes(EVERYTHING), groups, others };
}

/** What goes to the service. */
export function eventsOf({ everything, groups, others }: Chosen): string[] {
  return everything ? [EVERYTHING] : [...groups.flatMap(patternsOf), ...others].sort();
}

/** For a list, in as few words as it takes. */
export function eventsInWords(events: readonly string[]): string {
  const { everything, groups, others } = chosenOf(events);
  if (everything) return say("all");
  return [...groups.map(groupWords), ...others.map(patternInWords)].join(say("separator"));
}

export function patternInWords(pattern: string): string {
  if (!pattern.endsWith(".*")) return eventInWords(pattern);
  return say("all-of", { subject: pattern.slice(0, -2).replaceAll("_", " ") });
}
