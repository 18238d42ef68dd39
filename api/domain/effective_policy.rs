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
    /// By when a factor has to be set up, where there is none that counts.
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
                Mode::Required => match rollout::next_phase(&policy.phases, user, now) {
                    Some(phase) => Self {
                        phase: Some(phase.clone()),
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
