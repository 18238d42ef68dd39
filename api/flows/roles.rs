//! Roles: the organization's own ones, and what it takes to give any.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    administrators::{Administrator, permitted_user},
    caller::Caller,
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        id::{OrganizationId, RoleId},
        rejection::{FieldError, Rejection},
        role::{self, BuiltInRole, Permission, Role, RoleDescription, RoleName},
        user::User,
    },
    error::Failure,
    store::{Rx, Tx, organizations, policies, roles, sso_providers, user_roles},
};

/// So many roles of its own an organization has at most.
const MOST: i64 = 100;

/// A role with the number of users who have it.
pub struct RoleEntry {
    /// None for a built-in role.
    pub id: Option<RoleId>,
    pub name: RoleName,
    pub description: String,
    pub permissions: BTreeSet<Permission>,
    pub users: i64,
}

impl RoleEntry {
    fn built_in(role: BuiltInRole, users: i64) -> Self {
        let (description, permissions) = (role.description().to_owned(), role.permissions());
        Self { id: None, name: role.into(), description, permissions, users }
    }

    fn own(role: Role, users: i64) -> Self {
        let Role { id, name, description, permissions } = role;
        Self { id: Some(id), name, description: description.as_str().to_owned(), permissions, users }
    }
}

/// The roles of the organization of whoever asks, the built-in ones first.
pub fn list(op: &Operation, administrator: &Administrator) -> Result<Vec<RoleEntry>, Failure> {
    let organization = administrator.organization_id();
    let (own, users) =
        op.read(|rx| Ok((roles::list(rx, organization)?, user_roles::count_all(rx, organization)?)))?;
    let users = |name: &str| users.get(name).copied().unwrap_or(0);
    let built_in = BuiltInRole::ALL.iter().map(|role| RoleEntry::built_in(*role, users(role.name())));
    let own = own.into_iter().map(|role| {
        let users = users(role.name.as_str());
        RoleEntry::own(role, users)
    });
    Ok(built_in.chain(own).collect())
}

/// What a role of the organization's own is to be.
pub struct RoleDraft {
    pub name: RoleName,
    pub description: RoleDescription,
    pub permissions: BTreeSet<Permission>,
}

/// Creates a role. Errors: permissions beyond the caller's own, a name that a role has, or too many roles.
pub fn create(op: &Operation, caller: &Caller, draft: RoleDraft) -> Result<RoleEntry, Failure> {
    let organization = caller.organization_id();
    let RoleDraft { name, description, permissions } = draft;
    let role = Role { id: op.new_id(), name, description, permissions };
    op.write(|tx| {
        admit(tx, caller, &role.permissions)?;
        if roles::count(tx, organization)? >= MOST {
            let message = format!("An organization has at most {MOST} roles of its own.");
            return Err(FieldError::new("", "too_many_roles", message).into());
        }
        if role.name.built_in().is_some() || !roles::insert(tx, organization, &role, op.now)? {
            return Err(Rejection::RoleTaken.into());
        }
        op.record(tx, told(caller, Action::RoleCreated, None, Some(&role)))?;
        Ok(RoleEntry::own(role.clone(), 0))
    })
}

/// What is to be changed about a role; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct RoleChanges {
    pub description: Option<RoleDescription>,
    pub permissions: Option<BTreeSet<Permission>>,
}

/// Changes a role of the organization's own; its holders are affected at their next request. Errors: there is none, or
/// permissions, old or new, beyond the caller's own.
pub fn update(
    op: &Operation,
    caller: &Caller,
    id: RoleId,
    changes: &RoleChanges,
) -> Result<RoleEntry, Failure> {
    let organization = caller.organization_id();
    op.write(|tx| {
        let (actor, old) = lock(tx, caller, id)?;
        let RoleChanges { description, permissions } = changes.clone();
        let new = Role {
            description: description.unwrap_or_else(|| old.description.clone()),
            permissions: permissions.unwrap_or_else(|| old.permissions.clone()),
            ..old.clone()
        };
        if !actor.reaches(&new.permissions) {
            return Err(Rejection::NotPermitted.into());
        }
        if new != old {
            roles::update(tx, organization, &new)?;
            op.record(tx, told(caller, Action::RoleUpdated, Some(&old), Some(&new)))?;
        }
        let users = user_roles::count(tx, organization, &new.name)?;
        Ok(RoleEntry::own(new, users))
    })
}

/// Deletes a role of the organization's own. Errors: there is none, its permissions are beyond the caller's own,
/// somebody has it, a provider gives it, or a phase of the policy is for it.
pub fn delete(op: &Operation, caller: &Caller, id: RoleId) -> Result<(), Failure> {
    let organization = caller.organization_id();
    op.write(|tx| {
        let (_, role) = lock(tx, caller, id)?;
        let named = policies::find(tx, organization)?.policy.names_role(&role.name);
        let given = sso_providers::gives(tx, organization, &role.name)?;
        if named || given || user_roles::count(tx, organization, &role.name)? > 0 {
            return Err(Rejection::RoleInUse.into());
        }
        roles::delete(tx, organization, id)?;
        op.record(tx, told(caller, Action::RoleDeleted, Some(&role), None))?;
        Ok(())
    })
}

/// The caller, and a role that is not above them. The organization is locked before, so that its roles are changed and
/// given one after the other. A rejection: no such role, one that permits more than the caller may, or the caller has lost
/// the session or the permission in between.
fn lock(tx: &mut Tx, caller: &Caller, id: RoleId) -> Result<(User, Role), Failure> {
    organizations::lock(tx, caller.organization_id())?;
    let actor = permitted_user(tx, caller, Permission::RolesWrite)?;
    let role = roles::find(tx, caller.organization_id(), id)?.ok_or(Rejection::NotFound)?;
    if actor.reaches(&role.permissions) { Ok((actor, role)) } else { Err(Rejection::NotPermitted.into()) }
}

/// Whether the caller may make a role that permits this. The organization is locked for it.
fn admit(tx: &mut Tx, caller: &Caller, permissions: &BTreeSet<Permission>) -> Result<(), Failure> {
    organizations::lock(tx, caller.organization_id())?;
    let actor = permitted_user(tx, caller, Permission::RolesWrite)?;
    if actor.reaches(permissions) { Ok(()) } else { Err(Rejection::NotPermitted.into()) }
}

/// The event of a change from `old` to `new`.
fn told(caller: &Caller, action: Action, old: Option<&Role>, new: Option<&Role>) -> AuditEvent {
    let mut detail = json!({});
    for (side, role) in [("old", old), ("new", new)] {
        if let Some(Role { id, name, description, permissions }) = role {
            detail["role"] = json!({"id": id, "name": name});
            detail[side] = json!({"description": description, "permissions": permissions});
        }
    }
    caller.event(action).with(detail)
}

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

/// The roles of these names. The organization is locked, so that they stay what they are. A rejection: one of them there
/// is not.
pub(super) fn resolve(
    rx: &mut Rx,
    organization: OrganizationId,
    names: &[RoleName],
) -> Result<RoleSet, Failure> {
    let own = roles::permissions(rx, organization, names)?;
    let permitted = |name: &RoleName| match name.built_in() {
        Some(role) => Some(role.permissions()),
        None => own.get(name.as_str()).cloned(),
    };
    let found: Vec<_> = names.iter().map(permitted).collect();
    let unknown = found.iter().enumerate().filter(|(_, permitted)| permitted.is_none());
    let errors: Vec<FieldError> = unknown.map(|(index, _)| role::unknown_role(index)).collect();
    if !errors.is_empty() {
        return Err(Rejection::Invalid(errors).into());
    }
    let permissions = found.into_iter().flatten().flatten().collect();
    Ok(RoleSet { names: names.iter().cloned().collect(), permissions })
}

/// Errors: nobody is without a role.
pub(super) fn require_some(names: &[RoleName]) -> Result<(), FieldError> {
    if names.is_empty() { Err(FieldError::new("roles", "required", "At least one role.")) } else { Ok(()) }
}
