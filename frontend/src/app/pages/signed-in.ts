/**
 * Where the pages behind the sign-in are. A list of its own, fetched beside their frame: the names of all the files
 * that they are made of would otherwise weigh on the sign-in page, which nobody can see them from.
 */
import { withWords } from "@/lib/words";

export const shell = () => withWords(import("../shell/shell"), "shell");
export const stepUpDialog = () => withWords(import("@/features/challenge/step-up-dialog"), "challenge");
export const account = () => withWords(import("@/features/account/account-page"), "lib", "passwords");
export const apiKeys = () => import("@/features/api-keys/keys-page");
export const auditLog = () => withWords(import("@/features/audit-log/audit-page"), "events", "lib");
export const secondFactor = () => withWords(import("./second-factor"), "lib", "recovery");
export const newRecoveryCodes = () => withWords(import("@/features/security/new-recovery-codes"), "recovery");
export const organizations = () => import("@/features/organizations/organizations-page");
export const overview = () => withWords(import("@/features/overview/overview-page"), "lib");
export const policy = () => withWords(import("@/features/policy/policy-page"), "lib");
export const roles = () => withWords(import("@/features/roles/roles-page"), "lib");
export const security = () => withWords(import("@/features/security/security-page"), "events", "lib");
export const singleSignOn = () => withWords(import("@/features/sso-providers/providers-page"), "lib");
export const users = () => withWords(import("@/features/admin-users/pages"), "lib", "passwords");
export const webhooks = () => withWords(import("@/features/webhooks/pages"), "events");
