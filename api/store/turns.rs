//! Table `turns`: which tasks the replicas share between them, and when each was last taken on.

use chrono::TimeDelta;
use diesel::{prelude::*, query_dsl::methods::FilterDsl, upsert::excluded};

use super::{Tx, schema::turns};
use crate::{domain::Timestamp, error::Fault};

/// By so much the clocks of replicas may differ. What was taken on later than that was taken on by a clock that was wrong.
const SKEW: TimeDelta = TimeDelta::minutes(5);

/// Takes a task on; false where somebody has since then already.
pub fn take(tx: &mut Tx, task: &str, since: Timestamp, now: Timestamp) -> Result<bool, Fault> {
    let taken = diesel::insert_into(turns::table)
        .values((turns::task.eq(task), turns::taken_at.eq(now)))
        .on_conflict(turns::task)
        .do_update()
        .set(turns::taken_at.eq(excluded(turns::taken_at)))
        .filter(turns::taken_at.le(since).or(turns::taken_at.gt(now + SKEW)));
    Ok(taken.execute(tx.connection()?)? == 1)
}
