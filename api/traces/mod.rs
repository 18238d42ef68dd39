//! Traces: where a request stands in its caller's trace, and its span for a collector of OpenTelemetry, where there is one. A span
//! holds what the log line of its request does, but for who asked: nobody's id or address, and nothing that was sent.

mod context;
mod otlp;

use std::{
    mem,
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
    time::Duration,
};

use data_encoding::HEXLOWER;
use reqwest::{Client, header::CONTENT_TYPE};
use url::Url;

use crate::{domain::Timestamp, outbound, random::Random};
use context::Parent;

/// So long a collector has for a batch.
const DEADLINE: Duration = Duration::from_secs(10);
/// So many spans wait at most; a collector that is away does not cost more memory than that.
const MOST_WAITING: usize = 8192;
/// So many go in one request.
const BATCH: usize = 512;

/// The spans that wait for the collector.
pub struct Traces {
    collector: Option<Url>,
    waiting: Mutex<Vec<Span>>,
    /// Made when it is first needed.
    client: OnceLock<Client>,
}

/// A request's place in a trace.
pub struct Trace {
    /// 32 hexadecimal digits.
    pub id: String,
    parent: Option<String>,
    recorded: bool,
}

/// A request that was answered.
#[derive(Clone, Debug)]
pub struct Answered<'a> {
    pub operation: &'a str,
    pub method: &'a str,
    pub route: &'a str,
    pub status: u16,
    pub request_id: &'a str,
    pub ended: Timestamp,
    pub took: Duration,
}

/// A request as the collector is told of it.
struct Span {
    trace: String,
    id: String,
    parent: Option<String>,
    operation: String,
    method: &'static str,
    route: String,
    status: u16,
    request_id: String,
    ended: Timestamp,
    took: Duration,
}

/// What became of spans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    pub sent: usize,
    pub lost: usize,
}

impl Traces {
    /// `collector` is the base of an OTLP endpoint, as `http://127.0.0.1:4318`; without one, nothing is recorded.
    pub fn new(collector: Option<&Url>) -> Self {
        let traces = |base: &Url| {
            let mut url = base.clone();
            url.set_path(&format!("{}/v1/traces", base.path().trim_end_matches('/')));
            url
        };
        Self { collector: collector.map(traces), waiting: Mutex::default(), client: OnceLock::new() }
    }

    pub fn is_on(&self) -> bool {
        self.collector.is_some()
    }

    /// The trace that a request belongs to: the one of its header `traceparent`, or one that begins here, where spans are
    /// recorded.
    pub fn place(&self, traceparent: Option<&str>, random: &dyn Random) -> Option<Trace> {
        match traceparent.and_then(Parent::parse) {
            Some(Parent { trace, span, sampled }) => Some(Trace {
                id: trace.to_owned(),
                parent: Some(span.to_owned()),
                recorded: sampled && self.is_on(),
            }),
            None if self.is_on() => {
                Some(Trace { id: HEXLOWER.encode(&random.bytes::<16>()), parent: None, recorded: true })
            }
            None => None,
        }
    }

    /// Keeps the span of a request for the collector; gives the number of spans that were lost for want of room.
    pub fn record(&self, trace: Trace, answered: &Answered, random: &dyn Random) -> usize {
        if !trace.recorded {
            return 0;
        }
        let mut waiting = self.locked();
        if waiting.len() == MOST_WAITING {
            return 1;
        }
        waiting.push(Span {
            trace: trace.id,
            id: HEXLOWER.encode(&random.bytes::<8>()),
            parent: trace.parent,
            operation: answered.operation.to_owned(),
            method: otlp::method(answered.method),
            route: answered.route.to_owned(),
            status: answered.status,
            request_id: answered.request_id.to_owned(),
            ended: answered.ended,
            took: answered.took,
        });
        0
    }

    /// Sends what waits. What the collector does not take is lost: the service does not keep it, nor try again.
    pub async fn export(&self) -> Exported {
        let spans = mem::take(&mut *self.locked());
        let mut exported = Exported::default();
        for batch in spans.chunks(BATCH) {
            match self.send(batch).await {
                Ok(()) => exported.sent += batch.len(),
                Err(why) => {
                    tracing::debug!("the collector of traces took nothing: {why}");
                    exported.lost += batch.len();
                }
            }
        }
        exported
    }

    async fn send(&self, spans: &[Span]) -> Result<(), String> {
        let Some(url) = &self.collector else { return Ok(()) };
        let client = self.client.get_or_init(client);
        let request = client.post(url.clone()).header(CONTENT_TYPE, "application/json");
        let sent = request.body(otlp::request(spans).to_string()).send().await;
        let response = sent.map_err(|error| outbound::obstacle(&error).to_string())?;
        match response.status() {
            status if status.is_success() => Ok(()),
            status => Err(status.to_string()),
        }
    }

    fn locked(&self) -> MutexGuard<'_, Vec<Span>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The operator names the collector, so that it may be in a private network.
fn client() -> Client {
    outbound::client(true).timeout(DEADLINE).build().expect("these settings go together")
}
