//! A user's own password.

use super::{
    Operation,
    caller::Caller,
    freezing::{lock_unfrozen, require_unfrozen},
    recognition::{is_recognized, password_budget},
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
        throttle::{Admission, Exhausted},
        user::User,
    },
    error::{Failure, Fault},
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
        let organization = organizations::name(rx, caller.user.organization_id)?;
        Ok((password_rows::find(rx, caller.account())?, organization))
    })?;
    let known = [caller.user.email.as_str(), caller.user.display_name.as_str(), organization.as_str()];
    let new = NewPassword::parse("new", new, &caller.policy, &known)?;
    let stored = stored.ok_or(Rejection::NoPassword)?;
    let passwords = &op.app.passwords;
    let right = passwords.verify(permit, op.keyring(), current, Some(&stored))?;
    // Hashed in any case, or the time would tell a right password where the answer does not.
    let renewed = passwords.hash(permit, op.keyring(), &*op.app.random, new.password())?;
    let opened = op.write(|tx| {
        let user = lock_unfrozen(tx, caller.account())?;
        judge(op, tx, caller, right, Action::PasswordChangeRefused)?;
        replace(op, tx, caller, user, &stored, &renewed)
    })?;
    Ok(opened.issue(op)?)
}

fn replace(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    user: User,
    old: &HashedPassword,
    new: &HashedPassword,
) -> Result<Opened, Failure> {
    if session_rows::lock(tx, caller.user.organization_id, caller.session.id)?.is_none()
        || !password_rows::replace(tx, caller.account(), old, new, Some(op.now))?
    {
        // The session has ended, or the password was changed in between.
        return Err(Rejection::Unauthenticated.into());
    }
    if !sessions::retire(op, tx, caller)? {
        return Err(Fault::internal("a locked session has ended").into());
    }
    let event = AuditEvent::in_session(&caller.session, Action::PasswordChanged);
    op.announce(tx, event, &user, Message::PasswordChanged { forgotten: false })?;
    Ok(sessions::succeed_alone(op, tx, caller, user, None, EndReason::PasswordChanged)?)
}

/// Takes the current password, right or wrong, and says so in the audit log by `refused`. A rejection: it is wrong, or too many
/// were; the answer and the work are the same.
pub(super) fn judge(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    right: bool,
    refused: Action,
) -> Result<(), Failure> {
    let account = caller.account();
    let budget = password_budget(is_recognized(op, tx, account)?);
    let throttled = if right {
        match budgets::record_success(tx, account, budget, op.now)? {
            Ok(()) => return Ok(()),
            Err(Exhausted { .. }) => true,
        }
    } else {
        match budgets::charge(tx, account, budget, op.now)? {
            Admission::Admitted { .. } => false,
            Admission::Exhausted { .. } => true,
        }
    };
    let event = AuditEvent::in_session(&caller.session, refused).failed();
    op.record(tx, event.with(serde_json::json!({"throttled": throttled})))?;
    Err(Rejection::WrongPassword.into())
}
