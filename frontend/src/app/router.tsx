/** Every page of the app, each fetched when somebody goes there. */

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { acting } from "@/api/client";
import { type Config, readConfig, UNKNOWN } from "@/features/login/api";
import { organizationOf, settleOrganization } from "@/lib/organization";
import { HOME } from "@/lib/return-path";
import { begun } from "@/lib/words";
import { anybody, onlySignedIn, onlySignedOut, onlyToEnroll } from "./access";
import { Broken } from "./pages/broken";
import { NotFound } from "./pages/not-found";
import { Pending } from "./pages/pending";
import { Root } from "./root";
import { followActing, followSession } from "./session-changes";

const root = createRootRoute({
  // While the session is restored and the first page is fetched, the words come.
  loader: () => begun(),
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

/** Of an address's search, the texts under these names; what they may say is for their page to know. */
const texts =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): { [Text in Name]?: string } => {
    const found = names.filter((name) => search[name]).map((name) => [name, String(search[name])]);
    return Object.fromEntries(found);
  };

const returning = texts("next");
const signingIn = texts("next", "organization");
const filteringUsers = texts("q", "twoFactor", "role", "account", "login", "sort");
const filteringEvents = texts("action", "actor", "subject", "routine", "from", "to");
const opening = texts("open");

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: signingIn,
  beforeLoad: ({ search }) => onlySignedOut(search.next),
  loaderDeps: ({ search }) => ({ organization: search.organization }),
  // Before the page is drawn, so that no field comes late.
  loader: ({ deps }) => readOwnConfig(deps.organization),
  component: lazyRouteComponent(() => import("./pages/sign-in"), "SignIn"),
});

async function readOwnConfig(asked?: string): Promise<Config> {
  const organization = organizationOf(asked);
  const config = await readConfig(organization);
  settleOrganization(organization, config !== UNKNOWN);
  return config;
}

/** These pages are good without the colours of their organization, too. */
const elsewhere = () =>
  readOwnConfig()
    .catch(() => undefined)
    .then(() => import("./pages/signed-out"));

const providerSignIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/sso",
  validateSearch: returning,
  component: lazyRouteComponent(async () => (await elsewhere()).providerSignIn(), "ProviderSignIn"),
});

const activate = createRoute({
  getParentRoute: () => root,
  path: "/activate",
  component: lazyRouteComponent(async () => (await elsewhere()).activate(), "Activate"),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: "/forgot-password",
  component: lazyRouteComponent(async () => (await elsewhere()).forgotPassword(), "ForgotPasswordPage"),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  component: lazyRouteComponent(async () => (await elsewhere()).resetPassword(), "ResetPasswordPage"),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: "/confirm-email",
  component: lazyRouteComponent(async () => (await elsewhere()).confirmEmail(), "ConfirmEmailPage"),
});

const notMe = createRoute({
  getParentRoute: () => root,
  path: "/not-me",
  component: lazyRouteComponent(async () => (await elsewhere()).notMe(), "ObjectionPage"),
});

const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  beforeLoad: anybody,
  component: lazyRouteComponent(async () => (await elsewhere()).help(), "HelpPage"),
});

const setUpPage = async () => (await elsewhere()).setUp();

const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  validateSearch: returning,
  beforeLoad: ({ search, location }) => onlyToEnroll(search.next, location.href),
  loader: async () => (await setUpPage()).readTwoFactor(),
  component: lazyRouteComponent(setUpPage, "SetUp"),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  // Each of these pages may have a dialog that can be linked to.
  validateSearch: opening,
  beforeLoad: ({ location }) => onlySignedIn(location.href),
  loader: async () => (await (await pages()).shell()).readFrame(),
  // Whoever signs in next has a look of their own to wait for.
  gcTime: 0,
  component: lazyRouteComponent(async () => (await pages()).shell(), "Shell"),
});

const pages = () => import("./pages/signed-in");

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
  component: lazyRouteComponent(async () => (await pages()).security(), "SecurityPage"),
});

const addAuthenticator = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/authenticators/new",
  component: lazyRouteComponent(async () => (await pages()).secondFactor(), "AddAuthenticator"),
});

const setUpTwoFactor = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/set-up",
  component: lazyRouteComponent(async () => (await pages()).secondFactor(), "SetUpTwoFactor"),
});

const addPasskey = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/passkeys/new",
  component: lazyRouteComponent(async () => (await pages()).secondFactor(), "AddPasskey"),
});

const replaceAuthenticator = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/authenticators/$id/replace",
  component: lazyRouteComponent(async () => (await pages()).secondFactor(), "ReplaceAuthenticator"),
});

const newRecoveryCodes = createRoute({
  getParentRoute: () => signedIn,
  path: "/security/recovery-codes/new",
  component: lazyRouteComponent(async () => (await pages()).newRecoveryCodes(), "NewRecoveryCodes"),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: "/account",
  component: lazyRouteComponent(async () => (await pages()).account(), "AccountPage"),
});

/** A page that somebody may not see is, for them, not there. */
const guarded = {
  loader: async ({ route }: { route: { fullPath: string } }) => {
    if (!(await pages()).isPermitted(route.fullPath)) throw notFound();
  },
  // Asked each time, before anything is drawn.
  gcTime: 0,
  // Within the frame, whose pages are there.
  notFoundComponent: NotFound,
};

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: "/overview",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).overview(), "OverviewPage"),
});

const users = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/users",
  validateSearch: filteringUsers,
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).users(), "UsersPage"),
});

const user = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/users/$id",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).users(), "UserPage"),
});

const roles = createRoute({
  getParentRoute: () => signedIn,
  path: "/roles",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).roles(), "RolesPage"),
});

const apiKeys = createRoute({
  getParentRoute: () => signedIn,
  path: "/api-keys",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).apiKeys(), "KeysPage"),
});

const policy = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/policy",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).policy(), "PolicyPage"),
});

const branding = createRoute({
  getParentRoute: () => signedIn,
  path: "/branding",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).branding(), "BrandingPage"),
});

const singleSignOn = createRoute({
  getParentRoute: () => signedIn,
  path: "/single-sign-on",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).singleSignOn(), "ProvidersPage"),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: "/admin/audit",
  validateSearch: filteringEvents,
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).auditLog(), "AuditPage"),
});

const webhooks = createRoute({
  getParentRoute: () => signedIn,
  path: "/webhooks",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).webhooks(), "WebhooksPage"),
});

const webhook = createRoute({
  getParentRoute: () => signedIn,
  path: "/webhooks/$id",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).webhooks(), "WebhookPage"),
});

const organizations = createRoute({
  getParentRoute: () => signedIn,
  path: "/organizations",
  ...guarded,
  component: lazyRouteComponent(async () => (await pages()).organizations(), "OrganizationsPage"),
});

const ownOrganization = createRoute({
  getParentRoute: () => signedIn,
  path: "/organizations/own",
  beforeLoad: () => {
    acting.leave();
    throw redirect({ to: "/organizations", replace: true });
  },
});

const ANY = "$";

const nowhere = createRoute({
  getParentRoute: () => root,
  path: ANY,
  beforeLoad: anybody,
  component: lazyRouteComponent(() => import("./pages/nowhere"), "Nowhere"),
});

const behindSignIn = [
  home,
  security,
  addAuthenticator,
  addPasskey,
  setUpTwoFactor,
  replaceAuthenticator,
  newRecoveryCodes,
  account,
  overview,
  users,
  user,
  roles,
  apiKeys,
  policy,
  branding,
  singleSignOn,
  audit,
  webhooks,
  webhook,
  organizations,
  ownOrganization,
];

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    providerSignIn,
    activate,
    forgotPassword,
    resetPassword,
    confirmEmail,
    notMe,
    help,
    setUp,
    signedIn.addChildren(behindSignIn),
    nowhere,
  ]),
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
  /** What one page hands to the next beside its address. */
  interface HistoryState {
    /** An email address that was typed already. */
    email?: string;
    /** What was done, to be said on arrival. */
    done?: string;
    /** Whether something was on the page that nobody saved. */
    unsaved?: boolean;
    /** Filter and order of the list that somebody came from. */
    list?: Record<string, string>;
  }
}

followSession(router);
followActing(router);
