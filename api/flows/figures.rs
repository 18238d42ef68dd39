//! Figures: what operators are shown that nobody counts, because it is looked at.

use chrono::TimeDelta;

use super::Operation;
use crate::{
    app::App,
    domain::Timestamp,
    error::Failure,
    metrics::Queue,
    store::{
        audit_events,
        outbox::{self, Backlog},
        server, webhook_deliveries,
    },
};

/// All metrics, as Prometheus reads them. Looks at what is in memory alone: whoever asks often costs the database nothing.
pub fn render(app: &App) -> String {
    app.db.show_pool();
    let (waiting, busy) = app.passwords.load();
    app.metrics.hashing.show(waiting, busy);
    app.metrics.watch.show_behind(app.db.high_water().is_lost());
    app.metrics.render()
}

/// Looks at what only the database knows, in few and cheap statements: what waits, what is not sealed, and the time. It finds nothing
/// to do.
pub fn measure(op: &Operation) -> Result<usize, Failure> {
    let metrics = &op.app.metrics;
    let (mail, webhooks) =
        op.read(|rx| Ok((outbox::backlog(rx, op.now)?, webhook_deliveries::backlog(rx, op.now)?)))?;
    show(&metrics.queues.mail, &mail, op.now);
    show(&metrics.queues.webhooks, &webhooks, op.now);
    metrics.watch.show_unsealed(age(op.read(audit_events::oldest_unsealed)?, op.now));
    let theirs = op.read(server::time)?;
    metrics.watch.show_skew(theirs - op.app.clock.now());
    Ok(0)
}

fn show(queue: &Queue, backlog: &Backlog, now: Timestamp) {
    queue.show(backlog.waiting, backlog.due, age(backlog.since, now));
}

/// Of what is not there it is nought.
fn age(since: Option<Timestamp>, now: Timestamp) -> TimeDelta {
    since.map_or(TimeDelta::zero(), |since| (now - since).max(TimeDelta::zero()))
}
