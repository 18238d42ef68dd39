//! Work: what runs beside the requests.

use prometheus_client::{
    metrics::{counter::Counter, family::Family},
    registry::Registry,
};

use super::Labels;

#[derive(Debug)]
pub struct Work {
    runs: Family<Labels<2>, Counter>,
    items: Family<Labels<1>, Counter>,
}

impl Work {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let work = Self { runs: Family::default(), items: Family::default() };
        registry.register("work_runs", "What ran beside the requests, and how it ended", work.runs.clone());
        registry.register(
            "work_items",
            "What such a run has found to do: rows that were deleted, events that were sealed",
            work.items.clone(),
        );
        work
    }

    /// Shows both outcomes before there is one: a first failure is seen as a rise, and a first run that hangs as none.
    pub fn begin_run(&self, work: &'static str) {
        for succeeded in [true, false] {
            drop(self.outcome(work, succeeded));
        }
    }

    pub fn end_run(&self, work: &'static str, succeeded: bool) {
        self.outcome(work, succeeded).inc();
    }

    fn outcome(&self, work: &'static str, succeeded: bool) -> Counter {
        let outcome = if succeeded { "success" } else { "failure" };
        self.runs.get_or_create_owned(&[("work", work.into()), ("outcome", outcome.into())])
    }

    pub fn note_items(&self, work: &'static str, count: usize) {
        let items = self.items.get_or_create_owned(&[("work", work.into())]);
        items.inc_by(count.try_into().unwrap_or(u64::MAX));
    }
}
