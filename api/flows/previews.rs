//! Previews of a policy: what it would do to whom, before it is saved.

use std::collections::BTreeMap;

use super::{Operation, administrators::Administrator, policies::refuse_unknown_roles};
pub use crate::store::previews::Affected;
use crate::{
    domain::{
        Timestamp,
        decision::Standing,
        policy::Policy,
        preview::{Warning, WarningCode, factor_warnings, phase_warnings},
        rejection::Rejection,
        role::RoleName,
    },
    error::Failure,
    store::{
        Rx, policies,
        previews::{self, Question},
        users,
    },
};

/// So many of the people affected are named.
const MOST_NAMED: i32 = 100;

/// Users by standing.
pub type Counts = BTreeMap<Standing, i64>;

/// What a policy would do.
pub struct Preview {
    pub at: Timestamp,
    pub counts: Counts,
    pub by_role: BTreeMap<RoleName, Counts>,
    pub affected: Vec<Affected>,
    pub locked_out: Vec<Affected>,
    pub warnings: Vec<Warning>,
}

/// What `draft` would do to the organization in which the caller acts, `at` that time. Errors: values out of range, or a
/// role that does not exist.
pub fn preview(
    op: &Operation,
    administrator: &Administrator,
    draft: &Policy,
    at: Option<Timestamp>,
) -> Result<Preview, Failure> {
    draft.validate().map_err(Rejection::Invalid)?;
    op.read_or_reject(|rx| preview_in(op, rx, administrator, draft, at.unwrap_or(op.now)))
}

fn preview_in(
    op: &Operation,
    rx: &mut Rx,
    administrator: &Administrator,
    draft: &Policy,
    at: Timestamp,
) -> Result<Preview, Failure> {
    let organization = administrator.organization_id();
    refuse_unknown_roles(rx, organization, draft)?;
    let current = policies::find(rx, organization)?.policy;
    let draft = Policy { past_phases: current.past_phases_before(draft, op.now), ..draft.clone() };
    let question = Question { organization, policy: &draft, at };

    let (mut counts, mut by_role) = (Counts::new(), BTreeMap::<RoleName, Counts>::new());
    for (role, standing, total) in previews::count(rx, question)? {
        let counted = role.map_or(&mut counts, |role| by_role.entry(role).or_default());
        counted.insert(standing, total);
    }
    let affected = previews::affected(rx, question, MOST_NAMED)?;
    let blocks = counts.contains_key(&Standing::Blocked);
    let locked_out = if blocks { previews::locked_out_administrators(rx, question)? } else { Vec::new() };

    let mut warnings = Vec::new();
    let administrators = users::administrators(rx, organization)?;
    if administrators.iter().filter(|user| user.has_password && !user.reset_pending).count() < 2 {
        warnings.push(Warning::new(WarningCode::OnlyOneAdministrator));
    }
    if !locked_out.is_empty() {
        warnings.push(Warning::new(WarningCode::AdministratorsLockedOut));
    }
    warnings.extend(phase_warnings(&current, &draft, |role| by_role.contains_key(role), op.now));
    warnings.extend(factor_warnings(&current, &draft));
    Ok(Preview { at, counts, by_role, affected, locked_out, warnings })
}
