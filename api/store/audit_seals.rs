//! Table `audit_seals`: the chain over each organization's audit events, append-only.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, schema::audit_seals};
use crate::{
    domain::{
        Timestamp,
        id::OrganizationId,
        seal::{Digest, Extent, Head},
    },
    error::Fault,
};

/// A seal as it is kept. Whether it is what it seems to be is for a check to say.
#[derive(Clone, Debug)]
pub struct Seal {
    pub head: Head,
    /// None once the events are gone.
    pub entries: Option<Vec<u8>>,
    pub digest: Digest,
    pub mac_kid: String,
    pub mac: Vec<u8>,
    /// The signed digest.
    pub checkpoint: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_seals)]
struct Row {
    org_id: Uuid,
    number: i64,
    made_at: Timestamp,
    gone_before: Option<Timestamp>,
    adopts: bool,
    first_at: Timestamp,
    last_at: Timestamp,
    events: i32,
    entries: Option<Vec<u8>>,
    entries_digest: Vec<u8>,
    previous: Vec<u8>,
    digest: Vec<u8>,
    mac: Vec<u8>,
    mac_kid: String,
    checkpoint: String,
}

impl From<Row> for Seal {
    fn from(row: Row) -> Self {
        // A digest of another length is none that a seal has: zeros fit nothing, too.
        let digest = |bytes: Vec<u8>| Digest::try_from(bytes).unwrap_or_default();
        Self {
            head: Head {
                organization_id: OrganizationId(row.org_id),
                number: row.number,
                made_at: row.made_at,
                gone_before: row.gone_before,
                adopts: row.adopts,
                previous: digest(row.previous),
                span: (row.first_at, row.last_at),
                events: u32::try_from(row.events).unwrap_or_default(),
                entries_digest: digest(row.entries_digest),
            },
            entries: row.entries,
            digest: digest(row.digest),
            mac_kid: row.mac_kid,
            mac: row.mac,
            checkpoint: row.checkpoint,
        }
    }
}

/// Appends a seal; false where another replica made one of that number first.
pub fn append(tx: &mut Tx, seal: &Seal) -> Result<bool, Fault> {
    let head = &seal.head;
    let row = Row {
        org_id: head.organization_id.0,
        number: head.number,
        made_at: head.made_at,
        gone_before: head.gone_before,
        adopts: head.adopts,
        first_at: head.span.0,
        last_at: head.span.1,
        events: i32::try_from(head.events).map_err(Fault::internal)?,
        entries: seal.entries.clone(),
        entries_digest: head.entries_digest.to_vec(),
        previous: head.previous.to_vec(),
        digest: seal.digest.to_vec(),
        mac: seal.mac.clone(),
        mac_kid: seal.mac_kid.clone(),
        checkpoint: seal.checkpoint.clone(),
    };
    let appended = diesel::insert_into(audit_seals::table).values(row).on_conflict_do_nothing();
    Ok(appended.execute(tx.connection()?)? == 1)
}

/// The last seal of an organization.
pub fn last(rx: &mut Rx, organization: OrganizationId) -> Result<Option<Seal>, Fault> {
    let row: Option<Row> = audit_seals::table
        .filter(audit_seals::org_id.eq(organization.0))
        .order(audit_seals::number.desc())
        .select(Row::as_select())
        .first(rx.connection()?)
        .optional()?;
    Ok(row.map(Seal::from))
}

/// The seals that follow one, `limit` at most.
pub fn following(
    rx: &mut Rx,
    organization: OrganizationId,
    number: i64,
    limit: i64,
) -> Result<Vec<Seal>, Fault> {
    let rows: Vec<Row> = audit_seals::table
        .filter(audit_seals::org_id.eq(organization.0))
        .filter(audit_seals::number.gt(number))
        .order(audit_seals::number)
        .limit(limit)
        .select(Row::as_select())
        .load(rx.connection()?)?;
    Ok(rows.into_iter().map(Seal::from).collect())
}

/// The extents of all seals with an event of that time.
pub fn extents_within(
    rx: &mut Rx,
    organization: OrganizationId,
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<Extent>, Fault> {
    let columns = (audit_seals::last_at, audit_seals::events);
    let rows: Vec<(Timestamp, i32)> =
        within(organization, (from, to)).select(columns).load(rx.connection()?)?;
    Ok(rows.into_iter().map(|(last_at, events)| Extent { last_at, events }).collect())
}

/// The entries of all seals with an event of that time.
pub fn entries_within(
    rx: &mut Rx,
    organization: OrganizationId,
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<Vec<u8>>, Fault> {
    let entries: Vec<Option<Vec<u8>>> =
        within(organization, (from, to)).select(audit_seals::entries).load(rx.connection()?)?;
    Ok(entries.into_iter().flatten().collect())
}

#[diesel::dsl::auto_type]
fn within(organization: OrganizationId, span: (Timestamp, Timestamp)) -> _ {
    let (organization, from, to): (Uuid, Timestamp, Timestamp) = (organization.0, span.0, span.1);
    audit_seals::table
        .filter(audit_seals::org_id.eq(organization))
        .filter(audit_seals::last_at.ge(from))
        .filter(audit_seals::first_at.le(to))
}

/// Takes the entries out of seals whose events are older than that time, for the owner of the table.
pub fn forget_entries(tx: &mut Tx, organization: OrganizationId, before: Timestamp) -> Result<usize, Fault> {
    let old = audit_seals::table
        .filter(audit_seals::org_id.eq(organization.0))
        .filter(audit_seals::last_at.lt(before))
        .filter(audit_seals::entries.is_not_null());
    Ok(diesel::update(old).set(audit_seals::entries.eq(None::<Vec<u8>>)).execute(tx.connection()?)?)
}

/// Before which time events may be gone, by the chain.
pub fn gone_before(rx: &mut Rx, organization: OrganizationId) -> Result<Option<Timestamp>, Fault> {
    let latest = audit_seals::table
        .filter(audit_seals::org_id.eq(organization.0))
        .select(diesel::dsl::max(audit_seals::gone_before));
    Ok(latest.get_result(rx.connection()?)?)
}
