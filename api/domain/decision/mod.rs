//! What the policy decides about a user: each decision carries its obligation.

use std::collections::BTreeSet;

use super::{
    Timestamp,
    acceptance::Lack,
    challenge::Method,
    names::names,
    policy::{Mode, Policy},
    rejection::Rejection,
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

impl From<Blocked> for Rejection {
    fn from(why: Blocked) -> Self {
        match why {
            Blocked::PastDeadline => Self::BlockedPastDeadline,
            Blocked::Frozen => Self::AccountFrozen,
            Blocked::PasswordByMail => Self::BlockedAfterMailedPassword,
        }
    }
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

    /// By when the user will have to have a factor, once the phases have begun that are still to come.
    pub fn coming_deadline(&self, user: &User, now: Timestamp) -> Option<Timestamp> {
        let phases = if self.mode == Mode::Required { self.phases.as_slice() } else { &[] };
        let (next, last) = rollout::coming(phases, user, now)?;
        self.deadline(user, last.starts_at)?.at.map(|at| at.max(next.starts_at))
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

    /// Decides how an activation goes on: as a login does, but where a factor is required at once, somebody who comes for the first
    /// time sets one up.
    pub fn decide_activation(&self, user: &User, holdings: Holdings, now: Timestamp) -> LoginDecision {
        let at_once = self.deadline(user, now).is_some_and(|deadline| deadline.basis == Basis::AtOnce);
        match self.decide_first_step(user, holdings, now) {
            LoginDecision::Block(Blocked::PastDeadline) if at_once => {
                LoginDecision::Enroll { deadline: None }
            }
            decision => decision,
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
mod tests;
