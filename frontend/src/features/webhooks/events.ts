/** Which events a webhook is told of, as people choose them. */
import type { Action } from "@/api/types";
import { eventInWords } from "@/lib/event-words";

type Subject = Action extends `${infer First}.${string}` ? First : never;

export type Group =
  | "signIns"
  | "sessions"
  | "factors"
  | "accounts"
  | "access"
  | "rules"
  | "auditLog"
  | "services"
  | "singleSignOn"
  | "delivery";

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
  installation: "rules",
  mail: "delivery",
  webhook: "delivery",
};

export const groupWords: Record<Group, string> = {
  signIns: "Sign-ins, refused ones as well",
  factors: "Second factors: set up, changed, turned off, reset",
  accounts: "Accounts: added, changed, suspended",
  access: "Passwords and email addresses",
  rules: "Policy, roles and the organization",
  auditLog: "The audit log itself: exported, sealed, old months dropped",
  sessions: "Sessions and trusted browsers",
  services: "API keys, and codes checked by services",
  singleSignOn: "Single sign-on: providers, connected accounts, refused sign-ins",
  delivery: "Mail and webhooks themselves",
};

export const GROUPS = Object.keys(groupWords) as Group[];

export const EVERYTHING = "*";

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
export function eventsInWords(events: readonly string[]): string[] {
  const { everything, groups, others } = chosenOf(events);
  if (everything) return ["All events"];
  return [...groups.map((group) => groupWords[group]), ...others.map(patternInWords)];
}

export function patternInWords(pattern: string): string {
  return pattern.endsWith(".*")
    ? `All of ${pattern.slice(0, -2).replaceAll("_", " ")}`
    : eventInWords(pattern);
}
