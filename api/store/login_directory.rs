//! Table `login_directory`: which organization an email address belongs to.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::login_directory};
use crate::{
    domain::{
        account::Account,
        id::{OrganizationId, UserId},
        user::EmailAddress,
    },
    error::Fault,
};

/// Enters the address; false when somebody has it.
pub fn insert(
    tx: &mut Tx,
    email: &EmailAddress,
    organization: OrganizationId,
    user: UserId,
) -> Result<bool, Fault> {
    let values = (
        login_directory::email.eq(email.as_str()),
        login_directory::org_id.eq(organization.0),
        login_directory::user_id.eq(user.0),
    );
    let rows = diesel::insert_into(login_directory::table)
        .values(values)
        .on_conflict_do_nothing()
        .execute(tx.connection()?)?;
    Ok(rows == 1)
}

/// Frees an address that the user has.
pub fn delete(tx: &mut Tx, email: &str, account: Account) -> Result<(), Fault> {
    let target = login_directory::table
        .filter(login_directory::email.eq(email))
        .filter(login_directory::org_id.eq(account.organization_id.0))
        .filter(login_directory::user_id.eq(account.user_id.0));
    execute_one(tx, "address freed", diesel::delete(target))
}

/// The account that somebody has by that address.
pub fn find(rx: &mut Rx, email: &EmailAddress) -> Result<Option<Account>, Fault> {
    let columns = (login_directory::org_id, login_directory::user_id);
    let found: Option<(Uuid, Uuid)> =
        login_directory::table.find(email.as_str()).select(columns).first(rx.connection()?).optional()?;
    let account = |(organization, user): (Uuid, Uuid)| Account {
        organization_id: organization.into(),
        user_id: user.into(),
    };
    Ok(found.map(account))
}
