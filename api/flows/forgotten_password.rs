//! Forgotten passwords: a mailed link sets a new one, asked for by an address or by an administrator. It never signs in, and leaves
//! the second factor alone.

use serde_json::json;

use super::{
    Operation,
    administrators::Administrator,
    login,
    mailed_links::LinkToken,
    outbox::{next_allowed, post_link},
    sessions::end_all,
    user_changes::lock_target,
};
use crate::{
    crypto::passwords::{HashedPassword, HashingPermit},
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        id::{INSTALLATION, UserId},
        link::LinkKind,
        message::{Message, MessageKind, Recipient},
        password::NewPassword,
        rejection::Rejection,
        role::Permission,
        session::EndReason,
        user::{EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{
        Rx, Tx, login_directory, mailed_tokens::MailedLink, organizations, passwords as password_rows,
        policies, sso_identities, users,
    },
};

/// Mails the link to whoever has that address and could sign in. Whether there is somebody, only the audit log is told.
pub fn request(op: &Operation, email: &EmailAddress) -> Result<(), Failure> {
    op.write(|tx| {
        let account = login_directory::find(tx, email)?;
        let user = account.map(|account| users::lock(tx, account)).transpose()?.flatten();
        let organization = account.map_or(INSTALLATION, |account| account.organization_id);
        let subject = account.map(|account| account.user_id);
        let event = AuditEvent::about_user(organization, subject, Action::PasswordResetRequested);
        let obstacle = obstacle(op, tx, user.as_ref())?;
        match (user, obstacle) {
            (Some(user), None) => {
                let message = |expires_at| Message::PasswordReset { expires_at, by: None };
                post_link(op, tx, &event, LinkKind::PasswordReset, &Recipient::from(&user), message)?;
            }
            (_, obstacle) => op.record(tx, event.failed().with(json!({"reason": obstacle})))?,
        }
        Ok(())
    })
}

/// Mails the link to a user, for an administrator, who sees neither it nor the password. Errors: a user above the administrator or
/// one of whom no link sets a password, or too many mails.
pub fn send(op: &Operation, administrator: &Administrator, target: UserId) -> Result<(), Failure> {
    op.write(|tx| {
        let user = lock_target(tx, administrator, target, Permission::UsersWrite)?.target;
        if !may_set_password(tx, &user)? {
            return Err(Rejection::NothingToReset.into());
        }
        if let Some(retry_at) = next_allowed(op, tx, Account::of(&user), MessageKind::PasswordReset)? {
            return Err(Rejection::TooManyMails { retry_at }.into());
        }
        let event = administrator.event(Action::PasswordResetRequested).on(user.id);
        let by = administrator.name();
        let message = |expires_at| Message::PasswordReset { expires_at, by: Some(by.to_owned()) };
        post_link(op, tx, &event, LinkKind::PasswordReset, &Recipient::from(&user), message)?;
        Ok(())
    })
}

/// Why nothing is mailed, for the audit log alone. Each request is charged to its address like a wrong password.
fn obstacle(op: &Operation, tx: &mut Tx, user: Option<&User>) -> Result<Option<&'static str>, Fault> {
    if !login::admit_address(op, tx)? {
        return Ok(Some("addressThrottled"));
    }
    login::charge_address(op, tx)?;
    let Some(user) = user else { return Ok(Some("unknownUser")) };
    let throttled = next_allowed(op, tx, Account::of(user), MessageKind::PasswordReset)?.is_some();
    Ok(match user {
        User { activated: false, imported: false, .. } => Some("notActivated"),
        User { has_password: false, imported: false, .. } => Some("noPassword"),
        User { suspended: true, .. } => Some("suspended"),
        User { frozen: true, .. } => Some("frozen"),
        _ => throttled.then_some("mailsThrottled"),
    })
}

/// Whether whoever was mailed a link may have that password. Errors: the link is used or past its time, or the password is not good
/// enough.
pub fn check(op: &Operation, token: &str, password: &str) -> Result<(), Failure> {
    read_wish(op, token, password).map(drop)
}

fn read_wish(op: &Operation, token: &str, password: &str) -> Result<(LinkToken, NewPassword), Failure> {
    let token = LinkToken::parse(op, LinkKind::PasswordReset, token)?;
    let found = op.read(|rx| {
        let found = token.find(op, rx)?;
        let Some(user) = resettable(rx, found)? else { return Ok(None) };
        let policy = policies::find(rx, user.organization_id)?.policy;
        let organization = organizations::name(rx, user.organization_id)?;
        Ok(Some((user, policy, organization)))
    })?;
    let (user, policy, organization) = found.ok_or(Rejection::LinkExpired)?;
    let known = [user.email.as_str(), user.display_name.as_str(), organization.as_str()];
    Ok((token, NewPassword::parse("password", password, &policy, &known)?))
}

/// Sets the password of whoever was mailed a link for it, and ends whatever they have open. Errors: those of [`check`].
pub fn reset(op: &Operation, permit: &HashingPermit, token: &str, password: &str) -> Result<(), Failure> {
    let (token, new) = read_wish(op, token, password)?;
    let hashed = op.app.passwords.hash(permit, op.keyring(), &*op.app.random, new.password())?;
    op.write(|tx| reset_in(op, tx, &token, &hashed))
}

/// The user whose password the link that was found may set.
fn resettable(rx: &mut Rx, found: Option<(MailedLink, User)>) -> Result<Option<User>, Fault> {
    let Some((_, user)) = found.filter(|(link, user)| user.email == link.email) else { return Ok(None) };
    Ok(may_set_password(rx, &user)?.then_some(user))
}

fn may_set_password(rx: &mut Rx, user: &User) -> Result<bool, Fault> {
    let connected = !sso_identities::list(rx, Account::of(user))?.is_empty();
    Ok(user.may_set_password_by_mail(connected))
}

fn reset_in(
    op: &Operation,
    tx: &mut Tx,
    token: &LinkToken,
    password: &HashedPassword,
) -> Result<(), Failure> {
    let found = token.lock(op, tx)?;
    let user = resettable(tx, found)?.ok_or(Rejection::LinkExpired)?;
    if !token.consume(op, tx)? {
        return Err(Rejection::LinkExpired.into());
    }
    let account = Account::of(&user);
    password_rows::reset(tx, account, password, op.now)?;
    end_all(op, tx, account, None, EndReason::PasswordChanged)?;
    let event = AuditEvent::about_user(user.organization_id, Some(user.id), Action::PasswordReset);
    op.announce(tx, event, &user, Message::PasswordChanged { forgotten: true })?;
    Ok(())
}
