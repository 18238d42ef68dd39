//! Who asks: the client's address and programs, and the one hop to a thread that may wait for the database.

use std::{
    error::Error,
    future::{Ready, ready},
    net::IpAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use actix_web::rt::time::timeout;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::header, web, web::Data};
use ipnet::IpNet;
use tracing::Span;

use super::{
    cookie,
    gate::RequestId,
    gathering::{Claim, Gathering},
    problem::Problem,
};
use crate::{
    app::App,
    config::Settings,
    domain::{Timestamp, audit::Origin, session::Client},
    error::{Failure, Fault},
    flows::{HashingPermit, Operation, together::Together},
};

/// So much of a `User-Agent` is kept.
const LONGEST_USER_AGENT: usize = 256;

/// Somebody who has proven nothing.
#[derive(Clone)]
pub struct Anonymous {
    pub app: Data<App>,
    origin: Origin,
    browser: Option<String>,
    device: Option<String>,
    /// What the browser shows that has been at a provider of single sign-on.
    pub traveller: Option<String>,
    /// So much longer the client waits.
    patience: Duration,
}

impl Anonymous {
    pub fn of(request: &HttpRequest) -> Result<Self, Problem> {
        let app =
            request.app_data::<Data<App>>().ok_or_else(|| Fault::internal("a server without its service"))?;
        let Settings { public_url, trusted_proxies, answer_within, .. } = &app.settings;
        let origin = origin(request, trusted_proxies);
        let browser = cookie::read_browser(request, public_url);
        let device = cookie::read_device(request, public_url);
        let traveller = cookie::read_traveller(request, public_url);
        Ok(Self { app: app.clone(), origin, browser, device, traveller, patience: *answer_within })
    }

    /// Waits for a core to hash on, and for half of the time at most that is left: where all who have a core wait for the
    /// database, it would not be free before that answers. Errors: unavailable; nothing was begun.
    pub async fn permit(&mut self) -> Result<HashingPermit, Problem> {
        let begun = Instant::now();
        let permit = timeout(self.patience / 2, self.app.passwords.permit()).await;
        let waited = begun.elapsed();
        self.app.metrics.hashing.note_wait(waited, matches!(permit, Ok(Ok(_))));
        self.patience = self.patience.saturating_sub(waited);
        Ok(permit.map_err(Fault::unavailable)??)
    }

    /// Runs a flow where it may block. A thread cannot be called back: when its client is told that it took too long, it goes on
    /// waiting for its database, with its connection, and what it still does is done. So nothing is answered for before it is
    /// written, and whoever asks again finds the code used up, the attempt charged, the answer kept.
    pub async fn run<T: Send + 'static>(
        self,
        flow: impl FnOnce(&Operation) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let patience = self.patience;
        // What is logged on the other thread belongs to the request, too.
        let span = Span::current();
        let outcome = web::block(move || {
            let _entered = span.entered();
            let op = self.operation();
            (flow(&op), op.now)
        });
        settled(patience, outcome, || false).await.map(|(value, _)| value)
    }

    /// Asks a question together with others of its group. Gives the time of the answer with it.
    pub async fn ask<Q: Together>(
        self,
        gathering: Data<Gathering<Q>>,
        group: Q::Group,
        question: Q,
    ) -> Result<(Q::Answer, Timestamp), Problem> {
        let patience = self.patience;
        let claim = Arc::<Claim>::default();
        let answered = gathering.into_inner().ask(group, question, self, Arc::clone(&claim));
        settled(patience, answered, || claim.take()).await
    }

    /// What they ask for, as it begins now.
    pub fn operation(&self) -> Operation<'_> {
        let (browser, device) = (self.browser.as_deref(), self.device.as_deref());
        Operation::begin(&self.app, &self.origin).in_browser(browser, device)
    }
}

/// What came of it, and when it was begun. Where that takes too long, `called_back` says whether it is known that nothing was.
async fn settled<T, E: Error + Send + Sync + 'static>(
    patience: Duration,
    outcome: impl Future<Output = Result<(Result<T, Failure>, Timestamp), E>>,
    called_back: impl FnOnce() -> bool,
) -> Result<(T, Timestamp), Problem> {
    match timeout(patience, outcome).await {
        Ok(Ok((Ok(value), now))) => Ok((value, now)),
        Ok(Ok((Err(failure), now))) => Err(Problem::of_failure(failure, now)),
        Ok(Err(ended)) => Err(Fault::internal(ended).into()),
        Err(late) if called_back() => Err(Fault::unavailable(late).into()),
        Err(late) => Err(Fault::unsettled(late).into()),
    }
}

impl FromRequest for Anonymous {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

fn origin(request: &HttpRequest, trusted: &[IpNet]) -> Origin {
    let user_agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let user_agent = user_agent.map(|text| text.chars().take(LONGEST_USER_AGENT).collect());
    let request_id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    Origin { client: Client { address: address(request, trusted), user_agent }, request_id }
}

/// The peer's address, or behind trusted proxies the nearest one that they report and that is none of theirs.
fn address(request: &HttpRequest, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    let reported = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let hops: Vec<Option<IpAddr>> =
        reported.flat_map(|list| list.split(',')).map(|hop| hop.trim().parse().ok()).collect();
    Some(nearest_stranger(peer, &hops, trusted))
}

fn nearest_stranger(peer: IpAddr, hops: &[Option<IpAddr>], trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut nearest = peer;
    for hop in hops.iter().rev() {
        match hop.map(|address| address.to_canonical()) {
            // What stands before an unreadable entry may be anybody's invention.
            Some(next) if is_trusted(&nearest) => nearest = next,
            Some(_) | None => break,
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let trusted = ["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()];
        let nearest = |peer: &str, hops: &[&str]| {
            let hops: Vec<_> = hops.iter().map(|hop| hop.parse().ok()).collect();
            nearest_stranger(peer.parse().unwrap(), &hops, &trusted).to_string()
        };
        assert_eq!(nearest("198.51.100.1", &["203.0.113.9"]), "198.51.100.1");
        assert_eq!(nearest("10.0.0.1", &["203.0.113.9"]), "203.0.113.9");
        assert_eq!(nearest("10.0.0.1", &["192.0.2.66", "203.0.113.9", "10.0.0.2"]), "203.0.113.9");
        assert_eq!(nearest("fd00::1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(nearest("10.0.0.1", &["203.0.113.9", "unknown"]), "10.0.0.1");
        assert_eq!(nearest("10.0.0.1", &[]), "10.0.0.1");
    }
}
