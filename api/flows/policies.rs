//! The organization's policy: read, and replaced as a whole.

use serde_json::json;

use super::{Operation, sessions::Caller};
use crate::{
    domain::{
        audit::Action,
        policy::{Mode, Policy, StoredPolicy},
        rejection::Rejection,
    },
    error::Failure,
    store::{policies, users},
};

/// The policy of the organization in which the caller acts.
pub fn find(op: &Operation, caller: &Caller) -> Result<StoredPolicy, Failure> {
    Ok(op.read(|rx| policies::find(rx, caller.organization_id()))?)
}

/// Puts a policy in the place of that version. It acts at each user's next request. Errors: values out of range, another
/// version in force by now, or an editor who would require a factor that they have not got.
pub fn replace(
    op: &Operation,
    caller: &Caller,
    expected_version: i64,
    policy: &Policy,
) -> Result<StoredPolicy, Failure> {
    policy.validate().map_err(Rejection::Invalid)?;
    let organization = caller.organization_id();
    op.write(|tx| {
        // Rows of two organizations are never locked together: they may lie on two machines.
        let editor = match caller.acts_elsewhere() {
            true => users::find(tx, caller.account())?,
            false => users::lock(tx, caller.account())?,
        };
        if policy.mode == Mode::Required && !editor.is_some_and(|editor| editor.factor.is_enrolled()) {
            return Ok(Err(Rejection::EnrollFirst));
        }
        let old = policies::find(tx, organization)?.policy;
        let Some(stored) = policies::update(tx, organization, expected_version, policy, op.now)? else {
            return Ok(Err(Rejection::StaleVersion));
        };
        let event = caller.event(Action::PolicyChanged);
        op.record(tx, event.with(json!({"version": stored.version, "old": old, "new": policy})))?;
        Ok(Ok(stored))
    })
}
