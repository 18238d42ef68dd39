//! The use of an authenticator's step, in one statement with the budget that its verdict passes.

use diesel::{
    RunQueryDsl,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{BigInt, Bool, Timestamptz, Uuid as SqlUuid},
};

use super::{
    Tx,
    budgets::{self, Account, Attempt, Told},
    prepared::Prepared,
    push,
    verifications::Written,
};
use crate::{
    domain::{Timestamp, id::AuthenticatorId, throttle::Budget, totp::TimeStep},
    error::Fault,
};

/// A step that uses up itself and all before it.
#[derive(Clone, Copy)]
pub struct Consumption<'a> {
    pub account: Account,
    /// It has to have room for a verdict.
    pub budget: &'a Budget,
    pub authenticator: AuthenticatorId,
    pub step: TimeStep,
}

/// Uses a step up. Nothing is told of one that is not [`Written::Done`].
pub fn consume(tx: &mut Tx, consumption: &Consumption, now: Timestamp) -> Result<Written, Fault> {
    let statement = Prepared(Alone(Consuming::new(consumption, now)));
    let (admitted, done): (bool, bool) = statement.get_result(tx.connection()?)?;
    budgets::note(tx, consumption.budget, admitted);
    Ok(Written::of(admitted, done))
}

/// A consumption as a part of a statement.
pub(super) struct Consuming<'a> {
    attempt: Attempt<'a>,
    consumption: &'a Consumption<'a>,
    now: Timestamp,
}

impl<'a> Consuming<'a> {
    pub(super) fn new(consumption: &'a Consumption<'a>, now: Timestamp) -> Self {
        let attempt = Attempt::new(consumption.account, consumption.budget, Told::Right, now);
        Self { attempt, consumption, now }
    }

    /// The relations `admitted` and `done`, of one row each where it is so. The budget's row is locked before the
    /// authenticator's, as everywhere.
    pub(super) fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Consumption { account, authenticator, step, .. } = self.consumption;
        out.push_sql("WITH admitted AS (");
        self.attempt.push(out)?;
        push!(
            out,
            " RETURNING 1), done AS (UPDATE authenticators SET last_step = " BigInt = &step.0,
            ", last_used_at = " Timestamptz = &self.now,
            ", proved = true WHERE org_id = " SqlUuid = &account.organization_id.0,
            " AND user_id = " SqlUuid = &account.user_id.0,
            " AND id = " SqlUuid = &authenticator.0,
            " AND last_step < " BigInt = &step.0,
            " AND EXISTS (SELECT FROM admitted) RETURNING 1)",
        );
        Ok(())
    }
}

struct Alone<'a>(Consuming<'a>);

impl Query for Alone<'_> {
    type SqlType = (Bool, Bool);
}

impl QueryFragment<Pg> for Alone<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.push(&mut out)?;
        out.push_sql(" SELECT EXISTS (SELECT FROM admitted), EXISTS (SELECT FROM done)");
        Ok(())
    }
}
