//! Table `user_roles`: who has which role since when. Rows stay when a role is taken away.

use std::collections::BTreeMap;

use diesel::{dsl::count_star, prelude::*, upsert::excluded};

use super::{Rx, Tx, execute_one, schema::user_roles};
use crate::{
    domain::{Timestamp, account::Account, id::OrganizationId, role::RoleName},
    error::Fault,
};

/// How many users have each role that somebody has.
pub fn count_all(rx: &mut Rx, organization: OrganizationId) -> Result<BTreeMap<String, i64>, Fault> {
    let held = user_roles::table
        .filter(user_roles::org_id.eq(organization.0))
        .filter(user_roles::left_at.is_null())
        .group_by(user_roles::role)
        .select((user_roles::role, count_star()));
    Ok(held.load(rx.connection()?)?.into_iter().collect())
}

/// How many users have a role.
pub fn count(rx: &mut Rx, organization: OrganizationId, role: &RoleName) -> Result<i64, Fault> {
    let held = user_roles::table
        .filter(user_roles::org_id.eq(organization.0))
        .filter(user_roles::role.eq(role.as_str()))
        .filter(user_roles::left_at.is_null());
    Ok(held.count().get_result(rx.connection()?)?)
}

/// Gives a role that the user has not got, to have come into its scope at that time.
pub fn give(tx: &mut Tx, account: Account, role: &RoleName, granted_at: Timestamp) -> Result<(), Fault> {
    let values = (
        user_roles::org_id.eq(account.organization_id.0),
        user_roles::user_id.eq(account.user_id.0),
        user_roles::role.eq(role.as_str()),
        user_roles::granted_at.eq(granted_at),
    );
    let given = diesel::insert_into(user_roles::table)
        .values(values)
        .on_conflict((user_roles::org_id, user_roles::user_id, user_roles::role))
        .do_update()
        .set((
            user_roles::granted_at.eq(excluded(user_roles::granted_at)),
            user_roles::left_at.eq(None::<Timestamp>),
        ));
    execute_one(tx, "role given", given)
}

/// Takes a role away that the user has.
pub fn take(tx: &mut Tx, account: Account, role: &RoleName, now: Timestamp) -> Result<(), Fault> {
    let row = user_roles::table.find((account.organization_id.0, account.user_id.0, role.as_str()));
    let held = row.filter(user_roles::left_at.is_null());
    execute_one(tx, "role taken", diesel::update(held).set(user_roles::left_at.eq(now)))
}

/// From when until when the user had a role that they have not got any more.
pub fn find_past(
    rx: &mut Rx,
    account: Account,
    role: &RoleName,
) -> Result<Option<(Timestamp, Timestamp)>, Fault> {
    let row = user_roles::table.find((account.organization_id.0, account.user_id.0, role.as_str()));
    let columns = (user_roles::granted_at, user_roles::left_at.assume_not_null());
    Ok(row.filter(user_roles::left_at.is_not_null()).select(columns).first(rx.connection()?).optional()?)
}
