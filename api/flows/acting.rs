//! Acting in another organization: what superadmins may.

use super::{Operation, caller::Caller};
use crate::{
    domain::{id::OrganizationId, rejection::Rejection, role::Permission},
    error::Failure,
    store::{organizations, policies},
};

/// The caller, from now on acting in that organization. Errors: there is none, or the caller is none who may know.
pub fn enter(op: &Operation, caller: Caller, organization: OrganizationId) -> Result<Caller, Failure> {
    if organization == caller.user.organization_id {
        return Ok(caller);
    }
    if !caller.user.permissions.contains(&Permission::OrganizationsWrite) {
        return Err(Rejection::NotFound.into());
    }
    caller.require_full(op.now)?;
    let policy = op.read(|rx| match organizations::find(rx, organization)? {
        Some(_) => policies::find(rx, organization).map(|stored| Some(stored.policy)),
        None => Ok(None),
    })?;
    let policy = policy.ok_or(Rejection::NotFound)?;
    Ok(caller.acting_in(organization, policy))
}
