//! What a user has too many of.

use diesel::{
    pg::Pg,
    query_builder::{AstPass, QueryFragment},
    result::QueryResult,
    sql_types::{BigInt, Uuid as SqlUuid},
};

use super::prepared::push;
use crate::domain::account::Account;

/// Deletes the rows of a user in a table but the `kept` newest.
pub(super) struct Surplus {
    pub table: &'static str,
    /// The column that tells rows of a user apart.
    pub key: &'static str,
    /// The column by which they are old.
    pub since: &'static str,
    pub account: Account,
    pub kept: i64,
}

impl QueryFragment<Pg> for Surplus {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { table, key, since, account: Account { organization_id, user_id }, kept } = self;
        out.push_sql(&format!("DELETE FROM {table} AS a WHERE "));
        push!(out, "a.org_id = " SqlUuid = &organization_id.0, " AND a.user_id = " SqlUuid = &user_id.0);
        out.push_sql(&format!(" AND a.{key} IN (SELECT b.{key} FROM {table} AS b WHERE "));
        push!(out, "b.org_id = " SqlUuid = &organization_id.0, " AND b.user_id = " SqlUuid = &user_id.0);
        out.push_sql(&format!(" ORDER BY b.{since} DESC, b.{key} DESC"));
        push!(out, " OFFSET " BigInt = kept, ")");
        Ok(())
    }
}
