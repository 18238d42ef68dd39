//! Writes that wait for the next statement of their transaction, or for its end, and then go together: each alone would be a
//! round trip.

use std::mem;

use diesel::{
    RunQueryDsl,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{Array, BigInt},
};

use super::{Rx, Tx, one_row, prepared::Prepared};
use crate::error::Fault;

/// A write that waits.
pub(super) struct Waiting {
    /// Of which there has to be one row. None: there may be any number, of deliveries that their worker is woken for.
    what: Option<&'static str>,
    statement: Box<dyn QueryFragment<Pg> + Send>,
}

/// So many go together at most: a statement has room for so many values, and a connection for so many prepared ones.
const MOST: usize = 8;

/// Writes exactly one row, no later than the transaction reads or writes anything else. Those that wait together do not see each
/// other, so none may be about the row of another.
pub(super) fn write_one(
    tx: &mut Tx,
    what: &'static str,
    statement: impl QueryFragment<Pg> + Send + 'static,
) -> Result<(), Fault> {
    wait(tx, Waiting { what: Some(what), statement: Box::new(statement) })
}

/// Queues any number of deliveries to webhooks, in the same way.
pub(super) fn queue_deliveries(
    tx: &mut Tx,
    statement: impl QueryFragment<Pg> + Send + 'static,
) -> Result<(), Fault> {
    wait(tx, Waiting { what: None, statement: Box::new(statement) })
}

fn wait(tx: &mut Tx, waiting: Waiting) -> Result<(), Fault> {
    if tx.0.1.waiting.len() == MOST {
        flush(tx)?;
    }
    tx.0.1.waiting.push(waiting);
    Ok(())
}

/// Writes what waits.
pub(super) fn flush(rx: &mut Rx) -> Result<(), Fault> {
    if rx.1.waiting.is_empty() {
        return Ok(());
    }
    let waiting = mem::take(&mut rx.1.waiting);
    let rows: Vec<i64> = Prepared(Together(&waiting)).get_result(&mut rx.0)?;
    for (Waiting { what, .. }, rows) in waiting.iter().zip(rows) {
        let rows = usize::try_from(rows).map_err(Fault::internal)?;
        match what {
            Some(what) => one_row(what, rows)?,
            None => rx.1.queued |= rows > 0,
        }
    }
    Ok(())
}

/// Wakes the worker of the deliveries to webhooks, once this is committed.
pub(super) fn wake_worker(tx: &mut Tx) {
    tx.0.1.queued = true;
}

/// All of them, with the number of rows that each has written.
struct Together<'a>(&'a [Waiting]);

impl Query for Together<'_> {
    type SqlType = Array<BigInt>;
}

impl QueryFragment<Pg> for Together<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        for (number, waiting) in self.0.iter().enumerate() {
            out.push_sql(if number == 0 { "WITH w" } else { "), w" });
            out.push_sql(&number.to_string());
            out.push_sql(" AS (");
            waiting.statement.walk_ast(out.reborrow())?;
            out.push_sql(" RETURNING 1");
        }
        out.push_sql(") SELECT ARRAY[");
        for number in 0..self.0.len() {
            out.push_sql(if number == 0 { "(SELECT count(*) FROM w" } else { ", (SELECT count(*) FROM w" });
            out.push_sql(&number.to_string());
            out.push_sql(")");
        }
        out.push_sql("]");
        Ok(())
    }
}
