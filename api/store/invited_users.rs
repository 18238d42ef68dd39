//! Users who have not activated their accounts: they alone can be deleted.

use diesel::{prelude::*, sql_query, sql_types::Uuid as SqlUuid};

use super::{Tx, login_directory, one_row};
use crate::{
    domain::{account::Account, user::User},
    error::Fault,
};

/// What somebody who never signed in can have.
const BELONGINGS: [&str; 9] = [
    "outbox",
    "mailed_tokens",
    "reminders",
    "passes",
    "budgets",
    "last_sign_ins",
    "user_roles",
    // Of somebody who was imported without a password.
    "authenticators",
    "recovery_codes",
];

/// Deletes a user with all that is theirs; their address is free again. Errors: they have a password, or anything that takes
/// one to have.
pub fn delete(tx: &mut Tx, user: &User) -> Result<(), Fault> {
    for table in BELONGINGS {
        execute(tx, Account::of(user), &format!("DELETE FROM {table} WHERE org_id = $1 AND user_id = $2"))?;
    }
    let deleted = execute(
        tx,
        Account::of(user),
        "DELETE FROM users WHERE org_id = $1 AND id = $2 AND password_hash IS NULL AND provided_at IS NULL",
    )?;
    one_row("invited user", deleted)?;
    login_directory::delete(tx, &user.email, Account::of(user))
}

fn execute(tx: &mut Tx, account: Account, statement: &str) -> Result<usize, Fault> {
    Ok(sql_query(statement)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<SqlUuid, _>(account.user_id.0)
        .execute(tx.connection()?)?)
}
