//! Table `roles`: the roles of an organization's own.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::roles};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, RoleId},
        role::{Permission, Role, RoleDescription, RoleName},
    },
    error::Fault,
};

type Columns = (roles::id, roles::name, roles::description, roles::permissions);
const COLUMNS: Columns = (roles::id, roles::name, roles::description, roles::permissions);

type Row = (Uuid, String, String, Vec<String>);

fn role((id, name, description, permissions): Row) -> Result<Role, Fault> {
    let invalid = |_| Fault::internal(format!("role {id} is not as it was written"));
    Ok(Role {
        id: id.into(),
        name: RoleName::parse(&name).map_err(invalid)?,
        description: RoleDescription::parse(&description).map_err(invalid)?,
        permissions: known(&permissions),
    })
}

/// The permissions of these names that this program knows: a newer one may have others.
pub(super) fn known(names: &[String]) -> BTreeSet<Permission> {
    names.iter().filter_map(|name| Permission::from_name(name)).collect()
}

fn names(permissions: &BTreeSet<Permission>) -> Vec<&'static str> {
    permissions.iter().map(|permission| permission.name()).collect()
}

/// All of an organization, by name.
pub fn list(rx: &mut Rx, organization: OrganizationId) -> Result<Vec<Role>, Fault> {
    let found = roles::table.filter(roles::org_id.eq(organization.0)).order(roles::name);
    let rows: Vec<Row> = found.select(COLUMNS).load(rx.connection()?)?;
    rows.into_iter().map(role).collect()
}

pub fn find(rx: &mut Rx, organization: OrganizationId, id: RoleId) -> Result<Option<Role>, Fault> {
    let found = roles::table.find((organization.0, id.0));
    let row: Option<Row> = found.select(COLUMNS).first(rx.connection()?).optional()?;
    row.map(role).transpose()
}

pub fn count(rx: &mut Rx, organization: OrganizationId) -> Result<i64, Fault> {
    Ok(roles::table.filter(roles::org_id.eq(organization.0)).count().get_result(rx.connection()?)?)
}

/// What each of these roles permits, but for those that the organization has not got.
pub fn permissions(
    rx: &mut Rx,
    organization: OrganizationId,
    names: &[RoleName],
) -> Result<BTreeMap<String, BTreeSet<Permission>>, Fault> {
    let names: Vec<&str> = names.iter().map(RoleName::as_str).collect();
    let found = roles::table.filter(roles::org_id.eq(organization.0)).filter(roles::name.eq_any(names));
    let rows: Vec<(String, Vec<String>)> =
        found.select((roles::name, roles::permissions)).load(rx.connection()?)?;
    Ok(rows.into_iter().map(|(name, stored)| (name, known(&stored))).collect())
}

/// Whether the organization has this role, built-in ones included.
pub fn exists(rx: &mut Rx, organization: OrganizationId, name: &RoleName) -> Result<bool, Fault> {
    let known = permissions(rx, organization, std::slice::from_ref(name))?;
    Ok(name.built_in().is_some() || known.contains_key(name.as_str()))
}

/// False where the organization has a role of that name.
pub fn insert(tx: &mut Tx, organization: OrganizationId, role: &Role, now: Timestamp) -> Result<bool, Fault> {
    let values = (
        roles::org_id.eq(organization.0),
        roles::id.eq(role.id.0),
        roles::name.eq(role.name.as_str()),
        roles::description.eq(role.description.as_str()),
        roles::permissions.eq(names(&role.permissions)),
        roles::created_at.eq(now),
    );
    let made = diesel::insert_into(roles::table)
        .values(values)
        .on_conflict((roles::org_id, roles::name))
        .do_nothing()
        .execute(tx.connection()?)?;
    Ok(made == 1)
}

/// Takes over the description and the permissions; the name stays.
pub fn update(tx: &mut Tx, organization: OrganizationId, role: &Role) -> Result<(), Fault> {
    let values =
        (roles::description.eq(role.description.as_str()), roles::permissions.eq(names(&role.permissions)));
    let row = roles::table.find((organization.0, role.id.0));
    execute_one(tx, "role", diesel::update(row).set(values))
}

pub fn delete(tx: &mut Tx, organization: OrganizationId, id: RoleId) -> Result<(), Fault> {
    execute_one(tx, "role", diesel::delete(roles::table.find((organization.0, id.0))))
}
