//! Queues: what waits in the database for being sent, as it was found last.

use std::sync::atomic::AtomicU64;

use chrono::TimeDelta;
use prometheus_client::{
    metrics::{family::Family, gauge::Gauge},
    registry::{Registry, Unit},
};

use super::{Labels, watch::seconds_of};

#[derive(Debug)]
pub struct Queues {
    pub mail: Queue,
    pub webhooks: Queue,
}

#[derive(Debug)]
pub struct Queue {
    waiting: Gauge,
    due: Gauge,
    age: Gauge<f64, AtomicU64>,
}

impl Queues {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let (waiting, due): (Family<Labels<1>, Gauge>, Family<Labels<1>, Gauge>) = Default::default();
        let ages: Family<Labels<1>, Gauge<f64, AtomicU64>> = Family::default();
        registry.register("queue_waiting", "What was not sent yet", waiting.clone());
        registry.register(
            "queue_due",
            "What is to be sent now, or is being sent later than it should",
            due.clone(),
        );
        registry.register_with_unit(
            "queue_oldest_age",
            "Of what waits the longest",
            Unit::Seconds,
            ages.clone(),
        );
        let of = |queue: &'static str| {
            let labels = [("queue", queue.into())];
            Queue {
                waiting: waiting.get_or_create_owned(&labels),
                due: due.get_or_create_owned(&labels),
                age: ages.get_or_create_owned(&labels),
            }
        };
        Self { mail: of("mail"), webhooks: of("webhooks") }
    }
}

impl Queue {
    pub fn show(&self, waiting: i64, due: i64, age: TimeDelta) {
        self.waiting.set(waiting);
        self.due.set(due);
        self.age.set(seconds_of(age));
    }
}
