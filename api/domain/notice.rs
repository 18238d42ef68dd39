//! Notices: what the SPA tells a signed-in user about their second factor.

use super::{
    Timestamp,
    authenticator::FactorState,
    policy::{Mode, Policy},
    recovery_code,
    user::User,
};

/// One banner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody said that it was not them.
    AccountFrozen,
    /// Whether a factor is required already, or will be.
    SetUpTwoFactor {
        required: bool,
        deadline: Option<Timestamp>,
    },
    /// The policy does not take the factor that there is; whether a passkey is to take its place.
    SetUpOtherFactor {
        passkey: bool,
        deadline: Option<Timestamp>,
    },
    RenewAuthenticator {
        due: Timestamp,
    },
    RecoveryCodesLow {
        remaining: i64,
    },
}

/// The notices of a user, most pressing first.
pub fn notices(policy: &Policy, user: &User, recovery_codes_left: i64, now: Timestamp) -> Vec<Notice> {
    let frozen = user.frozen.then_some(Notice::AccountFrozen).into_iter();
    frozen.chain(of_factor(policy, user, recovery_codes_left, now)).collect()
}

fn of_factor(policy: &Policy, user: &User, recovery_codes_left: i64, now: Timestamp) -> Vec<Notice> {
    if policy.mode == Mode::Off {
        return Vec::new();
    }
    let deadline = || policy.deadline(user, now).and_then(|deadline| deadline.at);
    if !user.factor.is_enrolled() {
        let required = policy.requires_factor(user, now);
        let deadline = if required { deadline() } else { policy.coming_deadline(user, now) };
        return vec![Notice::SetUpTwoFactor { required, deadline }];
    }
    let other = (!policy.is_satisfied_by(user, now))
        .then(|| Notice::SetUpOtherFactor { passkey: policy.allows_passkeys(), deadline: deadline() });
    let expired = FactorState::of(user.factor, policy, now) == FactorState::Expired;
    let oldest_secret_at = user.factor.oldest_secret_at();
    let renew = oldest_secret_at.and_then(|confirmed_at| policy.renew_by(confirmed_at)).filter(|_| expired);
    let low = policy.allows_recovery_codes() && recovery_codes_left <= recovery_code::FEW_LEFT;
    let low = low.then_some(Notice::RecoveryCodesLow { remaining: recovery_codes_left });
    let renew = renew.map(|due| Notice::RenewAuthenticator { due });
    [other, renew, low].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::{
        challenge::Method,
        rollout::{self, NewUsers, Phase, Target},
        user::Factor,
    };

    #[test]
    fn notices_by_policy_and_factor() {
        let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let enrolled = Factor::Enrolled { since: at, oldest_secret_at: Some(at), passkey: false };
        let (policy, day) = (Policy::default(), TimeDelta::days(1));
        let (enrolled, without) = (User::example(enrolled), User::example(Factor::NotEnrolled));
        let set_up = |required, deadline| [Notice::SetUpTwoFactor { required, deadline }];
        assert_eq!(notices(&policy, &without, 0, at), set_up(false, None));
        let phase = Phase { target: Target::Everyone, starts_at: at + day, grace_days: 7 };
        let announced = Policy { mode: Mode::Required, phases: vec![phase], ..policy.clone() };
        assert_eq!(notices(&announced, &without, 0, at), set_up(false, Some(at + day * 8)));
        let extended = User { extended_to: Some(at + day * 9), ..without.clone() };
        assert_eq!(notices(&announced, &extended, 0, at), set_up(false, Some(at + day * 9)));
        assert_eq!(notices(&announced, &without, 0, at + day), set_up(true, Some(at + day * 8)));
        // The strictest of those to come, and what an earlier policy gave, as the deadline will be.
        let phase = |starts: i32, grace_days| Phase {
            target: Target::Everyone,
            starts_at: at + day * starts,
            grace_days,
        };
        let several = Policy { phases: vec![phase(10, 90), phase(12, 7)], ..announced.clone() };
        assert_eq!(notices(&several, &without, 0, at), set_up(false, Some(at + day * 19)));
        let mut past_phases = Vec::new();
        rollout::add_past(&mut past_phases, &phase(1, 7), NewUsers::Grace, at + day * 5);
        let begun_anew = Policy { phases: vec![phase(20, 7)], past_phases, ..announced.clone() };
        assert_eq!(notices(&begun_anew, &without, 0, at + day * 6), set_up(false, Some(at + day * 20)));
        assert_eq!(notices(&Policy { mode: Mode::Off, ..policy.clone() }, &without, 0, at), []);
        assert_eq!(notices(&policy, &enrolled, 4, at), []);
        assert_eq!(notices(&policy, &enrolled, 3, at), [Notice::RecoveryCodesLow { remaining: 3 }]);
        let frozen = User { frozen: true, ..enrolled.clone() };
        let off = Policy { mode: Mode::Off, ..policy.clone() };
        assert_eq!(notices(&off, &frozen, 10, at), [Notice::AccountFrozen]);
        let due = at + TimeDelta::days(180);
        assert_eq!(notices(&policy, &enrolled, 10, due + day), [Notice::RenewAuthenticator { due }]);
    }

    #[test]
    fn a_factor_that_does_not_count_is_to_be_replaced() {
        let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let authenticator =
            User::example(Factor::Enrolled { since: at, oldest_secret_at: Some(at), passkey: false });
        let passkey = User::example(Factor::Enrolled { since: at, oldest_secret_at: None, passkey: true });
        let only = |method| Policy { allowed_methods: [method].into(), ..Policy::default() };
        let other = |passkey| [Notice::SetUpOtherFactor { passkey, deadline: None }];
        assert_eq!(notices(&only(Method::Passkey), &authenticator, 10, at), other(true));
        assert_eq!(notices(&only(Method::Totp), &passkey, 10, at), other(false));
        assert_eq!(
            notices(&only(Method::Totp), &authenticator, 0, at),
            [],
            "no recovery codes are to be had"
        );
        let extended = User { extended_to: Some(at), ..User::example(Factor::NotEnrolled) };
        let required = Policy { mode: Mode::Required, ..Policy::default() };
        let set_up = Notice::SetUpTwoFactor { required: true, deadline: Some(at) };
        assert_eq!(notices(&required, &extended, 0, at), [set_up]);
    }
}
