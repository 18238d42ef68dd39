//! Table `turns`: which tasks the replicas share between them, and when each was last taken on.

use diesel::{prelude::*, query_dsl::methods::FilterDsl, upsert::excluded};

use super::{Tx, schema::turns};
use crate::{domain::Timestamp, error::Fault};

/// Takes a task on; false where somebody has since then already.
pub fn take(tx: &mut Tx, task: &str, since: Timestamp, now: Timestamp) -> Result<bool, Fault> {
    let taken = diesel::insert_into(turns::table)
        .values((turns::task.eq(task), turns::taken_at.eq(now)))
        .on_conflict(turns::task)
        .do_update()
        .set(turns::taken_at.eq(excluded(turns::taken_at)))
        .filter(turns::taken_at.le(since));
    Ok(taken.execute(&mut tx.0.0)? == 1)
}
