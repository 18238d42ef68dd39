//! Table `passkeys`.

use diesel::prelude::*;
use serde_json::Value;
use uuid::Uuid;

use super::{Rx, Tx, one_row, schema::passkeys};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::PasskeyId,
        passkey::{Credential, Descriptor, Passkey, PasskeyName},
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = passkeys)]
struct Row {
    id: Uuid,
    name: String,
    credential_id: Vec<u8>,
    credential: Value,
    counter: i64,
    enrolled_at: Timestamp,
    last_used_at: Option<Timestamp>,
}

impl TryFrom<Row> for Passkey {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let transports = row.credential.get("transports").and_then(Value::as_array).into_iter().flatten();
        let transports = transports.filter_map(|name| name.as_str().map(str::to_owned)).collect();
        Ok(Self {
            id: row.id.into(),
            name: row.name,
            credential: Credential {
                descriptor: Descriptor { id: row.credential_id, transports },
                // As the verifier calls it.
                synced: row.credential.get("backup_state").and_then(Value::as_bool).unwrap_or_default(),
                record: row.credential,
                counter: u32::try_from(row.counter).map_err(Fault::internal)?,
            },
            enrolled_at: row.enrolled_at,
            last_used_at: row.last_used_at,
        })
    }
}

/// A user's passkeys, oldest first.
pub fn list(rx: &mut Rx, account: Account) -> Result<Vec<Passkey>, Fault> {
    let rows: Vec<Row> = of(account)
        .order((passkeys::enrolled_at, passkeys::id))
        .select(Row::as_select())
        .load(rx.connection()?)?;
    rows.into_iter().map(Passkey::try_from).collect()
}

/// The user's passkey that is this credential.
pub fn find(rx: &mut Rx, account: Account, credential_id: &[u8]) -> Result<Option<Passkey>, Fault> {
    let found = of(account).filter(passkeys::credential_id.eq(credential_id));
    let found: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    found.map(Passkey::try_from).transpose()
}

/// Enters a passkey; false when somebody in the organization has this credential.
pub fn insert(tx: &mut Tx, account: Account, passkey: &Passkey) -> Result<bool, Fault> {
    let values = (
        passkeys::org_id.eq(account.organization_id.0),
        passkeys::user_id.eq(account.user_id.0),
        passkeys::id.eq(passkey.id.0),
        passkeys::name.eq(&passkey.name),
        passkeys::credential_id.eq(&passkey.credential.descriptor.id),
        passkeys::credential.eq(&passkey.credential.record),
        passkeys::counter.eq(i64::from(passkey.credential.counter)),
        passkeys::enrolled_at.eq(passkey.enrolled_at),
        passkeys::last_used_at.eq(passkey.last_used_at),
    );
    let inserted = diesel::insert_into(passkeys::table)
        .values(values)
        .on_conflict((passkeys::org_id, passkeys::credential_id))
        .do_nothing()
        .execute(tx.connection()?)?;
    Ok(inserted == 1)
}

/// Keeps a credential as it is after a signature, whose counter is used up by that; false when it is no higher than the newest
/// one, unless neither counts anything.
pub fn use_up(
    tx: &mut Tx,
    account: Account,
    id: PasskeyId,
    signed: &Credential,
    now: Timestamp,
) -> Result<bool, Fault> {
    let counter = i64::from(signed.counter);
    // Below zero there is none: an authenticator that counts nothing stays at it.
    let lower = if counter == 0 { 1 } else { counter };
    let target = of(account).filter(passkeys::id.eq(id.0)).filter(passkeys::counter.lt(lower));
    let values = (
        passkeys::counter.eq(counter),
        passkeys::credential.eq(&signed.record),
        passkeys::last_used_at.eq(now),
    );
    Ok(diesel::update(target).set(values).execute(tx.connection()?)? == 1)
}

pub fn rename(tx: &mut Tx, account: Account, id: PasskeyId, name: &PasskeyName) -> Result<bool, Fault> {
    let target = of(account).filter(passkeys::id.eq(id.0));
    Ok(diesel::update(target).set(passkeys::name.eq(name.as_str())).execute(tx.connection()?)? == 1)
}

/// Forgets one passkey.
pub fn delete(tx: &mut Tx, account: Account, id: PasskeyId) -> Result<(), Fault> {
    let rows = diesel::delete(of(account).filter(passkeys::id.eq(id.0))).execute(tx.connection()?)?;
    one_row("passkey deleted", rows)
}

/// Forgets all passkeys of a user; gives their number.
pub fn delete_all(tx: &mut Tx, account: Account) -> Result<usize, Fault> {
    Ok(diesel::delete(of(account)).execute(tx.connection()?)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    passkeys::table.filter(passkeys::org_id.eq(organization)).filter(passkeys::user_id.eq(user))
}
