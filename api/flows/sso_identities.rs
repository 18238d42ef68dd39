//! Accounts at providers that are connected with a user: they sign in with them.

use serde_json::json;

use super::{
    Operation, administrators::Administrator, caller::Caller, freezing::lock_unfrozen, sessions::end_all,
    sso_providers::told_of, user_changes::lock_target,
};
use crate::{
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        id::{IdentityId, ProviderId, UserId},
        message::Message,
        rejection::{FieldError, Rejection},
        role::Permission,
        session::{EndReason, Session},
        single_sign_on::{Assertion, Identity, MOST_IDENTITIES, Provider},
        user::{EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{Rx, Tx, sso_identities, sso_providers},
};

/// An account that is connected, with its provider's name.
pub struct Connected {
    pub identity: Identity,
    pub provider: String,
}

/// The accounts that are connected with the caller, the first first.
pub fn list(op: &Operation, caller: &Caller) -> Result<Vec<Connected>, Failure> {
    let (found, providers) = op.read(|rx| {
        let providers = sso_providers::list(rx, caller.user.organization_id)?;
        Ok((sso_identities::list(rx, caller.account())?, providers))
    })?;
    let name = |id: ProviderId| {
        let provider = providers.iter().find(|provider| provider.id == id);
        provider.map(|provider| provider.name.as_str().to_owned()).unwrap_or_default()
    };
    Ok(found
        .into_iter()
        .map(|identity| Connected { provider: name(identity.provider_id), identity })
        .collect())
}

/// Connects an account with a user whose row is locked, in a session of theirs, and tells them. A rejection: it is connected
/// already, with whomever; or they have too many.
pub(super) fn connect(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    session: &Session,
    (provider, assertion): (&Provider, &Assertion),
) -> Result<Connected, Failure> {
    let account = Account::of(user);
    if sso_identities::list(tx, account)?.len() >= MOST_IDENTITIES {
        let message = format!("At most {MOST_IDENTITIES} accounts.");
        let rejection = FieldError::new("", "too_many_identities", message).into();
        return refuse(op, tx, session, (provider.id, "tooManyIdentities"), rejection);
    }
    let identity = new(op, account, provider.id, assertion);
    if !sso_identities::insert(tx, account.organization_id, &identity)? {
        return refuse(op, tx, session, (provider.id, "identityTaken"), Rejection::IdentityTaken);
    }
    let provider_name = provider.name.as_str().to_owned();
    let event = AuditEvent::in_session(session, Action::SsoIdentityLinked);
    let detail = json!({"provider": told_of(provider), "identity": identity.id});
    let message = Message::IdentityLinked { provider: provider_name.clone() };
    op.announce(tx, event.with(detail), user, message)?;
    Ok(Connected { identity, provider: provider_name })
}

/// Tells the log why no account is connected.
pub(super) fn refuse<T>(
    op: &Operation,
    tx: &mut Tx,
    session: &Session,
    (provider, reason): (ProviderId, &str),
    rejection: Rejection,
) -> Result<T, Failure> {
    let event = AuditEvent::in_session(session, Action::SsoRefused).failed();
    op.record(tx, event.with(json!({"reason": reason, "provider": {"id": provider}})))?;
    Err(rejection.into())
}

/// The connection of a user with the account that a provider vouches for.
pub(super) fn new(op: &Operation, account: Account, provider: ProviderId, assertion: &Assertion) -> Identity {
    Identity {
        id: op.new_id(),
        user_id: account.user_id,
        provider_id: provider,
        issuer: assertion.issuer.clone(),
        subject: assertion.subject.clone(),
        email: assertion.email.as_ref().map(|email| EmailAddress::as_str(email).to_owned()),
        linked_at: op.now,
        last_used_at: None,
    }
}

/// Disconnects an account from the caller, and ends their other sessions. Errors: there is none, or without it they could not
/// sign in any more.
pub fn disconnect(op: &Operation, caller: &Caller, id: IdentityId) -> Result<(), Failure> {
    op.write(|tx| {
        let account = caller.account();
        let user = lock_unfrozen(tx, account)?;
        let connected = sso_identities::list(tx, account)?;
        let identity = connected.iter().find(|identity| identity.id == id).ok_or(Rejection::NotFound)?;
        if !user.has_password && !leads_in(tx, account, &connected, id)? {
            return Err(Rejection::LastLoginMethod.into());
        }
        let event = AuditEvent::in_session(&caller.session, Action::SsoIdentityUnlinked);
        remove(op, tx, &user, identity, event)?;
        end_all(op, tx, account, Some(caller.session.id), EndReason::IdentityUnlinked)?;
        Ok(())
    })
}

/// Whether somebody still gets in by another account than that one: of a provider that is not disabled.
fn leads_in(
    rx: &mut Rx,
    account: Account,
    connected: &[Identity],
    without: IdentityId,
) -> Result<bool, Fault> {
    let providers = sso_providers::list(rx, account.organization_id)?;
    let enabled = |id| providers.iter().any(|provider| provider.id == id && provider.enabled);
    Ok(connected.iter().any(|identity| identity.id != without && enabled(identity.provider_id)))
}

/// Disconnects all accounts from a user, for an administrator, and ends the user's sessions. Errors: a user above the administrator,
/// or one without a password, whom it would lock out: that is what suspensions are for.
pub fn disconnect_all(op: &Operation, administrator: &Administrator, target: UserId) -> Result<(), Failure> {
    op.write(|tx| {
        let user = lock_target(tx, administrator, target, Permission::UsersWrite)?.target;
        let account = Account::of(&user);
        let connected = sso_identities::list(tx, account)?;
        if !user.has_password && !connected.is_empty() {
            return Err(Rejection::LastLoginMethod.into());
        }
        for identity in &connected {
            let event = administrator.event(Action::SsoIdentityUnlinked).on(user.id);
            remove(op, tx, &user, identity, event)?;
        }
        if !connected.is_empty() {
            end_all(op, tx, account, None, EndReason::IdentityUnlinked)?;
        }
        Ok(())
    })
}

/// Forgets a connection, and tells the user; `event` begins what is recorded.
fn remove(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    identity: &Identity,
    event: AuditEvent,
) -> Result<(), Fault> {
    sso_identities::delete(tx, Account::of(user), identity.id)?;
    let provider = sso_providers::find(tx, user.organization_id, identity.provider_id)?;
    let provider = provider.ok_or_else(|| Fault::internal("an identity without its provider"))?;
    let detail = json!({"provider": told_of(&provider), "identity": identity.id});
    let message = Message::IdentityUnlinked { provider: provider.name.as_str().to_owned() };
    op.announce(tx, event.with(detail), user, message)
}
