//! Enrolled authenticators: renamed and removed one by one.

use serde_json::json;

use super::{
    Operation,
    sessions::{self, Caller, Opened, SignedIn},
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        authenticator::{Authenticator, AuthenticatorName},
        id::AuthenticatorId,
        rejection::Rejection,
        session::EndReason,
    },
    error::{Failure, Fault, Verdict},
    store::{Tx, authenticators, budgets::Account, pending_enrollments, recovery_codes, users},
};

/// Renames an authenticator of the caller. Errors: there is no such authenticator.
pub fn rename(
    op: &Operation,
    caller: &Caller,
    id: AuthenticatorId,
    name: &AuthenticatorName,
) -> Result<Authenticator, Failure> {
    let account = caller.account();
    op.write(|tx| {
        if !authenticators::rename(tx, account, id, name)? {
            return Ok(Err(Rejection::NotFound));
        }
        let event = AuditEvent::in_session(&caller.session, Action::AuthenticatorRenamed);
        op.record(tx, event.with(json!({"authenticator": id, "name": name.as_str()})))?;
        let renamed =
            authenticators::list(tx, account)?.into_iter().find(|authenticator| authenticator.id == id);
        renamed.map(Ok).ok_or_else(|| Fault::internal("a renamed authenticator is gone"))
    })
}

/// Removes an authenticator of the caller; with the last one goes the whole factor. The caller's session goes on under
/// fresh tokens, the others end. Errors: no such authenticator, or the last one while the policy requires a factor.
pub fn remove(op: &Operation, caller: &Caller, id: AuthenticatorId) -> Result<SignedIn, Failure> {
    let opened = op.write(|tx| remove_in(op, tx, caller, id))?;
    Ok(opened.issue(op)?)
}

fn remove_in(op: &Operation, tx: &mut Tx, caller: &Caller, id: AuthenticatorId) -> Verdict<Opened> {
    let account = caller.account();
    users::lock(tx, account)?;
    let enrolled = authenticators::list(tx, account)?;
    if !enrolled.iter().any(|authenticator| authenticator.id == id) {
        return Ok(Err(Rejection::NotFound));
    }
    let last = enrolled.len() == 1;
    if last && caller.policy.requires_factor(&caller.user, op.now) {
        return Ok(Err(Rejection::RequiredByPolicy));
    }
    if !sessions::retire(op, tx, caller)? {
        return Ok(Err(Rejection::Unauthenticated));
    }
    authenticators::delete(tx, account, id)?;
    if last {
        wipe_the_rest(tx, account)?;
    }
    let user = users::record_factor_change(tx, account)?;
    let event = AuditEvent::in_session(&caller.session, Action::AuthenticatorRemoved);
    op.record(tx, event.with(json!({"authenticator": id, "last": last})))?;
    sessions::succeed_alone(op, tx, caller, user, None, EndReason::FactorChanged).map(Ok)
}

/// Wipes the whole factor of a user; gives the number of their authenticators.
pub(super) fn wipe_all(tx: &mut Tx, account: Account) -> Result<usize, Fault> {
    let wiped = authenticators::delete_all(tx, account)?;
    wipe_the_rest(tx, account)?;
    Ok(wiped)
}

/// What must not outlive the last authenticator: the recovery codes, and an enrollment that was begun beside it.
fn wipe_the_rest(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    recovery_codes::delete_all(tx, account)?;
    pending_enrollments::delete(tx, account)
}
