//! Metrics: what the service counts and times, as Prometheus reads it. Nothing here is global: the service owns them, and whoever
//! counts is handed them. No label has a value that somebody could choose: neither path nor address, user nor organization.

mod events;
mod groups;
mod hashing;
mod pool;
mod process;
mod queues;
mod requests;
mod spans;
mod throttles;
mod verdicts;
mod watch;
mod work;

use std::{borrow::Cow, time::Duration};

use prometheus_client::{encoding::text, metrics::histogram::Histogram, registry::Registry};

use crate::domain::Timestamp;

pub use events::Events;
pub use groups::Groups;
pub use hashing::Hashing;
pub use pool::Pool;
pub use prometheus_client::metrics::counter::Counter;
pub use queues::{Queue, Queues};
pub use requests::{InFlight, Requests, Traffic};
pub use spans::Spans;
pub use throttles::{Decisions, Throttles};
pub use verdicts::Verdicts;
pub use watch::Watch;
pub use work::Work;

/// So many series each, by the names of their labels.
type Labels<const N: usize> = [(&'static str, Cow<'static, str>); N];

/// All that is counted and timed in a process.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    pub requests: Requests,
    pub events: Events,
    pub verdicts: Verdicts,
    pub groups: Groups,
    pub throttles: Throttles,
    pub pool: Pool,
    pub hashing: Hashing,
    pub queues: Queues,
    pub watch: Watch,
    pub work: Work,
    pub spans: Spans,
    process: process::Process,
}

impl Metrics {
    /// Those of a process that began at that time.
    pub fn new(begun: Timestamp) -> Self {
        let mut registry = Registry::default();
        let process = process::Process::new(registry.sub_registry_with_prefix("process"), begun);
        let ours = registry.sub_registry_with_prefix("nightlatch");
        process::tell_build(ours);
        Self {
            requests: Requests::new(ours),
            events: Events::new(ours),
            verdicts: Verdicts::new(ours),
            groups: Groups::new(ours),
            throttles: Throttles::new(ours),
            pool: Pool::new(ours),
            hashing: Hashing::new(ours),
            queues: Queues::new(ours),
            watch: Watch::new(ours),
            work: Work::new(ours),
            spans: Spans::new(ours),
            process,
            registry,
        }
    }

    /// What Prometheus reads: the text format of OpenMetrics 1.0.
    pub fn render(&self) -> String {
        self.process.look();
        let mut text = String::new();
        text::encode(&mut text, &self.registry).expect("a string takes what is written to it");
        text
    }
}

/// From a millisecond to ten seconds, the time within which everything is answered.
fn seconds() -> Histogram {
    Histogram::new([0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0])
}

fn observe(histogram: &Histogram, took: Duration) {
    histogram.observe(took.as_secs_f64());
}
