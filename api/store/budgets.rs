//! Table `budgets`: the failures of a user's guessable credentials. Every verdict passes one conditional statement here.

use chrono::TimeDelta;
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{Int4, Text, Timestamptz, Uuid as SqlUuid},
};

use super::{Rx, Tx, execute_one, prepared::Prepared, push, schema::budgets};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, UserId},
        throttle::{Admission, Budget, BudgetKind},
        user::User,
    },
    error::Fault,
};

/// Whose budget is meant.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    pub organization_id: OrganizationId,
    pub user_id: UserId,
}

impl Account {
    pub fn of(user: &User) -> Self {
        Self { organization_id: user.organization_id, user_id: user.id }
    }
}

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
    admit(tx, &Attempt::new(account, budget, Told::Wrong, now))
}

/// Records a right attempt if the budget has room for it.
pub fn record_success(
    tx: &mut Tx,
    account: Account,
    budget: &Budget,
    now: Timestamp,
) -> Result<Admission, Fault> {
    admit(tx, &Attempt::new(account, budget, Told::Right, now))
}

/// Opens a budget that a row of failures had closed; failures within the window stay.
pub fn reopen(tx: &mut Tx, account: Account, budget: &Budget) -> Result<(), Fault> {
    let target = row(account, budget.kind);
    let statement = diesel::update(target).set(budgets::consecutive_failures.eq(0));
    execute_one(tx, "budget reopened", statement)
}

/// What is to be told of an attempt.
#[derive(Clone, Copy, Debug)]
pub(super) enum Told {
    Right,
    Wrong,
}

/// An attempt that waits for its admission.
pub(super) struct Attempt<'a> {
    account: Account,
    budget: &'a Budget,
    told: Told,
    now: Timestamp,
    window_begins: Timestamp,
    success_held_since: Timestamp,
}

impl<'a> Attempt<'a> {
    pub(super) fn new(account: Account, budget: &'a Budget, told: Told, now: Timestamp) -> Self {
        let (window_begins, success_held_since) = (now - budget.window, now - budget.success_holds);
        Self { account, budget, told, now, window_begins, success_held_since }
    }

    /// The conditional update that every verdict passes, but for what it returns.
    pub(super) fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { account, budget, now, window_begins, success_held_since, .. } = self;
        out.push_sql("UPDATE budgets SET ");
        match self.told {
            Told::Right => push!(out, "last_success_at = " Timestamptz = now, ", consecutive_failures = 0"),
            Told::Wrong => push!(
                out,
                "failed_at = ARRAY(SELECT t FROM unnest(failed_at) AS t WHERE t > " Timestamptz = window_begins,
                ") || " Timestamptz = now,
                ", consecutive_failures = consecutive_failures + 1",
            ),
        }
        push!(
            out,
            " WHERE org_id = " SqlUuid = &account.organization_id.0,
            " AND user_id = " SqlUuid = &account.user_id.0,
            " AND kind = " Text = budget.kind.name(),
            " AND consecutive_failures < " Int4 = &budget.most_consecutive,
            " AND (SELECT count(*) FROM unnest(failed_at) AS t WHERE t > " Timestamptz = window_begins,
            ") + CASE WHEN last_success_at > " Timestamptz = success_held_since,
            " THEN 1 ELSE 0 END < " Int4 = &budget.failures,
        );
        Ok(())
    }
}

struct Admit<'a>(&'a Attempt<'a>);

impl Query for Admit<'_> {
    type SqlType = (Int4, Int4);
}

impl QueryFragment<Pg> for Admit<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self(attempt) = self;
        attempt.push(&mut out)?;
        push!(
            out,
            " RETURNING " Int4 = &attempt.budget.failures,
            " - (SELECT count(*) FROM unnest(failed_at) AS t WHERE t > " Timestamptz = &attempt.window_begins,
            ")::int, consecutive_failures",
        );
        Ok(())
    }
}

fn admit(tx: &mut Tx, attempt: &Attempt) -> Result<Admission, Fault> {
    let admitted: Option<(i32, i32)> = Prepared(Admit(attempt)).get_result(tx.connection()?).optional()?;
    let &Attempt { account, budget, now, .. } = attempt;
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
    let written = &mut tx.0.1;
    written.counted.push(written.metrics.throttles.budget(budget.kind).of(admitted).clone());
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

type Row = diesel::dsl::Find<budgets::table, (uuid::Uuid, uuid::Uuid, &'static str)>;

fn row(account: Account, kind: BudgetKind) -> Row {
    budgets::table.find((account.organization_id.0, account.user_id.0, kind.name()))
}
