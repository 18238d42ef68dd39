//! Enrolled authenticators: renamed and removed one by one.

use serde_json::json;

use super::{
    Operation,
    freezing::lock_unfrozen,
    sessions::{self, Caller, Opened, SignedIn},
    user_changes::is_last_administrator,
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        authenticator::{Authenticator, AuthenticatorName},
        id::AuthenticatorId,
        message::{FactorChange, Message},
        rejection::Rejection,
        session::EndReason,
        user::User,
    },
    error::{Failure, Fault, Verdict},
    store::{
        Tx, authenticators, budgets::Account, organizations, pending_enrollments, policies, recovery_codes,
        users,
    },
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
        if let Err(rejection) = lock_unfrozen(tx, account)? {
            return Ok(Err(rejection));
        }
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
/// fresh tokens, the others end. Errors: no such authenticator, or the last one while the policy requires a factor, or may
/// block all other administrators.
pub fn remove(op: &Operation, caller: &Caller, id: AuthenticatorId) -> Result<SignedIn, Failure> {
    let opened = op.write(|tx| remove_in(op, tx, caller, id))?;
    Ok(opened.issue(op)?)
}

fn remove_in(op: &Operation, tx: &mut Tx, caller: &Caller, id: AuthenticatorId) -> Verdict<Opened> {
    let account = caller.account();
    let user = match lock_holder(tx, caller)? {
        Ok(user) => user,
        Err(rejection) => return Ok(Err(rejection)),
    };
    let enrolled = authenticators::list(tx, account)?;
    let Some(removed) = enrolled.iter().find(|authenticator| authenticator.id == id) else {
        return Ok(Err(Rejection::NotFound));
    };
    let last = enrolled.len() == 1;
    if last && let Err(rejection) = admit_without_factor(op, tx, &user)? {
        return Ok(Err(rejection));
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
    let event = event.with(json!({"authenticator": id, "last": last}));
    let change = FactorChange::Removed;
    let message = Message::FactorModified { authenticator: removed.name.clone(), change };
    op.announce(tx, event, &user, message)?;
    sessions::succeed_alone(op, tx, caller, user, None, EndReason::FactorChanged).map(Ok)
}

/// The caller, with the row locked. The organization is locked before where they are an administrator, so that
/// administrators give their factors up one after the other. A rejection: they are gone, or frozen.
pub(super) fn lock_holder(tx: &mut Tx, caller: &Caller) -> Verdict<User> {
    if caller.user.is_administrator() {
        organizations::lock(tx, caller.organization_id())?;
    }
    lock_unfrozen(tx, caller.account())
}

/// Whether a user may be without a factor. The row is locked, and the policy read after that: who requires a factor of
/// everybody locks their own row for it. A rejection: the policy requires one, or may block all administrators that are left.
pub(super) fn admit_without_factor(op: &Operation, tx: &mut Tx, user: &User) -> Verdict<()> {
    let policy = policies::find(tx, user.organization_id)?.policy;
    if policy.requires_factor(user, op.now) {
        return Ok(Err(Rejection::RequiredByPolicy));
    }
    let guarded = policy.may_block() && user.is_administrator();
    if guarded && is_last_administrator(tx, user)? {
        return Ok(Err(Rejection::LastAdministrator));
    }
    Ok(Ok(()))
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
