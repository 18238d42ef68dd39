//! The way to a provider of single sign-on and back: a browser leaves with what it has to bring back, and comes back once.

use serde_json::{Value, json};
use url::{ParseError, Url};

use super::{
    Operation,
    caller::Caller,
    freezing::{lock_unfrozen, require_unfrozen},
    organizations, password, sso_identities,
};
use crate::{
    crypto::{
        opaque_token::{OpaqueToken, TokenKind},
        passwords::HashingPermit,
        sealer::{self, ProviderRow},
    },
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        id::{OrganizationId, ProviderId, SessionId},
        password::Password,
        rejection::{FieldError, Rejection},
        single_sign_on::{self, Assertion, Provider},
    },
    error::{Failure, Fault},
    oidc::{Client, Metadata, Request, Response, Secrets, Untrusted},
    store::{
        Rx, Tx, passwords as password_rows, sessions as session_rows,
        sso_arrivals::{self, Arrival},
        sso_departures::{self, Departure},
        sso_providers,
    },
};

/// A provider that may be used, with what we are to it.
pub struct Doorway {
    pub organization_id: OrganizationId,
    pub provider: Provider,
    client: Client,
}

/// A provider of the organization of that short name, or of the only one that there is. Errors: there is none, or it is
/// disabled.
pub fn find_doorway(op: &Operation, slug: Option<&str>, id: ProviderId) -> Result<Doorway, Failure> {
    let found = op.read(|rx| match organizations::find_named(rx, slug)? {
        Some((organization, _)) => doorway(op, rx, organization, id),
        None => Ok(None),
    })?;
    found.ok_or_else(|| Rejection::NotFound.into())
}

/// The same of the caller's own organization, for somebody whose account may change.
pub fn find_own_doorway(op: &Operation, caller: &Caller, id: ProviderId) -> Result<Doorway, Failure> {
    require_unfrozen(&caller.user)?;
    let found = op.read(|rx| doorway(op, rx, caller.user.organization_id, id))?;
    found.ok_or_else(|| Rejection::NotFound.into())
}

fn doorway(
    op: &Operation,
    rx: &mut Rx,
    organization_id: OrganizationId,
    id: ProviderId,
) -> Result<Option<Doorway>, Fault> {
    let provider = sso_providers::find(rx, organization_id, id)?.filter(|provider| provider.enabled);
    let sealed = sso_providers::sealed_secret(rx, organization_id, id)?;
    let (Some(provider), Some(sealed)) = (provider, sealed) else { return Ok(None) };
    let secret = sealer::open_client_secret(op.keyring(), ProviderRow { organization_id, id }, &sealed)?;
    let redirect = callback_url(op, id).map_err(Fault::internal)?;
    let client = Client { id: provider.client_id.clone(), secret, redirect };
    Ok(Some(Doorway { organization_id, provider, client }))
}

/// Where browsers come back to from a provider: one address for each, so that none can pass for another (RFC 9700, 4.4.2).
pub fn callback_url(op: &Operation, id: ProviderId) -> Result<Url, ParseError> {
    op.app.settings.public_url.join(&format!("/v1/auth/sso/{}/callback", id.0))
}

/// A browser that is sent to a provider.
pub struct Departed {
    pub location: Url,
    /// What the browser shows when it comes back: nobody else goes on with its sign-in.
    pub traveller: String,
}

/// Sends a browser to a provider to sign in; `traveller` is what it shows from the last time. Errors: so many left from one address.
pub fn depart(
    op: &Operation,
    doorway: &Doorway,
    metadata: &Metadata,
    traveller: Option<&str>,
    return_to: Option<&str>,
) -> Result<Departed, Failure> {
    op.admit_stranger()?;
    let return_to = return_to.and_then(single_sign_on::return_path).map(str::to_owned);
    let leaving = Leaving { op, doorway, metadata, traveller: traveller_of(op, doorway, traveller) };
    op.write(|tx| Ok(leaving.leave(tx, return_to.clone(), None)?))
}

/// Sends the caller's browser to a provider of their organization to connect an account there, for the password where they have
/// one. Errors: the password is wrong, or too many were.
pub fn depart_to_connect(
    op: &Operation,
    caller: &Caller,
    (doorway, metadata): (&Doorway, &Metadata),
    (permit, password): (&HashingPermit, Option<&Password>),
    traveller: Option<&str>,
) -> Result<Departed, Failure> {
    let stored = op.read(|rx| password_rows::find(rx, caller.account()))?;
    let right = match (&stored, password) {
        (None, _) => true,
        (Some(_), None) => {
            return Err(FieldError::new("password", "required", "Please fill this in.").into());
        }
        (Some(_), Some(password)) => {
            op.app.passwords.verify(permit, op.keyring(), password, stored.as_ref())?
        }
    };
    let leaving = Leaving { op, doorway, metadata, traveller: traveller_of(op, doorway, traveller) };
    op.write(|tx| {
        let account = caller.account();
        lock_unfrozen(tx, account)?;
        let unchanged = password_rows::find(tx, account)? == stored;
        if stored.is_some() || !unchanged {
            password::judge(op, tx, caller, right && unchanged, Action::SsoIdentityRefused)?;
        }
        Ok(leaving.leave(tx, None, Some((caller.session.id, account)))?)
    })
}

/// The browser's own token, or a new one.
fn traveller_of(op: &Operation, doorway: &Doorway, shown: Option<&str>) -> OpaqueToken {
    let shown = shown.and_then(|text| OpaqueToken::parse(TokenKind::Traveller, text));
    // The same for every tab, or the last one to leave would shut the others out.
    shown
        .filter(|token| token.organization_id == doorway.organization_id)
        .unwrap_or_else(|| OpaqueToken::new(TokenKind::Traveller, doorway.organization_id, &*op.app.random))
}

/// A browser about to leave.
struct Leaving<'a> {
    op: &'a Operation<'a>,
    doorway: &'a Doorway,
    metadata: &'a Metadata,
    traveller: OpaqueToken,
}

impl Leaving<'_> {
    fn leave(
        &self,
        tx: &mut Tx,
        return_to: Option<String>,
        connecting: Option<(SessionId, Account)>,
    ) -> Result<Departed, Fault> {
        let Self { op, doorway, metadata, traveller } = self;
        let (app, organization_id, id) = (op.app, doorway.organization_id, doorway.provider.id);
        let state = OpaqueToken::new(TokenKind::Departure, organization_id, &*app.random);
        let (digest, bytes) = (state.digest(op.keyring()), app.random.bytes::<64>());
        let row = (ProviderRow { organization_id, id }, digest.as_slice());
        let departure = Departure {
            organization_id,
            sealed_secrets: sealer::seal_departure(op.keyring(), &*app.random, row, &bytes),
            digest,
            provider_id: id,
            browser_digest: traveller.digest(op.keyring()),
            return_to,
            connecting,
            expires_at: op.now + single_sign_on::DEPARTURE_LIFETIME,
        };
        sso_departures::insert(tx, &departure)?;
        let secrets = &Secrets::of(&bytes);
        let (client, scopes) = (&doorway.client, &doorway.provider.scopes);
        let location = metadata.authorize(&Request { client, scopes, state: state.reveal(), secrets });
        Ok(Departed { location, traveller: traveller.reveal() })
    }
}

/// A browser that has come back, with what it left with used up.
pub struct Returned {
    pub doorway: Doorway,
    departure: Departure,
    secrets: Secrets,
}

/// Takes back what a browser left with, once and whatever comes of it. Errors: it was used before, took too long, or is another
/// browser's or another provider's; the provider is disabled by now.
pub fn take_back(
    op: &Operation,
    id: ProviderId,
    state: &str,
    traveller: Option<&str>,
) -> Result<Returned, Failure> {
    let state = OpaqueToken::parse(TokenKind::Departure, state).ok_or(Rejection::SsoExpired)?;
    let digests = state.digests(op.keyring());
    op.write(|tx| {
        let departure =
            sso_departures::take(tx, state.organization_id, &digests)?.ok_or(Rejection::SsoExpired)?;
        let flaw = if departure.provider_id != id {
            Some("wrongProvider")
        } else if op.now >= departure.expires_at {
            Some("expired")
        } else if !is_traveller(op, traveller, &departure.browser_digest) {
            Some("otherBrowser")
        } else {
            None
        };
        if let Some(reason) = flaw {
            record_refusal(op, tx, &departure, reason)?;
            return Err(Rejection::SsoExpired.into());
        }
        let organization_id = departure.organization_id;
        let Some(doorway) = doorway(op, tx, organization_id, id)? else {
            record_refusal(op, tx, &departure, "providerDisabled")?;
            return Err(Rejection::SsoRefused.into());
        };
        let row = (ProviderRow { organization_id, id }, departure.digest.as_slice());
        let bytes = sealer::open_departure(op.keyring(), row, &departure.sealed_secrets)?;
        Ok(Returned { doorway, departure, secrets: Secrets::of(&bytes) })
    })
}

impl Returned {
    /// What the provider is asked with. Errors: somebody else answers in its name (RFC 9207).
    pub fn response(
        &self,
        metadata: &Metadata,
        code: String,
        issuer: Option<&str>,
    ) -> Result<Response<'_>, Untrusted> {
        let named = match issuer {
            Some(issuer) => issuer == self.doorway.provider.issuer.as_str(),
            None => !metadata.names_itself(),
        };
        if !named {
            return Err(Untrusted::refused("wrongIssuer"));
        }
        Ok(Response { client: &self.doorway.client, code, secrets: &self.secrets })
    }
}

/// Whether a browser is the one that left.
pub(super) fn is_traveller(op: &Operation, shown: Option<&str>, digest: &[u8]) -> bool {
    let shown = shown.and_then(|text| OpaqueToken::parse(TokenKind::Traveller, text));
    shown.is_some_and(|token| token.digests(op.keyring()).iter().any(|own| own == digest))
}

/// Where a browser goes that has come back.
pub enum Landing {
    /// With this token it signs in.
    SignIn { token: String, return_to: Option<String> },
    /// The account is connected.
    Connected,
}

/// Takes whom a provider vouches for: to sign in with what the browser gets for it, or at once as the account that somebody wanted
/// to connect. Errors: the provider did not answer, or is not to be believed; the account cannot be connected.
pub fn arrive(
    op: &Operation,
    returned: &Returned,
    outcome: &Result<Assertion, Untrusted>,
) -> Result<Landing, Failure> {
    let departure = &returned.departure;
    op.write(|tx| {
        let assertion = match outcome {
            Ok(assertion) => assertion,
            Err(why) => {
                record_told(op, tx, departure, told_of(why))?;
                let rejection = match why {
                    Untrusted::Unreachable(_) | Untrusted::Failed { .. } => Rejection::ProviderUnreachable,
                    Untrusted::Refused { .. } => Rejection::SsoRefused,
                };
                return Err(rejection.into());
            }
        };
        match departure.connecting {
            Some((session, account)) => connect_at_once(op, tx, (session, account), returned, assertion),
            None => Ok(receive(op, tx, departure, assertion)?),
        }
    })
}

fn receive(
    op: &Operation,
    tx: &mut Tx,
    departure: &Departure,
    assertion: &Assertion,
) -> Result<Landing, Fault> {
    let token = OpaqueToken::new(TokenKind::Arrival, departure.organization_id, &*op.app.random);
    let arrival = Arrival {
        organization_id: departure.organization_id,
        provider_id: departure.provider_id,
        browser_digest: departure.browser_digest.clone(),
        assertion: assertion.clone(),
        arrived_at: op.now,
        expires_at: op.now + single_sign_on::ARRIVAL_LIFETIME,
    };
    sso_arrivals::insert(tx, &arrival, &token.digest(op.keyring()))?;
    Ok(Landing::SignIn { token: token.reveal(), return_to: departure.return_to.clone() })
}

/// The browser is the one in which the session asked for it, so the session's user is who connects.
fn connect_at_once(
    op: &Operation,
    tx: &mut Tx,
    (session, account): (SessionId, Account),
    Returned { departure, doorway, .. }: &Returned,
    assertion: &Assertion,
) -> Result<Landing, Failure> {
    let user = lock_unfrozen(tx, account)?;
    let session = session_rows::lock(tx, account.organization_id, session)?;
    let live = session.filter(|session| !user.suspended && session.is_live(user.epoch, op.now));
    let Some(session) = live else {
        record_refusal(op, tx, departure, "sessionEnded")?;
        return Err(Rejection::SsoExpired.into());
    };
    sso_identities::connect(op, tx, &user, &session, (&doorway.provider, assertion))?;
    Ok(Landing::Connected)
}

fn record_refusal(op: &Operation, tx: &mut Tx, departure: &Departure, reason: &str) -> Result<(), Fault> {
    record_told(op, tx, departure, json!({"reason": reason}))
}

fn record_told(op: &Operation, tx: &mut Tx, departure: &Departure, mut told: Value) -> Result<(), Fault> {
    let user = departure.connecting.map(|(_, account)| account.user_id);
    let event = AuditEvent::about_user(departure.organization_id, user, Action::SsoRefused).failed();
    told["provider"] = json!({"id": departure.provider_id});
    op.record(tx, event.with(told))
}

/// What the log tells of a provider: names from closed lists, and none of its own words.
fn told_of(why: &Untrusted) -> Value {
    let (reason, error) = match why {
        Untrusted::Unreachable(cause) => return json!({"reason": "unreachable", "cause": cause}),
        Untrusted::Failed { error } => ("providerFailed", error),
        Untrusted::Refused { reason, error } => (*reason, error),
    };
    match error {
        Some(error) => json!({"reason": reason, "error": error}),
        None => json!({"reason": reason}),
    }
}
