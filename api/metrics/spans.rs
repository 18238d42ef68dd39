//! Spans: how many have gone to the collector of traces, and how many were lost.

use prometheus_client::{
    metrics::{counter::Counter, family::Family},
    registry::Registry,
};

use super::Labels;

#[derive(Debug)]
pub struct Spans {
    sent: Counter,
    lost: Counter,
}

impl Spans {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let family: Family<Labels<1>, Counter> = Family::default();
        registry.register("spans", "Spans for the collector of traces", family.clone());
        let of = |outcome: &'static str| family.get_or_create_owned(&[("outcome", outcome.into())]);
        Self { sent: of("sent"), lost: of("lost") }
    }

    pub fn note_sent(&self, count: usize) {
        self.sent.inc_by(count.try_into().unwrap_or(u64::MAX));
    }

    pub fn note_lost(&self, count: usize) {
        self.lost.inc_by(count.try_into().unwrap_or(u64::MAX));
    }
}
