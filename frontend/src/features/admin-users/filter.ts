/** Whom the list is narrowed down to; kept in the address, so that a view can be shared. */
import type { ListedUser, LoginMethod, UserState } from "@/api/types";
import { LOGIN_METHODS } from "@/lib/login-method-words";

export interface Filter {
  /** A part of the name or the address. */
  q?: string;
  twoFactor?: UserState;
  role?: string;
  /** Whether they have set a password; who was invited has not at first. */
  activated?: boolean;
  suspended?: boolean;
  /** How they can sign in. */
  loginMethod?: LoginMethod;
}

/** As an address has it: words alone. */
export interface Search {
  q?: string | undefined;
  twoFactor?: string | undefined;
  role?: string | undefined;
  account?: string | undefined;
  login?: string | undefined;
  /** The order of the list, which narrows nothing down. */
  sort?: string | undefined;
}

/** Everybody is one of these. */
const accounts = {
  active: { activated: true, suspended: false },
  invited: { activated: false, suspended: false },
  suspended: { suspended: true },
} satisfies Record<string, Filter>;

type Account = keyof typeof accounts;

export const ACCOUNTS = Object.keys(accounts) as Account[];

/** As long as the service takes it. */
export const Q_LENGTH = 100;

const order: Record<UserState, true> = {
  enabled: true,
  expired: true,
  notEnabled: true,
  inGrace: true,
  overdue: true,
  blocked: true,
};

export const STATES = Object.keys(order) as UserState[];

/** What an address says, as far as it can be asked for. */
export function filterOf({ q, twoFactor, role, account, login }: Search): Filter {
  const sought = q?.trim().slice(0, Q_LENGTH);
  const state = STATES.find((name) => name === twoFactor);
  const standing = ACCOUNTS.find((name) => name === account);
  const method = LOGIN_METHODS.find((name) => name === login);
  return {
    ...(sought && { q: sought }),
    ...(state && { twoFactor: state }),
    ...(role && { role }),
    ...(standing && accounts[standing]),
    ...(method && { loginMethod: method }),
  };
}

export function accountOf({ activated, suspended }: Filter): Account | undefined {
  if (suspended === undefined) return undefined;
  if (suspended) return "suspended";
  return activated ? "active" : "invited";
}

/** What goes into the address: nothing of what is left open. */
export function searchOf(
  { activated, suspended, loginMethod, ...filter }: Filter,
  change: Search = {},
): Record<string, string> {
  const search = { ...filter, account: accountOf({ activated, suspended }), login: loginMethod, ...change };
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

export function isNarrow(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}

/** Where somebody stands with their deadline, for the list. */
export type Due = { kind: "ahead" | "overdue"; at: string } | { kind: "blocked" | "atNextSignIn" };

export function dueOf({ twoFactor }: Pick<ListedUser, "twoFactor">, now = Date.now()): Due | undefined {
  const { standing, deadline } = twoFactor;
  if (standing === "blocked") return { kind: "blocked" };
  const past = deadline !== undefined && Date.parse(deadline) <= now;
  if (standing === "mustEnroll") return past ? { kind: "overdue", at: deadline } : { kind: "atNextSignIn" };
  return deadline !== undefined ? { kind: past ? "overdue" : "ahead", at: deadline } : undefined;
}
