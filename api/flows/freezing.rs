//! Frozen accounts: whoever was told of something and says that it was not them stops all changes to the account, until an
//! administrator lifts that. Signing in with the factor that there is goes on.

use serde_json::json;

use super::{Operation, email, mailed_links::LinkToken, outbox, sessions::end_all};
use crate::{
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        link::LinkKind,
        message::{Message, Recipient},
        rejection::Rejection,
        session::EndReason,
        user::User,
    },
    error::{Failure, Fault},
    store::{Tx, pending_enrollments, users},
};

/// Errors: the account is frozen. Asked before every change of a user's own factors, codes, password, address or devices.
pub(super) fn require_unfrozen(user: &User) -> Result<(), Rejection> {
    if user.frozen { Err(Rejection::AccountFrozen) } else { Ok(()) }
}

/// The user with the row locked, for a change to their account. A rejection: they are gone, or frozen.
pub(super) fn lock_unfrozen(tx: &mut Tx, account: Account) -> Result<User, Failure> {
    let user = users::lock(tx, account)?.ok_or(Rejection::Unauthenticated)?;
    require_unfrozen(&user)?;
    Ok(user)
}

/// Takes the word of whoever has the link of a notice that it was not them: the account is frozen, whatever is open ends, and
/// the administrators are told. Where the notice told the old address of another one, it is put back. Errors: the link was used, or
/// its time is over.
pub fn object(op: &Operation, token: &str) -> Result<(), Failure> {
    let token = LinkToken::parse(op, LinkKind::Objection, token)
        .or_else(|_| LinkToken::parse(op, LinkKind::AddressObjection, token))?;
    op.write(|tx| {
        let Some((link, user)) = token.lock(op, tx)? else { return Err(Rejection::LinkExpired.into()) };
        if !token.consume(op, tx)? {
            return Err(Rejection::LinkExpired.into());
        }
        freeze(op, tx, &user)?;
        if token.kind == LinkKind::AddressObjection {
            email::restore(op, tx, &link, &user)?;
        }
        Ok(())
    })
}

fn freeze(op: &Operation, tx: &mut Tx, user: &User) -> Result<(), Fault> {
    let account = Account::of(user);
    users::set_frozen(tx, account, Some(op.now))?;
    end_all(op, tx, account, None, EndReason::Frozen)?;
    pending_enrollments::delete(tx, account)?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::AccountFrozen);
    let event = op.append(tx, &event.with(json!({"again": user.frozen})))?;
    for administrator in users::administrators(tx, user.organization_id)? {
        let message = Message::AccountFrozen { user: user.display_name.clone() };
        let recipient = Recipient::from(&administrator);
        outbox::post(op, tx, user.organization_id, event, &recipient, message, None)?;
    }
    Ok(())
}
