//! Enrolled passkeys: renamed and removed one by one.

use serde_json::json;

use super::{
    Operation,
    caller::Caller,
    freezing::lock_unfrozen,
    last_administrator::admit_change,
    sessions::{self, Opened, SignedIn},
    two_factor::lock_holder,
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        challenge::Method,
        id::PasskeyId,
        message::{FactorChange, FactorKind, Message},
        passkey::{Passkey, PasskeyName},
        rejection::Rejection,
        session::EndReason,
        user::User,
    },
    error::{Failure, Fault},
    store::{Tx, passkeys, users},
};

/// Renames a passkey of the caller. Errors: there is no such passkey.
pub fn rename(
    op: &Operation,
    caller: &Caller,
    id: PasskeyId,
    name: &PasskeyName,
) -> Result<Passkey, Failure> {
    let account = caller.account();
    op.write(|tx| {
        lock_unfrozen(tx, account)?;
        if !passkeys::rename(tx, account, id, name)? {
            return Err(Rejection::NotFound.into());
        }
        let event = AuditEvent::in_session(&caller.session, Action::PasskeyRenamed);
        op.record(tx, event.with(json!({"passkey": id, "name": name.as_str()})))?;
        let renamed = passkeys::list(tx, account)?.into_iter().find(|passkey| passkey.id == id);
        renamed.ok_or_else(|| Fault::internal("a renamed passkey is gone").into())
    })
}

/// Removes a passkey of the caller. Their session goes on under fresh tokens, the others end. Errors: no such passkey, the last
/// factor that counts, since turning the second factor off takes more than a step-up; or no administrator would be left.
pub fn remove(op: &Operation, caller: &Caller, id: PasskeyId) -> Result<SignedIn, Failure> {
    let opened = op.write(|tx| remove_in(op, tx, caller, id))?;
    Ok(opened.issue(op)?)
}

fn remove_in(op: &Operation, tx: &mut Tx, caller: &Caller, id: PasskeyId) -> Result<Opened, Failure> {
    let account = caller.account();
    let user = lock_holder(tx, caller)?;
    let enrolled = passkeys::list(tx, account)?;
    let removed = enrolled.iter().find(|passkey| passkey.id == id).ok_or(Rejection::NotFound)?;
    let last = (enrolled.len() == 1).then_some(Method::Passkey);
    caller.policy.admit_removal(&user, last, op.now)?;
    let factor = last.map_or(user.factor, |kind| user.factor.without(kind));
    admit_change(tx, &user, &User { factor, ..user.clone() })?;
    if !sessions::retire(op, tx, caller)? {
        return Err(Rejection::Unauthenticated.into());
    }
    passkeys::delete(tx, account, id)?;
    let user = users::record_factor_change(tx, account)?;
    let event = AuditEvent::in_session(&caller.session, Action::PasskeyRemoved).with(json!({"passkey": id}));
    let (authenticator, factor) = (removed.name.clone(), FactorKind::Passkey);
    let message = Message::FactorModified { authenticator, factor, change: FactorChange::Removed };
    op.announce(tx, event, &user, message)?;
    Ok(sessions::succeed_alone(op, tx, caller, user, None, EndReason::FactorChanged)?)
}
