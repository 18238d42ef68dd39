//! The pool: how many connections to the database there are and are in use, and how long requests wait for one.

use std::time::Duration;

use prometheus_client::{
    metrics::{counter::Counter, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};

use super::{observe, seconds};

#[derive(Debug)]
pub struct Pool {
    most: Gauge,
    size: Gauge,
    in_use: Gauge,
    waits: Histogram,
    timeouts: Counter,
}

impl Pool {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let pool = Self {
            most: Gauge::default(),
            size: Gauge::default(),
            in_use: Gauge::default(),
            waits: seconds(),
            timeouts: Counter::default(),
        };
        registry.register("pool_limit", "Most connections to the database", pool.most.clone());
        registry.register("pool_connections", "Connections to the database", pool.size.clone());
        registry.register("pool_in_use", "Connections that are lent to somebody", pool.in_use.clone());
        registry.register_with_unit("pool_wait", "For a connection", Unit::Seconds, pool.waits.clone());
        registry.register("pool_timeouts", "Waits for a connection that were in vain", pool.timeouts.clone());
        pool
    }

    pub fn note_wait(&self, took: Duration) {
        observe(&self.waits, took);
    }

    pub fn note_timeout(&self) {
        self.timeouts.inc();
    }

    /// Says how many connections there are, how many of them wait for work, and how many there may be.
    pub fn show(&self, connections: u32, idle: u32, most: u32) {
        self.most.set(most.into());
        self.size.set(connections.into());
        self.in_use.set(connections.saturating_sub(idle).into());
    }
}
