//! Table `trusted_devices`: digests of the tokens of browsers in which a user is not asked for the second factor.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, few::IsOneOf, later, optimistic, prepared, schema::trusted_devices, surplus::Surplus};
use crate::{
    domain::{Timestamp, account::Account, id::DeviceId, session::Client, trusted_device::TrustedDevice},
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = trusted_devices)]
struct Row {
    id: Uuid,
    address: Option<String>,
    user_agent: Option<String>,
    trusted_at: Timestamp,
    last_used_at: Timestamp,
    expires_at: Timestamp,
}

impl From<Row> for TrustedDevice {
    fn from(row: Row) -> Self {
        let Row { id, address, user_agent, trusted_at, last_used_at, expires_at } = row;
        let client = Client { address: address.and_then(|address| address.parse().ok()), user_agent };
        Self { id: DeviceId(id), client, trusted_at, last_used_at, expires_at }
    }
}

pub fn insert(tx: &mut Tx, account: Account, device: &TrustedDevice, digest: Vec<u8>) -> Result<(), Fault> {
    let values = (
        trusted_devices::org_id.eq(account.organization_id.0),
        trusted_devices::user_id.eq(account.user_id.0),
        trusted_devices::id.eq(device.id.0),
        trusted_devices::digest.eq(digest),
        trusted_devices::address.eq(device.client.address.map(|address| address.to_string())),
        trusted_devices::user_agent.eq(device.client.user_agent.clone()),
        trusted_devices::trusted_at.eq(device.trusted_at),
        trusted_devices::last_used_at.eq(device.last_used_at),
        trusted_devices::expires_at.eq(device.expires_at),
    );
    later::write_one(tx, "trusted device", diesel::insert_into(trusted_devices::table).values(values))
}

/// The device of one of these digests, as it was before what waits is written.
pub fn find(rx: &mut Rx, account: Account, digests: &[Vec<u8>]) -> Result<Option<TrustedDevice>, Fault> {
    let found = of(account).filter(IsOneOf(trusted_devices::digest, digests.to_vec()));
    let found: Option<Row> = found.select(Row::as_select()).first(rx.connection_aside()).optional()?;
    Ok(found.map(TrustedDevice::from))
}

/// The devices of a user, the last used first.
pub fn list(rx: &mut Rx, account: Account) -> Result<Vec<TrustedDevice>, Fault> {
    let order = (trusted_devices::last_used_at.desc(), trusted_devices::id.desc());
    let rows: Vec<Row> = of(account).order(order).select(Row::as_select()).load(rx.connection()?)?;
    Ok(rows.into_iter().map(TrustedDevice::from).collect())
}

/// Notes that a device spares its user the second factor; false when it was forgotten in between.
pub fn touch(tx: &mut Tx, account: Account, id: DeviceId, now: Timestamp) -> Result<bool, Fault> {
    let target = of(account).filter(trusted_devices::id.eq(id.0));
    let touched = diesel::update(target).set(trusted_devices::last_used_at.eq(now));
    if optimistic::is_optimistic(tx) {
        return later::write_one(tx, "use of a trusted device", touched).map(|()| true);
    }
    Ok(prepared::execute(tx, touched)? == 1)
}

/// Forgets one device of a user; false when there is no such device.
pub fn delete(tx: &mut Tx, account: Account, id: DeviceId) -> Result<bool, Fault> {
    let target = of(account).filter(trusted_devices::id.eq(id.0));
    Ok(diesel::delete(target).execute(tx.connection()?)? == 1)
}

/// Forgets all devices of a user; gives their number.
pub fn delete_all(tx: &mut Tx, account: Account) -> Result<usize, Fault> {
    Ok(diesel::delete(of(account)).execute(tx.connection()?)?)
}

/// Forgets all devices of a user but the `kept` that were trusted last.
pub fn trim(tx: &mut Tx, account: Account, kept: i64) -> Result<(), Fault> {
    let (table, key, since) = ("trusted_devices", "id", "trusted_at");
    later::write_any(tx, Surplus { table, key, since, account, kept })
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    trusted_devices::table
        .filter(trusted_devices::org_id.eq(organization))
        .filter(trusted_devices::user_id.eq(user))
}
