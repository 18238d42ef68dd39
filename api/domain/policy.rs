//! The organization's policy and what it decides: each decision carries its obligation.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    Timestamp,
    challenge::Method,
    names::names,
    pass::{self, PassKind},
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
    pub allowed_methods: BTreeSet<Method>,
    pub recovery_code_count: u8,
    /// Age at which a secret is to be renewed; 0 is never.
    pub secret_max_age_days: u16,
    /// Steps before and after the current one whose codes are accepted.
    pub skew_steps: u8,
    pub step_up_max_age_minutes: u16,
    pub admin_reset: AdminReset,
    pub reset_proof: ResetProof,
    pub temporary_pass: TemporaryPassRules,
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
            admin_reset: AdminReset::Peer,
            reset_proof: ResetProof::Code,
            temporary_pass: TemporaryPassRules { enabled: true, max_minutes: pass::MOST_MINUTES },
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

/// What a user has to answer a challenge with.
#[derive(Clone, Copy, Debug)]
pub struct Holdings {
    pub factor: Factor,
    pub recovery_codes_left: i64,
    /// Whether a pass was issued that is not used yet.
    pub pass: bool,
    /// Whether the factor was reset and the code for it not shown yet.
    pub reset_pending: bool,
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
        let longest_pass = self.temporary_pass.max_minutes;
        range("temporaryPass.maxMinutes", longest_pass, pass::FEWEST_MINUTES, pass::MOST_MINUTES);
        if self.allowed_methods.contains(&Method::TemporaryPass) {
            let message = "Temporary passes have a setting of their own: temporaryPass.";
            errors.push(FieldError::new("allowedMethods", "not_a_factor", message));
        }
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
    pub fn decide_login(&self, holdings: Holdings) -> LoginDecision {
        let Holdings { factor, recovery_codes_left, pass, reset_pending } = holdings;
        match (self.mode, factor) {
            (Mode::Off, _) => LoginDecision::SignIn,
            // Without the code, whoever has the password first would own the account.
            (Mode::Optional | Mode::Required, Factor::NotEnrolled) if reset_pending => {
                LoginDecision::Challenge { methods: BTreeSet::from([Method::TemporaryPass]) }
            }
            (Mode::Optional, Factor::NotEnrolled) => LoginDecision::SignIn,
            (Mode::Required, Factor::NotEnrolled) => LoginDecision::Enroll,
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }) => {
                let mut methods = self.methods(recovery_codes_left);
                methods.extend(pass.then_some(Method::TemporaryPass));
                LoginDecision::Challenge { methods }
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
                Method::TemporaryPass => false,
            })
            .collect()
    }

    /// Decides what a session may do now: a policy that was raised acts at the next request.
    pub fn decide_session(&self, factor: Factor, session: &Session) -> SessionDecision {
        match (self.mode, factor, session.assurance()) {
            (Mode::Required, Factor::NotEnrolled, _) => SessionDecision::EnrollFirst,
            // From while the mode was off: a login would have asked by now.
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }, Assurance::OneFactor) => {
                SessionDecision::StepUpFirst
            }
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }, Assurance::TwoFactors)
            | (Mode::Optional, Factor::NotEnrolled, _)
            | (Mode::Off, _, _) => SessionDecision::Full,
        }
    }

    /// Whether a user who has a factor may be left without any.
    pub fn may_disable(&self) -> bool {
        self.mode != Mode::Required
    }

    /// The passes that open a challenge: reset codes always do.
    pub fn accepted_passes(&self) -> &'static [PassKind] {
        if self.temporary_pass.enabled { PassKind::ALL } else { &[PassKind::Reset] }
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

    fn holding(factor: Factor) -> Holdings {
        Holdings { factor, recovery_codes_left: 10, pass: false, reset_pending: false }
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
            assert_eq!(policy(mode).decide_login(holding(factor)), expected, "{mode:?} {factor:?}");
        }
    }

    #[test]
    fn a2_after_a_reset_the_code_comes_first() {
        let pending = Holdings { reset_pending: true, ..holding(Factor::NotEnrolled) };
        let code = LoginDecision::Challenge { methods: [Method::TemporaryPass].into() };
        assert_eq!(policy(Mode::Off).decide_login(pending), LoginDecision::SignIn);
        assert_eq!(policy(Mode::Optional).decide_login(pending), code);
        assert_eq!(policy(Mode::Required).decide_login(pending), code);
    }

    #[test]
    fn a4_a_pass_stands_beside_the_factor() {
        let holdings = Holdings { pass: true, ..holding(enrolled()) };
        let methods = [Method::Totp, Method::RecoveryCode, Method::TemporaryPass].into();
        assert_eq!(policy(Mode::Optional).decide_login(holdings), LoginDecision::Challenge { methods });
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
            temporary_pass: TemporaryPassRules { enabled: true, max_minutes: 9 },
            ..Policy::default()
        };
        let fields: Vec<String> =
            wrong.validate().unwrap_err().into_iter().map(|error| error.field).collect();
        let expected = [
            "recoveryCodeCount",
            "secretMaxAgeDays",
            "skewSteps",
            "stepUpMaxAgeMinutes",
            "temporaryPass.maxMinutes",
            "allowedMethods",
        ];
        assert_eq!(fields, expected);
    }
}
