//! Table `organizations`.

use std::collections::HashMap;

use diesel::prelude::*;
use uuid::Uuid;

use super::{
    Rx, Tx, execute_one,
    schema::{organizations, users},
};
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
        .get_result(rx.connection()?)?)
}

/// All of them.
pub fn ids(rx: &mut Rx) -> Result<Vec<OrganizationId>, Fault> {
    let ids: Vec<Uuid> = organizations::table.select(organizations::id).load(rx.connection()?)?;
    Ok(ids.into_iter().map(OrganizationId).collect())
}

/// The first one that there was: ids rise with time.
pub fn first(rx: &mut Rx) -> Result<OrganizationId, Fault> {
    let ids = organizations::table.order(organizations::id).select(organizations::id);
    Ok(OrganizationId(ids.first(rx.connection()?)?))
}

/// All of them with their short names, in the order of those.
pub fn slugs(rx: &mut Rx) -> Result<Vec<(String, OrganizationId)>, Fault> {
    let named =
        organizations::table.order(organizations::slug).select((organizations::slug, organizations::id));
    let named: Vec<(String, Uuid)> = named.load(rx.connection()?)?;
    Ok(named.into_iter().map(|(slug, id)| (slug, OrganizationId(id))).collect())
}

/// Locks the row of an organization: what concerns all its administrators goes one after the other.
pub fn lock(tx: &mut Tx, id: OrganizationId) -> Result<(), Fault> {
    let row = organizations::table.find(id.0).select(organizations::id).for_update();
    row.first::<Uuid>(tx.connection()?)?;
    Ok(())
}

/// Enters an organization; false when another one has the short name.
pub fn insert(
    tx: &mut Tx,
    id: OrganizationId,
    slug: &str,
    name: &OrganizationName,
    now: Timestamp,
) -> Result<bool, Fault> {
    let values = (
        organizations::id.eq(id.0),
        organizations::slug.eq(slug),
        organizations::name.eq(name.as_str()),
        organizations::created_at.eq(now),
    );
    let inserted = diesel::insert_into(organizations::table)
        .values(values)
        .on_conflict(organizations::slug)
        .do_nothing()
        .execute(tx.connection()?)?;
    Ok(inserted == 1)
}

pub fn rename(tx: &mut Tx, id: OrganizationId, name: &OrganizationName) -> Result<(), Fault> {
    let statement =
        diesel::update(organizations::table.find(id.0)).set(organizations::name.eq(name.as_str()));
    execute_one(tx, "name of an organization", statement)
}

pub fn find(rx: &mut Rx, id: OrganizationId) -> Result<Option<OrganizationRow>, Fault> {
    let columns = (organizations::slug, organizations::name);
    Ok(organizations::table.find(id.0).select(columns).first(rx.connection()?).optional()?)
}

/// The name of an organization that somebody belongs to. Errors: beside others, there is none.
pub fn name(rx: &mut Rx, id: OrganizationId) -> Result<String, Fault> {
    let found = find(rx, id)?.ok_or_else(|| Fault::internal("an organization is gone"))?;
    Ok(found.name)
}

pub fn find_by_slug(rx: &mut Rx, slug: &str) -> Result<Option<(OrganizationId, OrganizationRow)>, Fault> {
    let columns = (organizations::id, (organizations::slug, organizations::name));
    let found = organizations::table.filter(organizations::slug.eq(slug)).select(columns);
    let row: Option<(Uuid, OrganizationRow)> = found.first(rx.connection()?).optional()?;
    Ok(row.map(|(id, row)| (id.into(), row)))
}

/// The organization of an installation that has just one.
pub fn find_only(rx: &mut Rx) -> Result<Option<(OrganizationId, OrganizationRow)>, Fault> {
    let columns = (organizations::id, (organizations::slug, organizations::name));
    let mut rows: Vec<(Uuid, OrganizationRow)> =
        organizations::table.select(columns).limit(2).load(rx.connection()?)?;
    let only = if rows.len() == 1 { rows.pop() } else { None };
    Ok(only.map(|(id, row)| (id.into(), row)))
}

/// An organization in the superadmins' list.
#[derive(Clone, Debug)]
pub struct ListedOrganization {
    pub id: OrganizationId,
    pub slug: String,
    pub name: String,
    pub created_at: Timestamp,
    /// All of them, suspended or not.
    pub users: i64,
}

type ListedRow = (Uuid, String, String, Timestamp);

/// The organizations by short name, from the first after that one.
pub fn list(rx: &mut Rx, after: Option<&str>, limit: i64) -> Result<Vec<ListedOrganization>, Fault> {
    let rows: Vec<ListedRow> = organizations::table
        .filter(organizations::slug.gt(after.unwrap_or("")))
        .order(organizations::slug)
        .limit(limit)
        .load(rx.connection()?)?;
    counted(rx, rows)
}

/// One organization as in the list.
pub fn find_listed(rx: &mut Rx, id: OrganizationId) -> Result<Option<ListedOrganization>, Fault> {
    let row: Option<ListedRow> = organizations::table.find(id.0).first(rx.connection()?).optional()?;
    Ok(counted(rx, row.into_iter().collect())?.pop())
}

/// These organizations with the number of their users.
fn counted(rx: &mut Rx, rows: Vec<ListedRow>) -> Result<Vec<ListedOrganization>, Fault> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.0).collect();
    let counts: HashMap<Uuid, i64> = users::table
        .filter(users::org_id.eq_any(ids))
        .group_by(users::org_id)
        .select((users::org_id, diesel::dsl::count_star()))
        .load(rx.connection()?)?
        .into_iter()
        .collect();
    let listed = |(id, slug, name, created_at): ListedRow| ListedOrganization {
        id: id.into(),
        slug,
        name,
        created_at,
        users: counts.get(&id).copied().unwrap_or(0),
    };
    Ok(rows.into_iter().map(listed).collect())
}
