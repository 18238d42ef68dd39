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
        message::{FactorChange, Message},
        rejection::Rejection,
        session::EndReason,
    },
    error::{Failure, Fault, Verdict},
    store::{Tx, authenticators, users},
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

/// Removes an authenticator of the caller. Their session goes on under fresh tokens, the others end. Errors: no such
/// authenticator, or their last one: turning the second factor off takes more than a step-up.
pub fn remove(op: &Operation, caller: &Caller, id: AuthenticatorId) -> Result<SignedIn, Failure> {
    let opened = op.write(|tx| remove_in(op, tx, caller, id))?;
    Ok(opened.issue(op)?)
}

fn remove_in(op: &Operation, tx: &mut Tx, caller: &Caller, id: AuthenticatorId) -> Verdict<Opened> {
    let account = caller.account();
    let Some(user) = users::lock(tx, account)? else { return Ok(Err(Rejection::Unauthenticated)) };
    let enrolled = authenticators::list(tx, account)?;
    let Some(removed) = enrolled.iter().find(|authenticator| authenticator.id == id) else {
        return Ok(Err(Rejection::NotFound));
    };
    if enrolled.len() == 1 {
        let required = caller.policy.requires_factor(&user, op.now);
        return Ok(Err(if required { Rejection::RequiredByPolicy } else { Rejection::LastFactor }));
    }
    if !sessions::retire(op, tx, caller)? {
        return Ok(Err(Rejection::Unauthenticated));
    }
    authenticators::delete(tx, account, id)?;
    let user = users::record_factor_change(tx, account)?;
    let event = AuditEvent::in_session(&caller.session, Action::AuthenticatorRemoved);
    let event = event.with(json!({"authenticator": id}));
    let change = FactorChange::Removed;
    let message = Message::FactorModified { authenticator: removed.name.clone(), change };
    op.announce(tx, event, &user, message)?;
    sessions::succeed_alone(op, tx, caller, user, None, EndReason::FactorChanged).map(Ok)
}
