/** Audit events in plain words. */
import type { Action } from "@/api/types";

export const eventWords: Record<Action, string> = {
  "organization.created": "Organization created",
  "organization.renamed": "Organization renamed",
  "user.created": "User added",
  "user.invited": "User invited",
  "user.imported": "User imported",
  "users.exported": "Users exported with their secrets",
  "user.invitation_sent": "Invitation sent again",
  "user.invitation_revoked": "Invitation taken back",
  "user.activated": "Account activated",
  "user.updated": "Account details changed",
  "user.roles_changed": "Roles changed",
  "user.deadline_set": "Deadline for a second factor set",
  "user.suspended": "Account suspended",
  "user.restored": "Account restored",
  "account.frozen": 'Account frozen: "this was not me"',
  "account.unfrozen": "Account no longer frozen",
  "role.created": "Role created",
  "role.updated": "Role changed",
  "role.deleted": "Role deleted",
  "email_verification.changed": "Codes by email turned on or off",
  "password.changed": "Password changed",
  "password.change_refused": "Password change refused",
  "password.reset_requested": "Link for a new password asked for",
  "password.reset": "Password set by a mailed link",
  "email.change_requested": "Change of the email address asked for",
  "email.change_refused": "Change of the email address refused",
  "email.verification_requested": "Confirmation of the email address asked for",
  "email.verified": "Email address confirmed",
  "email.changed": "Email address changed",
  "policy.changed": "Policy changed",
  "login.failed": "Sign-in failed",
  "login.challenged": "Second factor asked for at sign-in",
  "login.enrollment_demanded": "Set-up of a second factor asked for at sign-in",
  "login.blocked": "Sign-in blocked after the deadline",
  "login.succeeded": "Signed in",
  "code.rejected": "Wrong code entered",
  "code.throttled": "Code refused after too many tries",
  "email_code.sent": "Code for a sign-in sent by email",
  "step_up.challenged": "Second factor asked for again",
  "step_up.succeeded": "Second factor confirmed again",
  "device.trusted": "Browser trusted",
  "device.revoked": "Browser no longer trusted",
  "session.refreshed": "Session continued",
  "session.ended": "Session ended",
  "sessions.ended": "Signed out everywhere",
  "session.token_reused": "Stale session token refused",
  "enrollment.begun": "Set-up of an authenticator started",
  "enrollment.code_rejected": "Wrong code entered during set-up",
  "authenticator.enrolled": "Authenticator added",
  "authenticator.replaced": "Authenticator replaced",
  "authenticator.renamed": "Authenticator renamed",
  "authenticator.removed": "Authenticator removed",
  "recovery_codes.regenerated": "New recovery codes made",
  "two_factor.disabled": "Two-factor authentication turned off",
  "two_factor.reset": "Second factor reset",
  "temporary_pass.issued": "Temporary pass issued",
  "user.reminded": "Reminded to set up two-factor authentication",
  "mail.given_up": "A mail could not be delivered",
};

/** Whether a name, from an address for example, is one of them. */
export function isAction(name: string | undefined): name is Action {
  return name !== undefined && Object.hasOwn(eventWords, name);
}

/** A newer service may tell of more than this page knows. */
export function eventInWords(action: string): string {
  const known: Record<string, string | undefined> = eventWords;
  return known[action] ?? action;
}
