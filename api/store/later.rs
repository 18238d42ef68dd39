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

use super::{Rx, Tx, one_row, optimistic, prepared::Prepared};
use crate::error::Fault;

/// What waits.
pub(super) struct Waiting {
    rows: Rows,
    statement: Box<dyn QueryFragment<Pg> + Send>,
}

/// How many rows a statement is about.
enum Rows {
    /// Exactly one, which is called so.
    One(&'static str),
    /// One, which is not written but has to be there.
    Held,
    Any,
    /// Any number, of deliveries that their worker is woken for.
    Deliveries,
}

/// So many go together at most, which is more than a sign-in writes: each combination is a statement of its own, and a connection
/// prepares not too many.
const MOST: usize = 20;

/// Writes exactly one row, no later than the transaction reads or writes anything else. Those that wait together do not see each
/// other, so none may be about the row of another.
pub(super) fn write_one(
    tx: &mut Tx,
    what: &'static str,
    statement: impl QueryFragment<Pg> + Send + 'static,
) -> Result<(), Fault> {
    wait(tx, Rows::One(what), statement)
}

/// Writes any number of rows, in the same way.
pub(super) fn write_any(
    tx: &mut Tx,
    statement: impl QueryFragment<Pg> + Send + 'static,
) -> Result<(), Fault> {
    wait(tx, Rows::Any, statement)
}

/// Queues any number of deliveries to webhooks, in the same way.
pub(super) fn queue_deliveries(
    tx: &mut Tx,
    statement: impl QueryFragment<Pg> + Send + 'static,
) -> Result<(), Fault> {
    wait(tx, Rows::Deliveries, statement)
}

/// Has a row, which the statement locks, to be there when what comes after it is written.
pub(super) fn hold(tx: &mut Tx, statement: impl QueryFragment<Pg> + Send + 'static) -> Result<(), Fault> {
    wait(tx, Rows::Held, statement)
}

fn wait(tx: &mut Tx, rows: Rows, statement: impl QueryFragment<Pg> + Send + 'static) -> Result<(), Fault> {
    optimistic::require_hold(tx)?;
    if tx.work.waiting.len() == MOST {
        flush(tx)?;
    }
    tx.work.waiting.push(Waiting { rows, statement: Box::new(statement) });
    Ok(())
}

/// Writes what waits. Errors: beside others, that there is no transaction for it and what is to come.
pub(super) fn flush(rx: &mut Rx) -> Result<(), Fault> {
    if rx.work.waiting.iter().all(|waiting| matches!(waiting.rows, Rows::Held)) {
        return Ok(());
    }
    optimistic::require_transaction(rx)?;
    write(rx, Short::Told)
}

/// Writes all that waits, or nothing where one finds no row.
pub(super) fn assert(rx: &mut Rx) -> Result<(), Fault> {
    if rx.work.waiting.is_empty() { Ok(()) } else { write(rx, Short::Fails) }
}

/// What it means that a row is not there.
#[derive(Clone, Copy)]
enum Short {
    /// The number tells, and its transaction is rolled back.
    Told,
    /// The statement fails: by a division by zero, which is the only thing in plain SQL that raises an error where it is told to.
    Fails,
}

fn write(rx: &mut Rx, short: Short) -> Result<(), Fault> {
    let waiting = mem::take(&mut rx.work.waiting);
    let written: Vec<i64> = Prepared(Together { waiting: &waiting, short }).get_result(&mut rx.connection)?;
    for (Waiting { rows, .. }, written) in waiting.iter().zip(written) {
        let written = usize::try_from(written).map_err(Fault::internal)?;
        match rows {
            Rows::One(what) => one_row(what, written)?,
            Rows::Held => one_row("what is held", written)?,
            Rows::Any => {}
            Rows::Deliveries => rx.work.queued |= written > 0,
        }
    }
    Ok(())
}

/// Wakes the worker of the deliveries to webhooks, once this is committed.
pub(super) fn wake_worker(tx: &mut Tx) {
    tx.work.queued = true;
}

/// All of them, with the number of rows that each has written. They begin in their order, and so do their locks.
struct Together<'a> {
    waiting: &'a [Waiting],
    short: Short,
}

impl Query for Together<'_> {
    type SqlType = Array<BigInt>;
}

impl QueryFragment<Pg> for Together<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        for (number, Waiting { rows, statement }) in self.waiting.iter().enumerate() {
            out.push_sql(if number == 0 { "WITH w" } else { "), w" });
            out.push_sql(&number.to_string());
            out.push_sql(" AS (");
            statement.walk_ast(out.reborrow())?;
            out.push_sql(if matches!(rows, Rows::Held) { "" } else { " RETURNING 1" });
        }
        out.push_sql(") SELECT ARRAY[");
        for (number, Waiting { rows, .. }) in self.waiting.iter().enumerate() {
            out.push_sql(if number == 0 { "" } else { ", " });
            let count = format!("(SELECT count(*) FROM w{number})");
            match (self.short, rows) {
                (Short::Fails, Rows::One(_) | Rows::Held) => {
                    out.push_sql(&format!("1 / ({count} = 1)::int::bigint"))
                }
                (Short::Told, _) | (_, Rows::Any | Rows::Deliveries) => out.push_sql(&count),
            }
        }
        out.push_sql("]");
        Ok(())
    }
}
