//! OpenID Connect as a client of it: what providers say of themselves, where browsers are sent, and whom an ID token names.

mod exchange;
mod failure;
mod metadata;
mod transport;

use std::collections::BTreeSet;

use data_encoding::BASE64URL_NOPAD;
pub use metadata::{Metadata, Providers};
use url::Url;
use zeroize::Zeroizing;

/// Why a provider's word is not taken, in words for administrators; holds no token and no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untrusted {
    /// It did not answer as it should.
    #[error("{0}")]
    Unreachable(String),
    /// It says that it has failed itself; with its error, if that is one of the standard's.
    #[error("it says that it has failed")]
    Failed { error: Option<&'static str> },
    /// It answered, and either refuses what it was asked, by an error as above, or is not to be believed.
    #[error("{reason}")]
    Refused { reason: &'static str, error: Option<&'static str> },
}

impl Untrusted {
    pub fn refused(reason: &'static str) -> Self {
        Self::Refused { reason, error: None }
    }

    /// Whether it only says that whoever was asked there did not want to, or may not.
    pub fn is_declined(&self) -> bool {
        matches!(self, Self::Refused { reason: "declined", .. })
    }
}

/// Us, as a provider knows us.
pub struct Client {
    pub id: String,
    pub secret: Zeroizing<String>,
    /// Where browsers come back to.
    pub redirect: Url,
}

/// The secrets of one sign-in: what the ID token repeats, and what the code is exchanged with (RFC 7636).
pub struct Secrets {
    nonce: String,
    verifier: String,
}

impl Secrets {
    /// Of 64 random bytes.
    pub fn of(bytes: &[u8; 64]) -> Self {
        let (nonce, verifier) = bytes.split_at(32);
        Self { nonce: BASE64URL_NOPAD.encode(nonce), verifier: BASE64URL_NOPAD.encode(verifier) }
    }
}

/// What a browser is sent to a provider with.
pub struct Request<'a> {
    pub client: &'a Client,
    pub scopes: &'a BTreeSet<String>,
    pub state: String,
    pub secrets: &'a Secrets,
}

/// What a browser brought back.
pub struct Response<'a> {
    pub client: &'a Client,
    pub code: String,
    pub secrets: &'a Secrets,
}
