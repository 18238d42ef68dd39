//! A user's own password.

use super::{
    Operation,
    caller::Caller,
    freezing::{lock_unfrozen, require_unfrozen},
    recognition::password_budget,
    sessions::{self, Opened, SignedIn},
};
use crate::{
    crypto::passwords::{HashedPassword, HashingPermit},
    domain::{
        audit::{Action, AuditEvent},
        message::Message,
        password::{NewPassword, Password},
        rejection::Rejection,
        session::EndReason,
        throttle::Admission,
    },
    error::{Failure, Fault, Verdict},
    store::{Tx, budgets, organizations, passwords as password_rows, sessions as session_rows},
};

/// Changes the caller's password, for the current one. The caller's session goes on under fresh tokens, the others end.
/// Errors: the current password is wrong, or too many were; the new one is not good enough.
pub fn change(
    op: &Operation,
    permit: &HashingPermit,
    caller: &Caller,
    current: &Password,
    new: &str,
) -> Result<SignedIn, Failure> {
    // Before a word about the current password.
    require_unfrozen(&caller.user)?;
    let (stored, organization) = op.read(|rx| {
        let organization = organizations::find(rx, caller.user.organization_id)?;
        Ok((password_rows::find(rx, caller.account())?, organization.map(|row| row.name).unwrap_or_default()))
    })?;
    let known = [caller.user.email.as_str(), caller.user.display_name.as_str(), organization.as_str()];
    let new = NewPassword::parse("new", new, &caller.policy, &known)?;
    let stored = stored.ok_or(Rejection::NoPassword)?;
    let passwords = &op.app.passwords;
    let right = passwords.verify(permit, op.keyring(), current, Some(&stored))?;
    // Hashed in any case, or the time would tell a right password where the answer does not.
    let renewed = passwords.hash(permit, op.keyring(), &*op.app.random, new.password())?;
    let opened = op.write(|tx| {
        if right {
            replace(op, tx, caller, &stored, &renewed)
        } else {
            refuse(op, tx, caller, Action::PasswordChangeRefused)
        }
    })?;
    Ok(opened.issue(op)?)
}

fn replace(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    old: &HashedPassword,
    new: &HashedPassword,
) -> Verdict<Opened> {
    let account = caller.account();
    let user = match lock_unfrozen(tx, account)? {
        Ok(user) => user,
        Err(rejection) => return Ok(Err(rejection)),
    };
    let budget = password_budget(op, tx, account)?;
    if budgets::record_success(tx, account, budget, op.now)?.is_err() {
        return refuse(op, tx, caller, Action::PasswordChangeRefused);
    }
    if session_rows::lock(tx, caller.user.organization_id, caller.session.id)?.is_none()
        || !password_rows::replace(tx, account, old, new, Some(op.now))?
    {
        // The session has ended, or the password was changed in between.
        return Ok(Err(Rejection::Unauthenticated));
    }
    if !sessions::retire(op, tx, caller)? {
        return Err(Fault::internal("a locked session has ended"));
    }
    let event = AuditEvent::in_session(&caller.session, Action::PasswordChanged);
    op.announce(tx, event, &user, Message::PasswordChanged { forgotten: false })?;
    sessions::succeed_alone(op, tx, caller, user, None, EndReason::PasswordChanged).map(Ok)
}

/// The same answer to a wrong current password and over the limit.
pub(super) fn refuse<T>(op: &Operation, tx: &mut Tx, caller: &Caller, action: Action) -> Verdict<T> {
    let budget = password_budget(op, tx, caller.account())?;
    let throttled = match budgets::charge(tx, caller.account(), budget, op.now)? {
        Admission::Admitted { .. } => false,
        Admission::Exhausted { .. } => true,
    };
    let event = AuditEvent::in_session(&caller.session, action).failed();
    op.record(tx, event.with(serde_json::json!({"throttled": throttled})))?;
    Ok(Err(Rejection::LoginFailed))
}
