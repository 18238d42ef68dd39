//! Which factors the policy takes from a user, and what follows where they hold none of those.

use std::collections::BTreeSet;

use super::{
    Timestamp,
    challenge::Method,
    policy::{Mode, Policy},
    rejection::Rejection,
    user::User,
};

/// What somebody who holds no factor that the policy takes has to expect.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// They hold one, or nobody is asked for any.
    None,
    /// There is no deadline, or it is ahead.
    Tolerated,
    /// It has passed: they set one up, and do nothing before.
    Enroll { deadline: Option<Timestamp> },
    /// It has passed, and they are refused.
    Refused,
}

impl Policy {
    /// Whether nothing but a passkey is a factor for the user: one is required of them, and they have a role for which the
    /// policy says so.
    pub fn demands_passkey(&self, user: &User, now: Timestamp) -> bool {
        self.is_passkey_only(user) && self.requires_factor(user, now)
    }

    fn is_passkey_only(&self, user: &User) -> bool {
        user.roles.keys().any(|role| self.passkey_only.contains(role))
    }

    /// Whether the user may set up a factor of this kind.
    pub fn offers(&self, factor: Method, user: &User, now: Timestamp) -> bool {
        self.allowed_methods.contains(&factor)
            && (factor == Method::Passkey || !self.demands_passkey(user, now))
    }

    /// The kinds of factor that the user may set up.
    pub fn offered(&self, user: &User, now: Timestamp) -> BTreeSet<Method> {
        [Method::Totp, Method::Passkey].into_iter().filter(|factor| self.offers(*factor, user, now)).collect()
    }

    /// Whether the user holds a factor that the policy takes from them.
    pub fn is_satisfied_by(&self, user: &User, now: Timestamp) -> bool {
        user.factor.kinds().into_iter().any(|kind| self.offers(kind, user, now))
    }

    /// The same, whatever phases have begun by then.
    pub fn stays_satisfied_by(&self, user: &User) -> bool {
        let kinds = user.factor.kinds();
        let taken = |kind| kinds.contains(&kind) && self.allowed_methods.contains(&kind);
        taken(Method::Passkey) || (taken(Method::Totp) && !self.is_passkey_only(user))
    }

    /// Whether an administrator could sign in and let the others in, whatever phases have begun by then, and also where a provider is
    /// away or lets in nobody.
    pub fn relies_on(&self, administrator: &User) -> bool {
        // Somebody whose account is frozen sets nothing up.
        let may_be_refused = self.may_block() || (self.mode == Mode::Required && administrator.frozen);
        administrator.has_password
            && !administrator.reset_pending
            && (!may_be_refused || self.stays_satisfied_by(administrator))
    }

    /// What a lack of such a factor means for the user now.
    pub fn lack(&self, user: &User, now: Timestamp) -> Lack {
        if self.mode == Mode::Off || self.is_satisfied_by(user, now) {
            return Lack::None;
        }
        match self.deadline(user, now) {
            Some(due) if due.has_passed(now) && self.blocks(&due) => Lack::Refused,
            Some(due) if due.has_passed(now) => Lack::Enroll { deadline: due.at },
            Some(_) | None => Lack::Tolerated,
        }
    }

    /// Errors: without `last`, the last factor of a kind, the user would hold none, or none that counts where one is required.
    pub fn admit_removal(&self, user: &User, last: Option<Method>, now: Timestamp) -> Result<(), Rejection> {
        let mut left = user.factor.kinds();
        left.retain(|kind| Some(*kind) != last);
        let required = self.requires_factor(user, now);
        let counts = left.iter().any(|kind| self.offers(*kind, user, now));
        match (left.is_empty(), required) {
            (true, false) => Err(Rejection::LastFactor),
            (true, true) => Err(Rejection::RequiredByPolicy),
            (false, true) if !counts && self.is_satisfied_by(user, now) => Err(Rejection::RequiredByPolicy),
            (false, _) => Ok(()),
        }
    }

    /// The methods by which the user can prove what they hold. A factor that the policy does not take goes on where there is
    /// no other: a password alone must never be enough to set up the next one.
    pub fn methods(&self, user: &User, recovery_codes_left: i64, now: Timestamp) -> BTreeSet<Method> {
        let held = user.factor.kinds();
        let taken: BTreeSet<Method> =
            held.iter().copied().filter(|kind| self.offers(*kind, user, now)).collect();
        let mut methods = if taken.is_empty() { held } else { taken };
        if !methods.is_empty() && recovery_codes_left > 0 && self.allows_recovery_codes() {
            methods.insert(Method::RecoveryCode);
        }
        methods
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::{
        decision::{Blocked, Holdings, LoginDecision, SessionDecision, Standing},
        role::BuiltInRole,
        rollout::{AfterGrace, Phase, Target},
        session::{Client, FirstStep, Proof, SecondStep, Session},
        user::Factor,
    };

    fn at(day: i64) -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::days(day)
    }

    fn holder(authenticator: bool, passkey: bool) -> User {
        let oldest_secret_at = authenticator.then(|| at(0));
        let user = User::example(Factor::Enrolled { since: at(0), oldest_secret_at, passkey });
        User { roles: [(BuiltInRole::Manager.into(), at(0))].into(), ..user }
    }

    /// Managers need a passkey within seven days from the first on.
    fn passkeys_for_managers(after_grace: AfterGrace) -> Policy {
        let phase = Phase { target: Target::Everyone, starts_at: at(1), grace_days: 7 };
        let passkey_only = [BuiltInRole::Manager.into()].into();
        Policy { mode: Mode::Required, phases: vec![phase], after_grace, passkey_only, ..Policy::default() }
    }

    const HOLDINGS: Holdings = Holdings { recovery_codes_left: 0, pass: false };

    fn challenge<const N: usize>(methods: [Method; N]) -> LoginDecision {
        LoginDecision::Challenge { methods: methods.into() }
    }

    #[test]
    fn an_authenticator_lets_in_until_a_passkey_is_due_and_leads_to_one_then() {
        let (policy, user) = (passkeys_for_managers(AfterGrace::EnrollAtLogin), holder(true, false));
        let login = |day| policy.decide_login(&user, HOLDINGS, at(day));
        for day in [0, 3, 8] {
            assert_eq!(login(day), challenge([Method::Totp]), "day {day}: never the password alone");
        }
        let standing = |day| policy.standing(&user, HOLDINGS, at(day));
        assert_eq!([0, 3, 8].map(standing), [Standing::Ready, Standing::Notice, Standing::MustEnroll]);
        assert_eq!(policy.lack(&user, at(8)), Lack::Enroll { deadline: Some(at(8)) });
        assert_eq!(policy.offered(&user, at(0)), [Method::Totp, Method::Passkey].into());
        assert_eq!(policy.offered(&user, at(3)), [Method::Passkey].into());
    }

    #[test]
    fn an_authenticator_is_refused_where_the_deadline_blocks() {
        let (policy, user) = (passkeys_for_managers(AfterGrace::Block), holder(true, false));
        let login = |pass| policy.decide_login(&user, Holdings { pass, ..HOLDINGS }, at(8));
        assert_eq!(login(false), LoginDecision::Block(Blocked::PastDeadline));
        assert_eq!(login(true), challenge([Method::TemporaryPass]));
    }

    #[test]
    fn beside_a_passkey_an_authenticator_counts_for_nothing_where_one_is_demanded() {
        let (policy, user) = (passkeys_for_managers(AfterGrace::Block), holder(true, true));
        assert_eq!(policy.decide_login(&user, HOLDINGS, at(0)), challenge([Method::Totp, Method::Passkey]));
        assert_eq!(policy.decide_login(&user, HOLDINGS, at(3)), challenge([Method::Passkey]));
        let others = Policy { passkey_only: BTreeSet::new(), ..policy };
        assert_eq!(others.decide_login(&user, HOLDINGS, at(8)), challenge([Method::Totp, Method::Passkey]));
    }

    #[test]
    fn a_factor_that_is_no_longer_allowed_proves_who_sets_up_the_next() {
        let allowed_methods = BTreeSet::from([Method::Totp, Method::RecoveryCode]);
        let policy = Policy { mode: Mode::Required, allowed_methods, ..Policy::default() };
        let user = holder(false, true);
        assert_eq!(policy.decide_login(&user, HOLDINGS, at(0)), challenge([Method::Passkey]));
        assert_eq!(policy.lack(&user, at(0)), Lack::Enroll { deadline: None });
        let optional = Policy { mode: Mode::Optional, ..policy };
        assert_eq!(optional.lack(&user, at(0)), Lack::Tolerated);
    }

    #[test]
    fn a_session_with_the_wrong_factor_may_only_enroll_once_it_is_due() {
        let (policy, user) = (passkeys_for_managers(AfterGrace::EnrollAtLogin), holder(true, false));
        let decide = |second_step, day| {
            let proof = Proof { first_step: FirstStep::Local, authenticated_at: at(day), second_step };
            let id = crate::domain::id::SessionId(uuid::Uuid::nil());
            let session = Session::begin(id, &user, proof, false, Client::default(), at(day));
            policy.decide_session(&user, &session, false, at(day))
        };
        let by_code = |day| decide(SecondStep::Factor(Method::Totp, at(day)), day);
        assert_eq!(by_code(3), SessionDecision::Full);
        assert_eq!(by_code(8), SessionDecision::EnrollFirst);
        assert_eq!(decide(SecondStep::None, 8), SessionDecision::StepUpFirst);
    }

    #[test]
    fn nobody_takes_away_what_the_policy_asks_of_them() {
        let (both, totp, passkey) = (holder(true, true), holder(true, false), holder(false, true));
        let required = Policy { mode: Mode::Required, ..Policy::default() };
        let demanding = Policy { phases: Vec::new(), ..passkeys_for_managers(AfterGrace::Block) };
        let removal = |policy: &Policy, user: &User, last| policy.admit_removal(user, last, at(0));
        for (policy, user, last, expected) in [
            (Policy::default(), &totp, Some(Method::Totp), Err(Rejection::LastFactor)),
            (required.clone(), &totp, Some(Method::Totp), Err(Rejection::RequiredByPolicy)),
            (required.clone(), &both, Some(Method::Totp), Ok(())),
            (required.clone(), &both, Some(Method::Passkey), Ok(())),
            (required, &totp, None, Ok(())),
            (demanding.clone(), &both, Some(Method::Totp), Ok(())),
            (demanding.clone(), &both, Some(Method::Passkey), Err(Rejection::RequiredByPolicy)),
            (Policy { mode: Mode::Optional, ..demanding.clone() }, &both, Some(Method::Passkey), Ok(())),
            (demanding.clone(), &totp, None, Ok(())),
            (demanding, &passkey, None, Ok(())),
        ] {
            assert_eq!(
                removal(&policy, user, last),
                expected,
                "{last:?} of {:?} under {policy:?}",
                user.factor
            );
        }
    }

    #[test]
    fn a_factor_stays_good_where_no_later_phase_could_ask_for_another() {
        let policy = passkeys_for_managers(AfterGrace::Block);
        let of_others = Policy { passkey_only: BTreeSet::new(), ..policy.clone() };
        let only = |method| Policy { allowed_methods: BTreeSet::from([method]), ..of_others.clone() };
        let stays = |policy: &Policy| {
            [(true, false), (false, true), (true, true), (false, false)]
                .map(|(authenticator, passkey)| policy.stays_satisfied_by(&holder(authenticator, passkey)))
        };
        assert_eq!(stays(&policy), [false, true, true, false]);
        assert_eq!(stays(&of_others), [true, true, true, false]);
        assert_eq!(stays(&only(Method::Totp)), [true, false, true, false]);
        assert_eq!(stays(&only(Method::Passkey)), [false, true, true, false]);
    }

    #[test]
    fn a_recovery_code_stands_in_for_a_factor_that_there_is() {
        let allowed_methods = BTreeSet::from([Method::Totp, Method::RecoveryCode]);
        let policy = Policy { allowed_methods, ..Policy::default() };
        let methods = |user: &User, left| policy.methods(user, left, at(0));
        assert_eq!(methods(&holder(true, false), 1), [Method::Totp, Method::RecoveryCode].into());
        assert_eq!(methods(&holder(true, false), 0), [Method::Totp].into());
        assert_eq!(methods(&User::example(Factor::NotEnrolled), 1), [].into());
        let without = Policy { allowed_methods: [Method::Totp].into(), ..policy.clone() };
        assert_eq!(without.methods(&holder(true, false), 1, at(0)), [Method::Totp].into());
    }
}
