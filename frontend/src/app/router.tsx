/** Every page of the app, each fetched when somebody goes there. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import type { FactorState, Permission } from "@/api/types";
import { readLoginStyle } from "@/features/login/api";
import { organizationOf } from "@/lib/organization";
import { HOME } from "@/lib/return-path";
import { onlySignedIn, onlySignedOut, onlyToEnroll, permits } from "./access";
import { Broken } from "./pages/broken";
import { NotFound } from "./pages/not-found";
import { Pending } from "./pages/pending";
import { Root } from "./root";
import { followSession } from "./session-changes";

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Broken });

interface Return {
  /** The page that was asked for. */
  next?: string;
}

const withReturn = ({ next }: Record<string, unknown>): Return => (typeof next === "string" ? { next } : {});

interface SignInSearch extends Return {
  /** The short name of the organization, where there are several. */
  organization?: string;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...withReturn(search),
    ...(typeof search.organization === "string" && { organization: search.organization }),
  }),
  beforeLoad: ({ search }) => onlySignedOut(search.next),
  loaderDeps: ({ search }) => ({ organization: search.organization }),
  // Before the page is drawn, so that no field comes late.
  loader: ({ deps }) => readLoginStyle(organizationOf(deps.organization)),
  component: lazyRouteComponent(() => import("./pages/sign-in"), "SignIn"),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  validateSearch: withReturn,
  beforeLoad: ({ search, location }) => onlyToEnroll(search.next, location.href),
  component: lazyRouteComponent(() => import("./pages/set-up"), "SetUp"),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: ({ location }) => onlySignedIn(location.href),
  component: lazyRouteComponent(() => import("./shell/shell"), "Shell"),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: HOME, replace: true });
  },
});

const security = createRoute({
  getParentRoute: () => signedIn,
  path: "/security",
  component: lazyRouteComponent(() => import("@/features/security/security-page"), "SecurityPage"),
});

const addAuthenticator = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/authenticators/new",
  component: lazyRouteComponent(() => import("./pages/authenticator"), "AddAuthenticator"),
});

const replaceAuthenticator = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/authenticators/$id/replace",
  component: lazyRouteComponent(() => import("./pages/authenticator"), "ReplaceAuthenticator"),
});

const newRecoveryCodes = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/recovery-codes/new",
  component: lazyRouteComponent(() => import("@/features/security/new-recovery-codes"), "NewRecoveryCodes"),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: "/account",
  component: lazyRouteComponent(() => import("@/features/account/account-page"), "AccountPage"),
});

/** A page that somebody may not see is, for them, not there. */
const needs = (permission: Permission) => () => {
  if (!permits(permission)) throw notFound();
};

const states: readonly unknown[] = ["notEnabled", "enabled", "expired"] satisfies FactorState[];

const users = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/users",
  validateSearch: ({ twoFactor }: Record<string, unknown>): { twoFactor?: FactorState } =>
    states.includes(twoFactor) ? { twoFactor: twoFactor as FactorState } : {},
  beforeLoad: needs("users.read"),
  component: lazyRouteComponent(() => import("@/features/admin-users/pages"), "UsersPage"),
});

const user = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/users/$id",
  beforeLoad: needs("users.read"),
  component: lazyRouteComponent(() => import("@/features/admin-users/pages"), "UserPage"),
});

const policy = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/policy",
  beforeLoad: needs("policy.read"),
  component: lazyRouteComponent(() => import("@/features/policy/policy-page"), "PolicyPage"),
});

export interface AuditSearch {
  action?: string;
  from?: string;
  to?: string;
}

const isDay = (value: unknown): value is string =>
  typeof value === "string" && !Number.isNaN(Date.parse(`${value}T00:00`));

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/audit",
  validateSearch: ({ action, from, to }: Record<string, unknown>): AuditSearch => ({
    ...(typeof action === "string" && { action }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  }),
  beforeLoad: needs("audit.read"),
  component: lazyRouteComponent(() => import("@/features/audit-log/audit-page"), "AuditPage"),
});

const pages = [
  home,
  security,
  addAuthenticator,
  replaceAuthenticator,
  newRecoveryCodes,
  account,
  users,
  user,
  policy,
  audit,
];

export const router = createRouter({
  routeTree: root.addChildren([signIn, setUp, signedIn.addChildren(pages)]),
  defaultPendingComponent: Pending,
  defaultPendingMs: 300,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

followSession(router);
