//! Table `recognized_browsers`: digests of the tokens of browsers in which a user has signed in completely.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, QueryFragment},
    result::QueryResult,
    sql_types::{BigInt, Uuid as SqlUuid},
};

use super::{Rx, Tx, budgets::Account, few::IsOneOf, later, push, schema::recognized_browsers};
use crate::{domain::Timestamp, error::Fault};

pub fn insert(
    tx: &mut Tx,
    account: Account,
    digest: Vec<u8>,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), Fault> {
    let values = (
        recognized_browsers::org_id.eq(account.organization_id.0),
        recognized_browsers::user_id.eq(account.user_id.0),
        recognized_browsers::digest.eq(digest),
        recognized_browsers::recognized_at.eq(now),
        recognized_browsers::expires_at.eq(expires_at),
    );
    later::write_one(tx, "recognized browser", diesel::insert_into(recognized_browsers::table).values(values))
}

/// Whether one of these digests is that of a browser of the user.
pub fn contains(rx: &mut Rx, account: Account, digests: &[Vec<u8>], now: Timestamp) -> Result<bool, Fault> {
    let found = of(account)
        .filter(IsOneOf(recognized_browsers::digest, digests.to_vec()))
        .filter(recognized_browsers::expires_at.gt(now));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(rx.connection_aside())?)
}

/// Forgets all browsers of a user but the `kept` newest.
pub fn trim(tx: &mut Tx, account: Account, kept: i64) -> Result<(), Fault> {
    later::write_any(tx, Surplus { account, kept })
}

struct Surplus {
    account: Account,
    kept: i64,
}

impl QueryFragment<Pg> for Surplus {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { account: Account { organization_id, user_id }, kept } = self;
        push!(
            out,
            "DELETE FROM recognized_browsers AS b WHERE b.org_id = " SqlUuid = &organization_id.0,
            " AND b.user_id = " SqlUuid = &user_id.0,
            " AND b.digest IN (SELECT o.digest FROM recognized_browsers AS o WHERE o.org_id = " SqlUuid = &organization_id.0,
            " AND o.user_id = " SqlUuid = &user_id.0,
            " ORDER BY o.recognized_at DESC, o.digest OFFSET " BigInt = kept,
            ")",
        );
        Ok(())
    }
}

/// Forgets all browsers of a user; gives their number.
pub fn delete_all(tx: &mut Tx, account: Account) -> Result<usize, Fault> {
    Ok(diesel::delete(of(account)).execute(tx.connection()?)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account) -> _ {
    let (organization, user): (uuid::Uuid, uuid::Uuid) = (account.organization_id.0, account.user_id.0);
    recognized_browsers::table
        .filter(recognized_browsers::org_id.eq(organization))
        .filter(recognized_browsers::user_id.eq(user))
}
