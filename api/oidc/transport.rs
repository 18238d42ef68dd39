//! Requests to providers: small, soon answered, and only to where they may go.

use std::sync::OnceLock;
use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse, http};
use reqwest::{Client, header::USER_AGENT};
use url::Url;

use super::Untrusted;
use crate::outbound::{self, AGENT};

/// So long a provider has for its answer.
const DEADLINE: Duration = Duration::from_secs(8);
/// In bytes.
const LONGEST_ANSWER: usize = 256 * 1024;

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Unanswered(String);

impl From<Unanswered> for Untrusted {
    fn from(Unanswered(why): Unanswered) -> Self {
        Self::Unreachable(why)
    }
}

/// What sends requests to providers.
pub(super) struct Transport {
    /// Whether they may lead to this machine and to private networks, and by plain HTTP.
    private_targets: bool,
    /// Made when it is first needed: many services have no providers.
    client: OnceLock<Client>,
}

impl Transport {
    pub fn new(private_targets: bool) -> Self {
        Self { private_targets, client: OnceLock::new() }
    }

    /// Errors: nobody answered in time or briefly enough, or nobody may be asked there.
    pub async fn send(&self, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
        let (head, body) = request.into_parts();
        let url = Url::parse(&head.uri.to_string()).map_err(|_| Unanswered("it names no URL".to_owned()))?;
        self.admit(&url)?;
        let client = self.client.get_or_init(|| {
            let builder = outbound::client(self.private_targets).timeout(DEADLINE);
            builder.build().expect("these settings go together")
        });
        let request = client.request(head.method, url).headers(head.headers).header(USER_AGENT, AGENT);
        let mut answer = request.body(body).send().await.map_err(unanswered)?;
        let mut read = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(unanswered)? {
            if read.len() + chunk.len() > LONGEST_ANSWER {
                return Err(Unanswered("its answer is too long".to_owned()));
            }
            read.extend_from_slice(&chunk);
        }
        let mut response = http::Response::new(read);
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        Ok(response)
    }

    /// Errors: no `https`, or an address that nobody may be asked at. Said of where browsers are sent as well.
    pub fn admit(&self, url: &Url) -> Result<(), Unanswered> {
        if !(url.scheme() == "https" || self.private_targets && url.scheme() == "http") {
            return Err(Unanswered("it names an address without https".to_owned()));
        }
        outbound::admit(url, self.private_targets).map_err(|obstacle| Unanswered(obstacle.to_string()))
    }
}

fn unanswered(error: reqwest::Error) -> Unanswered {
    Unanswered(outbound::obstacle(&error).to_string())
}
