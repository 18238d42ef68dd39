//! What the policy decides about a user: each decision carries its obligation.

use std::collections::BTreeSet;

use super::{
    Timestamp,
    acceptance::Lack,
    challenge::Method,
    names::names,
    policy::{Mode, Policy},
    role::RoleName,
    rollout::{self, AfterGrace, Basis, Deadline},
    session::{Assurance, Session},
    user::{Factor, User},
};

/// What a user has to answer a challenge with, beside factors.
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
    Block(Blocked),
}

/// Why somebody with the right password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// The deadline for a factor has passed.
    PastDeadline,
    /// A factor would have to be set up, and the account is frozen.
    Frozen,
    /// Nothing but a mailed code could follow, and the password came by mail, too.
    PasswordByMail,
}

/// What a mailed code has to do with the next login of a user.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailedCode {
    NotAsked,
    Asked,
    /// It would be asked, but proves nothing beside a password that came by mail.
    Worthless,
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

    /// Whether the user has to have a factor, be it that there is some time left.
    pub fn requires_factor(&self, user: &User, now: Timestamp) -> bool {
        self.deadline(user, now).is_some()
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

    /// Whether somebody past that deadline is refused at login.
    pub fn blocks(&self, deadline: &Deadline) -> bool {
        match self.after_grace {
            AfterGrace::EnrollAtLogin => false,
            AfterGrace::Block => deadline.may_block(),
        }
    }

    /// Decides how a login with a right password goes on: mailed codes come before what [`Self::decide_login`] says.
    pub fn decide_first_step(&self, user: &User, holdings: Holdings, now: Timestamp) -> LoginDecision {
        // What leads to an enrollment leads nowhere while the account is frozen.
        let holdings = Holdings { pass: holdings.pass && !user.frozen, ..holdings };
        let by_factor = match self.decide_login(user, holdings, now) {
            LoginDecision::Enroll { .. } if user.frozen => LoginDecision::Block(Blocked::Frozen),
            LoginDecision::Challenge { .. } if user.frozen && self.leads_to_enrollment(user, now) => {
                LoginDecision::Block(Blocked::Frozen)
            }
            by_factor => by_factor,
        };
        let pass = holdings.pass.then_some(Method::TemporaryPass);
        match (by_factor, self.mailed_code(user)) {
            (LoginDecision::SignIn | LoginDecision::Enroll { .. }, MailedCode::Asked) => {
                LoginDecision::Challenge { methods: [Method::Email].into_iter().chain(pass).collect() }
            }
            (LoginDecision::SignIn | LoginDecision::Enroll { .. }, MailedCode::Worthless) => match pass {
                Some(pass) => LoginDecision::Challenge { methods: BTreeSet::from([pass]) },
                None => LoginDecision::Block(Blocked::PasswordByMail),
            },
            (by_factor, MailedCode::NotAsked | MailedCode::Asked | MailedCode::Worthless) => by_factor,
        }
    }

    /// Whether a challenge is followed by an enrollment.
    fn leads_to_enrollment(&self, user: &User, now: Timestamp) -> bool {
        !user.factor.is_enrolled() || matches!(self.lack(user, now), Lack::Enroll { .. } | Lack::Refused)
    }

    /// Whether a login asks the user for a mailed code. It stands for no factor, and is superseded by any.
    pub fn mailed_code(&self, user: &User) -> MailedCode {
        let turned_on = user.email_codes && user.email_verified && self.offers_mailed_codes(user);
        if !turned_on || user.factor.is_enrolled() {
            MailedCode::NotAsked
        } else if user.password_by_mail {
            MailedCode::Worthless
        } else {
            MailedCode::Asked
        }
    }

    /// Whether the user may turn mailed codes on.
    pub fn offers_mailed_codes(&self, user: &User) -> bool {
        self.mode != Mode::Off && self.allowed_methods.contains(&Method::Email) && !user.is_administrator()
    }

    /// Decides what a login asks for by the user's factor, or for want of one.
    pub fn decide_login(&self, user: &User, holdings: Holdings, now: Timestamp) -> LoginDecision {
        let Holdings { recovery_codes_left, pass } = holdings;
        match (self.mode, user.factor) {
            (Mode::Off, _) => LoginDecision::SignIn,
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }) => {
                let pass = pass.then_some(Method::TemporaryPass);
                match (self.lack(user, now), pass) {
                    (Lack::Refused, None) => LoginDecision::Block(Blocked::PastDeadline),
                    (Lack::Refused, Some(pass)) => {
                        LoginDecision::Challenge { methods: BTreeSet::from([pass]) }
                    }
                    (Lack::None | Lack::Tolerated | Lack::Enroll { .. }, pass) => {
                        let mut methods = self.methods(user, recovery_codes_left, now);
                        methods.extend(pass);
                        LoginDecision::Challenge { methods }
                    }
                }
            }
            // Without the code, whoever has the password first would own the account.
            (Mode::Optional | Mode::Required, Factor::NotEnrolled) if user.reset_pending => {
                LoginDecision::Challenge { methods: BTreeSet::from([Method::TemporaryPass]) }
            }
            (Mode::Optional | Mode::Required, Factor::NotEnrolled) => match self.lack(user, now) {
                Lack::Refused if pass => {
                    LoginDecision::Challenge { methods: BTreeSet::from([Method::TemporaryPass]) }
                }
                Lack::Refused => LoginDecision::Block(Blocked::PastDeadline),
                Lack::Enroll { deadline } => LoginDecision::Enroll { deadline },
                Lack::Tolerated | Lack::None => LoginDecision::SignIn,
            },
        }
    }

    /// What a login does with the user, in a word.
    pub fn standing(&self, user: &User, holdings: Holdings, now: Timestamp) -> Standing {
        match self.decide_login(user, holdings, now) {
            LoginDecision::SignIn if self.mode == Mode::Off => Standing::Exempt,
            LoginDecision::SignIn => Standing::Notice,
            LoginDecision::Challenge { .. } if user.factor.is_enrolled() => match self.lack(user, now) {
                Lack::None => Standing::Ready,
                Lack::Tolerated => Standing::Notice,
                Lack::Enroll { .. } | Lack::Refused => Standing::MustEnroll,
            },
            LoginDecision::Challenge { .. } | LoginDecision::Enroll { .. } => Standing::MustEnroll,
            LoginDecision::Block(_) => Standing::Blocked,
        }
    }

    /// Decides what a session may do now: a policy that was raised acts at the next request.
    ///
    /// `device_trusted`: the session rests on a trusted device, and its browser is trusted still.
    pub fn decide_session(
        &self,
        user: &User,
        session: &Session,
        device_trusted: bool,
        now: Timestamp,
    ) -> SessionDecision {
        let proven = match (self.mode, user.factor, session.assurance()) {
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }, Assurance::OneFactor) => {
                device_trusted
            }
            (Mode::Optional | Mode::Required, Factor::Enrolled { .. }, Assurance::TwoFactors)
            | (Mode::Optional | Mode::Required, Factor::NotEnrolled, _)
            | (Mode::Off, _, _) => true,
        };
        match self.lack(user, now) {
            Lack::Refused => SessionDecision::Blocked,
            // From while the mode was off, or the device trusted: a login would have asked by now.
            Lack::None | Lack::Tolerated | Lack::Enroll { .. } if !proven => SessionDecision::StepUpFirst,
            Lack::Enroll { .. } => SessionDecision::EnrollFirst,
            Lack::None | Lack::Tolerated => SessionDecision::Full,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{
        super::rollout::{Phase, Target},
        *,
    };

    fn at(day: i64) -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::days(day)
    }

    fn enrolled() -> User {
        User::example(Factor::Enrolled { since: at(0), oldest_secret_at: Some(at(0)), passkey: false })
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
        assert_eq!(decide(&blocking, 8), LoginDecision::Block(Blocked::PastDeadline));
        let pass = LoginDecision::Challenge { methods: [Method::TemporaryPass].into() };
        let holdings = Holdings { pass: true, ..HOLDINGS };
        assert_eq!(blocking.decide_login(&without(), holdings, at(8)), pass);
        let extended = User { extended_to: Some(at(20)), ..without() };
        assert_eq!(blocking.decide_login(&extended, HOLDINGS, at(19)), LoginDecision::SignIn);
        assert_eq!(
            blocking.decide_login(&extended, HOLDINGS, at(20)),
            LoginDecision::Block(Blocked::PastDeadline)
        );
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
    fn e10_a_mailed_code_comes_before_the_rest() {
        let on = User { email_codes: true, email_verified: true, ..without() };
        let step = |user: &User, mode, pass| {
            policy(mode).decide_first_step(user, Holdings { pass, ..HOLDINGS }, at(0))
        };
        let challenge =
            |methods: &[Method]| LoginDecision::Challenge { methods: methods.iter().copied().collect() };
        for mode in [Mode::Optional, Mode::Required] {
            assert_eq!(step(&on, mode, false), challenge(&[Method::Email]));
            assert_eq!(step(&on, mode, true), challenge(&[Method::Email, Method::TemporaryPass]));
            let by_mail = User { password_by_mail: true, ..on.clone() };
            assert_eq!(step(&by_mail, mode, false), LoginDecision::Block(Blocked::PasswordByMail));
            assert_eq!(step(&by_mail, mode, true), challenge(&[Method::TemporaryPass]));
        }
        assert_eq!(step(&on, Mode::Off, false), LoginDecision::SignIn);
        let pending = User { reset_pending: true, ..on.clone() };
        assert_eq!(step(&pending, Mode::Optional, false), challenge(&[Method::TemporaryPass]));
        let unproven = User { email_verified: false, ..on.clone() };
        assert_eq!(step(&unproven, Mode::Optional, false), LoginDecision::SignIn);
        let superseded = User { factor: enrolled().factor, ..on };
        let expected = challenge(&[Method::Totp, Method::RecoveryCode]);
        assert_eq!(step(&superseded, Mode::Optional, false), expected);
    }

    #[test]
    fn a_frozen_account_is_led_to_no_enrollment() {
        let holdings = Holdings { pass: true, ..HOLDINGS };
        let step = |user: User, mode| {
            policy(mode).decide_first_step(&User { frozen: true, ..user }, holdings, at(0))
        };
        let frozen = LoginDecision::Block(Blocked::Frozen);
        let methods = BTreeSet::from([Method::Totp, Method::RecoveryCode]);
        assert_eq!(step(enrolled(), Mode::Required), LoginDecision::Challenge { methods });
        assert_eq!(step(without(), Mode::Required), frozen);
        assert_eq!(step(without(), Mode::Optional), LoginDecision::SignIn);
        assert_eq!(step(User { reset_pending: true, ..without() }, Mode::Optional), frozen);
    }

    #[test]
    fn a_method_that_cannot_succeed_is_not_offered() {
        assert_eq!(policy(Mode::Optional).methods(&enrolled(), 0, at(0)), BTreeSet::from([Method::Totp]));
        let only_totp = Policy { allowed_methods: [Method::Totp].into(), ..Policy::default() };
        assert_eq!(only_totp.methods(&enrolled(), 10, at(0)), BTreeSet::from([Method::Totp]));
    }
}
