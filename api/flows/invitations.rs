//! Invitations: users without a password, who activate their accounts by a mailed link.

use serde_json::json;

use super::{
    Operation,
    administrators::Administrator,
    outbox::{next_allowed, post_link},
    roles,
    user_changes::{Locked, lock_target},
    users::{Draft, UserEntry, enter, find_listed, grantable, insert},
};
use crate::{
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        id::UserId,
        language::Language,
        link::LinkKind,
        message::{Message, MessageKind, Recipient},
        rejection::Rejection,
        role::{Permission, RoleName},
        user::{DisplayName, EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{Tx, authenticators, invited_users, mailed_tokens},
};

/// So many people a call may invite.
pub const MOST_INVITED: usize = 100;

/// Invites somebody. Errors: roles beyond the caller's own or that there are not, or an address that somebody has.
pub fn invite(op: &Operation, administrator: &Administrator, draft: &Draft) -> Result<UserEntry, Failure> {
    roles::require_some(&draft.roles)?;
    op.write(|tx| {
        let id = invite_in(op, tx, administrator, draft)?;
        find_listed(op, tx, administrator, id)
    })
}

fn invite_in(
    op: &Operation,
    tx: &mut Tx,
    administrator: &Administrator,
    draft: &Draft,
) -> Result<UserId, Failure> {
    let roles = grantable(tx, administrator, &draft.roles)?;
    let account = Account { organization_id: administrator.organization_id(), user_id: op.new_id() };
    let new = draft.user(account, &roles, None);
    enter(tx, &new)?;
    let event = insert(op, tx, &new, administrator.event(Action::UserInvited))?;
    let Draft { email, display_name, language, .. } = draft;
    let to = Recipient {
        user_id: account.user_id,
        email: email.as_str().to_owned(),
        display_name: display_name.as_str().to_owned(),
        language: *language,
    };
    send(op, tx, administrator, &event, &to)?;
    Ok(account.user_id)
}

fn send(
    op: &Operation,
    tx: &mut Tx,
    administrator: &Administrator,
    event: &AuditEvent,
    to: &Recipient,
) -> Result<(), Fault> {
    let inviter = administrator.name();
    let message = |expires_at| Message::Invitation { inviter: inviter.to_owned(), expires_at };
    post_link(op, tx, event, LinkKind::Activation, to, message).map(drop)
}

/// What all of the invited are given.
pub struct Terms {
    pub roles: Vec<RoleName>,
    pub language: Language,
}

/// What came of one invitation.
pub struct InvitationResult {
    /// As it was given.
    pub email: String,
    pub outcome: Result<UserId, Failure>,
}

/// Invites one after the other, under the names that their addresses give. Who was not invited, and why, stands in the
/// results; where the service breaks, it ends with that one. Errors: roles beyond the caller's own or that there are not.
pub fn invite_all(
    op: &Operation,
    administrator: &Administrator,
    emails: &[String],
    terms: &Terms,
) -> Result<Vec<InvitationResult>, Failure> {
    roles::require_some(&terms.roles)?;
    op.write(|tx| grantable(tx, administrator, &terms.roles))?;
    let mut results = Vec::with_capacity(emails.len());
    for email in emails {
        let outcome = invite_one(op, administrator, email, terms);
        let broken = matches!(outcome, Err(Failure::Broken(_)));
        results.push(InvitationResult { email: email.clone(), outcome });
        if broken {
            break;
        }
    }
    Ok(results)
}

fn invite_one(
    op: &Operation,
    administrator: &Administrator,
    email: &str,
    terms: &Terms,
) -> Result<UserId, Failure> {
    let email = EmailAddress::parse(email)?;
    let display_name = DisplayName::of_address(&email);
    let draft = Draft { email, display_name, roles: terms.roles.clone(), language: terms.language };
    op.write(|tx| invite_in(op, tx, administrator, &draft))
}

/// Sends an invitation again; the link that was mailed before is dead. Errors: a user above the administrator, one who has
/// activated their account or is suspended, or too many mails.
pub fn send_again(op: &Operation, administrator: &Administrator, target: UserId) -> Result<(), Failure> {
    op.write(|tx| {
        let user = lock_invited(tx, administrator, target)?;
        let account = Account::of(&user);
        if user.suspended {
            // The link would open nothing.
            return Err(Rejection::SuspendedOrFrozen.into());
        }
        if let Some(retry_at) = next_allowed(op, tx, account, MessageKind::Invitation)? {
            return Err(Rejection::TooManyMails { retry_at }.into());
        }
        mailed_tokens::close_all(tx, account, LinkKind::Activation, op.now)?;
        let event = administrator.event(Action::InvitationSent).on(user.id);
        Ok(send(op, tx, administrator, &event, &Recipient::from(&user))?)
    })
}

/// Takes an invitation back, and the user with it. Errors: a user above the administrator, or one who has activated their account.
pub fn revoke(op: &Operation, administrator: &Administrator, target: UserId) -> Result<(), Failure> {
    op.write(|tx| {
        let user = lock_invited(tx, administrator, target)?;
        let authenticators = authenticators::list(tx, Account::of(&user))?.len();
        invited_users::delete(tx, &user)?;
        let event = administrator.event(Action::InvitationRevoked).on(user.id);
        let detail = json!({"roles": user.role_names(), "authenticators": authenticators});
        op.record(tx, event.with(detail))?;
        Ok(())
    })
}

fn lock_invited(tx: &mut Tx, administrator: &Administrator, target: UserId) -> Result<User, Failure> {
    let Locked { target, .. } = lock_target(tx, administrator, target, Permission::UsersWrite)?;
    if target.activated { Err(Rejection::AlreadyActivated.into()) } else { Ok(target) }
}
