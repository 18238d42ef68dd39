/**
 * Where the pages behind the sign-in are. A list of its own, fetched beside their frame: the names of all the files
 * that they are made of would otherwise weigh on the sign-in page, which nobody can see them from.
 */
import { withWords } from "@/lib/words";

export { isPermitted } from "../permitted";

export const shell = () => withWords(import("../shell/shell"), "shell");
export const stepUpDialog = () =>
  withWords(import("@/features/challenge/step-up-dialog"), "challenge", "help");
export const account = () =>
  withWords(import("@/features/account/account-page"), "account", "lib", "passwords");
export const apiKeys = () => withWords(import("@/features/api-keys/keys-page"), "api-keys");
export const auditLog = () =>
  withWords(
    import("@/features/audit-log/audit-page"),
    "audit-log",
    "events",
    "facts",
    "lib",
    "policy",
    "tools",
  );
export const branding = () => withWords(import("@/features/branding/branding-page"), "branding");
export const secondFactor = () =>
  withWords(import("./second-factor"), "enrollment", "help", "lib", "recovery");
export const newRecoveryCodes = () =>
  withWords(import("@/features/security/new-recovery-codes"), "help", "recovery", "security");
export const organizations = () =>
  withWords(import("@/features/organizations/organizations-page"), "organizations");
export const overview = () => withWords(import("@/features/overview/overview-page"), "lib", "overview");
export const policy = () => withWords(import("@/features/policy/policy-page"), "lib", "policy");
export const roles = () => withWords(import("@/features/roles/roles-page"), "lib", "roles");
export const security = () =>
  withWords(import("@/features/security/security-page"), "events", "help", "lib", "security");
export const singleSignOn = () =>
  withWords(import("@/features/sso-providers/providers-page"), "lib", "sso-providers");
export const users = () =>
  withWords(
    import("@/features/admin-users/pages"),
    "admin-users",
    "admin-users-new",
    "admin-users-one",
    "lib",
    "passwords",
    "tools",
  );
export const webhooks = () => withWords(import("@/features/webhooks/pages"), "events", "webhooks");
