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
    error::{Failure, Fault, Verdict},
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
        if let Err(rejection) = lock_unfrozen(tx, account)? {
            return Ok(Err(rejection));
        }
        if !passkeys::rename(tx, account, id, name)? {
            return Ok(Err(Rejection::NotFound));
        }
        let event = AuditEvent::in_session(&caller.session, Action::PasskeyRenamed);
        op.record(tx, event.with(json!({"passkey": id, "name": name.as_str()})))?;
        let renamed = passkeys::list(tx, account)?.into_iter().find(|passkey| passkey.id == id);
        renamed.map(Ok).ok_or_else(|| Fault::internal("a renamed passkey is gone"))
    })
}

/// Removes a passkey of the caller. Their session goes on under fresh tokens, the others end. Errors: no such passkey, the last
/// factor that counts, since turning the second factor off takes more than a step-up; or no administrator would be left.
pub fn remove(op: &Operation, caller: &Caller, id: PasskeyId) -> Result<SignedIn, Failure> {
    let opened = op.write(|tx| remove_in(op, tx, caller, id))?;
    Ok(opened.issue(op)?)
}

fn remove_in(op: &Operation, tx: &mut Tx, caller: &Caller, id: PasskeyId) -> Verdict<Opened> {
    let account = caller.account();
    let user = match lock_holder(tx, caller)? {
        Ok(user) => user,
        Err(rejection) => return Ok(Err(rejection)),
    };
    let enrolled = passkeys::list(tx, account)?;
    let Some(removed) = enrolled.iter().find(|passkey| passkey.id == id) else {
        return Ok(Err(Rejection::NotFound));
    };
    let last = (enrolled.len() == 1).then_some(Method::Passkey);
    if let Err(rejection) = caller.policy.admit_removal(&user, last, op.now) {
        return Ok(Err(rejection));
    }
    let factor = last.map_or(user.factor, |kind| user.factor.without(kind));
    if let Err(rejection) = admit_change(tx, &user, &User { factor, ..user.clone() })? {
        return Ok(Err(rejection));
    }
    if !sessions::retire(op, tx, caller)? {
        return Ok(Err(Rejection::Unauthenticated));
    }
    passkeys::delete(tx, account, id)?;
    let user = users::record_factor_change(tx, account)?;
    let event = AuditEvent::in_session(&caller.session, Action::PasskeyRemoved).with(json!({"passkey": id}));
    let (authenticator, factor) = (removed.name.clone(), FactorKind::Passkey);
    let message = Message::FactorModified { authenticator, factor, change: FactorChange::Removed };
    op.announce(tx, event, &user, message)?;
    sessions::succeed_alone(op, tx, caller, user, None, EndReason::FactorChanged).map(Ok)
}
