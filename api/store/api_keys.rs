//! Table `api_keys`: the keys of services and scripts.

use diesel::prelude::*;
use ipnet::IpNet;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::api_keys};
use crate::{
    domain::{
        Timestamp,
        api_key::{ApiKey, ApiKeyName, Scope},
        id::{ApiKeyId, OrganizationId},
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = api_keys)]
pub(super) struct Row {
    org_id: Uuid,
    id: Uuid,
    name: String,
    scopes: Vec<String>,
    addresses: Vec<String>,
    calls_per_minute: i32,
    created_by: Uuid,
    created_at: Timestamp,
    expires_at: Timestamp,
    rotated_at: Option<Timestamp>,
    previous_until: Option<Timestamp>,
    last_used_at: Option<Timestamp>,
    alarmed_at: Option<Timestamp>,
}

impl TryFrom<Row> for ApiKey {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let Row { id, .. } = row;
        let invalid = || Fault::internal(format!("API key {id} is not as it was written"));
        // A network that is not understood must not open the key to all of them.
        let networks = row.addresses.iter().map(|text| text.parse::<IpNet>());
        Ok(Self {
            organization_id: row.org_id.into(),
            id: id.into(),
            name: ApiKeyName::parse(&row.name).map_err(|_| invalid())?,
            scopes: row.scopes.iter().filter_map(|name| Scope::from_name(name)).collect(),
            networks: networks.collect::<Result<_, _>>().map_err(|_| invalid())?,
            calls_per_minute: u32::try_from(row.calls_per_minute).map_err(|_| invalid())?,
            created_by: row.created_by.into(),
            created_at: row.created_at,
            expires_at: row.expires_at,
            rotated_at: row.rotated_at,
            previous_until: row.previous_until,
            last_used_at: row.last_used_at,
            alarmed_at: row.alarmed_at,
        })
    }
}

pub fn insert(tx: &mut Tx, key: &ApiKey, digest: &[u8]) -> Result<(), Fault> {
    let scopes: Vec<&str> = key.scopes.iter().map(|scope| scope.name()).collect();
    let addresses: Vec<String> = key.networks.iter().map(ToString::to_string).collect();
    let values = (
        api_keys::org_id.eq(key.organization_id.0),
        api_keys::id.eq(key.id.0),
        api_keys::name.eq(key.name.as_str()),
        api_keys::digest.eq(digest),
        api_keys::scopes.eq(scopes),
        api_keys::addresses.eq(addresses),
        api_keys::calls_per_minute.eq(i32::try_from(key.calls_per_minute).map_err(Fault::internal)?),
        api_keys::created_by.eq(key.created_by.0),
        api_keys::created_at.eq(key.created_at),
        api_keys::expires_at.eq(key.expires_at),
    );
    execute_one(tx, "API key", diesel::insert_into(api_keys::table).values(values))
}

/// All of an organization, the newest first.
pub fn list(rx: &mut Rx, organization: OrganizationId) -> Result<Vec<ApiKey>, Fault> {
    let found = api_keys::table.filter(api_keys::org_id.eq(organization.0)).order(api_keys::id.desc());
    let rows: Vec<Row> = found.select(Row::as_select()).load(rx.connection()?)?;
    rows.into_iter().map(ApiKey::try_from).collect()
}

pub fn count(rx: &mut Rx, organization: OrganizationId) -> Result<i64, Fault> {
    Ok(api_keys::table.filter(api_keys::org_id.eq(organization.0)).count().get_result(rx.connection()?)?)
}

/// The key of that id, if one of the digests is its own, or its own from before a rotation and still good.
pub fn find_shown(
    rx: &mut Rx,
    organization: OrganizationId,
    id: ApiKeyId,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<Option<ApiKey>, Fault> {
    let found = api_keys::table.find((organization.0, id.0)).filter(is_shown(digests, now));
    let row: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    row.map(ApiKey::try_from).transpose()
}

/// Whether one of the digests is a key's own, or its own from before a rotation and still good.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn is_shown<'a>(digests: &'a [Vec<u8>], now: Timestamp) -> _ {
    let previous = api_keys::previous_digest.eq_any(digests).and(api_keys::previous_until.gt(now));
    api_keys::digest.eq_any(digests).nullable().or(previous)
}

/// The key, which nobody revokes or rotates before the transaction ends; none where it is no more.
pub fn lock(tx: &mut Tx, organization: OrganizationId, id: ApiKeyId) -> Result<Option<ApiKey>, Fault> {
    let found = api_keys::table.find((organization.0, id.0));
    let row: Option<Row> = found.for_update().select(Row::as_select()).first(tx.connection()?).optional()?;
    row.map(ApiKey::try_from).transpose()
}

/// Gives a key another secret; the one before stays good until then.
pub fn rotate(
    tx: &mut Tx,
    key: &ApiKey,
    digest: &[u8],
    until: Timestamp,
    now: Timestamp,
) -> Result<(), Fault> {
    let values = (
        api_keys::previous_digest.eq(api_keys::digest.nullable()),
        api_keys::previous_until.eq(until),
        api_keys::digest.eq(digest),
        api_keys::rotated_at.eq(now),
    );
    execute_one(tx, "API key", diesel::update(row(key)).set(values))
}

pub fn delete(tx: &mut Tx, key: &ApiKey) -> Result<(), Fault> {
    execute_one(tx, "API key", diesel::delete(row(key)))
}

/// Notes that a key was used, unless somebody else has just done so, or it is no more.
pub fn note_use(tx: &mut Tx, key: &ApiKey, now: Timestamp) -> Result<(), Fault> {
    let before = row(key).filter(api_keys::last_used_at.is_not_distinct_from(key.last_used_at));
    diesel::update(before).set(api_keys::last_used_at.eq(now)).execute(tx.connection()?)?;
    Ok(())
}

/// Notes that a key gave the alarm; false where it did so since then already.
pub fn note_alarm(tx: &mut Tx, key: &ApiKey, since: Timestamp, now: Timestamp) -> Result<bool, Fault> {
    let quiet =
        row(key).filter(api_keys::alarmed_at.is_null().or(api_keys::alarmed_at.le(since).assume_not_null()));
    Ok(diesel::update(quiet).set(api_keys::alarmed_at.eq(now)).execute(tx.connection()?)? == 1)
}

type OneRow = diesel::dsl::Find<api_keys::table, (Uuid, Uuid)>;

fn row(key: &ApiKey) -> OneRow {
    api_keys::table.find((key.organization_id.0, key.id.0))
}
