//! Sign-in by a provider that vouches for somebody: for a user who is connected, for a new one, or for nobody yet.

use std::{collections::BTreeSet, slice};

use serde_json::json;

use super::{
    Operation,
    caller::Caller,
    email,
    freezing::{lock_unfrozen, require_unfrozen},
    login::{self, LoggedIn, Step},
    roles,
    sign_in::{self, Entry},
    sso::is_traveller,
    sso_identities::{self, Connected},
    sso_providers::told_of,
    users as user_flows,
};
use crate::{
    crypto::opaque_token::{OpaqueToken, TokenKind},
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        id::UserId,
        language::Language,
        rejection::Rejection,
        role::RoleName,
        session::{FirstStep, Proof, SecondStep},
        single_sign_on::{Assertion, CONNECTION_LIFETIME, Identity, Provider, ProviderDecision},
        user::{DisplayName, EmailAddress, User},
    },
    error::{Failure, Fault},
    store::{
        Tx, login_directory, means, organizations,
        sso_arrivals::{self, Arrival},
        sso_identities as identity_rows, sso_providers,
        users::{self, NewUser},
    },
};

/// How a sign-in by a provider goes on.
pub enum Completed {
    LoggedIn(LoggedIn),
    ConnectionNeeded(ConnectionNeeded),
}

/// Somebody here has the address that the provider told; only whoever proves to be them connects the account.
pub struct ConnectionNeeded {
    /// Connects the account after a sign-in with the password.
    pub token: String,
    pub provider: String,
    pub email: String,
}

/// Goes on with a sign-in that a provider has vouched for, in the browser that came back from it. Errors: the token was used, took
/// too long or is another browser's; the user or the provider may not be used; nobody is connected with that account.
pub fn complete(
    op: &Operation,
    token: &str,
    traveller: Option<&str>,
    cookie: bool,
) -> Result<Completed, Failure> {
    let token = OpaqueToken::parse(TokenKind::Arrival, token).ok_or(Rejection::SsoExpired)?;
    let outcome = op.write(|tx| {
        let arrival = take(op, tx, &token, traveller)?;
        Completion { op, arrival: &arrival, cookie }.run(tx)
    })?;
    Ok(match outcome {
        Outcome::Step(step) => Completed::LoggedIn(step.issue(op)?),
        Outcome::ConnectionNeeded(needed) => Completed::ConnectionNeeded(needed),
    })
}

/// Uses an arrival up, whatever comes of it. A rejection: it was used before, took too long, or is another browser's.
fn take(
    op: &Operation,
    tx: &mut Tx,
    token: &OpaqueToken,
    traveller: Option<&str>,
) -> Result<Arrival, Failure> {
    let found = sso_arrivals::take(tx, token.organization_id, &token.digests(op.keyring()))?;
    let arrival = found.ok_or(Rejection::SsoExpired)?;
    let reason = if op.now >= arrival.expires_at {
        "expired"
    } else if !is_traveller(op, traveller, &arrival.browser_digest) {
        "otherBrowser"
    } else {
        return Ok(arrival);
    };
    record_refusal(op, tx, &arrival, None, reason)?;
    Err(Rejection::SsoExpired.into())
}

fn record_refusal(
    op: &Operation,
    tx: &mut Tx,
    arrival: &Arrival,
    user: Option<UserId>,
    reason: &str,
) -> Result<(), Fault> {
    let event = AuditEvent::about_user(arrival.organization_id, user, Action::SsoRefused).failed();
    op.record(tx, event.with(json!({"reason": reason, "provider": {"id": arrival.provider_id}})))
}

enum Outcome {
    Step(Step),
    ConnectionNeeded(ConnectionNeeded),
}

/// One arrival on its way in.
struct Completion<'a> {
    op: &'a Operation<'a>,
    arrival: &'a Arrival,
    cookie: bool,
}

impl Completion<'_> {
    fn run(&self, tx: &mut Tx) -> Result<Outcome, Failure> {
        let Arrival { organization_id, provider_id, assertion, .. } = self.arrival;
        match identity_rows::find(tx, *organization_id, *provider_id, assertion)? {
            Some(identity) => self.sign_in_known(tx, &identity),
            None => self.receive_stranger(tx),
        }
    }

    fn sign_in_known(&self, tx: &mut Tx, identity: &Identity) -> Result<Outcome, Failure> {
        let account = Account { organization_id: self.arrival.organization_id, user_id: identity.user_id };
        let user =
            users::lock(tx, account)?.ok_or_else(|| Fault::internal("an identity without its user"))?;
        let Some(provider) = self.hold_provider(tx)? else {
            return self.refuse(tx, Some(user.id), "providerDisabled", Rejection::SsoRefused);
        };
        if user.suspended {
            return self.refuse(tx, Some(user.id), "suspended", Rejection::SsoRefused);
        }
        if user.frozen {
            return self.refuse(tx, Some(user.id), "accountFrozen", Rejection::AccountFrozen);
        }
        let user = self.follow(tx, &provider, identity, user)?;
        let email = self.arrival.assertion.email.as_ref();
        identity_rows::touch(tx, account.organization_id, identity.id, email, self.op.now)?;
        self.admit(tx, &provider, user)
    }

    /// Somebody who has no password to change their address with has the one that their first account tells.
    fn follow(
        &self,
        tx: &mut Tx,
        provider: &Provider,
        identity: &Identity,
        user: User,
    ) -> Result<User, Fault> {
        let told = self.arrival.assertion.verified_email().filter(|email| provider.creates(email));
        let Some(email) = told.filter(|email| !user.has_password && email.as_str() != user.email) else {
            return Ok(user);
        };
        let is_first =
            identity_rows::list(tx, Account::of(&user))?.first().map(|first| first.id) == Some(identity.id);
        if is_first { email::follow(self.op, tx, user, email, provider) } else { Ok(user) }
    }

    /// The provider, which nobody disables before the sign-in is done; none where it is disabled.
    fn hold_provider(&self, tx: &mut Tx) -> Result<Option<Provider>, Fault> {
        sso_providers::hold_enabled(tx, self.arrival.organization_id, self.arrival.provider_id)
    }

    fn admit(&self, tx: &mut Tx, provider: &Provider, user: User) -> Result<Outcome, Failure> {
        let (op, cookie) = (self.op, self.cookie);
        let means = means::find(tx, Account::of(&user), op.now)?;
        let policy = &means.policy;
        let first_step = FirstStep::Provider(provider.id);
        let step = match policy.decide_after_provider(&self.arrival.assertion) {
            ProviderDecision::SignIn(second_step) => {
                let proof = Proof { first_step, authenticated_at: self.arrival.arrived_at, second_step };
                let trusted = matches!(second_step, SecondStep::Provider);
                let detail = json!({"method": "singleSignOn", "twoFactorsByProvider": trusted});
                let arrival = sign_in::Arrival::by_first_step(proof, cookie, detail, &means);
                Step::signed_in(sign_in::complete(op, tx, user, policy, arrival)?)
            }
            ProviderDecision::AskAsAfterPassword => {
                login::go_on(op, tx, Entry { first_step, answer: None, cookie }, user)?
            }
        };
        Ok(Outcome::Step(step))
    }

    /// Somebody whom nobody here is connected with.
    fn receive_stranger(&self, tx: &mut Tx) -> Result<Outcome, Failure> {
        let Arrival { organization_id, provider_id, assertion, .. } = self.arrival;
        organizations::lock(tx, *organization_id)?;
        // Of two who come at once, the second is no stranger any more.
        if let Some(identity) = identity_rows::find(tx, *organization_id, *provider_id, assertion)? {
            return self.sign_in_known(tx, &identity);
        }
        let Some(provider) = self.hold_provider(tx)? else {
            return self.refuse(tx, None, "providerDisabled", Rejection::SsoRefused);
        };
        // An address that nobody has confirmed decides nothing, nor does it tell whether somebody here has it.
        let Some(email) = self.arrival.assertion.verified_email() else {
            return self.refuse(tx, None, "emailUnverified", Rejection::SsoNotConnected);
        };
        match login_directory::find(tx, email)? {
            Some(account) if account.organization_id == self.arrival.organization_id => {
                Ok(Outcome::ConnectionNeeded(self.offer_connection(tx, &provider, email)?))
            }
            Some(_) => self.refuse(tx, None, "emailElsewhere", Rejection::SsoNotConnected),
            None if provider.creates(email) => self.create(tx, &provider, email),
            None => self.refuse(tx, None, "unknownUser", Rejection::SsoNotConnected),
        }
    }

    fn offer_connection(
        &self,
        tx: &mut Tx,
        provider: &Provider,
        email: &EmailAddress,
    ) -> Result<ConnectionNeeded, Fault> {
        let op = self.op;
        let token = OpaqueToken::new(TokenKind::Connection, self.arrival.organization_id, &*op.app.random);
        let waiting =
            Arrival { arrived_at: op.now, expires_at: op.now + CONNECTION_LIFETIME, ..self.arrival.clone() };
        sso_arrivals::insert(tx, &waiting, &token.digest(op.keyring()))?;
        record_refusal(op, tx, self.arrival, None, "notConnected")?;
        let (provider, email) = (provider.name.as_str().to_owned(), email.as_str().to_owned());
        Ok(ConnectionNeeded { token: token.reveal(), provider, email })
    }

    /// Creates a user for somebody whom the provider vouches for, without a password.
    fn create(&self, tx: &mut Tx, provider: &Provider, email: &EmailAddress) -> Result<Outcome, Failure> {
        let (op, organization_id) = (self.op, self.arrival.organization_id);
        let roles = match Failure::apart(roles::resolve(
            tx,
            organization_id,
            slice::from_ref(&provider.default_role),
        ))? {
            Ok(roles) => roles.names,
            Err(_gone) => return self.refuse(tx, None, "roleGone", Rejection::SsoNotConnected),
        };
        let account = Account { organization_id, user_id: op.new_id() };
        let assertion = &self.arrival.assertion;
        let name = assertion.display_name.clone().unwrap_or_else(|| DisplayName::of_address(email));
        let new = new_user(account, email, &name, &roles);
        if Failure::apart(user_flows::enter(tx, &new))?.is_err() {
            return self.refuse(tx, None, "emailTaken", Rejection::SsoNotConnected);
        }
        let event = AuditEvent::about_user(organization_id, None, Action::UserCreated);
        let event = user_flows::insert(op, tx, &new, event)?;
        users::record_provided(tx, account, op.now)?;
        op.record(tx, event.with(json!({"roles": new.roles, "provider": told_of(provider)})))?;
        let identity = sso_identities::new(op, account, provider.id, assertion);
        if !identity_rows::insert(tx, organization_id, &identity)? {
            return Err(Fault::internal("a stranger is connected already").into());
        }
        let user = users::lock(tx, account)?.ok_or_else(|| Fault::internal("a new user is gone"))?;
        self.admit(tx, provider, user)
    }

    fn refuse<T>(
        &self,
        tx: &mut Tx,
        user: Option<UserId>,
        reason: &str,
        rejection: Rejection,
    ) -> Result<T, Failure> {
        record_refusal(self.op, tx, self.arrival, user, reason)?;
        Err(rejection.into())
    }
}

fn new_user<'a>(
    account: Account,
    email: &'a EmailAddress,
    display_name: &'a DisplayName,
    roles: &'a BTreeSet<RoleName>,
) -> NewUser<'a> {
    NewUser { account, email, display_name, roles, password: None, language: Language::default() }
}

/// Connects the account that a provider has vouched for with the caller, who has signed in with their password since. Errors: the
/// token was used, took too long, or is another browser's; the caller is somebody else; the account is connected already.
pub fn connect(
    op: &Operation,
    caller: &Caller,
    token: &str,
    traveller: Option<&str>,
) -> Result<Connected, Failure> {
    require_unfrozen(&caller.user)?;
    let token = OpaqueToken::parse(TokenKind::Connection, token).ok_or(Rejection::SsoExpired)?;
    op.write(|tx| {
        let arrival = take(op, tx, &token, traveller)?;
        let Arrival { organization_id, provider_id, assertion, arrived_at, .. } = &arrival;
        let refuse = |tx: &mut Tx, reason, rejection| {
            sso_identities::refuse(op, tx, &caller.session, (*provider_id, reason), rejection)
        };
        if !is_owner(caller, assertion, *arrived_at) || *organization_id != caller.user.organization_id {
            return refuse(tx, "notOwner", Rejection::SsoExpired);
        }
        let user = lock_unfrozen(tx, caller.account())?;
        let Some(provider) = sso_providers::hold_enabled(tx, *organization_id, *provider_id)? else {
            return refuse(tx, "providerDisabled", Rejection::SsoRefused);
        };
        sso_identities::connect(op, tx, &user, &caller.session, (&provider, assertion))
    })
}

/// Whether the caller has the address that the provider told, and has signed in without a provider since it did.
fn is_owner(caller: &Caller, assertion: &Assertion, since: Timestamp) -> bool {
    let named = assertion.verified_email().is_some_and(|email| email.as_str() == caller.user.email);
    let session = &caller.session;
    named && session.first_step == FirstStep::Local && session.authenticated_at >= since
}
