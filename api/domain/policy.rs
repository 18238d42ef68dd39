//! The organization's policy and what it decides: each decision carries its obligation.

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
    rollout::{self, AfterGrace, Basis, Deadline, NewUsers, PastPhase, Phase, Target},
    session::{Assurance, Session},
    totp::{Algorithm, LENGTHS, Parameters},
    user::{Factor, User},
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
            allowed_methods: BTreeSet::from([Method::Totp, Method::RecoveryCode]),
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

/// What a user has to answer a challenge with, beside authenticators.
#[derive(Clone, Copy, Debug)]
pub struct Holdings {
    pub recovery_codes_left: i64,
    /// Whether a pass was issued that is not used yet.
    pub pass: bool,
}

/// What follows a right password.
#[must_use]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoginDecision {
    SignIn,
    Challenge { methods: BTreeSet<Method> },
    Enroll { deadline: Option<Timestamp> },
    Block,
}

names! {
    /// What a login does with somebody who knows their password: it asks for the second factor (ready), tells them to set
    /// one up (notice) or makes them do so, refuses them, or asks nobody (exempt).
    Standing {
        Ready = "ready",
        Notice = "notice",
        MustEnroll = "mustEnroll",
        Blocked = "blocked",
        Exempt = "exempt",
    }
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
    /// Nothing at all, before an administrator helps.
    Blocked,
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
        if !self.allowed_methods.contains(&Method::Totp) {
            errors.push(FieldError::new(
                "allowedMethods",
                "factor_missing",
                "At least one factor that users can enroll: totp.",
            ));
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

    /// By when the user has to have a factor; none while nothing requires one of them.
    pub fn deadline(&self, user: &User, now: Timestamp) -> Option<Deadline> {
        match self.mode {
            Mode::Off | Mode::Optional => None,
            Mode::Required if self.phases.is_empty() => Some(match user.extended_to {
                Some(at) => Deadline { at: Some(at), basis: Basis::Extended },
                None => Deadline { at: None, basis: Basis::AtOnce },
            }),
            Mode::Required => rollout::deadline(&self.phases, &self.past_phases, self.new_users, user, now),
        }
    }

    /// Whether somebody may be refused at login, sooner or later.
    pub fn may_block(&self) -> bool {
        self.mode == Mode::Required && self.after_grace == AfterGrace::Block
    }

    /// Whether somebody who had this role in that time got a deadline by it.
    pub fn gave_deadline(&self, role: &RoleName, from: Timestamp, until: Timestamp) -> bool {
        let in_force = if self.mode == Mode::Required { self.phases.as_slice() } else { &[] };
        rollout::gave_deadline(in_force, &self.past_phases, role, from, until)
    }

    /// Whether a phase is for those who have this role.
    pub fn names_role(&self, role: &RoleName) -> bool {
        self.phases.iter().any(|phase| phase.target == Target::Role(role.clone()))
    }

    /// Whether somebody past that deadline is refused at login.
    pub fn blocks(&self, deadline: &Deadline) -> bool {
        match self.after_grace {
            AfterGrace::EnrollAtLogin => false,
            AfterGrace::Block => deadline.may_block(),
        }
    }

    /// Decides how a login with a right password goes on.
    pub fn decide_login(&self, user: &User, holdings: Holdings, now: Timestamp) -> LoginDecision {
        let Holdings { recovery_codes_left, pass } = holdings;
        match (self.mode, user.factor) {
            (Mode::Off, _) => LoginDecision::SignIn,
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }) => {
                let mut methods = self.methods(recovery_codes_left);
                methods.extend(pass.then_some(Method::TemporaryPass));
                LoginDecision::Challenge { methods }
            }
            // Without the code, whoever has the password first would own the account.
            (Mode::Optional | Mode::Required, Factor::NotEnrolled) if user.reset_pending => {
                LoginDecision::Challenge { methods: BTreeSet::from([Method::TemporaryPass]) }
            }
            (Mode::Optional | Mode::Required, Factor::NotEnrolled) => match self.deadline(user, now) {
                Some(due) if due.has_passed(now) && self.blocks(&due) && pass => {
                    LoginDecision::Challenge { methods: BTreeSet::from([Method::TemporaryPass]) }
                }
                Some(due) if due.has_passed(now) && self.blocks(&due) => LoginDecision::Block,
                Some(due) if due.has_passed(now) => LoginDecision::Enroll { deadline: due.at },
                Some(_) | None => LoginDecision::SignIn,
            },
        }
    }

    /// What a login does with the user, in a word.
    pub fn standing(&self, user: &User, holdings: Holdings, now: Timestamp) -> Standing {
        match self.decide_login(user, holdings, now) {
            LoginDecision::SignIn if self.mode == Mode::Off => Standing::Exempt,
            LoginDecision::SignIn => Standing::Notice,
            LoginDecision::Challenge { .. } if user.factor.is_enrolled() => Standing::Ready,
            LoginDecision::Challenge { .. } | LoginDecision::Enroll { .. } => Standing::MustEnroll,
            LoginDecision::Block => Standing::Blocked,
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
    pub fn decide_session(&self, user: &User, session: &Session, now: Timestamp) -> SessionDecision {
        match (self.mode, user.factor, session.assurance()) {
            (Mode::Required, Factor::NotEnrolled, _) => match self.deadline(user, now) {
                Some(due) if due.has_passed(now) && self.blocks(&due) => SessionDecision::Blocked,
                Some(due) if due.has_passed(now) => SessionDecision::EnrollFirst,
                Some(_) | None => SessionDecision::Full,
            },
            // From while the mode was off: a login would have asked by now.
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }, Assurance::OneFactor) => {
                SessionDecision::StepUpFirst
            }
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }, Assurance::TwoFactors)
            | (Mode::Optional, Factor::NotEnrolled, _)
            | (Mode::Off, _, _) => SessionDecision::Full,
        }
    }

    /// Whether the user has to have a factor, be it that there is some time left.
    pub fn requires_factor(&self, user: &User, now: Timestamp) -> bool {
        self.deadline(user, now).is_some()
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

    /// In characters (NIST SP 800-63B-4, section 3.1.1.2). During a roll-out some passwords still stand alone.
    pub fn shortest_password(&self) -> usize {
        if self.mode == Mode::Required && self.phases.is_empty() { 8 } else { 15 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::days(day)
    }

    fn enrolled() -> User {
        User::example(Factor::Enrolled { since: at(0), oldest_secret_at: at(0) })
    }

    fn without() -> User {
        User::example(Factor::NotEnrolled)
    }

    fn policy(mode: Mode) -> Policy {
        Policy { mode, ..Policy::default() }
    }

    const HOLDINGS: Holdings = Holdings { recovery_codes_left: 10, pass: false };

    #[test]
    fn o1_login_by_mode_and_factor() {
        let challenge = LoginDecision::Challenge { methods: [Method::Totp, Method::RecoveryCode].into() };
        let table = [
            (Mode::Off, without(), LoginDecision::SignIn),
            (Mode::Off, enrolled(), LoginDecision::SignIn),
            (Mode::Optional, without(), LoginDecision::SignIn),
            (Mode::Optional, enrolled(), challenge.clone()),
            (Mode::Required, without(), LoginDecision::Enroll { deadline: None }),
            (Mode::Required, enrolled(), challenge),
        ];
        for (mode, user, expected) in table {
            assert_eq!(policy(mode).decide_login(&user, HOLDINGS, at(0)), expected, "{mode:?} {user:?}");
        }
    }

    #[test]
    fn o3_before_and_after_the_deadline() {
        let phase = Phase { target: Target::Everyone, starts_at: at(1), grace_days: 7 };
        let guided = Policy { phases: vec![phase], ..policy(Mode::Required) };
        let blocking = Policy { after_grace: AfterGrace::Block, ..guided.clone() };
        let decide = |policy: &Policy, day| policy.decide_login(&without(), HOLDINGS, at(day));
        for policy in [&guided, &blocking] {
            assert_eq!(decide(policy, 0), LoginDecision::SignIn, "not begun");
            assert_eq!(decide(policy, 7), LoginDecision::SignIn, "grace");
        }
        assert_eq!(decide(&guided, 8), LoginDecision::Enroll { deadline: Some(at(8)) });
        assert_eq!(decide(&blocking, 8), LoginDecision::Block);
        let pass = LoginDecision::Challenge { methods: [Method::TemporaryPass].into() };
        let holdings = Holdings { pass: true, ..HOLDINGS };
        assert_eq!(blocking.decide_login(&without(), holdings, at(8)), pass);
        let extended = User { extended_to: Some(at(20)), ..without() };
        assert_eq!(blocking.decide_login(&extended, HOLDINGS, at(19)), LoginDecision::SignIn);
        assert_eq!(blocking.decide_login(&extended, HOLDINGS, at(20)), LoginDecision::Block);
    }

    #[test]
    fn a2_after_a_reset_the_code_comes_first() {
        let pending = User { reset_pending: true, ..without() };
        let code = LoginDecision::Challenge { methods: BTreeSet::from([Method::TemporaryPass]) };
        let decide = |mode| policy(mode).decide_login(&pending, HOLDINGS, at(0));
        assert_eq!(decide(Mode::Off), LoginDecision::SignIn);
        assert_eq!(decide(Mode::Optional), code);
        assert_eq!(decide(Mode::Required), code);
    }

    #[test]
    fn a4_a_pass_stands_beside_the_factor() {
        let holdings = Holdings { pass: true, ..HOLDINGS };
        let methods = [Method::Totp, Method::RecoveryCode, Method::TemporaryPass].into();
        let decided = policy(Mode::Optional).decide_login(&enrolled(), holdings, at(0));
        assert_eq!(decided, LoginDecision::Challenge { methods });
    }

    #[test]
    fn a_method_that_cannot_succeed_is_not_offered() {
        assert_eq!(policy(Mode::Optional).methods(0), BTreeSet::from([Method::Totp]));
        let only_totp = Policy { allowed_methods: [Method::Totp].into(), ..Policy::default() };
        assert_eq!(only_totp.methods(10), BTreeSet::from([Method::Totp]));
    }

    #[test]
    fn changed_members_are_named() {
        let old = Policy { past_phases: Vec::new(), ..Policy::default() };
        let new = Policy { mode: Mode::Required, digits: 8, ..old.clone() };
        assert_eq!(new.members_changed_from(&old).unwrap(), ["digits", "mode"]);
        assert_eq!(old.members_changed_from(&old).unwrap(), [""; 0]);
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
