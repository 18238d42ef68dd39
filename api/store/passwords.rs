//! Table `users`: their passwords.

use diesel::{
    prelude::*,
    sql_types::{Binary, Nullable, Text},
};

use super::{
    Rx, Tx, execute_one,
    optimistic::{self, Version},
    schema::users as u,
    users::{self, UserRow},
};
use crate::{
    crypto::passwords::HashedPassword,
    domain::{Timestamp, account::Account, user::User},
    error::Fault,
};

/// A user as they were read, with their password.
#[derive(Clone)]
pub struct WithPassword {
    pub user: User,
    pub password: Option<HashedPassword>,
    version: Version,
}

pub fn find_user(rx: &mut Rx, account: Account) -> Result<Option<WithPassword>, Fault> {
    with_password(rx.connection()?, account, "")
}

/// The user with their password, held: as they were read before, or, in a transaction, as they are, with the row locked.
pub fn hold_user(
    tx: &mut Tx,
    account: Account,
    read: Option<&WithPassword>,
) -> Result<Option<WithPassword>, Fault> {
    match read {
        Some(read) if optimistic::is_optimistic(tx) => {
            optimistic::hold(tx, account, &read.version)?;
            Ok(Some(read.clone()))
        }
        _ => with_password(tx.connection()?, account, "FOR UPDATE"),
    }
}

fn with_password(
    connection: &mut PgConnection,
    account: Account,
    suffix: &str,
) -> Result<Option<WithPassword>, Fault> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(embed)]
        user: UserRow,
        #[diesel(sql_type = Nullable<Text>)]
        password_hash: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        password_kid: Option<String>,
        #[diesel(sql_type = Nullable<Binary>)]
        password_pepper: Option<Vec<u8>>,
        #[diesel(embed)]
        version: Version,
    }
    let columns = format!(
        "{}, u.password_hash, u.password_kid, u.password_pepper, {}",
        users::COLUMNS,
        Version::COLUMNS
    );
    let row: Option<Row> = users::select(connection, &columns, account, suffix)?;
    Ok(row.map(|row| {
        let Row { user, password_hash, password_kid: kid, password_pepper: sealed_pepper, version } = row;
        let password = password_hash.map(|hash| HashedPassword { hash, kid, sealed_pepper });
        WithPassword { user: user.into(), password, version }
    }))
}

/// The password of a user who has one.
pub fn find(rx: &mut Rx, account: Account) -> Result<Option<HashedPassword>, Fault> {
    let columns = (u::password_hash.assume_not_null(), u::password_kid, u::password_pepper);
    let found = users::row(account).filter(u::password_hash.is_not_null()).select(columns);
    let found: Option<(String, Option<String>, Option<Vec<u8>>)> =
        found.first(rx.connection()?).optional()?;
    Ok(found.map(|(hash, kid, sealed_pepper)| HashedPassword { hash, kid, sealed_pepper }))
}

/// Puts a new hash in the place of exactly that old one; false when it has changed in between.
pub fn replace(
    tx: &mut Tx,
    account: Account,
    old: &HashedPassword,
    new: &HashedPassword,
    changed_at: Option<Timestamp>,
) -> Result<bool, Fault> {
    let target = users::row(account).filter(u::password_hash.eq(&old.hash));
    let hash = (
        u::password_hash.eq(&new.hash),
        u::password_kid.eq(new.kid.as_deref()),
        u::password_pepper.eq(new.sealed_pepper.as_deref()),
    );
    let rows = match changed_at {
        Some(at) => {
            let changed = (u::password_changed_at.eq(at), u::password_by_mail.eq(false));
            diesel::update(target).set((hash, changed)).execute(tx.connection()?)?
        }
        None => diesel::update(target).set(hash).execute(tx.connection()?)?,
    };
    Ok(rows == 1)
}

/// Sets the password of somebody who proved by it that they read their mail.
pub fn reset(tx: &mut Tx, account: Account, new: &HashedPassword, now: Timestamp) -> Result<(), Fault> {
    let values = (
        u::password_hash.eq(&new.hash),
        u::password_kid.eq(new.kid.as_deref()),
        u::password_pepper.eq(new.sealed_pepper.as_deref()),
        u::password_changed_at.eq(now),
        u::password_by_mail.eq(true),
        u::email_verified_at.eq(now),
    );
    let known =
        u::password_hash.is_not_null().or(u::imported_at.is_not_null()).or(u::provided_at.is_not_null());
    let target = users::row(account).filter(known);
    execute_one(tx, "password reset", diesel::update(target).set(values))
}
