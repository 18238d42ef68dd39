//! The use of an authenticator's step, in one statement with the budget that its verdict passes.

use diesel::{
    RunQueryDsl,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{BigInt, Bool, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{
    Tx,
    budgets::{self, Attempt, Outcome, Pool},
    later, optimistic,
    prepared::Prepared,
    push,
    verdicts::Written,
};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{AuthenticatorId, UserId},
        throttle::Budget,
        totp::TimeStep,
    },
    error::Fault,
};

/// A step that uses up itself and all before it.
#[derive(Clone, Copy, Debug)]
pub struct Consumption {
    pub user: UserId,
    pub authenticator: AuthenticatorId,
    pub step: TimeStep,
}

/// Uses a step up, if the budget has room for a verdict. Nothing is told of one that is not [`Written::Done`], which an optimistic
/// write asserts.
pub fn consume(
    tx: &mut Tx,
    pool: Pool<'static>,
    consumption: Consumption,
    now: Timestamp,
) -> Result<Written, Fault> {
    if optimistic::is_optimistic(tx) {
        let account = Account { organization_id: pool.organization_id, user_id: consumption.user };
        return Ok(match budgets::record_success(tx, account, pool.budget, now)? {
            Ok(()) => {
                let asserted = Asserted { pool, consuming: Consuming::new(consumption, pool.budget, now) };
                later::write_one(tx, "authenticator", asserted)?;
                Written::Done
            }
            Err(_) => Written::Exhausted,
        });
    }
    let statement = Prepared(Alone { pool, consuming: Consuming::new(consumption, pool.budget, now) });
    let (admitted, done): (bool, bool) = statement.get_result(tx.connection()?)?;
    budgets::note(tx, pool.budget, admitted);
    Ok(Written::of(admitted, done))
}

/// A consumption as a row of the relation `asked`.
pub(super) struct Consuming {
    attempt: Attempt,
    authenticator_id: Uuid,
    step: TimeStep,
}

impl Consuming {
    pub(super) fn new(consumption: Consumption, budget: &Budget, now: Timestamp) -> Self {
        let Consumption { user, authenticator, step } = consumption;
        Self { attempt: Attempt::new(user, budget, now), authenticator_id: authenticator.0, step }
    }

    /// What its values are called there.
    pub(super) fn push_columns(out: &mut AstPass<'_, '_, Pg>) {
        out.push_sql(Attempt::COLUMNS);
        out.push_sql(", authenticator_id, step");
    }

    pub(super) fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.attempt.push(out)?;
        push!(out, ", " SqlUuid = &self.authenticator_id, ", " BigInt = &self.step.0);
        Ok(())
    }

    /// The beginning of a statement about this one alone: the relation `asked`.
    fn push_asked<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH asked (n, ");
        Self::push_columns(out);
        out.push_sql(") AS (VALUES (0, ");
        self.push(out)?;
        out.push_sql("))");
        Ok(())
    }

    /// Those rows of the relation `given` whose budget and authenticator there are, as `b` and `a`: to be locked.
    pub(super) fn push_given<'b>(pool: &'b Pool, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        pool.push_given(out)?;
        push!(
            out,
            " JOIN authenticators AS a ON a.org_id = " SqlUuid = &pool.organization_id.0,
            " AND a.user_id = given.user_id AND a.id = given.authenticator_id",
        );
        Ok(())
    }

    /// The relations `admitted` and `done`, with the numbers of those rows of which it is so. The budget's row is locked before
    /// the authenticator's, as everywhere.
    pub(super) fn push_use<'b>(pool: &'b Pool, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("admitted AS (");
        pool.push_admission(Outcome::Right, out)?;
        out.push_sql(" RETURNING asked.n), done AS (");
        Self::push_step(pool, "asked JOIN admitted USING (n)", out)?;
        out.push_sql(" RETURNING asked.n)");
        Ok(())
    }

    /// The conditional update that uses a step up, for each row of the relation `asked` in `from`, but for what it returns.
    fn push_step<'b>(pool: &'b Pool, from: &str, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "UPDATE authenticators AS a SET last_step = asked.step, last_used_at = asked.at, proved = true FROM ",
        );
        out.push_sql(from);
        push!(
            out,
            " WHERE a.org_id = " SqlUuid = &pool.organization_id.0,
            " AND a.user_id = asked.user_id AND a.id = asked.authenticator_id AND a.last_step < asked.step",
        );
        Ok(())
    }
}

/// The use of a step, with its budget's admission beside it.
struct Asserted {
    pool: Pool<'static>,
    consuming: Consuming,
}

impl QueryFragment<Pg> for Asserted {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { pool, consuming } = self;
        consuming.push_asked(&mut out)?;
        out.push_sql(" ");
        Consuming::push_step(pool, "asked", &mut out)
    }
}

struct Alone<'a> {
    pool: Pool<'a>,
    consuming: Consuming,
}

impl Query for Alone<'_> {
    type SqlType = (Bool, Bool);
}

impl QueryFragment<Pg> for Alone<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { pool, consuming } = self;
        consuming.push_asked(&mut out)?;
        out.push_sql(", ");
        Consuming::push_use(pool, &mut out)?;
        out.push_sql(" SELECT EXISTS (SELECT FROM admitted), EXISTS (SELECT FROM done)");
        Ok(())
    }
}
