//! Table `login_directory`: which organization an email address belongs to.

use diesel::prelude::*;
use uuid::Uuid;

use super::{
    Rx, Tx,
    budgets::Account,
    execute_one,
    schema::{login_directory, users},
};
use crate::{
    crypto::passwords::HashedPassword,
    domain::{
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
        .execute(&mut tx.0.0)?;
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

pub fn find(rx: &mut Rx, email: &EmailAddress) -> Result<Option<(OrganizationId, UserId)>, Fault> {
    let columns = (login_directory::org_id, login_directory::user_id);
    let found: Option<(Uuid, Uuid)> =
        login_directory::table.find(email.as_str()).select(columns).first(&mut rx.0).optional()?;
    Ok(found.map(|(organization, user)| (organization.into(), user.into())))
}

/// Whose the address is, with the hash of their password where they have one.
pub fn find_with_password(
    rx: &mut Rx,
    email: &EmailAddress,
) -> Result<Option<(Account, Option<HashedPassword>)>, Fault> {
    type Hash = (Option<String>, Option<String>, Option<Vec<u8>>);
    let owner = users::org_id.eq(login_directory::org_id).and(users::id.eq(login_directory::user_id));
    let found: Option<(Uuid, Uuid, Hash)> = login_directory::table
        .inner_join(users::table.on(owner))
        .filter(login_directory::email.eq(email.as_str()))
        .select((
            users::org_id,
            users::id,
            (users::password_hash, users::password_kid, users::password_pepper),
        ))
        .first(&mut rx.0)
        .optional()?;
    Ok(found.map(|(organization, user, (hash, kid, sealed_pepper))| {
        let account = Account { organization_id: organization.into(), user_id: user.into() };
        (account, hash.map(|hash| HashedPassword { hash, kid, sealed_pepper }))
    }))
}
