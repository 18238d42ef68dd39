//! Deadlines: how the policy concerns a user, and more time for somebody who needs it.

use chrono::TimeDelta;
use serde_json::json;

use super::{
    Operation,
    administrators::Administrator,
    user_changes::lock_target,
    users::{UserEntry, find_listed},
};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        audit::Action,
        effective_policy::EffectivePolicy,
        id::UserId,
        pass::Reason,
        rejection::{FieldError, Rejection},
        role::Permission,
    },
    error::Failure,
    store::{Tx, means, users},
};

/// So far ahead a deadline may lie.
const FARTHEST: TimeDelta = TimeDelta::days(366);

/// How the policy concerns a user of the organization in which the caller acts. Errors: there is none.
pub fn effective_policy(
    op: &Operation,
    administrator: &Administrator,
    id: UserId,
) -> Result<EffectivePolicy, Failure> {
    let account = Account { organization_id: administrator.organization_id(), user_id: id };
    let policy = administrator.rules();
    let effective = op.read(|rx| {
        let Some(user) = users::find(rx, account)? else { return Ok(None) };
        let holdings = means::find(rx, account, op.now)?.holdings();
        Ok(Some(EffectivePolicy::of(policy, &user, holdings, op.now)))
    })?;
    effective.ok_or_else(|| Rejection::NotFound.into())
}

/// The deadline of an administrator's own choice, in the place of what the roll-out gives.
pub struct NewDeadline {
    pub at: Timestamp,
    /// Whether it only ever gives time: whoever has until later keeps that.
    pub only_later: bool,
    pub reason: Reason,
}

impl NewDeadline {
    /// Errors: not in the future, or more than a year ahead.
    pub(super) fn check(&self, now: Timestamp) -> Result<(), FieldError> {
        if self.at > now && self.at <= now + FARTHEST {
            return Ok(());
        }
        let message = format!("In the future, and at most {} days ahead.", FARTHEST.num_days());
        Err(FieldError::new("deadline", "out_of_range", message))
    }
}

/// Sets a user's deadline. Errors: no such user, or one above the caller; a deadline out of range, or an earlier one that was
/// to give time.
pub fn set(
    op: &Operation,
    administrator: &Administrator,
    id: UserId,
    deadline: &NewDeadline,
) -> Result<UserEntry, Failure> {
    op.write(|tx| {
        set_in(op, tx, administrator, id, deadline)?;
        find_listed(op, tx, administrator, id)
    })
}

fn set_in(
    op: &Operation,
    tx: &mut Tx,
    administrator: &Administrator,
    id: UserId,
    deadline: &NewDeadline,
) -> Result<(), Failure> {
    let user = lock_target(tx, administrator, id, Permission::UsersWrite)?.target;
    deadline.check(op.now)?;
    let rules = administrator.rules();
    let old = rules.deadline(&user, op.now).and_then(|deadline| deadline.at);
    // What a phase to come will give counts as well, and one of their own while nobody is asked for a factor.
    let later = old.or_else(|| rules.coming_deadline(&user, op.now)).or(user.extended_to);
    if deadline.only_later && later.is_some_and(|later| later > deadline.at) {
        return Err(Rejection::LaterDeadline.into());
    }
    users::set_deadline(tx, Account::of(&user), deadline.at)?;
    let event = administrator.event(Action::DeadlineSet).on(user.id);
    let detail = json!({"old": old, "new": deadline.at, "reason": deadline.reason.as_str()});
    op.record(tx, event.with(detail))?;
    Ok(())
}
