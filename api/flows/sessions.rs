//! Sessions: begun, prolonged and ended, with the tokens by which one is held.

use serde_json::json;

use super::{Operation, caller::Caller, recognition, trusted_devices::DeviceToken};
use crate::{
    crypto::{
        access_token::Claims,
        opaque_token::{OpaqueToken, TokenKind},
    },
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        challenge::Method,
        id::{OrganizationId, SessionId},
        link::LinkKind,
        notice::{self, Notice},
        policy::Policy,
        rejection::Rejection,
        session::{self, ACCESS_TOKEN_LIFETIME, EndReason, Proof, Session},
        user::User,
    },
    error::{Failure, Fault},
    store::{
        Tx, callers::Prolonging, challenges, enrollment_grants, mailed_tokens, passkey_ceremonies,
        recognized_browsers, recovery_codes, refresh_tokens, sessions, trusted_devices as device_rows,
    },
};

/// A session that a transaction has just begun or renewed, with the only copy of its refresh token.
pub(super) struct Opened {
    user: User,
    session: Session,
    refresh_token: OpaqueToken,
    browser_token: Option<OpaqueToken>,
    /// By which the browser is trusted from now on, where its user asked for that.
    pub(super) device_token: Option<DeviceToken>,
    notices: Vec<Notice>,
}

/// What the holder of a session gets.
pub struct SignedIn {
    pub access_token: String,
    pub refresh_token: String,
    /// By which the browser is recognized from now on, where it was not before.
    pub browser_token: Option<String>,
    /// By which the browser is trusted from now on, where its user asked for that.
    pub device_token: Option<DeviceToken>,
    pub session: Session,
    pub user: User,
    pub notices: Vec<Notice>,
}

/// Begins the session of somebody who has signed in; where the user has too many, the ones unused for longest end. The user's row is locked.
pub(super) fn begin(
    op: &Operation,
    tx: &mut Tx,
    user: User,
    policy: &Policy,
    proof: Proof,
    cookie: bool,
    recovery_codes_left: i64,
) -> Result<Opened, Fault> {
    let kept = session::MOST - 1;
    for surplus in &sessions::list_after(tx, Account::of(&user), user.epoch, kept, op.now)? {
        if sessions::end(tx, user.organization_id, surplus.id, EndReason::TooMany, op.now)? {
            let event = AuditEvent::in_session(surplus, Action::SessionEnded);
            op.record(tx, event.with(json!({"reason": EndReason::TooMany.name()})))?;
        }
    }
    let session = Session::begin(op.new_id(), &user, proof, cookie, op.origin.client.clone(), op.now);
    sessions::insert_signed_in(tx, &session)?;
    let complete = is_complete(&user, proof);
    let browser_token = if cookie && complete { recognition::recognize(op, tx, &user)? } else { None };
    Ok(Opened { browser_token, ..open(op, tx, user, policy, session, recovery_codes_left)? })
}

/// Whether all was proven that the user has: with a factor that was not asked for, somebody may have only the password.
pub(super) fn is_complete(user: &User, proof: Proof) -> bool {
    proof.second_step.completes() || !user.factor.is_enrolled()
}

/// Ends the caller's session, for a new one to take its place; false when it has ended in between.
pub(super) fn retire(op: &Operation, tx: &mut Tx, caller: &Caller) -> Result<bool, Fault> {
    sessions::end(tx, caller.user.organization_id, caller.session.id, EndReason::Elevated, op.now)
}

/// Begins the session that follows the caller's retired one, in the user's epoch and with the second factor that was
/// proven just now.
pub(super) fn succeed(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    user: User,
    second_factor: Option<Method>,
) -> Result<Opened, Fault> {
    let client = op.origin.client.clone();
    let session = caller.session.elevate(op.new_id(), &user, second_factor, client, op.now);
    let left = recovery_codes::summary(tx, caller.account())?.remaining;
    sessions::insert(tx, &session)?;
    open(op, tx, user, &caller.policy, session, left)
}

/// The same, and whatever else the user has open ends.
pub(super) fn succeed_alone(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    user: User,
    second_factor: Option<Method>,
    because: EndReason,
) -> Result<Opened, Fault> {
    end_all(op, tx, caller.account(), None, because)?;
    let opened = succeed(op, tx, caller, user, second_factor)?;
    // The browser in which it was changed is recognized on.
    let proven = opened.session.second_factor_at.is_some() || !opened.user.factor.is_enrolled();
    let recognized = opened.session.cookie && proven;
    let browser_token = if recognized { recognition::recognize(op, tx, &opened.user)? } else { None };
    Ok(Opened { browser_token, ..opened })
}

/// Ends every session of a user but `kept`, closes every challenge, ceremony, change of address and permission to enroll that an
/// earlier password or factor has opened, and recognizes and trusts no browser any more.
pub(super) fn end_all(
    op: &Operation,
    tx: &mut Tx,
    account: Account,
    kept: Option<SessionId>,
    because: EndReason,
) -> Result<(), Fault> {
    let sessions = sessions::end_others(tx, account, kept, because, op.now)?;
    let challenges = challenges::close_all(tx, account, op.now)?;
    let grants = enrollment_grants::close_all(tx, account, op.now)?;
    let ceremonies = passkey_ceremonies::delete_all(tx, account)?;
    let browsers = recognized_browsers::delete_all(tx, account)?;
    let devices = device_rows::delete_all(tx, account)?;
    let mut links = mailed_tokens::close_changes(tx, account, op.now)?;
    if matches!(because, EndReason::PasswordChanged | EndReason::Frozen) {
        links += mailed_tokens::close_all(tx, account, LinkKind::PasswordReset, op.now)?;
    }
    tracing::debug!(
        sessions,
        challenges,
        grants,
        ceremonies,
        links,
        browsers,
        devices,
        because = because.name(),
        "ended what was open"
    );
    Ok(())
}

fn open(
    op: &Operation,
    tx: &mut Tx,
    user: User,
    policy: &Policy,
    session: Session,
    recovery_codes_left: i64,
) -> Result<Opened, Fault> {
    let refresh_token = OpaqueToken::new(TokenKind::Refresh, user.organization_id, &*op.app.random);
    let digest = refresh_token.digest(op.keyring());
    refresh_tokens::insert(tx, user.organization_id, session.id, digest, op.now)?;
    let notices = notices(op, &user, policy, &session, recovery_codes_left);
    Ok(Opened { user, session, refresh_token, browser_token: None, device_token: None, notices })
}

pub(super) fn notices(
    op: &Operation,
    user: &User,
    policy: &Policy,
    session: &Session,
    recovery_codes_left: i64,
) -> Vec<Notice> {
    let mut notices = notice::notices(policy, user, recovery_codes_left, op.now);
    if policy.is_content_with_provider(session) {
        // Nobody is going to ask for it.
        notices.retain(|notice| !matches!(notice, Notice::SetUpTwoFactor { .. }));
    }
    notices
}

impl Opened {
    pub(super) fn session(&self) -> &Session {
        &self.session
    }

    /// The tokens, once the transaction is committed.
    pub(super) fn issue(self, op: &Operation) -> Result<SignedIn, Fault> {
        let access_token = op.access_tokens().sign(&claims(op, &self.session, &self.user))?;
        let refresh_token = self.refresh_token.reveal();
        let browser_token = self.browser_token.as_ref().map(OpaqueToken::reveal);
        let Self { user, session, device_token, notices, .. } = self;
        Ok(SignedIn { access_token, refresh_token, browser_token, device_token, session, user, notices })
    }
}

fn claims(op: &Operation, session: &Session, user: &User) -> Claims {
    let issuer = op.access_tokens().issuer().to_owned();
    let permissions: Vec<&str> = user.permissions.iter().map(|permission| permission.name()).collect();
    Claims {
        iss: issuer.clone(),
        aud: issuer,
        sub: user.id.0,
        org: user.organization_id.0,
        sid: session.id.0,
        iat: op.now.timestamp(),
        nbf: op.now.timestamp(),
        exp: (op.now + ACCESS_TOKEN_LIFETIME).timestamp(),
        jti: op.new_id(),
        amr: session.amr.iter().map(|amr| amr.name().to_owned()).collect(),
        acr: session.claimed_assurance().name().to_owned(),
        auth_time: session.authenticated_at.timestamp(),
        second_factor_time: session.second_factor_at.map(|at| at.timestamp()),
        roles: user.roles.keys().map(|role| role.as_str().to_owned()).collect(),
        scope: permissions.join(" "),
        epoch: user.epoch,
    }
}

/// Exchanges a refresh token for the next one. A used one that comes again was stolen, here or there: its session ends.
pub fn refresh(op: &Operation, refresh_token: &str) -> Result<SignedIn, Failure> {
    let token = OpaqueToken::parse(TokenKind::Refresh, refresh_token).ok_or(Rejection::SessionExpired)?;
    let digests = token.digests(op.keyring());
    let opened = op.write_optimistically(|tx| {
        match refresh_tokens::consume(tx, token.organization_id, &digests, op.now)? {
            Some(found) => prolong(op, tx, found),
            None => refuse_reuse(op, tx, token.organization_id, &digests),
        }
    })?;
    Ok(opened.issue(op)?)
}

fn prolong(op: &Operation, tx: &mut Tx, found: Prolonging) -> Result<Opened, Failure> {
    let (session, user, policy, left) = found;
    let prolonged = session.prolonged(&user, op.now);
    let is_live = |session: &Session| session.is_live(user.epoch, op.now);
    if user.suspended || !is_live(&session) || !is_live(&prolonged) {
        return Err(Rejection::SessionExpired.into());
    }
    let session = prolonged;
    if !sessions::touch(tx, &session)? {
        return Err(Rejection::SessionExpired.into());
    }
    op.record(tx, AuditEvent::in_session(&session, Action::SessionRefreshed))?;
    Ok(open(op, tx, user, &policy, session, left)?)
}

fn refuse_reuse<T>(
    op: &Operation,
    tx: &mut Tx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
) -> Result<T, Failure> {
    let known = refresh_tokens::find_session(tx, organization, digests)?;
    let session = known.map(|id| sessions::find(tx, organization, id)).transpose()?.flatten();
    if let Some(session) = session
        && sessions::end(tx, organization, session.id, EndReason::TokenReused, op.now)?
    {
        op.record(tx, AuditEvent::in_session(&session, Action::RefreshTokenReused).failed())?;
    }
    Err(Rejection::SessionExpired.into())
}

/// Ends the caller's own session.
pub fn log_out(op: &Operation, caller: &Caller) -> Result<(), Failure> {
    op.write(|tx| {
        let ended = Failure::apart(end_one(op, tx, caller, caller.session.id, EndReason::SignedOut))?;
        ended.map_err(|_gone| Rejection::Unauthenticated.into())
    })
}

/// Ends one of the caller's sessions. Errors: it is none of theirs, or has ended.
pub fn end(op: &Operation, caller: &Caller, id: SessionId) -> Result<(), Failure> {
    op.write(|tx| end_one(op, tx, caller, id, EndReason::EndedByUser))
}

fn end_one(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    id: SessionId,
    because: EndReason,
) -> Result<(), Failure> {
    let organization = caller.user.organization_id;
    let found = sessions::find(tx, organization, id)?;
    let own = found.filter(|session| session.user_id == caller.user.id);
    if own.is_none() || !sessions::end(tx, organization, id, because, op.now)? {
        return Err(Rejection::NotFound.into());
    }
    let event = AuditEvent::in_session(&caller.session, Action::SessionEnded);
    op.record(tx, event.with(json!({"reason": because.name(), "endedSession": id})))?;
    Ok(())
}

/// The caller's live sessions, the last used first.
pub fn list(op: &Operation, caller: &Caller) -> Result<Vec<Session>, Failure> {
    Ok(op.read(|rx| sessions::list(rx, caller.account(), caller.user.epoch, op.now))?)
}
