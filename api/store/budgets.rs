//! Table `budgets`: the failures of a user's guessable credentials. Every verdict passes one conditional statement here.

use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Int4, Text, Timestamptz, Uuid as SqlUuid},
};

use super::{Rx, Tx, execute_one, schema::budgets};
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
    let set = "failed_at = ARRAY(SELECT t FROM unnest(failed_at) AS t WHERE t > $4) || $7, \
               consecutive_failures = consecutive_failures + 1";
    admit(tx, account, budget, now, set)
}

/// Records a right attempt if the budget has room for it.
pub fn record_success(
    tx: &mut Tx,
    account: Account,
    budget: &Budget,
    now: Timestamp,
) -> Result<Admission, Fault> {
    let set = "last_success_at = $7, consecutive_failures = 0";
    admit(tx, account, budget, now, set)
}

/// Opens a budget that a row of failures had closed; failures within the window stay.
pub fn reopen(tx: &mut Tx, account: Account, budget: &Budget) -> Result<(), Fault> {
    let target = row(account, budget.kind);
    let statement = diesel::update(target).set(budgets::consecutive_failures.eq(0));
    execute_one(tx, "budget reopened", statement)
}

#[derive(QueryableByName)]
struct Remaining {
    #[diesel(sql_type = Int4)]
    remaining: i32,
    #[diesel(sql_type = Int4)]
    in_a_row: i32,
}

fn admit(
    tx: &mut Tx,
    account: Account,
    budget: &Budget,
    now: Timestamp,
    set: &'static str,
) -> Result<Admission, Fault> {
    let statement = format!(
        "UPDATE budgets SET {set} \
         WHERE org_id = $1 AND user_id = $2 AND kind = $3 AND consecutive_failures < $8 \
         AND (SELECT count(*) FROM unnest(failed_at) AS t WHERE t > $4) \
             + CASE WHEN last_success_at > $5 THEN 1 ELSE 0 END < $6 \
         RETURNING $6 - (SELECT count(*) FROM unnest(failed_at) AS t WHERE t > $4)::int AS remaining, \
         consecutive_failures AS in_a_row"
    );
    let admitted: Option<Remaining> = sql_query(statement)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<SqlUuid, _>(account.user_id.0)
        .bind::<Text, _>(budget.kind.name())
        .bind::<Timestamptz, _>(now - budget.window)
        .bind::<Timestamptz, _>(now - budget.success_holds)
        .bind::<Int4, _>(budget.failures)
        .bind::<Timestamptz, _>(now)
        .bind::<Int4, _>(budget.most_consecutive)
        .get_result(&mut tx.0.0)
        .optional()?;
    match admitted {
        Some(Remaining { remaining, in_a_row }) => Ok(Admission::Admitted {
            remaining: u32::try_from(remaining).unwrap_or(0),
            in_a_row: u32::try_from(in_a_row).unwrap_or(0),
        }),
        None => Ok(Admission::Exhausted { retry_at: retry_at(tx, account, budget, now)? }),
    }
}

/// When an exhausted budget has room again; a budget without a row never has, and says one window.
fn retry_at(rx: &mut Rx, account: Account, budget: &Budget, now: Timestamp) -> Result<Timestamp, Fault> {
    let columns = (budgets::failed_at, budgets::consecutive_failures, budgets::last_success_at);
    let found: Option<(Vec<Timestamp>, i32, Option<Timestamp>)> =
        row(account, budget.kind).select(columns).first(&mut rx.0).optional()?;
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
