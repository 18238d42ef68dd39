//! Table `last_sign_ins`: when each user last signed in. Made with the user.

use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{Bool, Text},
    upsert::excluded,
};

use super::{Tx, execute_one, later, optimistic, schema::last_sign_ins};
use crate::{
    domain::{Timestamp, account::Account},
    error::Fault,
};

/// Makes the row of a new user, who has not signed in yet.
pub fn insert(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    let values =
        (last_sign_ins::org_id.eq(account.organization_id.0), last_sign_ins::user_id.eq(account.user_id.0));
    execute_one(tx, "last sign-in", diesel::insert_into(last_sign_ins::table).values(values))
}

/// Notes when a user signed in, who is held: of two sign-ins at the same time one is disturbed.
pub(super) fn note(tx: &mut Tx, account: Account, at: Timestamp) -> Result<(), Fault> {
    if let Some(version) = optimistic::sign_in_held(tx, account)? {
        let row = last_sign_ins::table.find((account.organization_id.0, account.user_id.0));
        let same = row.filter(sql::<Bool>("xmin::text = ").bind::<Text, _>(version));
        let noted = diesel::update(same).set(last_sign_ins::signed_in_at.eq(at));
        return later::write_one(tx, "last sign-in", noted);
    }
    let values = (
        last_sign_ins::org_id.eq(account.organization_id.0),
        last_sign_ins::user_id.eq(account.user_id.0),
        last_sign_ins::signed_in_at.eq(at),
    );
    let noted = diesel::insert_into(last_sign_ins::table)
        .values(values)
        .on_conflict((last_sign_ins::org_id, last_sign_ins::user_id))
        .do_update()
        .set(last_sign_ins::signed_in_at.eq(excluded(last_sign_ins::signed_in_at)));
    later::write_one(tx, "last sign-in", noted)
}
