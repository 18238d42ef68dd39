//! What a provider says went wrong: the closed lists of RFC 6749 and OpenID Connect Core, and where to look for each of them.

use openidconnect::{HttpResponse, http::StatusCode};
use serde::Deserialize;

use super::Untrusted;

/// Where the fault is to be looked for.
#[derive(Clone, Copy)]
enum Side {
    /// The provider itself.
    Provider,
    /// Whoever was asked there.
    Person,
    /// How we are known there, and by what secret.
    Client,
    /// The code, which is another's, used, too old, or for another address.
    Code,
    /// What we ask for.
    Request,
}

/// RFC 6749, sections 4.1.2.1 and 5.2; OpenID Connect Core, section 3.1.2.6.
const ERRORS: [(&str, Side); 19] = [
    ("server_error", Side::Provider),
    ("temporarily_unavailable", Side::Provider),
    ("access_denied", Side::Person),
    ("interaction_required", Side::Person),
    ("login_required", Side::Person),
    ("account_selection_required", Side::Person),
    ("consent_required", Side::Person),
    ("invalid_client", Side::Client),
    ("unauthorized_client", Side::Client),
    ("invalid_grant", Side::Code),
    ("invalid_request", Side::Request),
    ("invalid_scope", Side::Request),
    ("unsupported_grant_type", Side::Request),
    ("unsupported_response_type", Side::Request),
    ("invalid_request_uri", Side::Request),
    ("invalid_request_object", Side::Request),
    ("request_not_supported", Side::Request),
    ("request_uri_not_supported", Side::Request),
    ("registration_not_supported", Side::Request),
];

impl Untrusted {
    /// Of the error that a provider sends a browser back with. One in words of its own is told as that somebody may not.
    pub fn sent_back(error: &str) -> Self {
        known(error).map_or(Self::refused("declined"), |(error, side)| side.told(Some(error)))
    }

    /// Of an answer of the token endpoint that is none with a token.
    pub(super) fn answered(answer: &HttpResponse) -> Self {
        let said: Option<Said> = serde_json::from_slice(answer.body()).ok();
        let known = said.and_then(|said| known(&said.error));
        let status = answer.status();
        // Whatever it says of us then, it may well take the same another time.
        if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
            return Side::Provider.told(known.map(|(error, _)| error));
        }
        match known {
            Some((error, side)) => side.told(Some(error)),
            None if status == StatusCode::UNAUTHORIZED => Side::Client.told(None),
            None if status.is_client_error() => Side::Code.told(None),
            None => Self::refused("tokenUnreadable"),
        }
    }
}

impl Side {
    fn told(self, error: Option<&'static str>) -> Untrusted {
        let refused = |reason| Untrusted::Refused { reason, error };
        match self {
            Self::Provider => Untrusted::Failed { error },
            Self::Person => refused("declined"),
            Self::Client => refused("clientRefused"),
            Self::Code => refused("codeRefused"),
            Self::Request => refused("requestRefused"),
        }
    }
}

/// RFC 6749, section 5.2. Its description is free text, and not looked at.
#[derive(Deserialize)]
struct Said {
    error: String,
}

fn known(error: &str) -> Option<(&'static str, Side)> {
    ERRORS.into_iter().find(|(name, _)| *name == error)
}
