//! The organization's policy and what it decides: each decision carries its obligation.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    Timestamp,
    challenge::Method,
    names::names,
    rejection::FieldError,
    session::{Assurance, Session},
    user::Factor,
};

names! {
    /// Whether the second factor is asked for.
    Mode {
        Off = "off",
        Optional = "optional",
        Required = "required",
    }
}

/// The policy document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Policy {
    pub mode: Mode,
    pub allowed_methods: BTreeSet<Method>,
    pub recovery_code_count: u8,
    /// Age at which a secret is to be renewed; 0 is never.
    pub secret_max_age_days: u16,
    /// Steps before and after the current one whose codes are accepted.
    pub skew_steps: u8,
    pub step_up_max_age_minutes: u16,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            mode: Mode::Optional,
            allowed_methods: BTreeSet::from([Method::Totp, Method::RecoveryCode]),
            recovery_code_count: 10,
            secret_max_age_days: 180,
            skew_steps: 1,
            step_up_max_age_minutes: 5,
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

/// What follows a right password.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoginDecision {
    SignIn,
    Challenge { methods: BTreeSet<Method> },
    Enroll,
}

/// What a live session may do.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionDecision {
    Full,
    /// Nothing but enrolling.
    EnrollFirst,
    /// Nothing before a second factor.
    StepUpFirst,
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
        range("stepUpMaxAgeMinutes", self.step_up_max_age_minutes, 1, 60);
        if !self.allowed_methods.contains(&Method::Totp) {
            errors.push(FieldError::new(
                "allowedMethods",
                "factor_missing",
                "At least one factor that users can enroll: totp.",
            ));
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// Decides how a login with a right password goes on.
    pub fn decide_login(&self, factor: Factor, recovery_codes_left: i64) -> LoginDecision {
        match (self.mode, factor) {
            (Mode::Off, _) | (Mode::Optional, Factor::NotEnrolled) => LoginDecision::SignIn,
            (Mode::Required, Factor::NotEnrolled) => LoginDecision::Enroll,
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }) => {
                LoginDecision::Challenge { methods: self.methods(recovery_codes_left) }
            }
        }
    }

    /// The methods that a user with an authenticator can use.
    pub fn methods(&self, recovery_codes_left: i64) -> BTreeSet<Method> {
        self.allowed_methods
            .iter()
            .copied()
            .filter(|method| match method {
                Method::Totp => true,
                Method::RecoveryCode => recovery_codes_left > 0,
            })
            .collect()
    }

    /// Decides what a session may do now: a policy that was raised acts at the next request.
    pub fn decide_session(&self, factor: Factor, session: &Session) -> SessionDecision {
        match (self.mode, factor, session.assurance()) {
            (Mode::Required, Factor::NotEnrolled, _) => SessionDecision::EnrollFirst,
            (Mode::Required, Factor::Enrolled { .. }, Assurance::OneFactor) => SessionDecision::StepUpFirst,
            (Mode::Required, Factor::Enrolled { .. }, Assurance::TwoFactors)
            | (Mode::Off | Mode::Optional, _, _) => SessionDecision::Full,
        }
    }

    /// Whether a user who has a factor may be left without any.
    pub fn may_disable(&self) -> bool {
        self.mode != Mode::Required
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

    /// How old a second factor may be for a change of account settings.
    pub fn step_up_max_age(&self) -> TimeDelta {
        TimeDelta::minutes(self.step_up_max_age_minutes.into())
    }

    /// In characters (NIST SP 800-63B-4, section 3.1.1.2).
    pub fn shortest_password(&self) -> usize {
        if self.mode == Mode::Required { 8 } else { 15 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enrolled() -> Factor {
        let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Factor::Enrolled { since: at, oldest_secret_at: at }
    }

    fn policy(mode: Mode) -> Policy {
        Policy { mode, ..Policy::default() }
    }

    #[test]
    fn o1_login_by_mode_and_factor() {
        let challenge = LoginDecision::Challenge { methods: [Method::Totp, Method::RecoveryCode].into() };
        let table = [
            (Mode::Off, Factor::NotEnrolled, LoginDecision::SignIn),
            (Mode::Off, enrolled(), LoginDecision::SignIn),
            (Mode::Optional, Factor::NotEnrolled, LoginDecision::SignIn),
            (Mode::Optional, enrolled(), challenge.clone()),
            (Mode::Required, Factor::NotEnrolled, LoginDecision::Enroll),
            (Mode::Required, enrolled(), challenge),
        ];
        for (mode, factor, expected) in table {
            assert_eq!(policy(mode).decide_login(factor, 10), expected, "{mode:?} {factor:?}");
        }
    }

    #[test]
    fn a_method_that_cannot_succeed_is_not_offered() {
        assert_eq!(policy(Mode::Optional).methods(0), BTreeSet::from([Method::Totp]));
        let only_totp = Policy { allowed_methods: [Method::Totp].into(), ..Policy::default() };
        assert_eq!(only_totp.methods(10), BTreeSet::from([Method::Totp]));
    }

    #[test]
    fn ranges_are_checked_together() {
        assert!(Policy::default().validate().is_ok());
        let wrong = Policy {
            mode: Mode::Optional,
            allowed_methods: BTreeSet::new(),
            recovery_code_count: 5,
            secret_max_age_days: 3_651,
            skew_steps: 2,
            step_up_max_age_minutes: 0,
        };
        let fields: Vec<String> =
            wrong.validate().unwrap_err().into_iter().map(|error| error.field).collect();
        let expected =
            ["recoveryCodeCount", "secretMaxAgeDays", "skewSteps", "stepUpMaxAgeMinutes", "allowedMethods"];
        assert_eq!(fields, expected);
    }
}
