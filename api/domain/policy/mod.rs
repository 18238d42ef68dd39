//! The organization's policy: the document, its ranges, and what follows from it alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    Timestamp,
    challenge::Method,
    names::names,
    pass::{self, PassKind},
    rejection::FieldError,
    role::RoleName,
    rollout::{self, AfterGrace, NewUsers, PastPhase, Phase, Target},
    totp::{Algorithm, LENGTHS, Parameters},
};

names! {
    /// Whether the second factor is asked for.
    Mode {
        Off = "off",
        Optional = "optional",
        Required = "required",
    }
}

names! {
    /// Who resets administrators.
    AdminReset {
        Peer = "peer",
        Superadmin = "superadmin",
    }
}

names! {
    /// What a login after a reset has to show before it may enroll.
    ResetProof {
        Code = "code",
        None = "none",
    }
}

names! {
    /// How a login asks for the second factor: after the password, or beside it.
    LoginStyle {
        TwoStep = "twoStep",
        SingleForm = "singleForm",
    }
}

names! {
    /// What is asked of users who sign in by a provider of single sign-on.
    SingleSignOn {
        Exempt = "exempt",
        TrustProvider = "trustProvider",
        Required = "required",
    }
}

/// Whether administrators may issue temporary passes, and for how long at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemporaryPassRules {
    pub enabled: bool,
    pub max_minutes: u16,
}

/// The policy document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Policy {
    pub mode: Mode,
    /// They act while the mode is `required`; without any, everybody is required at once.
    pub phases: Vec<Phase>,
    pub new_users: NewUsers,
    pub after_grace: AfterGrace,
    pub login_style: LoginStyle,
    pub sso: SingleSignOn,
    pub allowed_methods: BTreeSet<Method>,
    /// Whether a passkey may stand for the password, too.
    pub passkey_login: bool,
    /// Roles for which nothing but a passkey is a factor, once one is required.
    pub passkey_only: BTreeSet<RoleName>,
    pub recovery_code_count: u8,
    /// Age at which a secret is to be renewed; 0 is never.
    pub secret_max_age_days: u16,
    /// Steps before and after the current one whose codes are accepted.
    pub skew_steps: u8,
    /// For how long a browser may skip the challenge; 0 is never.
    pub trusted_device_days: u8,
    pub step_up_max_age_minutes: u16,
    pub admin_reset: AdminReset,
    pub reset_proof: ResetProof,
    pub temporary_pass: TemporaryPassRules,
    /// Of new authenticators.
    pub digits: u8,
    /// Of new authenticators.
    pub algorithm: Algorithm,
    /// No part of the document, but kept beside it: the deadlines of these stay.
    #[serde(skip)]
    pub past_phases: Vec<PastPhase>,
    /// No part of the document either: browsers that were trusted before are trusted no more. None is since ever.
    #[serde(skip)]
    pub devices_trusted_since: Option<Timestamp>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            mode: Mode::Optional,
            phases: Vec::new(),
            new_users: NewUsers::FirstLogin,
            after_grace: AfterGrace::EnrollAtLogin,
            login_style: LoginStyle::TwoStep,
            sso: SingleSignOn::Exempt,
            // A mailed code is asked of users who turn it on.
            allowed_methods: BTreeSet::from([
                Method::Totp,
                Method::Passkey,
                Method::Email,
                Method::RecoveryCode,
            ]),
            passkey_login: false,
            passkey_only: BTreeSet::new(),
            recovery_code_count: 10,
            secret_max_age_days: 180,
            skew_steps: 1,
            trusted_device_days: 0,
            step_up_max_age_minutes: 5,
            admin_reset: AdminReset::Peer,
            reset_proof: ResetProof::Code,
            temporary_pass: TemporaryPassRules { enabled: true, max_minutes: pass::MOST_MINUTES },
            digits: Parameters::STANDARD.digits,
            algorithm: Parameters::STANDARD.algorithm,
            past_phases: Vec::new(),
            devices_trusted_since: None,
        }
    }
}

/// A policy with its place in the history of changes.
#[derive(Clone, Debug)]
pub struct StoredPolicy {
    pub policy: Policy,
    pub version: i64,
    pub updated_at: Timestamp,
}

impl Policy {
    /// Errors: each field out of its range.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut range = |field: &str, value: u16, least: u16, most: u16| {
            if !(least..=most).contains(&value) {
                errors.push(FieldError::new(field, "out_of_range", format!("From {least} to {most}.")));
            }
        };
        range("recoveryCodeCount", self.recovery_code_count.into(), 6, 16);
        range("secretMaxAgeDays", self.secret_max_age_days, 0, 3_650);
        // Two steps each way would double an attacker's chance per guess.
        range("skewSteps", self.skew_steps.into(), 0, 1);
        range("trustedDeviceDays", self.trusted_device_days.into(), 0, 30);
        range("stepUpMaxAgeMinutes", self.step_up_max_age_minutes, 1, 60);
        let longest_pass = self.temporary_pass.max_minutes;
        range("temporaryPass.maxMinutes", longest_pass, pass::FEWEST_MINUTES, pass::MOST_MINUTES);
        if !LENGTHS.contains(&self.digits) {
            errors.push(FieldError::new("digits", "out_of_range", "Six or eight."));
        }
        errors.extend(rollout::validate(&self.phases));
        if self.allowed_methods.contains(&Method::TemporaryPass) {
            let message = "Temporary passes have a setting of their own: temporaryPass.";
            errors.push(FieldError::new("allowedMethods", "not_a_factor", message));
        }
        if !self.allows_passkeys() {
            if !self.allowed_methods.contains(&Method::Totp) {
                let message = "At least one factor that users can enroll: totp or passkey.";
                errors.push(FieldError::new("allowedMethods", "factor_missing", message));
            }
            let needing =
                [("passkeyLogin", self.passkey_login), ("passkeyOnly", !self.passkey_only.is_empty())];
            for (field, _) in needing.into_iter().filter(|(_, needs)| *needs) {
                let message = "Takes passkeys among the allowed methods.";
                errors.push(FieldError::new(field, "passkeys_not_allowed", message));
            }
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// The names of the document's members that differ from those of `old`. Errors: a document is no object, which cannot be.
    pub fn members_changed_from(&self, old: &Self) -> Result<Vec<String>, serde_json::Error> {
        let members = |policy: &Self| {
            serde_json::to_value(policy)
                .and_then(serde_json::from_value::<BTreeMap<String, serde_json::Value>>)
        };
        let (old, new) = (members(old)?, members(self)?);
        Ok(new
            .into_iter()
            .filter(|(name, value)| old.get(name) != Some(value))
            .map(|(name, _)| name)
            .collect())
    }

    /// Whether a phase, or the demand for passkeys, is for those who have this role.
    pub fn names_role(&self, role: &RoleName) -> bool {
        self.passkey_only.contains(role)
            || self.phases.iter().any(|phase| phase.target == Target::Role(role.clone()))
    }

    /// What new authenticators go by.
    pub fn totp_parameters(&self) -> Parameters {
        Parameters { algorithm: self.algorithm, digits: self.digits, ..Parameters::STANDARD }
    }

    /// The past phases once `next` takes this policy's place: those that have begun and do not go on there, too.
    pub fn past_phases_before(&self, next: &Self, now: Timestamp) -> Vec<PastPhase> {
        let goes_on = next.mode == Mode::Required && next.new_users == self.new_users;
        let begun = self.phases.iter().filter(|phase| self.mode == Mode::Required && phase.has_begun(now));
        let ended = begun.filter(|phase| !(goes_on && next.phases.contains(phase)));
        ended.fold(self.past_phases.clone(), |mut past, phase| {
            rollout::add_past(&mut past, phase, self.new_users, now);
            past
        })
    }

    /// The passes that open a challenge: reset codes always do.
    pub fn accepted_passes(&self) -> &'static [PassKind] {
        if self.temporary_pass.enabled { PassKind::ALL } else { &[PassKind::Reset] }
    }

    pub fn allows_passkeys(&self) -> bool {
        self.allowed_methods.contains(&Method::Passkey)
    }

    /// Whether an authenticator is a factor as well as a passkey.
    pub fn takes_both(&self) -> bool {
        self.allows_passkeys() && self.allowed_methods.contains(&Method::Totp)
    }

    /// Whether an authenticator is a factor of everybody who has one.
    pub fn takes_codes_from_everybody(&self) -> bool {
        self.allowed_methods.contains(&Method::Totp) && self.passkey_only.is_empty()
    }

    /// Whether somebody signs in by a passkey alone.
    pub fn allows_passkey_login(&self) -> bool {
        self.passkey_login && self.allows_passkeys() && self.mode != Mode::Off
    }

    pub fn allows_recovery_codes(&self) -> bool {
        self.allowed_methods.contains(&Method::RecoveryCode)
    }

    /// When a secret of that age is to be renewed, if ever.
    pub fn renew_by(&self, confirmed_at: Timestamp) -> Option<Timestamp> {
        (self.secret_max_age_days > 0)
            .then(|| confirmed_at + TimeDelta::days(self.secret_max_age_days.into()))
    }

    /// Secrets that were confirmed at or before this are expired, if any are.
    pub fn secrets_expired_before(&self, now: Timestamp) -> Option<Timestamp> {
        (self.secret_max_age_days > 0).then(|| now - TimeDelta::days(self.secret_max_age_days.into()))
    }

    /// For how long a browser may skip the challenge, if at all.
    pub fn device_trust(&self) -> Option<TimeDelta> {
        (self.trusted_device_days > 0).then(|| TimeDelta::days(self.trusted_device_days.into()))
    }

    /// Since when trusted browsers count once `next` takes this policy's place: whoever turns trust off and on again wants all
    /// of them to ask once.
    pub fn devices_trusted_since(&self, next: &Self, now: Timestamp) -> Option<Timestamp> {
        let begins = self.device_trust().is_none() && next.device_trust().is_some();
        if begins { Some(now) } else { self.devices_trusted_since }
    }

    /// How old a second factor may be for a change of account settings.
    pub fn step_up_max_age(&self) -> TimeDelta {
        TimeDelta::minutes(self.step_up_max_age_minutes.into())
    }

    /// In characters (NIST SP 800-63B-4, section 3.1.1.2). During a roll-out some passwords still stand alone.
    pub fn shortest_password(&self) -> usize {
        if self.mode == Mode::Required && self.phases.is_empty() { 8 } else { 15 }
    }
}

#[cfg(test)]
mod tests;
