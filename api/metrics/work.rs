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

    pub fn note_run(&self, work: &'static str, succeeded: bool) {
        // Both from the start, so that the first failure is seen as a rise.
        let [success, failure] = ["success", "failure"].map(|outcome| {
            self.runs.get_or_create_owned(&[("work", work.into()), ("outcome", outcome.into())])
        });
        if succeeded {
            success.inc()
        } else {
            failure.inc()
        };
    }

    pub fn note_items(&self, work: &'static str, count: usize) {
        let items = self.items.get_or_create_owned(&[("work", work.into())]);
        items.inc_by(count.try_into().unwrap_or(u64::MAX));
    }
}
