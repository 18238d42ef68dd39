//! The watch: what is looked at now and then, whether the log is sealed and the database is to be believed.

use std::sync::atomic::AtomicU64;

use chrono::TimeDelta;
use prometheus_client::{
    metrics::gauge::Gauge,
    registry::{Registry, Unit},
};

type Seconds = Gauge<f64, AtomicU64>;

#[derive(Debug)]
pub struct Watch {
    unsealed_age: Seconds,
    clock_skew: Seconds,
    database_behind: Gauge,
}

impl Watch {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let watch = Self {
            unsealed_age: Seconds::default(),
            clock_skew: Seconds::default(),
            database_behind: Gauge::default(),
        };
        registry.register_with_unit(
            "unsealed_age",
            "Of the oldest event of the audit log that no seal protects",
            Unit::Seconds,
            watch.unsealed_age.clone(),
        );
        registry.register_with_unit(
            "clock_skew",
            "By which the clock of the database is ahead of ours",
            Unit::Seconds,
            watch.clock_skew.clone(),
        );
        registry.register(
            "database_behind",
            "1 where the database has lost what was answered for, so that nothing is answered",
            watch.database_behind.clone(),
        );
        watch
    }

    pub fn show_unsealed(&self, age: TimeDelta) {
        self.unsealed_age.set(seconds_of(age));
    }

    pub fn show_skew(&self, ahead: TimeDelta) {
        self.clock_skew.set(seconds_of(ahead));
    }

    pub fn show_behind(&self, behind: bool) {
        self.database_behind.set(behind.into());
    }
}

pub(super) fn seconds_of(delta: TimeDelta) -> f64 {
    delta.as_seconds_f64()
}
