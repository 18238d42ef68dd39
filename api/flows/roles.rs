//! Roles, as administrators give them.

use std::collections::BTreeSet;

use crate::{
    domain::{
        id::OrganizationId,
        rejection::{FieldError, Rejection},
        role::{self, BuiltInRole, Permission, RoleName},
    },
    error::Verdict,
    store::{Rx, roles},
};

/// Some roles of an organization, with what they permit together.
pub(super) struct RoleSet {
    pub names: BTreeSet<RoleName>,
    pub permissions: BTreeSet<Permission>,
}

impl RoleSet {
    pub fn makes_administrator(&self) -> bool {
        self.names.iter().filter_map(RoleName::built_in).any(BuiltInRole::is_administrator)
    }
}

/// The roles of these names. The organization is locked, so that they stay what they are. A rejection: one of
/// them there is not.
pub(super) fn resolve(rx: &mut Rx, organization: OrganizationId, names: &[RoleName]) -> Verdict<RoleSet> {
    let own = roles::permissions(rx, organization, names)?;
    let permitted = |name: &RoleName| match name.built_in() {
        Some(role) => Some(role.permissions()),
        None => own.get(name.as_str()).cloned(),
    };
    let found: Vec<_> = names.iter().map(permitted).collect();
    let unknown = found.iter().enumerate().filter(|(_, permitted)| permitted.is_none());
    let errors: Vec<FieldError> = unknown.map(|(index, _)| role::unknown_role(index)).collect();
    if !errors.is_empty() {
        return Ok(Err(Rejection::Invalid(errors)));
    }
    let permissions = found.into_iter().flatten().flatten().collect();
    Ok(Ok(RoleSet { names: names.iter().cloned().collect(), permissions }))
}

/// Errors: nobody is without a role.
pub(super) fn require_some(names: &[RoleName]) -> Result<(), FieldError> {
    if names.is_empty() { Err(FieldError::new("roles", "required", "At least one role.")) } else { Ok(()) }
}
