//! Housekeeping: forgets what has ended, in every replica alike.

use chrono::TimeDelta;

use super::Operation;
use crate::{
    domain::{delivery, idempotency, throttle::address_window, webhook_delivery},
    error::Failure,
    store::{
        address_failures, challenges, email_codes, enrollment_grants, idempotency_keys, keyring_readers,
        mailed_tokens, outbox, passkey_ceremonies, pending_enrollments, recognized_browsers, reminders,
        sessions, sso_arrivals, sso_departures, trusted_devices, webhook_deliveries, webhooks,
    },
};

/// So long an ended session is kept, so that a stolen refresh token of it is still recognized.
const SESSIONS_KEPT: TimeDelta = TimeDelta::days(30);

/// So long the row of a deleted webhook is kept, for deliveries that are written while it goes.
const DELETED_WEBHOOKS_KEPT: TimeDelta = TimeDelta::hours(1);

/// Deletes what has ended: challenges, codes, grants, pending secrets, ceremonies, browsers, devices, sessions, sign-ins at
/// providers, address counters, links,
/// mail, reminders, deliveries, processes and repeatable requests; gives the number of rows.
pub fn sweep(op: &Operation) -> Result<usize, Failure> {
    let mut rows = 0;
    // A transaction each, since none of them depends on another.
    rows += op.write(|tx| challenges::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| email_codes::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| enrollment_grants::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| pending_enrollments::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| passkey_ceremonies::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| address_failures::forget_before(tx, address_window(op.now)).map(Ok))?;
    rows += op.write(|tx| recognized_browsers::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| trusted_devices::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| sessions::delete_ended(tx, op.now - SESSIONS_KEPT).map(Ok))?;
    rows += op.write(|tx| sso_departures::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| sso_arrivals::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| mailed_tokens::delete_expired(tx, op.now).map(Ok))?;
    rows += op.write(|tx| outbox::delete_finished(tx, op.now - delivery::KEPT).map(Ok))?;
    rows += op.write(|tx| idempotency_keys::delete_before(tx, op.now - idempotency::KEPT).map(Ok))?;
    rows += op.write(|tx| reminders::delete_past(tx, op.now - delivery::KEPT).map(Ok))?;
    rows += op.write(|tx| webhook_deliveries::delete_ended(tx, op.now - webhook_delivery::KEPT).map(Ok))?;
    rows += op.write(|tx| webhook_deliveries::delete_orphans(tx).map(Ok))?;
    rows += op.write(|tx| keyring_readers::delete_dead(tx, op.now).map(Ok))?;
    rows += op.write(|tx| webhooks::delete_forgotten(tx, op.now - DELETED_WEBHOOKS_KEPT).map(Ok))?;
    Ok(rows)
}
