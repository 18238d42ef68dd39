//! A unit of work: what a transaction leaves for its end, and for the time after it.

use std::{mem, sync::Arc};

use tokio::sync::Notify;

use super::{
    Db,
    high_water::{HighWater, Mark},
    later::Waiting,
    optimistic::Manner,
};
use crate::metrics::{Counter, Decisions, Metrics, Throttles};

/// What waits to be written, and what is to be done once it is committed: webhooks are told, events are marked, decisions counted.
pub(super) struct UnitOfWork {
    pub(super) manner: Manner,
    pub(super) waiting: Vec<Waiting>,
    /// Whether webhooks have to be told.
    pub(super) queued: bool,
    pub(super) marks: Vec<Mark>,
    pub(super) counted: Vec<Counter>,
    high_water: Arc<HighWater>,
    deliveries: Arc<Notify>,
    pub(super) metrics: Arc<Metrics>,
}

impl UnitOfWork {
    pub(super) fn new(db: &Db) -> Self {
        Self {
            manner: Manner::default(),
            waiting: Vec::new(),
            queued: false,
            marks: Vec::new(),
            counted: Vec::new(),
            high_water: Arc::clone(&db.high_water),
            deliveries: Arc::clone(&db.deliveries),
            metrics: Arc::clone(&db.metrics),
        }
    }

    /// It is committed.
    pub(super) fn note(&mut self) {
        if mem::take(&mut self.queued) {
            self.deliveries.notify_one();
        }
        self.high_water.note(self.marks.drain(..));
        for counter in self.counted.drain(..) {
            counter.inc();
        }
    }

    /// Lets the decision of a limit be counted.
    pub(super) fn count_decision(&mut self, of: impl Fn(&Throttles) -> &Decisions, admitted: bool) {
        let counter = of(&self.metrics.throttles).of(admitted).clone();
        self.counted.push(counter);
    }

    /// What there is so far.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.marks.len(), self.counted.len())
    }

    /// Forgets what was added since, with all that waits.
    pub(super) fn take_back(&mut self, (marks, counted): (usize, usize)) {
        self.waiting.clear();
        self.marks.truncate(marks);
        self.counted.truncate(counted);
    }

    pub(super) fn forget(&mut self) {
        self.waiting.clear();
        self.queued = false;
        self.marks.clear();
        self.counted.clear();
    }
}
