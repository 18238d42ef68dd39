//! Sessions: what one browser or client holds after a login, for how long, and how strongly it is proven.

use std::{collections::BTreeSet, net::IpAddr};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    Timestamp,
    challenge::Method,
    id::{OrganizationId, ProviderId, SessionId, UserId},
    names::names,
    policy::Policy,
    user::User,
};

/// Lifetime of an access token.
pub const ACCESS_TOKEN_LIFETIME: TimeDelta = TimeDelta::minutes(5);
/// Lifetime of the permission to enroll at login.
pub const ENROLLMENT_GRANT_LIFETIME: TimeDelta = TimeDelta::minutes(15);
/// So many live sessions a user may have; the oldest gives way.
pub const MOST: usize = 20;

names! {
    /// How a user was authenticated (RFC 8176, section 2; `rc`, a recovery code, and `tap`, a temporary pass, `email`,
    /// a mailed code, `td`, a trusted device, and `sso`, a provider of single sign-on, are our own).
    Amr {
        Password = "pwd",
        OneTimeCode = "otp",
        ProofOfPossession = "pop",
        RecoveryCode = "rc",
        TemporaryPass = "tap",
        Email = "email",
        TrustedDevice = "td",
        SingleSignOn = "sso",
        MultiFactor = "mfa",
    }
}

impl From<Method> for Amr {
    fn from(method: Method) -> Self {
        match method {
            Method::Totp => Self::OneTimeCode,
            // No attestation is asked for, so nobody knows whether hardware holds the key (`hwk`) or not (`swk`).
            Method::Passkey => Self::ProofOfPossession,
            Method::Email => Self::Email,
            Method::RecoveryCode => Self::RecoveryCode,
            Method::TemporaryPass => Self::TemporaryPass,
        }
    }
}

names! {
    /// Authenticator assurance level (NIST SP 800-63B-4, section 2), the `acr` claim.
    Assurance {
        OneFactor = "aal1",
        TwoFactors = "aal2",
    }
}

names! {
    /// Why a session ended before its time.
    EndReason {
        SignedOut = "signedOut",
        EndedByUser = "endedByUser",
        Elevated = "elevated",
        FactorChanged = "factorChanged",
        PasswordChanged = "passwordChanged",
        TokenReused = "tokenReused",
        TooMany = "tooMany",
        EndedByAdministrator = "endedByAdministrator",
        Reset = "reset",
        Suspended = "suspended",
        Frozen = "frozen",
        ProviderDisabled = "providerDisabled",
        IdentityUnlinked = "identityUnlinked",
        Restored = "restored",
    }
}

/// Idle and absolute lifetime of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    pub idle: TimeDelta,
    pub absolute: TimeDelta,
}

impl Lifetimes {
    pub fn of(user: &User) -> Self {
        if user.is_administrator() {
            Self { idle: TimeDelta::minutes(15), absolute: TimeDelta::hours(12) }
        } else {
            Self { idle: TimeDelta::minutes(60), absolute: TimeDelta::hours(24) }
        }
    }
}

/// Where a session was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Client {
    pub address: Option<IpAddr>,
    pub user_agent: Option<String>,
}

/// A session that has not ended.
#[derive(Clone, Debug)]
pub struct Session {
    pub organization_id: OrganizationId,
    pub id: SessionId,
    pub user_id: UserId,
    pub first_step: FirstStep,
    /// The user's epoch that it belongs to; dead under any other.
    pub epoch: i64,
    pub amr: BTreeSet<Amr>,
    pub authenticated_at: Timestamp,
    pub second_factor_at: Option<Timestamp>,
    /// Whether its refresh token lives in a cookie.
    pub cookie: bool,
    pub client: Client,
    pub created_at: Timestamp,
    pub last_seen_at: Timestamp,
    pub idle_expires_at: Timestamp,
    pub absolute_expires_at: Timestamp,
}

/// How the user of a new session was authenticated.
#[derive(Clone, Copy, Debug)]
pub struct Proof {
    pub first_step: FirstStep,
    /// When the first step was taken, or what stands in its place.
    pub authenticated_at: Timestamp,
    pub second_step: SecondStep,
}

/// What a sign-in began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstStep {
    /// Something of ours: a password, or a passkey alone.
    Local,
    /// A provider of single sign-on that vouches for the user.
    Provider(ProviderId),
}

impl FirstStep {
    fn amr(self) -> Amr {
        match self {
            Self::Local => Amr::Password,
            Self::Provider(_) => Amr::SingleSignOn,
        }
    }

    pub fn provider(self) -> Option<ProviderId> {
        match self {
            Self::Local => None,
            Self::Provider(id) => Some(id),
        }
    }
}

impl From<Option<ProviderId>> for FirstStep {
    fn from(provider: Option<ProviderId>) -> Self {
        provider.map_or(Self::Local, Self::Provider)
    }
}

impl Proof {
    /// RFC 8176.
    fn amr(self) -> BTreeSet<Amr> {
        let replaced = matches!(self.second_step, SecondStep::Passwordless(_));
        let first = (!replaced).then(|| self.first_step.amr());
        first.into_iter().chain(self.second_step.amr()).collect()
    }
}

/// What came after the first step, or in its place.
#[derive(Clone, Copy, Debug)]
pub enum SecondStep {
    None,
    Factor(Method, Timestamp),
    /// Nothing had to: a passkey whose authenticator verified its user stands for the password, too.
    Passwordless(Timestamp),
    /// No factor: whoever has the mailbox may have the password by it.
    MailedCode,
    /// No factor: a browser in which one was proven some days ago.
    TrustedDevice,
    /// No factor of ours: the provider of the first step says that it asked for two.
    Provider,
}

impl SecondStep {
    fn amr(self) -> Vec<Amr> {
        match self {
            Self::None => Vec::new(),
            Self::Factor(method, _) => vec![method.into(), Amr::MultiFactor],
            Self::Passwordless(_) => vec![Method::Passkey.into(), Amr::MultiFactor],
            Self::MailedCode => vec![Amr::Email],
            Self::TrustedDevice => vec![Amr::TrustedDevice],
            Self::Provider => vec![Amr::MultiFactor],
        }
    }

    /// Whether it is all that is asked of somebody who has a factor.
    pub fn completes(self) -> bool {
        match self {
            Self::Factor(..) | Self::Passwordless(_) | Self::TrustedDevice | Self::Provider => true,
            Self::None | Self::MailedCode => false,
        }
    }

    /// When the second factor was proven, if it was.
    fn factor_at(self) -> Option<Timestamp> {
        match self {
            Self::Factor(_, at) | Self::Passwordless(at) => Some(at),
            Self::None | Self::MailedCode | Self::TrustedDevice | Self::Provider => None,
        }
    }
}

impl Session {
    /// A new session of `user`, begun `now`.
    pub fn begin(
        id: SessionId,
        user: &User,
        proof: Proof,
        cookie: bool,
        client: Client,
        now: Timestamp,
    ) -> Self {
        let lifetimes = Lifetimes::of(user);
        Self {
            organization_id: user.organization_id,
            id,
            user_id: user.id,
            first_step: proof.first_step,
            epoch: user.epoch,
            amr: proof.amr(),
            authenticated_at: proof.authenticated_at,
            second_factor_at: proof.second_step.factor_at(),
            cookie,
            client,
            created_at: now,
            last_seen_at: now,
            idle_expires_at: now + lifetimes.idle,
            absolute_expires_at: now + lifetimes.absolute,
        }
    }

    /// This session under a new id, with a fresh second factor if one was given and in the user's epoch. It is prolonged.
    pub fn elevate(
        &self,
        id: SessionId,
        user: &User,
        second_factor: Option<Method>,
        client: Client,
        now: Timestamp,
    ) -> Self {
        let mut amr = self.amr.clone();
        if let Some(method) = second_factor {
            amr.extend([method.into(), Amr::MultiFactor]);
        }
        let second_factor_at = second_factor.map(|_| now).or(self.second_factor_at);
        Self { id, epoch: user.epoch, amr, second_factor_at, client, ..self.prolonged(user, now) }
    }

    /// This session as it is used now. Its absolute end stays, or comes earlier where its user was made an administrator meanwhile.
    #[must_use]
    pub fn prolonged(&self, user: &User, now: Timestamp) -> Self {
        let Lifetimes { idle, absolute } = Lifetimes::of(user);
        Self {
            last_seen_at: now,
            idle_expires_at: now + idle,
            absolute_expires_at: self.absolute_expires_at.min(self.created_at + absolute),
            ..self.clone()
        }
    }

    pub fn is_live(&self, epoch: i64, now: Timestamp) -> bool {
        self.epoch == epoch && now < self.idle_expires_at && now < self.absolute_expires_at
    }

    /// Whether a trusted device spared it the second factor, and none was proven since.
    pub fn rests_on_device(&self) -> bool {
        self.amr.contains(&Amr::TrustedDevice) && self.second_factor_at.is_none()
    }

    /// By factors of ours alone.
    pub fn assurance(&self) -> Assurance {
        if self.second_factor_at.is_some() { Assurance::TwoFactors } else { Assurance::OneFactor }
    }

    /// With the word of a provider that the policy trusted when the session began.
    pub fn claimed_assurance(&self) -> Assurance {
        if self.amr.contains(&Amr::MultiFactor) { Assurance::TwoFactors } else { self.assurance() }
    }

    /// Whether the second factor is fresh enough for a change of account settings.
    pub fn is_stepped_up(&self, policy: &Policy, now: Timestamp) -> bool {
        self.second_factor_at.is_some_and(|at| now - at <= policy.step_up_max_age())
    }

    /// When this session ends if it is not used.
    pub fn expires_at(&self) -> Timestamp {
        self.idle_expires_at.min(self.absolute_expires_at)
    }
}

#[cfg(test)]
mod tests;
