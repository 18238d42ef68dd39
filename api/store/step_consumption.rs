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
    budgets::{self, Attempt, Pool, Told},
    prepared::Prepared,
    push,
    verdicts::Written,
};
use crate::{
    domain::{
        Timestamp,
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

/// Uses a step up, if the budget has room for a verdict. Nothing is told of one that is not [`Written::Done`].
pub fn consume(tx: &mut Tx, pool: Pool, consumption: Consumption, now: Timestamp) -> Result<Written, Fault> {
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
        pool.push_admission(Told::Right, out)?;
        push!(
            out,
            " RETURNING asked.n), done AS (UPDATE authenticators AS a SET last_step = asked.step, last_used_at = asked.at, \
             proved = true FROM asked JOIN admitted USING (n) WHERE a.org_id = " SqlUuid = &pool.organization_id.0,
            " AND a.user_id = asked.user_id AND a.id = asked.authenticator_id AND a.last_step < asked.step RETURNING asked.n)",
        );
        Ok(())
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
        out.push_sql("WITH asked (n, ");
        Consuming::push_columns(&mut out);
        out.push_sql(") AS (VALUES (0, ");
        consuming.push(&mut out)?;
        out.push_sql(")), ");
        Consuming::push_use(pool, &mut out)?;
        out.push_sql(" SELECT EXISTS (SELECT FROM admitted), EXISTS (SELECT FROM done)");
        Ok(())
    }
}
