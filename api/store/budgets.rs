//! Table `budgets`: the failures of a user's guessable credentials. Every verdict passes one conditional statement here.

use chrono::TimeDelta;
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{Int4, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{Rx, Tx, execute_one, later, optimistic, prepared::Prepared, push, schema::budgets};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{OrganizationId, UserId},
        throttle::{Admission, Budget, BudgetKind, Exhausted},
    },
    error::Fault,
};

/// Makes the empty budgets of a new user.
pub fn insert_all(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    for kind in BudgetKind::ALL {
        let values = (
            budgets::org_id.eq(account.organization_id.0),
            budgets::user_id.eq(account.user_id.0),
            budgets::kind.eq(kind.name()),
            budgets::failed_at.eq(Vec::<Timestamp>::new()),
            budgets::consecutive_failures.eq(0),
        );
        execute_one(tx, "budget", diesel::insert_into(budgets::table).values(values))?;
    }
    Ok(())
}

/// Charges a wrong attempt if the budget has room for it.
pub fn charge(tx: &mut Tx, account: Account, budget: &Budget, now: Timestamp) -> Result<Admission, Fault> {
    admit(tx, account, budget, Outcome::Wrong, now)
}

/// Records a right attempt if the budget has room for it, which an optimistic write asserts.
pub fn record_success(
    tx: &mut Tx,
    account: Account,
    budget: &'static Budget,
    now: Timestamp,
) -> Result<Result<(), Exhausted>, Fault> {
    if optimistic::is_optimistic(tx) {
        let pool = Pool { organization_id: account.organization_id, budget };
        let attempt = Attempt::new(account.user_id, budget, now);
        later::write_one(tx, "budget", Admitting { pool, attempt, outcome: Outcome::Right })?;
        note(tx, budget, true);
        return Ok(Ok(()));
    }
    Ok(match admit(tx, account, budget, Outcome::Right, now)? {
        Admission::Admitted { .. } => Ok(()),
        Admission::Exhausted { retry_at } => Err(Exhausted { retry_at }),
    })
}

/// Opens a budget that a row of failures had closed; failures within the window stay.
pub fn reopen(tx: &mut Tx, account: Account, budget: &Budget) -> Result<(), Fault> {
    let target = row(account, budget.kind);
    let statement = diesel::update(target).set(budgets::consecutive_failures.eq(0));
    execute_one(tx, "budget reopened", statement)
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    Right,
    Wrong,
}

/// An attempt that waits for its admission: a row of the relation `asked`.
pub(super) struct Attempt {
    user_id: Uuid,
    at: Timestamp,
    window_begins: Timestamp,
    success_held_since: Timestamp,
}

impl Attempt {
    /// What its values are called there.
    pub(super) const COLUMNS: &'static str = "user_id, at, window_begins, success_held_since";

    pub(super) fn new(user: UserId, budget: &Budget, now: Timestamp) -> Self {
        Self {
            user_id: user.0,
            at: now,
            window_begins: now - budget.window,
            success_held_since: now - budget.success_holds,
        }
    }

    pub(super) fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        push!(
            out,
            "" SqlUuid = &self.user_id,
            ", " Timestamptz = &self.at,
            ", " Timestamptz = &self.window_begins,
            ", " Timestamptz = &self.success_held_since,
        );
        Ok(())
    }
}

/// The rows of one budget in an organization.
#[derive(Clone, Copy)]
pub struct Pool<'a> {
    pub organization_id: OrganizationId,
    pub budget: &'a Budget,
}

impl Pool<'_> {
    /// The conditional update that every verdict passes, for each row of the relation `asked`, but for what it returns.
    pub(super) fn push_admission<'b>(
        &'b self,
        outcome: Outcome,
        out: &mut AstPass<'_, 'b, Pg>,
    ) -> QueryResult<()> {
        let Self { organization_id, budget } = self;
        out.push_sql("UPDATE budgets AS b SET ");
        out.push_sql(match outcome {
            Outcome::Right => "last_success_at = asked.at, consecutive_failures = 0",
            Outcome::Wrong => {
                "failed_at = ARRAY(SELECT t FROM unnest(b.failed_at) AS t WHERE t > asked.window_begins) || asked.at, \
                 consecutive_failures = b.consecutive_failures + 1"
            }
        });
        push!(
            out,
            " FROM asked WHERE b.org_id = " SqlUuid = &organization_id.0,
            " AND b.user_id = asked.user_id AND b.kind = " Text = budget.kind.name(),
            " AND b.consecutive_failures < " Int4 = &budget.most_consecutive,
            " AND (SELECT count(*) FROM unnest(b.failed_at) AS t WHERE t > asked.window_begins) \
              + CASE WHEN b.last_success_at > asked.success_held_since THEN 1 ELSE 0 END < " Int4 = &budget.failures,
        );
        Ok(())
    }

    /// Those rows of the relation `given` whose budget there is, as `b`: to be locked.
    pub(super) fn push_given<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        push!(
            out,
            "SELECT given.* FROM given JOIN budgets AS b ON b.org_id = " SqlUuid = &self.organization_id.0,
            " AND b.user_id = given.user_id AND b.kind = " Text = self.budget.kind.name(),
        );
        Ok(())
    }
}

/// The admission of one attempt, but for what it returns.
struct Admitting<'a> {
    pool: Pool<'a>,
    attempt: Attempt,
    outcome: Outcome,
}

impl QueryFragment<Pg> for Admitting<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { pool, attempt, outcome } = self;
        out.push_sql("WITH asked (");
        out.push_sql(Attempt::COLUMNS);
        out.push_sql(") AS (VALUES (");
        attempt.push(&mut out)?;
        out.push_sql(")) ");
        pool.push_admission(*outcome, &mut out)
    }
}

/// The same, with what is left.
struct Admit<'a>(Admitting<'a>);

impl Query for Admit<'_> {
    type SqlType = (Int4, Int4);
}

impl QueryFragment<Pg> for Admit<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out.reborrow())?;
        push!(
            out,
            " RETURNING " Int4 = &self.0.pool.budget.failures,
            " - (SELECT count(*) FROM unnest(b.failed_at) AS t WHERE t > asked.window_begins)::int, b.consecutive_failures",
        );
        Ok(())
    }
}

fn admit(
    tx: &mut Tx,
    account: Account,
    budget: &Budget,
    outcome: Outcome,
    now: Timestamp,
) -> Result<Admission, Fault> {
    let pool = Pool { organization_id: account.organization_id, budget };
    let statement = Admit(Admitting { pool, attempt: Attempt::new(account.user_id, budget, now), outcome });
    let admitted: Option<(i32, i32)> = Prepared(statement).get_result(tx.connection()?).optional()?;
    note(tx, budget, admitted.is_some());
    match admitted {
        Some((remaining, in_a_row)) => Ok(Admission::Admitted {
            remaining: u32::try_from(remaining).unwrap_or(0),
            in_a_row: u32::try_from(in_a_row).unwrap_or(0),
        }),
        None => Ok(Admission::Exhausted { retry_at: retry_at(tx, account, budget, now)? }),
    }
}

/// Lets a decision be counted once it is committed.
pub(super) fn note(tx: &mut Tx, budget: &Budget, admitted: bool) {
    tx.work.count_decision(|throttles| throttles.budget(budget.kind), admitted);
}

/// When an exhausted budget has room again; a budget without a row never has, and says one window.
pub fn retry_at(rx: &mut Rx, account: Account, budget: &Budget, now: Timestamp) -> Result<Timestamp, Fault> {
    let columns = (budgets::failed_at, budgets::consecutive_failures, budgets::last_success_at);
    let found: Option<(Vec<Timestamp>, i32, Option<Timestamp>)> =
        row(account, budget.kind).select(columns).first(rx.connection()?).optional()?;
    let Some((mut failed_at, consecutive, last_success_at)) = found else {
        return Ok(now + budget.window);
    };
    failed_at.retain(|at| *at > now - budget.window);
    failed_at.sort_unstable();
    let limit = usize::try_from(budget.failures).unwrap_or(0);
    if consecutive >= budget.most_consecutive {
        return Ok(now + budget.window);
    }
    Ok(match failed_at.len().checked_sub(limit) {
        Some(over) => failed_at[over] + budget.window,
        None => last_success_at.map_or(now, |at| at + budget.success_holds).max(now + TimeDelta::seconds(1)),
    })
}

type Row = diesel::dsl::Find<budgets::table, (Uuid, Uuid, &'static str)>;

fn row(account: Account, kind: BudgetKind) -> Row {
    budgets::table.find((account.organization_id.0, account.user_id.0, kind.name()))
}
