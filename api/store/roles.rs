//! Table `roles`: the roles of an organization's own.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::{Rx, schema::roles};
use crate::{
    domain::{
        id::OrganizationId,
        role::{Permission, RoleName},
    },
    error::Fault,
};

/// What each of these roles permits, but for those that the organization has not got.
pub fn permissions(
    rx: &mut Rx,
    organization: OrganizationId,
    names: &[RoleName],
) -> Result<BTreeMap<String, BTreeSet<Permission>>, Fault> {
    let names: Vec<&str> = names.iter().map(RoleName::as_str).collect();
    let found = roles::table.filter(roles::org_id.eq(organization.0)).filter(roles::name.eq_any(names));
    let rows: Vec<(String, Vec<String>)> = found.select((roles::name, roles::permissions)).load(&mut rx.0)?;
    Ok(rows.into_iter().map(|(name, stored)| (name, known(&stored))).collect())
}

/// The permissions of these names that this program knows: a newer one may have others.
pub(super) fn known(names: &[String]) -> BTreeSet<Permission> {
    names.iter().filter_map(|name| Permission::from_name(name)).collect()
}
