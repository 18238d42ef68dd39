//! Table `last_sign_ins`: when each user last signed in. Made with the user.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};

use super::{Tx, budgets::Account, execute_one, push, schema::last_sign_ins};
use crate::{domain::Timestamp, error::Fault};

/// Makes the row of a new user, who has not signed in yet.
pub fn insert(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    let values =
        (last_sign_ins::org_id.eq(account.organization_id.0), last_sign_ins::user_id.eq(account.user_id.0));
    execute_one(tx, "last sign-in", diesel::insert_into(last_sign_ins::table).values(values))
}

/// A statement that says in the same breath when its user signed in: a sign-in is not to wait for one more.
pub(super) struct Noting<S> {
    pub statement: S,
    pub account: Account,
    pub at: Timestamp,
}

impl<S> QueryId for Noting<S> {
    type QueryId = ();
    // Told apart by their text.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<S> RunQueryDsl<PgConnection> for Noting<S> {}

impl<S: QueryFragment<Pg>> QueryFragment<Pg> for Noting<S> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { statement, account, at } = self;
        out.push_sql("WITH done AS (");
        statement.walk_ast(out.reborrow())?;
        push!(
            out,
            ") INSERT INTO last_sign_ins (org_id, user_id, signed_in_at) VALUES (" SqlUuid = &account.organization_id.0,
            ", " SqlUuid = &account.user_id.0,
            ", " Timestamptz = at,
            ") ON CONFLICT (org_id, user_id) DO UPDATE SET signed_in_at = excluded.signed_in_at",
        );
        Ok(())
    }
}
