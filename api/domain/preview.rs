//! Previews: what a policy would do to the people of an organization.

use super::{
    Timestamp,
    names::names,
    policy::{Mode, Policy},
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

/// What the phases of `draft` are worth a warning for, when it takes the place of `current`.
pub fn phase_warnings(current: &Policy, draft: &Policy, now: Timestamp) -> Vec<Warning> {
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
    if !draft.phases.iter().any(|phase| phase.target == Target::Everyone) {
        warnings.push(Warning::new(WarningCode::NotEveryoneIsCovered));
    }
    warnings
}
