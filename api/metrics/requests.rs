//! Requests: how many of each operation, how they were answered, and how long that took.

use std::{sync::OnceLock, time::Duration};

use prometheus_client::{
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};

use super::{Labels, observe, seconds};

/// The hundreds of the statuses that an answer may have.
const CLASSES: [&str; 4] = ["2xx", "3xx", "4xx", "5xx"];

#[derive(Clone, Debug)]
pub struct Requests {
    in_flight: Gauge,
    answered: Family<Labels<4>, Counter>,
    durations: Family<Labels<1>, Histogram>,
}

impl Requests {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let requests = Self {
            in_flight: Gauge::default(),
            answered: Family::default(),
            durations: Family::new_with_constructor(seconds),
        };
        registry.register(
            "requests_in_flight",
            "Requests that are being answered",
            requests.in_flight.clone(),
        );
        registry.register(
            "requests",
            "Requests that were answered, by operation and the hundred of the status",
            requests.answered.clone(),
        );
        registry.register_with_unit(
            "request_duration",
            "From the head of a request to the head of its answer",
            Unit::Seconds,
            requests.durations.clone(),
        );
        requests
    }

    /// Counts a request as being answered until that is dropped, also where its client has gone.
    pub fn enter(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    /// What counts the requests of one operation.
    pub fn of(&self, operation: &str, method: &str, route: &str) -> Traffic {
        let labels = [("operation", operation), ("method", method), ("route", route)];
        let [operation, method, route] = labels.map(|(name, value)| (name, value.to_owned().into()));
        Traffic { requests: self.clone(), labels: [operation, method, route], series: OnceLock::new() }
    }
}

/// A request that is being answered.
#[must_use]
pub struct InFlight(Gauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Counts the requests of one operation. Its series are made at the first one, and looked up no more.
#[derive(Debug)]
pub struct Traffic {
    requests: Requests,
    labels: Labels<3>,
    series: OnceLock<Series>,
}

#[derive(Debug)]
struct Series {
    answered: [Counter; CLASSES.len()],
    durations: Histogram,
}

impl Traffic {
    /// Counts a request that was answered with that status.
    pub fn note(&self, status: u16, took: Duration) {
        let series = self.series.get_or_init(|| self.series());
        let class = usize::from(status / 100).saturating_sub(2).min(CLASSES.len() - 1);
        series.answered[class].inc();
        observe(&series.durations, took);
    }

    fn series(&self) -> Series {
        let [operation, method, route] = &self.labels;
        let answered = CLASSES.map(|class| {
            let labels = [operation.clone(), method.clone(), route.clone(), ("status", class.into())];
            self.requests.answered.get_or_create_owned(&labels)
        });
        let labels = [operation.clone()];
        Series { answered, durations: self.requests.durations.get_or_create_owned(&labels) }
    }
}
