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
