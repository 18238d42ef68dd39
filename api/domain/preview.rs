//! Previews: what a policy would do to the people of an organization.

use super::{
    Timestamp,
    challenge::Method,
    names::names,
    policy::{LoginStyle, Mode, Policy},
    role::RoleName,
    rollout::{Phase, Target},
};

/// A longer grace period is worth a warning.
const LONG_GRACE_DAYS: u16 = 30;

names! {
    /// What somebody who is about to save a policy should know.
    WarningCode {
        OnlyOneAdministrator = "only_one_administrator",
        AdministratorsLockedOut = "administrators_locked_out",
        GraceOver30Days = "grace_over_30_days",
        DeadlineInThePast = "deadline_in_the_past",
        EarlierDeadlinesStay = "earlier_deadlines_stay",
        NotEveryoneIsCovered = "not_everyone_is_covered",
        NobodyIsCovered = "nobody_is_covered",
        PasskeysOnSingleForm = "passkeys_on_single_form",
        PasskeysDemandedOfNobody = "passkeys_demanded_of_nobody",
        FactorNoLongerTaken = "factor_no_longer_taken",
    }
}

/// A warning, where it is about a phase with its role; none is everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub code: WarningCode,
    pub role: Option<RoleName>,
}

impl Warning {
    pub fn new(code: WarningCode) -> Self {
        Self { code, role: None }
    }

    fn about(code: WarningCode, phase: &Phase) -> Self {
        let role = match &phase.target {
            Target::Everyone => None,
            Target::Role(role) => Some(role.clone()),
        };
        Self { code, role }
    }
}

/// What is worth a warning about the factors that `draft` takes, when it takes the place of `current`.
pub fn factor_warnings(current: &Policy, draft: &Policy) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if draft.mode != Mode::Off && draft.login_style == LoginStyle::SingleForm && draft.allows_passkeys() {
        warnings.push(Warning::new(WarningCode::PasskeysOnSingleForm));
    }
    if draft.mode != Mode::Required && !draft.passkey_only.is_empty() {
        warnings.push(Warning::new(WarningCode::PasskeysDemandedOfNobody));
    }
    let ends = |factor| current.allowed_methods.contains(&factor) && !draft.allowed_methods.contains(&factor);
    if ends(Method::Totp) || ends(Method::Passkey) {
        warnings.push(Warning::new(WarningCode::FactorNoLongerTaken));
    }
    warnings
}

/// What the phases of `draft` are worth a warning for, when it takes the place of `current`; `is_held` says whether somebody
/// has a role.
pub fn phase_warnings(
    current: &Policy,
    draft: &Policy,
    is_held: impl Fn(&RoleName) -> bool,
    now: Timestamp,
) -> Vec<Warning> {
    if draft.mode != Mode::Required || draft.phases.is_empty() {
        return Vec::new();
    }
    let mut warnings = Vec::new();
    for phase in &draft.phases {
        if phase.grace_days > LONG_GRACE_DAYS {
            warnings.push(Warning::about(WarningCode::GraceOver30Days, phase));
        }
        let goes_on = current.mode == Mode::Required && current.phases.contains(phase);
        if !goes_on && phase.grace_days > 0 && phase.deadline() <= now {
            warnings.push(Warning::about(WarningCode::DeadlineInThePast, phase));
        }
        let past = draft.past_phases.iter().filter(|past| past.phase.target == phase.target);
        if past.clone().any(|past| past.phase.deadline() < phase.deadline()) {
            warnings.push(Warning::about(WarningCode::EarlierDeadlinesStay, phase));
        }
    }
    warnings.extend(uncovered(&draft.phases, is_held).map(Warning::new));
    warnings
}

fn uncovered(phases: &[Phase], is_held: impl Fn(&RoleName) -> bool) -> Option<WarningCode> {
    let is_for_everyone = |phase: &Phase| phase.target == Target::Everyone;
    let concerns_somebody = |phase: &Phase| match &phase.target {
        Target::Everyone => true,
        Target::Role(role) => is_held(role),
    };
    if phases.iter().any(is_for_everyone) {
        None
    } else if phases.iter().any(concerns_somebody) {
        Some(WarningCode::NotEveryoneIsCovered)
    } else {
        Some(WarningCode::NobodyIsCovered)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::{
        role::BuiltInRole,
        rollout::{NewUsers, PastPhase},
    };

    fn at(day: i64) -> Timestamp {
        Timestamp::default() + TimeDelta::days(day)
    }

    fn everyone(day: i64, grace_days: u16) -> Phase {
        Phase { target: Target::Everyone, starts_at: at(day), grace_days }
    }

    fn managers(day: i64, grace_days: u16) -> Phase {
        Phase { target: Target::Role(BuiltInRole::Manager.into()), ..everyone(day, grace_days) }
    }

    fn required(phases: &[Phase]) -> Policy {
        Policy { mode: Mode::Required, phases: phases.to_vec(), ..Policy::default() }
    }

    /// On the tenth day, with nobody but members.
    fn warnings_of_phases(current: &Policy, draft: &Policy) -> Vec<WarningCode> {
        let is_held = |role: &RoleName| role.built_in() == Some(BuiltInRole::Member);
        phase_warnings(current, draft, is_held, at(10)).into_iter().map(|warning| warning.code).collect()
    }

    fn warnings_of_factors(current: &Policy, draft: &Policy) -> Vec<WarningCode> {
        factor_warnings(current, draft).into_iter().map(|warning| warning.code).collect()
    }

    #[test]
    fn passkeys_take_a_second_step() {
        let current = Policy::default();
        let single = Policy { login_style: LoginStyle::SingleForm, ..current.clone() };
        assert_eq!(warnings_of_factors(&current, &single), [WarningCode::PasskeysOnSingleForm]);
        assert_eq!(warnings_of_factors(&current, &Policy { mode: Mode::Off, ..single.clone() }), []);
        assert_eq!(warnings_of_factors(&current, &current), []);
        let allowed_methods = [Method::Totp].into();
        let without = Policy { allowed_methods, ..single };
        assert_eq!(warnings_of_factors(&without, &without), []);
    }

    #[test]
    fn passkeys_are_demanded_only_where_a_factor_is() {
        let demanding = Policy { passkey_only: [BuiltInRole::Admin.into()].into(), ..Policy::default() };
        for (mode, expected) in [
            (Mode::Off, vec![WarningCode::PasskeysDemandedOfNobody]),
            (Mode::Optional, vec![WarningCode::PasskeysDemandedOfNobody]),
            (Mode::Required, vec![]),
        ] {
            let draft = Policy { mode, ..demanding.clone() };
            assert_eq!(warnings_of_factors(&draft, &draft), expected, "{mode:?}");
        }
    }

    #[test]
    fn a_factor_that_is_no_longer_taken_is_worth_a_warning() {
        let of = |methods: &[Method]| Policy {
            allowed_methods: methods.iter().copied().collect(),
            ..Policy::default()
        };
        let (totp, passkey) = (of(&[Method::Totp]), of(&[Method::Passkey]));
        let both = of(&[Method::Totp, Method::Passkey]);
        let ended = [WarningCode::FactorNoLongerTaken];
        assert_eq!(warnings_of_factors(&both, &totp), ended);
        assert_eq!(warnings_of_factors(&both, &passkey), ended);
        assert_eq!(warnings_of_factors(&totp, &both), []);
        assert_eq!(warnings_of_factors(&both, &both), []);
    }

    #[test]
    fn a_grace_period_is_warned_about_when_it_is_long_or_over() {
        let none = Policy::default();
        for (phase, expected) in [
            (everyone(20, 30), vec![]),
            (everyone(20, 31), vec![WarningCode::GraceOver30Days]),
            (everyone(3, 7), vec![WarningCode::DeadlineInThePast]),
            (everyone(3, 8), vec![]),
            (everyone(3, 0), vec![]),
        ] {
            assert_eq!(
                warnings_of_phases(&none, &required(std::slice::from_ref(&phase))),
                expected,
                "{phase:?}"
            );
        }
        let going_on = required(&[everyone(3, 7)]);
        assert_eq!(warnings_of_phases(&going_on, &going_on), [], "it was in force before");
        let off = Policy { mode: Mode::Off, ..going_on.clone() };
        assert_eq!(warnings_of_phases(&off, &going_on), [WarningCode::DeadlineInThePast]);
        assert_eq!(warnings_of_phases(&none, &off), []);
    }

    #[test]
    fn an_earlier_deadline_for_the_same_people_stays() {
        let past = |phase| PastPhase { phase, new_users: NewUsers::Grace, until: at(9) };
        let draft = |phase| Policy { past_phases: vec![past(phase)], ..required(&[everyone(20, 7)]) };
        let warnings = |phase| warnings_of_phases(&Policy::default(), &draft(phase));
        assert_eq!(warnings(everyone(1, 7)), [WarningCode::EarlierDeadlinesStay]);
        assert_eq!(warnings(everyone(20, 7)), []);
        assert_eq!(warnings(managers(1, 7)), []);
    }

    #[test]
    fn a_rollout_says_whom_it_leaves_out() {
        let members = Phase { target: Target::Role(BuiltInRole::Member.into()), ..everyone(20, 7) };
        for (phases, expected) in [
            (vec![], vec![]),
            (vec![managers(20, 7), everyone(20, 7)], vec![]),
            (vec![managers(20, 7), members], vec![WarningCode::NotEveryoneIsCovered]),
            (vec![managers(20, 7)], vec![WarningCode::NobodyIsCovered]),
        ] {
            assert_eq!(warnings_of_phases(&Policy::default(), &required(&phases)), expected, "{phases:?}");
        }
    }

    #[test]
    fn a_warning_names_the_role_of_its_phase() {
        let draft = required(&[everyone(20, 31), managers(20, 31)]);
        let warnings = phase_warnings(&Policy::default(), &draft, |_| true, at(10));
        let roles: Vec<_> = warnings.into_iter().map(|warning| warning.role).collect();
        assert_eq!(roles, [None, Some(BuiltInRole::Manager.into())]);
    }
}
