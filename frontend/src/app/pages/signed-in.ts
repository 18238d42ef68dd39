/**
 * Where the pages behind the sign-in are. A list of its own, fetched beside their frame: the names of all the files
 * that they are made of would otherwise weigh on the sign-in page, which nobody can see them from.
 */
export const account = () => import("@/features/account/account-page");
export const apiKeys = () => import("@/features/api-keys/keys-page");
export const auditLog = () => import("@/features/audit-log/audit-page");
export const secondFactor = () => import("./second-factor");
export const newRecoveryCodes = () => import("@/features/security/new-recovery-codes");
export const organizations = () => import("@/features/organizations/organizations-page");
export const overview = () => import("@/features/overview/overview-page");
export const policy = () => import("@/features/policy/policy-page");
export const roles = () => import("@/features/roles/roles-page");
export const security = () => import("@/features/security/security-page");
export const singleSignOn = () => import("@/features/sso-providers/providers-page");
export const users = () => import("@/features/admin-users/pages");
export const webhooks = () => import("@/features/webhooks/pages");
