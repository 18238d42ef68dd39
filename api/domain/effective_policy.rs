//! The policy as it concerns one user: which rule, by when, and what comes next.

use super::{
    Timestamp,
    decision::{Holdings, Standing},
    names::names,
    policy::{Mode, Policy},
    rollout::{self, Basis, Phase},
    user::User,
};

names! {
    /// The rule that decides.
    Rule {
        Off = "off",
        Optional = "optional",
        RequiredAtOnce = "requiredAtOnce",
        Phase = "phase",
        NewUser = "newUser",
        Extended = "extended",
        NotYet = "notYet",
        NotConcerned = "notConcerned",
    }
}

names! {
    /// What comes next.
    Next {
        Nothing = "nothing",
        Reminder = "reminder",
        EnrollAtLogin = "enrollAtLogin",
        Block = "block",
    }
}

/// Why somebody is asked for a factor, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectivePolicy {
    pub standing: Standing,
    pub rule: Rule,
    /// The phase that decides, or will.
    pub phase: Option<Phase>,
    /// By when a factor has to be set up, or will have to be, where there is none that counts.
    pub deadline: Option<Timestamp>,
    pub next: Next,
    /// When that will be; none where it is so already.
    pub next_at: Option<Timestamp>,
}

impl EffectivePolicy {
    pub fn of(policy: &Policy, user: &User, holdings: Holdings, now: Timestamp) -> Self {
        let standing = policy.standing(user, holdings, now);
        let decided = Self { standing, ..Self::decide(policy, user, now) };
        if policy.is_satisfied_by(user, now) {
            Self { deadline: None, next: Next::Nothing, next_at: None, ..decided }
        } else {
            decided
        }
    }

    fn decide(policy: &Policy, user: &User, now: Timestamp) -> Self {
        let unasked = |rule| Self {
            standing: Standing::Exempt,
            rule,
            phase: None,
            deadline: None,
            next: Next::Nothing,
            next_at: None,
        };
        let Some(due) = policy.deadline(user, now) else {
            return match policy.mode {
                Mode::Off => unasked(Rule::Off),
                Mode::Optional => unasked(Rule::Optional),
                Mode::Required => match rollout::coming(&policy.phases, user, now) {
                    Some((phase, _)) => Self {
                        phase: Some(phase.clone()),
                        deadline: policy.coming_deadline(user, now),
                        next: Next::Reminder,
                        next_at: Some(phase.starts_at),
                        ..unasked(Rule::NotYet)
                    },
                    None => unasked(Rule::NotConcerned),
                },
            };
        };
        let next = if policy.blocks(&due) { Next::Block } else { Next::EnrollAtLogin };
        let (rule, phase) = match due.basis {
            Basis::AtOnce => (Rule::RequiredAtOnce, None),
            Basis::Phase(phase) => (Rule::Phase, Some(phase)),
            Basis::NewUser(phase) => (Rule::NewUser, Some(phase)),
            Basis::Extended => (Rule::Extended, None),
        };
        let next_at = due.at.filter(|at| *at > now);
        Self { phase, deadline: due.at, next, next_at, ..unasked(rule) }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::{
        role::BuiltInRole,
        rollout::{AfterGrace, NewUsers, Target},
        user::Factor,
    };

    /// Days after the user was created.
    fn at(day: i64) -> Timestamp {
        chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::days(day)
    }

    fn without() -> User {
        User::example(Factor::NotEnrolled)
    }

    fn enrolled() -> User {
        User::example(Factor::Enrolled { since: at(0), oldest_secret_at: Some(at(0)), passkey: false })
    }

    fn everyone(day: i64) -> Phase {
        Phase { target: Target::Everyone, starts_at: at(day), grace_days: 7 }
    }

    fn required(phases: Vec<Phase>) -> Policy {
        Policy { mode: Mode::Required, phases, ..Policy::default() }
    }

    fn of(policy: &Policy, user: &User, day: i64) -> EffectivePolicy {
        let holdings = Holdings { recovery_codes_left: 0, pass: false };
        EffectivePolicy::of(policy, user, holdings, at(day))
    }

    fn unasked(standing: Standing, rule: Rule) -> EffectivePolicy {
        EffectivePolicy { standing, rule, phase: None, deadline: None, next: Next::Nothing, next_at: None }
    }

    #[test]
    fn where_nothing_is_required_nothing_follows() {
        let [off, optional] = [Mode::Off, Mode::Optional].map(|mode| Policy { mode, ..Policy::default() });
        assert_eq!(of(&off, &without(), 0), unasked(Standing::Exempt, Rule::Off));
        assert_eq!(of(&optional, &without(), 0), unasked(Standing::Notice, Rule::Optional));
        assert_eq!(of(&optional, &enrolled(), 0), unasked(Standing::Ready, Rule::Optional));
        let managers = Phase { target: Target::Role(BuiltInRole::Manager.into()), ..everyone(1) };
        assert_eq!(
            of(&required(vec![managers]), &without(), 2),
            unasked(Standing::Notice, Rule::NotConcerned)
        );
    }

    #[test]
    fn who_is_required_at_once_enrolls_at_the_next_login() {
        let must_enroll = unasked(Standing::MustEnroll, Rule::RequiredAtOnce);
        let expected = EffectivePolicy { next: Next::EnrollAtLogin, ..must_enroll };
        assert_eq!(of(&required(Vec::new()), &without(), 0), expected);
        assert_eq!(of(&required(Vec::new()), &enrolled(), 0), unasked(Standing::Ready, Rule::RequiredAtOnce));
    }

    #[test]
    fn a_phase_is_announced_counts_down_and_is_enforced() {
        let phase = everyone(1);
        let policy = required(vec![phase.clone()]);
        let blocking = Policy { after_grace: AfterGrace::Block, ..policy.clone() };
        let by_phase = EffectivePolicy {
            phase: Some(phase),
            deadline: Some(at(8)),
            next: Next::EnrollAtLogin,
            next_at: Some(at(8)),
            ..unasked(Standing::Notice, Rule::Phase)
        };
        let announced = EffectivePolicy {
            rule: Rule::NotYet,
            next: Next::Reminder,
            next_at: Some(at(1)),
            ..by_phase.clone()
        };
        assert_eq!(of(&policy, &without(), 0), announced);
        assert_eq!(of(&policy, &without(), 7), by_phase);
        let due = EffectivePolicy { standing: Standing::MustEnroll, next_at: None, ..by_phase.clone() };
        assert_eq!(of(&policy, &without(), 8), due);
        let refused = EffectivePolicy { standing: Standing::Blocked, next: Next::Block, ..due };
        assert_eq!(of(&blocking, &without(), 8), refused);
        let satisfied = EffectivePolicy {
            standing: Standing::Ready,
            deadline: None,
            next: Next::Nothing,
            next_at: None,
            ..by_phase
        };
        assert_eq!(of(&policy, &enrolled(), 7), satisfied);
    }

    #[test]
    fn newcomers_and_extensions_have_rules_of_their_own() {
        let policy = Policy { new_users: NewUsers::FirstLogin, ..required(vec![everyone(-1)]) };
        let rule = |user: &User| {
            let EffectivePolicy { rule, phase, deadline, .. } = of(&policy, user, 3);
            (rule, phase, deadline)
        };
        assert_eq!(rule(&without()), (Rule::NewUser, Some(everyone(-1)), Some(at(0))));
        let extended = User { extended_to: Some(at(9)), ..without() };
        assert_eq!(rule(&extended), (Rule::Extended, None, Some(at(9))));
    }
}
