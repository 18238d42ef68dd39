//! Table `organizations`.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::organizations};
use crate::{
    domain::{Timestamp, id::OrganizationId, organization::OrganizationName},
    error::Fault,
};

/// The short name and the name of an organization.
#[derive(Clone, Debug, Queryable)]
pub struct OrganizationRow {
    pub slug: String,
    pub name: String,
}

pub fn any_exists(rx: &mut Rx) -> Result<bool, Fault> {
    Ok(diesel::select(diesel::dsl::exists(organizations::table.select(organizations::id)))
        .get_result(&mut rx.0)?)
}

/// Locks the row of an organization: what concerns all its administrators goes one after the other.
pub fn lock(tx: &mut Tx, id: OrganizationId) -> Result<(), Fault> {
    let row = organizations::table.find(id.0).select(organizations::id).for_update();
    row.first::<Uuid>(&mut tx.0.0)?;
    Ok(())
}

pub fn insert(
    tx: &mut Tx,
    id: OrganizationId,
    slug: &str,
    name: &OrganizationName,
    now: Timestamp,
) -> Result<(), Fault> {
    let values = (
        organizations::id.eq(id.0),
        organizations::slug.eq(slug),
        organizations::name.eq(name.as_str()),
        organizations::created_at.eq(now),
    );
    execute_one(tx, "organization", diesel::insert_into(organizations::table).values(values))
}

pub fn find(rx: &mut Rx, id: OrganizationId) -> Result<Option<OrganizationRow>, Fault> {
    let columns = (organizations::slug, organizations::name);
    Ok(organizations::table.find(id.0).select(columns).first(&mut rx.0).optional()?)
}

pub fn find_by_slug(rx: &mut Rx, slug: &str) -> Result<Option<(OrganizationId, OrganizationRow)>, Fault> {
    let columns = (organizations::id, (organizations::slug, organizations::name));
    let found = organizations::table.filter(organizations::slug.eq(slug)).select(columns);
    let row: Option<(Uuid, OrganizationRow)> = found.first(&mut rx.0).optional()?;
    Ok(row.map(|(id, row)| (id.into(), row)))
}

/// The organization of an installation that has just one.
pub fn find_only(rx: &mut Rx) -> Result<Option<(OrganizationId, OrganizationRow)>, Fault> {
    let columns = (organizations::id, (organizations::slug, organizations::name));
    let mut rows: Vec<(Uuid, OrganizationRow)> =
        organizations::table.select(columns).limit(2).load(&mut rx.0)?;
    let only = if rows.len() == 1 { rows.pop() } else { None };
    Ok(only.map(|(id, row)| (id.into(), row)))
}

/// Whether a short name is taken.
pub fn slug_exists(rx: &mut Rx, slug: &str) -> Result<bool, Fault> {
    let found = organizations::table.filter(organizations::slug.eq(slug)).select(organizations::id);
    Ok(found.first::<Uuid>(&mut rx.0).optional()?.is_some())
}
