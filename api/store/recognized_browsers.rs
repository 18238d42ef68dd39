//! Table `recognized_browsers`: digests of the tokens of browsers in which a user has signed in completely.

use diesel::prelude::*;

use super::{Rx, Tx, budgets::Account, execute_one, schema::recognized_browsers};
use crate::{domain::Timestamp, error::Fault};

pub fn insert(
    tx: &mut Tx,
    account: Account,
    digest: &[u8],
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
    execute_one(tx, "recognized browser", diesel::insert_into(recognized_browsers::table).values(values))
}

/// Whether one of these digests is that of a browser of the user.
pub fn contains(rx: &mut Rx, account: Account, digests: &[Vec<u8>], now: Timestamp) -> Result<bool, Fault> {
    let found = of(account)
        .filter(recognized_browsers::digest.eq_any(digests))
        .filter(recognized_browsers::expires_at.gt(now));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(rx.connection()?)?)
}

/// Forgets all browsers of a user but the `kept` newest.
pub fn trim(tx: &mut Tx, account: Account, kept: i64) -> Result<(), Fault> {
    let surplus: Vec<Vec<u8>> = of(account)
        .order((recognized_browsers::recognized_at.desc(), recognized_browsers::digest))
        .offset(kept)
        .select(recognized_browsers::digest)
        .load(tx.connection()?)?;
    let surplus = of(account).filter(recognized_browsers::digest.eq_any(surplus));
    diesel::delete(surplus).execute(tx.connection()?)?;
    Ok(())
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
