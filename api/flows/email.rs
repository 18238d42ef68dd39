//! A user's own address: another one, and the proof that it is theirs.

use serde_json::json;

use super::{
    Operation,
    caller::Caller,
    freezing::lock_unfrozen,
    mailed_links::LinkToken,
    outbox::{self, next_allowed, post_link},
    password::judge,
    sso_providers::told_of,
};
use crate::{
    crypto::passwords::HashingPermit,
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        link::LinkKind,
        message::{Message, MessageKind, Recipient},
        password::Password,
        rejection::Rejection,
        single_sign_on::Provider,
        user::{EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{
        Tx, audit_events, login_directory,
        mailed_tokens::{self, MailedLink},
        passwords as password_rows, sessions as session_rows, users,
    },
};

/// Mails a link to the address that the caller wants to have, for the current password. Whether somebody has that address is
/// not told: then nothing is mailed. Errors: the password is wrong, or too many were; too many mails.
pub fn request_change(
    op: &Operation,
    permit: &HashingPermit,
    caller: &Caller,
    email: &EmailAddress,
    password: &Password,
) -> Result<(), Failure> {
    let stored = op.read(|rx| password_rows::find(rx, caller.account()))?.ok_or(Rejection::NoPassword)?;
    let right = op.app.passwords.verify(permit, op.keyring(), password, Some(&stored))?;
    op.write(|tx| {
        let user = lock_caller(tx, caller)?;
        // The password may have been changed while the typed one was hashed.
        let unchanged = password_rows::find(tx, caller.account())?.as_ref() == Some(&stored);
        judge(op, tx, caller, right && unchanged, Action::EmailChangeRefused)?;
        let event = AuditEvent::in_session(&caller.session, Action::EmailChangeRequested);
        ask(op, tx, &event, &user, email)
    })
}

/// Mails a link to the caller's address, by which they prove that it is theirs. Errors: too many mails.
pub fn request_verification(op: &Operation, caller: &Caller) -> Result<(), Failure> {
    let email = EmailAddress::parse(&caller.user.email)?;
    op.write(|tx| {
        let user = lock_caller(tx, caller)?;
        let event = AuditEvent::in_session(&caller.session, Action::EmailVerificationRequested);
        ask(op, tx, &event, &user, &email)
    })
}

/// The caller and their session, with the rows locked. A rejection: either has ended, or the account is frozen.
fn lock_caller(tx: &mut Tx, caller: &Caller) -> Result<User, Failure> {
    let user = lock_unfrozen(tx, caller.account())?;
    let session = session_rows::lock(tx, caller.user.organization_id, caller.session.id)?;
    session.map(|_| user).ok_or(Rejection::Unauthenticated.into())
}

/// Mails the link, in the place of any that is open, and tells the address that the user has of another one. Where somebody else has
/// that one the link is withheld, and counts like one that was sent.
fn ask(
    op: &Operation,
    tx: &mut Tx,
    event: &AuditEvent,
    user: &User,
    email: &EmailAddress,
) -> Result<(), Failure> {
    let account = Account::of(user);
    let to = &Recipient { email: email.as_str().to_owned(), ..Recipient::from(user) };
    if let Some(retry_at) = next_allowed(op, tx, account, MessageKind::EmailConfirmation)? {
        return Err(Rejection::TooManyMails { retry_at }.into());
    }
    mailed_tokens::close_all(tx, account, LinkKind::EmailConfirmation, op.now)?;
    let event_id = if login_directory::find(tx, email)?.is_some_and(|owner| owner != account) {
        let event = event.clone().failed().with(json!({"reason": "emailTaken"}));
        let expires_at = op.now + LinkKind::EmailConfirmation.lifetime();
        outbox::withhold(op, tx, &event, to, Message::EmailConfirmation { expires_at })?
    } else {
        let message = |expires_at| Message::EmailConfirmation { expires_at };
        post_link(op, tx, event, LinkKind::EmailConfirmation, to, message)?
    };
    if email.as_str() != user.email {
        let message = Message::EmailChangeRequested { new: email.as_str().to_owned() };
        outbox::post(op, tx, user.organization_id, event_id, &user.into(), message, None)?;
    }
    Ok(())
}

/// Takes the proof that an address is its user's: it is verified, or takes the place of the one that they had. Errors: the
/// link is used, replaced or past its time, or somebody has got the address meanwhile.
pub fn confirm(op: &Operation, token: &str) -> Result<(), Failure> {
    let token = LinkToken::parse(op, LinkKind::EmailConfirmation, token)?;
    op.write(|tx| {
        let Some((link, user)) = token.lock(op, tx)?.filter(may_confirm) else {
            return Err(Rejection::LinkExpired.into());
        };
        let changes = link.email != user.email;
        let email = EmailAddress::parse(&link.email)?;
        if changes && !claim(tx, &user, &email)? {
            return Err(Rejection::EmailTaken.into());
        }
        if !token.consume(op, tx)? {
            return Err(Fault::internal("the link of a locked user was used").into());
        }
        if !changes {
            return Ok(verify(op, tx, &user)?);
        }
        let event = AuditEvent::by_user(user.organization_id, user.id, Action::EmailChanged);
        let message = Message::EmailChanged { old: user.email.clone(), new: link.email };
        Ok(change(op, tx, &user, &email, &event, &message)?)
    })
}

fn may_confirm((_, user): &(MailedLink, User)) -> bool {
    user.activated && !user.suspended && !user.frozen
}

/// Has a user whom a provider let in, and who has no password, follow to the address that it vouches for now, unless somebody else
/// has that; gives them as they are then.
pub(super) fn follow(
    op: &Operation,
    tx: &mut Tx,
    user: User,
    email: &EmailAddress,
    provider: &Provider,
) -> Result<User, Fault> {
    if !claim(tx, &user, email)? {
        return Ok(user);
    }
    let event = AuditEvent::by_user(user.organization_id, user.id, Action::EmailChanged);
    let event = event.with(json!({"provider": told_of(provider)}));
    let message = Message::EmailChanged { old: user.email.clone(), new: email.as_str().to_owned() };
    change(op, tx, &user, email, &event, &message)?;
    Ok(User { email: email.as_str().to_owned(), email_verified: true, ..user })
}

/// Puts the address back that a link was mailed to when another took its place, unless somebody else has it by now. Whoever has a
/// link that came with this one, or later, moves it no more: they had the account after this address had. Nor does anybody once an
/// administrator has looked at the account with its owner, who may have left a mailbox to somebody else.
pub(super) fn restore(op: &Operation, tx: &mut Tx, link: &MailedLink, user: &User) -> Result<(), Failure> {
    mailed_tokens::close_since(tx, Account::of(user), LinkKind::AddressObjection, link, op.now)?;
    if link.email == user.email {
        return Ok(());
    }
    let email = EmailAddress::parse(&link.email)?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::EmailRestored);
    let issued_at = link.expires_at - LinkKind::AddressObjection.lifetime();
    let settled_since = issued_at - LinkKind::AddressObjection.lifetime();
    let obstacle = if audit_events::was_unfrozen_since(tx, Account::of(user), settled_since)? {
        Some("recentlyUnfrozen")
    } else {
        (!claim(tx, user, &email)?).then_some("emailTaken")
    };
    if let Some(reason) = obstacle {
        return Ok(op.record(tx, event.failed().with(json!({"reason": reason})))?);
    }
    let message = Message::EmailRestored { old: link.email.clone(), new: user.email.clone() };
    Ok(change(op, tx, user, &email, &event, &message)?)
}

/// Enters an address that is to be a user's; false when somebody has it.
fn claim(tx: &mut Tx, user: &User, email: &EmailAddress) -> Result<bool, Fault> {
    login_directory::insert(tx, email, user.organization_id, user.id)
}

/// Puts an address that was entered in the place of the user's, with one event that is told to both. Links to the old one are dead.
fn change(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    email: &EmailAddress,
    event: &AuditEvent,
    message: &Message,
) -> Result<(), Fault> {
    let account = Account::of(user);
    login_directory::delete(tx, &user.email, account)?;
    users::set_email(tx, account, email.as_str(), op.now)?;
    for kind in [LinkKind::PasswordReset, LinkKind::EmailConfirmation] {
        mailed_tokens::close_all(tx, account, kind, op.now)?;
    }
    let id = op.append(tx, event)?;
    for email in [user.email.as_str(), email.as_str()] {
        let to = Recipient { email: email.to_owned(), ..Recipient::from(user) };
        outbox::post(op, tx, user.organization_id, id, &to, message.clone(), None)?;
    }
    Ok(())
}

fn verify(op: &Operation, tx: &mut Tx, user: &User) -> Result<(), Fault> {
    users::verify_email(tx, Account::of(user), op.now)?;
    op.record(tx, AuditEvent::by_user(user.organization_id, user.id, Action::EmailVerified))
}
