/** Short names for the shapes of the generated document. */
import type { components, operations, paths } from "./schema";

type Schemas = components["schemas"];

export type User = Schemas["User"];
export type RoleName = Schemas["RoleName"];
export type Permission = Schemas["Permission"];
export type Language = Schemas["Language"];
export type Method = Schemas["Method"];
export type Mode = Schemas["Mode"];
export type Session = Schemas["Session"];
export type Notice = Schemas["Notice"];
export type Authenticated = Schemas["SessionAnswer"];
export type SignInConfig = Schemas["SignInConfig"];
/** How an organization shows itself to whoever signs in. */
export type SignInBranding = Schemas["SignInBranding"];
export type Branding = Schemas["Branding"];
export type BrandingSettings = Schemas["ReplaceBrandingRequest"];
export type PasskeyQuestion = Schemas["PasskeyLoginOptions"];
export type LoginAnswer = Schemas["LoginAnswer"];
export type Challenge = Schemas["Challenge"];
/** A provider of single sign-on, as the sign-in page draws it. */
export type SignInProvider = Schemas["SignInProvider"];
/** An account at a provider whose address somebody here has. */
export type ConnectionNeeded = Schemas["ConnectionAnswer"];
/** How a sign-in at a provider goes on. */
export type ProviderAnswer = LoginAnswer | ConnectionNeeded;
/** An account at a provider that signs in as the person. */
export type SsoIdentity = Schemas["SsoIdentity"];
export type SsoProvider = Schemas["SsoProvider"];
export type NewSsoProvider = Schemas["CreateSsoProviderRequest"];
export type SsoProviderChange = Schemas["UpdateSsoProviderRequest"];
export type SsoProviderTest = Schemas["SsoProviderTest"];
export type LoginMethod = Schemas["LoginMethod"];
/** A code by mail that is on its way. */
export type SentCode = Schemas["SentCode"];
export type Me = Schemas["Me"];
export type TwoFactor = Schemas["TwoFactor"];
export type Authenticator = Schemas["Authenticator"];
export type Passkey = Schemas["Passkey"];
/** What a browser is asked for, and what it gives, in the JSON of WebAuthn. */
export type CreationOptions = Schemas["CreationOptions"];
export type NewCredential = Schemas["NewCredential"];
export type RequestOptions = Schemas["RequestOptions"];
export type Assertion = Schemas["Assertion"];
export type Enrollment = Schemas["Enrollment"];
export type RecoveryCode = Schemas["NumberedCode"];
export type RecoveryCodes = Schemas["RecoveryCodeSet"];
export type LiveSession = Schemas["ListedSession"];
/** A browser in which somebody is not asked for the second factor. */
export type TrustedDevice = Schemas["TrustedDevice"];
export type ListedUser = Schemas["ListedUser"];
export type UserPage = Schemas["UserList"];
export type NewUser = Schemas["CreateUserRequest"];
export type Policy = Schemas["Policy"];
/** What can be chosen: a policy without its place in the history of changes. */
export type PolicySettings = Omit<Policy, "version" | "updatedAt">;
/** A part of the roll-out: whom it concerns, from when on, and how long they may take. */
export type Phase = PolicySettings["phases"][number];
/** What the policy means for one user at this moment. */
export type EffectivePolicy = TwoFactor["effectivePolicy"];
/** What a login does. */
export type Standing = EffectivePolicy["standing"];
export type PolicyPreview =
  paths["/v1/policy/preview"]["post"]["responses"][200]["content"]["application/json"];
export type StandingCounts = PolicyPreview["counts"];
export type PolicyPreset =
  paths["/v1/policy/presets"]["get"]["responses"][200]["content"]["application/json"]["items"][number];
/** What the list of users can be narrowed down to. */
export type UserState = NonNullable<
  NonNullable<paths["/v1/users"]["get"]["parameters"]["query"]>["twoFactor"]
>;
/** What the list of users can be sorted by. */
export type UserOrder = NonNullable<NonNullable<paths["/v1/users"]["get"]["parameters"]["query"]>["sort"]>;
export type InvitationOrder =
  paths["/v1/users/invitations"]["post"]["requestBody"]["content"]["application/json"];
/** What came of inviting somebody. */
export type InvitationResult = Answer<"/v1/users/invitations", "post", 200>["results"][number];
/** What somebody who was invited is told before they say anything. */
export type OpenInvitation = Answer<"/v1/auth/invitation", "post", 200>;
export type Activation = paths["/v1/auth/activate"]["post"]["requestBody"]["content"]["application/json"];
/** What comes, or came, of the lines of an import. */
export type ImportRow = Schemas["ImportRow"];
export type ImportResult = Answer<"/v1/users/import", "post", 200>;
export type BulkOrder = paths["/v1/users/bulk"]["post"]["requestBody"]["content"]["application/json"];
export type BulkAnswer = Answer<"/v1/users/bulk", "post", 200>;
export type BulkResult = BulkAnswer["results"][number];
export type Role = Answer<"/v1/roles", "get", 200>["items"][number];
export type NewRole = paths["/v1/roles"]["post"]["requestBody"]["content"]["application/json"];
export type RoleChange = Schemas["UpdateRoleRequest"];
/** What a service or a script shows in place of a session, without its secret. */
export type ApiKey = Answer<"/v1/api-keys", "get", 200>["items"][number];
export type NewApiKey = paths["/v1/api-keys"]["post"]["requestBody"]["content"]["application/json"];
/** A key with its text, which is shown once. */
export type IssuedApiKey = Answer<"/v1/api-keys", "post", 201>;
export type Scope = Schemas["Scope"];
export type Overview = Answer<"/v1/overview", "get", 200>;
export type Organization = Answer<"/v1/organizations", "get", 200>["items"][number];
export type NewOrganization =
  paths["/v1/organizations"]["post"]["requestBody"]["content"]["application/json"];
export type CreatedOrganization = Answer<"/v1/organizations", "post", 201>;
/** How an administrator made sure who it is that asks, and why they reset. */
export type ResetOrder = Schemas["ResetRequest"];
/** Until when somebody may take, and why. */
export type DeadlineOrder = Schemas["DeadlineRequest"];
/** How long a temporary pass is good, and why there is one. */
export type PassOrder = Schemas["IssuePassRequest"];
export type IdentityCheck = Schemas["IdentityCheck"];
export type AuditEvent = Schemas["Event"];
/** A part of a check of the audit log. */
export type AuditVerification = Schemas["AuditVerification"];
export type AuditFinding = Schemas["AuditFinding"];
/** What the log can be asked for: every action that the service knows. */
export type Action = NonNullable<
  NonNullable<operations["list_audit_events"]["parameters"]["query"]>["action"]
>;
export type Webhook = Schemas["Webhook"];
export type NewWebhook = Schemas["CreateWebhookRequest"];
export type WebhookChange = Schemas["UpdateWebhookRequest"];
export type WebhookWithSecret = Schemas["WebhookWithSecret"];
export type WebhookDelivery = Schemas["WebhookDelivery"];
export type DeliveryStatus = Schemas["DeliveryStatus"];
export type Problem = Schemas["Problem"];
export type InvalidField = Schemas["InvalidField"];
export type ProblemCode = Schemas["ProblemCode"];

type Answer<
  Path extends keyof paths,
  Method extends keyof paths[Path],
  Status extends number,
> = paths[Path][Method] extends {
  responses: Record<Status, { content: { "application/json": infer Body } }>;
}
  ? Body
  : never;
