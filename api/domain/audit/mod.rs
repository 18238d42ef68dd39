//! Audit events: who did what to whom, from where, with what outcome.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Timestamp,
    api_key::{ApiKey, ApiKeyName},
    id::{ApiKeyId, EventId, OrganizationId, SessionId, UserId},
    names::names,
    seal::Position,
    session::{Client, Session},
    webhook::Audience,
};

names! {
    /// What happened, as `subject.participle`.
    Action {
        OrganizationCreated = "organization.created",
        OrganizationRenamed = "organization.renamed",
        BrandingChanged = "branding.changed",
        UserCreated = "user.created",
        UserInvited = "user.invited",
        UserImported = "user.imported",
        UsersExported = "users.exported",
        InvitationSent = "user.invitation_sent",
        InvitationRevoked = "user.invitation_revoked",
        UserActivated = "user.activated",
        UserUpdated = "user.updated",
        UserRolesChanged = "user.roles_changed",
        UserSuspended = "user.suspended",
        UserRestored = "user.restored",
        AccountFrozen = "account.frozen",
        AccountUnfrozen = "account.unfrozen",
        EmailVerificationChanged = "email_verification.changed",
        PasswordChanged = "password.changed",
        PasswordChangeRefused = "password.change_refused",
        PasswordResetRequested = "password.reset_requested",
        PasswordReset = "password.reset",
        EmailChangeRequested = "email.change_requested",
        EmailChangeRefused = "email.change_refused",
        EmailVerificationRequested = "email.verification_requested",
        EmailVerified = "email.verified",
        EmailChanged = "email.changed",
        EmailRestored = "email.restored",
        RoleCreated = "role.created",
        RoleUpdated = "role.updated",
        RoleDeleted = "role.deleted",
        ApiKeyCreated = "api_key.created",
        ApiKeyRotated = "api_key.rotated",
        ApiKeyRevoked = "api_key.revoked",
        ApiKeyRefused = "api_key.refused",
        ApiKeyAlarmed = "api_key.alarmed",
        PolicyChanged = "policy.changed",
        LoginFailed = "login.failed",
        LoginChallenged = "login.challenged",
        LoginEnrollmentDemanded = "login.enrollment_demanded",
        LoginBlocked = "login.blocked",
        LoginSucceeded = "login.succeeded",
        SsoRefused = "sso.refused",
        SsoProviderCreated = "sso_provider.created",
        SsoProviderUpdated = "sso_provider.updated",
        SsoProviderDeleted = "sso_provider.deleted",
        SsoProviderTested = "sso_provider.tested",
        SsoIdentityLinked = "sso_identity.linked",
        SsoIdentityUnlinked = "sso_identity.unlinked",
        SsoIdentityRefused = "sso_identity.refused",
        CodeRejected = "code.rejected",
        CodeThrottled = "code.throttled",
        VerifySucceeded = "verify.succeeded",
        VerifyFailed = "verify.failed",
        EmailCodeSent = "email_code.sent",
        StepUpChallenged = "step_up.challenged",
        StepUpSucceeded = "step_up.succeeded",
        SessionRefreshed = "session.refreshed",
        DeviceTrusted = "device.trusted",
        DeviceRevoked = "device.revoked",
        SessionEnded = "session.ended",
        SessionsEnded = "sessions.ended",
        RefreshTokenReused = "session.token_reused",
        EnrollmentBegun = "enrollment.begun",
        EnrollmentCodeRejected = "enrollment.code_rejected",
        AuthenticatorEnrolled = "authenticator.enrolled",
        AuthenticatorReplaced = "authenticator.replaced",
        AuthenticatorRenamed = "authenticator.renamed",
        AuthenticatorRemoved = "authenticator.removed",
        PasskeyEnrolled = "passkey.enrolled",
        PasskeyRejected = "passkey.rejected",
        PasskeyRenamed = "passkey.renamed",
        PasskeyRemoved = "passkey.removed",
        PasskeyCloneSuspected = "passkey.clone_suspected",
        RecoveryCodesRegenerated = "recovery_codes.regenerated",
        TwoFactorDisabled = "two_factor.disabled",
        TwoFactorReset = "two_factor.reset",
        TemporaryPassIssued = "temporary_pass.issued",
        DeadlineSet = "user.deadline_set",
        UserReminded = "user.reminded",
        MailGivenUp = "mail.given_up",
        WebhookCreated = "webhook.created",
        WebhookUpdated = "webhook.updated",
        WebhookDeleted = "webhook.deleted",
        WebhookSecretRotated = "webhook.secret_rotated",
        WebhookTest = "webhook.test",
        WebhookRedelivered = "webhook.redelivered",
        WebhookDisabled = "webhook.disabled",
        WebhookGivenUp = "webhook.given_up",
        InstallationRestored = "installation.restored",
        InstallationAlarmed = "installation.alarmed",
        AuditExported = "audit.exported",
        AuditCheckpointed = "audit.checkpointed",
        AuditPruned = "audit.pruned",
        KeyringRotated = "keyring.rotated",
        KeyringRewrapBegun = "keyring.rewrap_begun",
        KeyringRewrapped = "keyring.rewrapped",
        KeyringKeyDropped = "keyring.key_dropped",
    }
}

impl Action {
    /// What comes by itself, with each page that stays open or with each day: in a long log it hides what somebody did.
    pub const ROUTINE: [Self; 2] = [Self::SessionRefreshed, Self::AuditCheckpointed];
}

names! {
    /// Whether it was done or refused.
    Outcome {
        Success = "success",
        Failure = "failure",
    }
}

names! {
    /// What an export of the log is written as.
    ExportFormat {
        JsonLines = "jsonLines",
        Csv = "csv",
    }
}

/// Where a request came from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    pub client: Client,
    pub request_id: Option<String>,
}

/// Who did something, having proven who they are.
#[derive(Clone, Debug)]
pub enum Actor {
    User(UserId),
    ApiKey(ApiKeyId, ApiKeyName),
}

impl Actor {
    pub fn id(&self) -> Uuid {
        match self {
            Self::User(id) => id.0,
            Self::ApiKey(id, _) => id.0,
        }
    }
}

/// An event about to be written.
#[derive(Clone, Debug)]
pub struct AuditEvent {
    pub organization_id: OrganizationId,
    pub action: Action,
    pub outcome: Outcome,
    pub actor: Option<Actor>,
    pub subject: Option<UserId>,
    pub session: Option<SessionId>,
    /// The actor's own organization, where it is another one.
    pub acting_from: Option<OrganizationId>,
    /// Which webhooks are told.
    pub audience: Audience,
    /// Typed by the action; never a secret, a code, a password, or what somebody typed as an address.
    pub detail: Value,
}

impl AuditEvent {
    /// Something that `user` did to their own account.
    pub fn by_user(organization_id: OrganizationId, user: UserId, action: Action) -> Self {
        Self {
            organization_id,
            action,
            outcome: Outcome::Success,
            actor: Some(Actor::User(user)),
            subject: Some(user),
            session: None,
            acting_from: None,
            audience: Audience::Subscribed,
            detail: json!({}),
        }
    }

    /// Something that the user of `session` did to their own account.
    pub fn in_session(session: &Session, action: Action) -> Self {
        Self { session: Some(session.id), ..Self::by_user(session.organization_id, session.user_id, action) }
    }

    /// Something that was done with a key.
    pub fn by_key(key: &ApiKey, action: Action) -> Self {
        let actor = Actor::ApiKey(key.id, key.name.clone());
        Self { actor: Some(actor), ..Self::about_user(key.organization_id, None, action) }
    }

    /// Something about `user` by somebody who proved nothing.
    pub fn about_user(organization_id: OrganizationId, user: Option<UserId>, action: Action) -> Self {
        Self {
            organization_id,
            action,
            outcome: Outcome::Success,
            actor: None,
            subject: user,
            session: None,
            acting_from: None,
            audience: Audience::Subscribed,
            detail: json!({}),
        }
    }

    pub fn failed(self) -> Self {
        Self { outcome: Outcome::Failure, ..self }
    }

    pub fn with(self, detail: Value) -> Self {
        Self { detail, ..self }
    }

    pub fn on(self, subject: UserId) -> Self {
        Self { subject: Some(subject), ..self }
    }

    pub fn telling(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// The same in that organization, which may be another than the actor's.
    pub fn within(self, organization_id: OrganizationId) -> Self {
        let from = self.organization_id;
        Self { organization_id, acting_from: (organization_id != from).then_some(from), ..self }
    }

    /// The event as it is written, but for its proof.
    pub fn recorded(&self, id: EventId, occurred_at: Timestamp, origin: &Origin) -> RecordedEvent {
        RecordedEvent {
            id,
            occurred_at,
            action: self.action.name().to_owned(),
            outcome: self.outcome.name().to_owned(),
            actor: self.actor.as_ref().map(|actor| UserId(actor.id())),
            subject: self.subject,
            session: self.session,
            address: origin.client.address.map(|address| address.to_string()),
            user_agent: origin.client.user_agent.clone(),
            request_id: origin.request_id.clone(),
            detail: self.kept_detail(),
            proof: Vec::new(),
        }
    }

    fn kept_detail(&self) -> Value {
        let mut detail = self.detail.clone();
        if let Some(Actor::ApiKey(_, name)) = &self.actor {
            detail["apiKey"] = json!(name);
        }
        if let Some(from) = self.acting_from {
            detail["actingFrom"] = json!(from);
        }
        detail
    }
}

/// An event as it was written.
#[derive(Clone, Debug)]
pub struct RecordedEvent {
    pub id: EventId,
    pub occurred_at: Timestamp,
    pub action: String,
    pub outcome: String,
    /// A user, or the API key that `detail.apiKey` names.
    pub actor: Option<UserId>,
    pub subject: Option<UserId>,
    pub session: Option<SessionId>,
    pub address: Option<String>,
    pub user_agent: Option<String>,
    pub request_id: Option<String>,
    pub detail: Value,
    /// By the service that wrote it; empty where it was written before there were proofs.
    pub proof: Vec<u8>,
}

impl RecordedEvent {
    pub const fn position(&self) -> Position {
        Position { occurred_at: self.occurred_at, id: self.id }
    }

    /// The same without a word of from where.
    #[must_use]
    pub fn from_nowhere(self) -> Self {
        Self { session: None, address: None, user_agent: None, request_id: None, ..self }
    }

    pub fn proven(self, proof: Vec<u8>) -> Self {
        Self { proof, ..self }
    }
}

#[cfg(test)]
mod tests;
