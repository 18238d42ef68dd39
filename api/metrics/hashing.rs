//! Hashing: how many passwords wait for a core, and how long.

use std::time::Duration;

use prometheus_client::{
    metrics::{counter::Counter, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};

use super::{observe, seconds};

#[derive(Debug)]
pub struct Hashing {
    waiting: Gauge,
    busy: Gauge,
    waits: Histogram,
    refusals: Counter,
}

impl Hashing {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let hashing = Self {
            waiting: Gauge::default(),
            busy: Gauge::default(),
            waits: seconds(),
            refusals: Counter::default(),
        };
        registry.register(
            "hashing_waiting",
            "Requests that wait for a core to hash on",
            hashing.waiting.clone(),
        );
        registry.register("hashing_busy", "Cores that are lent for hashing", hashing.busy.clone());
        registry.register_with_unit(
            "hashing_wait",
            "For a core to hash on",
            Unit::Seconds,
            hashing.waits.clone(),
        );
        registry.register("hashing_refusals", "Requests that got no core in time", hashing.refusals.clone());
        hashing
    }

    /// Counts a wait that has led to a core, or to a refusal.
    pub fn note_wait(&self, took: Duration, admitted: bool) {
        observe(&self.waits, took);
        if !admitted {
            self.refusals.inc();
        }
    }

    /// Says how many requests wait, and how many cores they wait for.
    pub fn show(&self, waiting: usize, busy: usize) {
        self.waiting.set(waiting.try_into().unwrap_or(i64::MAX));
        self.busy.set(busy.try_into().unwrap_or(i64::MAX));
    }
}
