//! Verdicts: written with their events, one or several in a statement. Nothing is told of one before it is committed.

use diesel::{
    RunQueryDsl,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{Array, Binary, Int4, Jsonb, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::Value;

use super::{
    Tx,
    audit_events::{self, NewRow},
    budgets::{self, Attempt, Outcome, Pool},
    idempotency_keys::Repeatable,
    prepared::Prepared,
    push,
    step_consumption::{Consuming, Consumption},
};
use crate::{
    domain::{Timestamp, audit::RecordedEvent, id::UserId},
    error::Fault,
};

/// A verdict to be written.
pub struct Writing<'a> {
    pub effect: Effect,
    pub event: &'a RecordedEvent,
    pub now: Timestamp,
}

/// What a verdict does beside being told.
#[derive(Clone, Copy, Debug)]
pub enum Effect {
    /// Uses up a step, if the budget has room for a verdict.
    Consume(Consumption),
    /// Charges a wrong code, if the budget has room for it.
    Charge(UserId),
    Nothing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectKind {
    Consume,
    Charge,
    Nothing,
}

impl EffectKind {
    pub const ALL: [Self; 3] = [Self::Consume, Self::Charge, Self::Nothing];
}

impl Effect {
    pub fn kind(&self) -> EffectKind {
        match self {
            Self::Consume(_) => EffectKind::Consume,
            Self::Charge(_) => EffectKind::Charge,
            Self::Nothing => EffectKind::Nothing,
        }
    }
}

/// What became of a verdict.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It stands, and may be told.
    Done,
    /// The budget had no room: there is no verdict.
    Exhausted,
    /// Somebody else has used the step up in between: the success that the budget notes is that one's.
    Lost,
}

impl Written {
    pub(super) fn of(admitted: bool, done: bool) -> Self {
        match (admitted, done) {
            (_, true) => Self::Done,
            (true, false) => Self::Lost,
            (false, false) => Self::Exhausted,
        }
    }
}

/// Writes a verdict with its event, and with its answer where it may be asked for again. Errors: beside others, that the request
/// was noted meanwhile; see [`super::idempotency_keys::is_repeat`].
pub fn write(
    tx: &mut Tx,
    pool: Pool,
    writing: &Writing,
    kept: Option<(&Repeatable, Value)>,
) -> Result<Written, Fault> {
    let written = run(tx, pool, std::slice::from_ref(writing), Manner::Waiting(kept))?;
    written.into_iter().flatten().next().ok_or_else(|| Fault::internal("a verdict that was not asked for"))
}

/// Writes verdicts of different users, all of one kind of effect, with their events. Nothing is written of those whose budget or
/// authenticator somebody else holds: none waits for another.
pub fn write_unheld(tx: &mut Tx, pool: Pool, writings: &[Writing]) -> Result<Vec<Option<Written>>, Fault> {
    run(tx, pool, writings, Manner::Unheld)
}

enum Manner<'a> {
    Waiting(Option<(&'a Repeatable, Value)>),
    Unheld,
}

fn run(tx: &mut Tx, pool: Pool, writings: &[Writing], manner: Manner) -> Result<Vec<Option<Written>>, Fault> {
    let Some(first) = writings.first() else { return Ok(Vec::new()) };
    let kind = first.effect.kind();
    if writings.iter().any(|writing| writing.effect.kind() != kind) {
        return Err(Fault::internal("verdicts of several kinds"));
    }
    let rows = writings.iter().map(|writing| Row::new(pool, writing)).collect();
    let statement = Statement { pool, kind, rows, manner: &manner, now: first.now };
    let found: (Vec<i32>, Vec<i32>, Vec<i32>) = Prepared(statement).get_result(tx.connection()?)?;
    let (asked, admitted, done) = found;
    let outcomes = (0..).zip(writings).map(|(number, writing)| {
        if !asked.contains(&number) {
            return None;
        }
        let written = Written::of(admitted.contains(&number), done.contains(&number));
        // What is not admitted here is asked again by itself, and counted then.
        let is_last = matches!(manner, Manner::Waiting(_)) || written != Written::Exhausted;
        if kind != EffectKind::Nothing && is_last {
            budgets::note(tx, pool.budget, written != Written::Exhausted);
        }
        if written == Written::Done {
            audit_events::mark(tx, pool.organization_id, writing.event);
        }
        Some(written)
    });
    Ok(outcomes.collect())
}

/// A verdict as a row of the relation `asked`.
struct Row {
    step: Step,
    event: NewRow,
}

enum Step {
    Consume(Consuming),
    Charge(Attempt),
    Nothing,
}

impl Row {
    fn new(pool: Pool, writing: &Writing) -> Self {
        let &Writing { effect, event, now } = writing;
        let step = match effect {
            Effect::Consume(consumption) => Step::Consume(Consuming::new(consumption, pool.budget, now)),
            Effect::Charge(user) => Step::Charge(Attempt::new(user, pool.budget, now)),
            Effect::Nothing => Step::Nothing,
        };
        Self { step, event: NewRow::new(pool.organization_id, event.clone()) }
    }

    fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        match &self.step {
            Step::Consume(consuming) => consuming.push(out)?,
            Step::Charge(attempt) => attempt.push(out)?,
            Step::Nothing => return self.event.push_values(out),
        }
        out.push_sql(", ");
        self.event.push_values(out)
    }
}

struct Statement<'a> {
    pool: Pool<'a>,
    kind: EffectKind,
    rows: Vec<Row>,
    manner: &'a Manner<'a>,
    now: Timestamp,
}

impl Statement<'_> {
    /// The relation `asked`: a row for each verdict that is to be written.
    fn push_asked<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let may_be_held = matches!(self.manner, Manner::Unheld) && self.kind != EffectKind::Nothing;
        out.push_sql(if may_be_held { "WITH given (n, " } else { "WITH asked (n, " });
        match self.kind {
            EffectKind::Consume => Consuming::push_columns(out),
            EffectKind::Charge => out.push_sql(Attempt::COLUMNS),
            EffectKind::Nothing => {}
        }
        out.push_sql(if self.kind == EffectKind::Nothing { "" } else { ", " });
        out.push_sql(NewRow::COLUMNS);
        for (number, row) in self.rows.iter().enumerate() {
            out.push_sql(if number == 0 { ") AS (VALUES (" } else { "), (" });
            out.push_sql(&format!("{number}, "));
            row.push(out)?;
        }
        out.push_sql("))");
        if may_be_held {
            out.push_sql(", asked AS (");
            if self.kind == EffectKind::Consume {
                Consuming::push_given(&self.pool, out)?;
                out.push_sql(" FOR NO KEY UPDATE OF b, a SKIP LOCKED)");
            } else {
                self.pool.push_given(out)?;
                out.push_sql(" FOR NO KEY UPDATE OF b SKIP LOCKED)");
            }
        }
        Ok(())
    }

    /// The relations `admitted` and `done`, with the numbers of those rows of which it is so.
    fn push_effect<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        match self.kind {
            EffectKind::Consume => Consuming::push_use(&self.pool, out)?,
            EffectKind::Charge => {
                out.push_sql("admitted AS (");
                self.pool.push_admission(Outcome::Wrong, out)?;
                out.push_sql(" RETURNING asked.n), done AS (SELECT n FROM admitted)");
            }
            EffectKind::Nothing => {
                out.push_sql("admitted AS (SELECT n FROM asked), done AS (SELECT n FROM asked)");
            }
        }
        Ok(())
    }
}

impl Query for Statement<'_> {
    type SqlType = (Array<Int4>, Array<Int4>, Array<Int4>);
}

impl QueryFragment<Pg> for Statement<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.push_asked(&mut out)?;
        out.push_sql(", ");
        self.push_effect(&mut out)?;
        out.push_sql(", told AS (");
        audit_events::push_insertion_from(&self.pool.organization_id, &mut out)?;
        out.push_sql("asked JOIN done USING (n))");
        if let Manner::Waiting(Some((request, answer))) = &self.manner {
            push!(
                out,
                ", kept AS (INSERT INTO idempotency_keys (org_id, owner_id, key, request_digest, answer, created_at) SELECT "
                    SqlUuid = &request.organization_id.0,
                ", " SqlUuid = &request.owner,
                ", " Text = request.key.as_str(),
                ", " Binary = &request.request_digest,
                ", " Jsonb = answer,
                ", " Timestamptz = &self.now,
                " FROM done)",
            );
        }
        out.push_sql(
            " SELECT ARRAY(SELECT n FROM asked), ARRAY(SELECT n FROM admitted), ARRAY(SELECT n FROM done)",
        );
        Ok(())
    }
}
