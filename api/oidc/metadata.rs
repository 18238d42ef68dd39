//! What providers say of themselves (OpenID Connect Discovery), kept for a while: endpoints and signing keys.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::TimeDelta;
use openidconnect::{
    AdditionalProviderMetadata, DiscoveryError, IssuerUrl, JsonWebKeySet, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm,
        CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use url::Url;

use super::{
    Untrusted,
    transport::{Transport, Unanswered},
};
use crate::domain::{Timestamp, single_sign_on::Issuer};

/// So long what a provider said is used without asking again.
const KEPT: TimeDelta = TimeDelta::hours(1);
/// A provider that did not answer is left alone for so long: whoever signs in must not make us ask without end.
const PAUSE: TimeDelta = TimeDelta::seconds(10);
/// For a token under a key that nobody knows, keys are fetched at most this often.
const KEYS_AT_MOST_EVERY: TimeDelta = TimeDelta::minutes(1);
/// Of more providers, all are forgotten.
const MOST_KEPT: usize = 1000;

/// What the library does not read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Extras {
    /// OpenID Connect RP-Initiated Logout, section 2.1.
    end_session_endpoint: Option<Url>,
    /// RFC 9207, section 3.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Extras {}

pub(super) type Document = ProviderMetadata<
    Extras,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What a provider said of itself, at a time.
#[derive(Clone)]
pub struct Metadata {
    pub(super) document: Document,
    fetched_at: Timestamp,
    keys_fetched_at: Timestamp,
}

impl Metadata {
    /// Where browsers are sent to sign in.
    pub fn authorization_endpoint(&self) -> &Url {
        self.document.authorization_endpoint().url()
    }

    /// Whether its answers have to say who gives them.
    pub fn names_itself(&self) -> bool {
        self.document.additional_metadata().authorization_response_iss_parameter_supported
    }

    pub fn signing_keys(&self) -> usize {
        self.document.jwks().keys().len()
    }

    /// Where a browser is sent to sign out there too; none where the provider has no such place.
    pub fn logout_url(&self, client_id: &str, back_to: &Url) -> Option<Url> {
        let mut url = self.document.additional_metadata().end_session_endpoint.clone()?;
        url.query_pairs_mut()
            .append_pair("client_id", client_id)
            .append_pair("post_logout_redirect_uri", back_to.as_str());
        Some(url)
    }
}

enum Known {
    Answered(Arc<Metadata>),
    Failed { at: Timestamp, why: Untrusted },
}

/// All providers that were asked lately, by issuer.
pub struct Providers {
    pub(super) transport: Transport,
    known: Mutex<HashMap<String, Known>>,
}

impl Providers {
    /// `private_targets`: whether they may be on this machine and in private networks, and speak plain HTTP.
    pub fn new(private_targets: bool) -> Self {
        Self { transport: Transport::new(private_targets), known: Mutex::default() }
    }

    /// What a provider says of itself, asked at most once an hour. Errors: it does not answer, or is somebody else.
    pub async fn metadata(&self, issuer: &Issuer, now: Timestamp) -> Result<Arc<Metadata>, Untrusted> {
        match self.known().get(issuer.as_str()) {
            Some(Known::Answered(metadata)) if now - metadata.fetched_at < KEPT => {
                return Ok(Arc::clone(metadata));
            }
            Some(Known::Failed { at, why }) if now - *at < PAUSE => return Err(why.clone()),
            Some(_) | None => {}
        }
        self.discover(issuer, now).await
    }

    /// The same, asked now.
    pub async fn discover(&self, issuer: &Issuer, now: Timestamp) -> Result<Arc<Metadata>, Untrusted> {
        let asked = self.ask(issuer, now).await;
        let known = match &asked {
            Ok(metadata) => Known::Answered(Arc::clone(metadata)),
            Err(why) => Known::Failed { at: now, why: why.clone() },
        };
        self.keep(issuer.as_str(), known);
        asked
    }

    async fn ask(&self, issuer: &Issuer, now: Timestamp) -> Result<Arc<Metadata>, Untrusted> {
        let url =
            IssuerUrl::new(issuer.as_str().to_owned()).map_err(|_| unreachable("its issuer is no URL"))?;
        let send = |request| self.transport.send(request);
        let document = Document::discover_async(url, &send).await.map_err(undiscovered)?;
        self.admit(&document)?;
        Ok(Arc::new(Metadata { document, fetched_at: now, keys_fetched_at: now }))
    }

    fn admit(&self, document: &Document) -> Result<(), Untrusted> {
        let logout = document.additional_metadata().end_session_endpoint.as_ref();
        for url in [Some(document.authorization_endpoint().url()), logout].into_iter().flatten() {
            self.transport.admit(url)?;
        }
        if document.token_endpoint().is_none() {
            return Err(unreachable("it names no token endpoint"));
        }
        Ok(())
    }

    /// The same provider with the keys that it has now; none where they were fetched just before, and nothing new is to be
    /// expected. Errors: it does not answer.
    pub(super) async fn with_fresh_keys(
        &self,
        old: &Metadata,
        now: Timestamp,
    ) -> Result<Option<Arc<Metadata>>, Untrusted> {
        let issuer = old.document.issuer().as_str();
        let newest = match self.known().get(issuer) {
            Some(Known::Answered(newest)) => Arc::clone(newest),
            Some(Known::Failed { .. }) | None => Arc::new(old.clone()),
        };
        if newest.keys_fetched_at > old.keys_fetched_at {
            return Ok(Some(newest));
        }
        if now - newest.keys_fetched_at < KEYS_AT_MOST_EVERY {
            return Ok(None);
        }
        let send = |request| self.transport.send(request);
        let keys: CoreJsonWebKeySet =
            JsonWebKeySet::fetch_async(old.document.jwks_uri(), &send).await.map_err(undiscovered)?;
        let document = newest.document.clone().set_jwks(keys);
        let fresh = Arc::new(Metadata { document, keys_fetched_at: now, ..(*newest).clone() });
        self.keep(issuer, Known::Answered(Arc::clone(&fresh)));
        Ok(Some(fresh))
    }

    fn keep(&self, issuer: &str, known: Known) {
        let mut all = self.known();
        if all.len() >= MOST_KEPT {
            all.clear();
        }
        all.insert(issuer.to_owned(), known);
    }

    fn known(&self) -> std::sync::MutexGuard<'_, HashMap<String, Known>> {
        // What is kept is whole at any time.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn unreachable(why: &str) -> Untrusted {
    Untrusted::Unreachable(why.to_owned())
}

fn undiscovered(error: DiscoveryError<Unanswered>) -> Untrusted {
    match error {
        DiscoveryError::Request(why) => why.into(),
        DiscoveryError::Response(status, ..) => unreachable(&format!("it answers {}", status.as_u16())),
        DiscoveryError::Validation(_) => unreachable("it calls itself by another issuer"),
        DiscoveryError::Parse(_) => unreachable("what it says of itself cannot be read"),
        _ => unreachable("it does not say who it is"),
    }
}
