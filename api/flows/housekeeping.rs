//! Housekeeping: forgets what has ended, a batch at a time, by one replica for all.

use chrono::TimeDelta;

use super::Operation;
use crate::{
    domain::{Timestamp, delivery, idempotency, throttle::address_window, webhook_delivery},
    error::Failure,
    store::{
        housekeeping::{self as rows, Ending},
        keyring_readers, turns,
    },
};

/// So often all tables are looked through.
pub const INTERVAL: TimeDelta = TimeDelta::minutes(10);
/// A batch takes some hundredths of a second, and holds a connection and its locks no longer.
const BATCH: i64 = 1000;

/// So long an ended session is kept, so that a stolen refresh token of it is still recognized.
const SESSIONS_KEPT: TimeDelta = TimeDelta::days(30);
/// So long the row of a deleted webhook is kept, for deliveries that are written while it goes.
const DELETED_WEBHOOKS_KEPT: TimeDelta = TimeDelta::hours(1);

/// Takes the turn; false where a replica has it, or had it within the interval.
pub fn take_turn(op: &Operation) -> Result<bool, Failure> {
    op.write(|tx| Ok(turns::take(tx, "housekeeping", op.now - INTERVAL, op.now)?))
}

/// What is left to be looked through.
#[derive(Clone, Debug)]
pub struct Round {
    left: Vec<(Ending, Timestamp)>,
}

impl Round {
    /// All that ends: rows that hold secrets, or are read at every sign-in, first.
    pub fn begin(op: &Operation) -> Self {
        let Operation { now, .. } = *op;
        let mut left = vec![
            (rows::PENDING_ENROLLMENTS, now),
            (rows::CHALLENGES, now),
            (rows::EMAIL_CODES, now),
            (rows::ENROLLMENT_GRANTS, now),
            (rows::PASSKEY_CEREMONIES, now),
            (rows::ADDRESS_FAILURES, address_window(now)),
            (rows::RECOGNIZED_BROWSERS, now),
            (rows::TRUSTED_DEVICES, now),
            (rows::SESSIONS, now - SESSIONS_KEPT),
            (rows::SSO_DEPARTURES, now),
            (rows::SSO_ARRIVALS, now),
            (rows::MAILED_TOKENS, now),
            (rows::OUTBOX, now - delivery::KEPT),
            (rows::IDEMPOTENCY_KEYS, now - idempotency::KEPT),
            (rows::REMINDERS, now - delivery::KEPT),
            (rows::WEBHOOK_DELIVERIES, now - webhook_delivery::KEPT),
            (rows::ORPHANED_DELIVERIES, now),
            (rows::WEBHOOKS, now - DELETED_WEBHOOKS_KEPT),
            (rows::KEYRING_READERS, now - keyring_readers::SILENCE),
        ];
        left.reverse();
        Self { left }
    }

    /// Leaves the next table for another round.
    pub fn skip(&mut self) {
        self.left.pop();
    }

    /// Deletes a batch of the next table, and gives the table and the number of rows. Nothing is left of the round after `None`.
    pub fn sweep(&mut self, op: &Operation) -> Result<Option<(&'static str, usize)>, Failure> {
        let Some((ending, before)) = self.left.pop() else { return Ok(None) };
        let (deleted, all) = delete_some(op, &ending, before)?;
        if !all {
            self.left.push((ending, before));
        }
        Ok(Some((ending.table, deleted)))
    }
}

/// Deletes at most a batch; gives the number of rows, and whether these were all that nobody is at work on.
fn delete_some(op: &Operation, ending: &Ending, before: Timestamp) -> Result<(usize, bool), Failure> {
    let owners = op.read(|rx| ending.owners(rx, before, BATCH))?;
    let share = BATCH / i64::try_from(owners.len()).unwrap_or(BATCH).max(1);
    let mut deleted = 0;
    for owner in owners {
        deleted += op.write(|tx| Ok(ending.delete(tx, owner, before, share)?))?;
    }
    Ok((deleted, deleted == 0))
}
