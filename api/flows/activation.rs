//! Activation: whoever was invited sets a password, and is signed in or led to enroll.

use serde_json::json;
use zeroize::Zeroizing;

use super::{
    Operation,
    login::{self, LoggedIn, Login},
    mailed_links::LinkToken,
    sign_in,
};
use crate::{
    crypto::passwords::{HashedPassword, HashingPermit},
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        decision::LoginDecision,
        link::LinkKind,
        password::{NewPassword, Password},
        policy::Policy,
        rejection::Rejection,
        user::{DisplayName, EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{Tx, mailed_tokens::MailedLink, means, organizations, policies, users},
};

/// An invitation, as the one who follows it sees it.
pub struct OpenInvitation {
    pub user: User,
    pub organization: String,
    pub expires_at: Timestamp,
    pub policy: Policy,
}

/// What an invitation is for. Errors: it is used, revoked, replaced or past its time.
pub fn describe(op: &Operation, token: &str) -> Result<OpenInvitation, Failure> {
    let token = LinkToken::parse(op, LinkKind::Activation, token)?;
    let found = op.read(|rx| {
        let Some((link, user)) = token.find(op, rx)?.filter(may_activate) else { return Ok(None) };
        let policy = policies::find(rx, user.organization_id)?.policy;
        let organization = organizations::name(rx, user.organization_id)?;
        Ok(Some(OpenInvitation { user, organization, expires_at: link.expires_at, policy }))
    })?;
    found.ok_or_else(|| Rejection::LinkExpired.into())
}

fn may_activate((link, user): &(MailedLink, User)) -> bool {
    !user.activated && !user.suspended && user.email == link.email
}

/// What somebody who was invited fills in.
pub struct Activation {
    pub token: Zeroizing<String>,
    pub display_name: String,
    /// Whether the refresh token goes into a cookie.
    pub cookie: bool,
}

/// Sets the first password of somebody who was invited, and goes on as a login with it does. Errors: the invitation is used,
/// revoked, replaced or past its time; the password is not good enough, or the name is none; or a login would be blocked: the
/// invitation stays good then.
pub fn activate(
    op: &Operation,
    permit: &HashingPermit,
    activation: &Activation,
    password: &str,
) -> Result<LoggedIn, Failure> {
    let OpenInvitation { user, organization, policy, .. } = describe(op, &activation.token)?;
    let name = DisplayName::parse(&activation.display_name);
    let known = [user.email.as_str(), activation.display_name.trim(), organization.as_str()];
    let new = NewPassword::parse("password", password, &policy, &known);
    let (new, name) = match (new, name) {
        (Ok(new), Ok(name)) => (new, name),
        // Told together, so that nobody fills the form in twice.
        (new, name) => {
            return Err(Rejection::Invalid(new.err().into_iter().chain(name.err()).collect()).into());
        }
    };
    let hashed = op.app.passwords.hash(permit, op.keyring(), &*op.app.random, new.password())?;
    let login = Login {
        email: EmailAddress::parse(&user.email)?,
        password: Password::parse("password", password)?,
        answer: None,
        cookie: activation.cookie,
    };
    let token = LinkToken::parse(op, LinkKind::Activation, &activation.token)?;
    let step = op.write(|tx| {
        let user = use_up(op, tx, &token)?;
        let user = set_up(op, tx, &user, &hashed, &name)?;
        let means = means::find(tx, Account::of(&user), op.now)?;
        let decision = means.policy.decide_activation(&user, means.holdings(), op.now);
        login::go_on_as(op, tx, login.entry(), user, &means, decision)
    })?;
    Ok(step.issue(op)?)
}

fn use_up(op: &Operation, tx: &mut Tx, token: &LinkToken) -> Result<User, Failure> {
    let Some((_, user)) = token.lock(op, tx)?.filter(may_activate) else {
        return Err(Rejection::LinkExpired.into());
    };
    let means = means::find(tx, Account::of(&user), op.now)?;
    let decision = means.policy.decide_activation(&user, means.holdings(), op.now);
    if let LoginDecision::Block(why) = decision {
        return sign_in::block(op, tx, &user, why, json!({}));
    }
    if token.consume(op, tx)? { Ok(user) } else { Err(Rejection::LinkExpired.into()) }
}

fn set_up(
    op: &Operation,
    tx: &mut Tx,
    user: &User,
    password: &HashedPassword,
    name: &DisplayName,
) -> Result<User, Fault> {
    let account = Account::of(user);
    if !users::activate(tx, account, password, name, op.now)? {
        return Err(Fault::internal("a locked user has a password"));
    }
    op.record(tx, AuditEvent::by_user(user.organization_id, user.id, Action::UserActivated))?;
    users::find(tx, account)?.ok_or_else(|| Fault::internal("a locked user is gone"))
}
