//! Table `recognized_browsers`: digests of the tokens of browsers in which a user has signed in completely.

use diesel::prelude::*;

use super::{Rx, Tx, few::IsOneOf, later, schema::recognized_browsers, surplus::Surplus};
use crate::{
    domain::{Timestamp, account::Account},
    error::Fault,
};

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
    let (table, key, since) = ("recognized_browsers", "digest", "recognized_at");
    later::write_any(tx, Surplus { table, key, since, account, kept })
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
