//! Whom an organization, and the installation, relies on to sign in and administer it: one of those stays.

use crate::{
    domain::{id::OrganizationId, rejection::Rejection, role::BuiltInRole, user::User},
    error::{Failure, Fault},
    store::{Rx, organizations, policies, users},
};

/// Admits a change of a user. The organization is locked, so that the policy and the other administrators stay what they are. A
/// rejection: without them, as they would be then, nobody is left to rely on.
pub(super) fn admit_change(rx: &mut Rx, before: &User, after: &User) -> Result<(), Failure> {
    let policy = policies::find(rx, before.organization_id)?.policy;
    let gives_up = |is: &dyn Fn(&User) -> bool| {
        let leaves = after.suspended || !is(after);
        is(before) && (leaves || policy.relies_on(before) && !policy.relies_on(after))
    };
    if gives_up(&User::is_administrator) && is_last_administrator(rx, before)? {
        return Err(Rejection::LastAdministrator.into());
    }
    if gives_up(&is_superadmin) && is_last_superadmin(rx, before)? {
        return Err(Rejection::LastSuperadmin.into());
    }
    Ok(())
}

/// Whether no other administrator could sign in. The organization is locked, so that the policy stays what it is.
pub(super) fn is_last_administrator(rx: &mut Rx, user: &User) -> Result<bool, Fault> {
    Ok(others(able_administrators(rx, user.organization_id)?, user).next().is_none())
}

/// Whether the installation may come to be without a superadmin when this one goes. Of two organizations only one is locked, so
/// what the other one has may go at the same moment: the first one keeps a superadmin whatever others have, and these rely on
/// that one alone.
fn is_last_superadmin(rx: &mut Rx, user: &User) -> Result<bool, Fault> {
    let home = able_administrators(rx, user.organization_id)?;
    if others(home, user).any(|other| is_superadmin(&other)) {
        return Ok(false);
    }
    let first = organizations::first(rx)?;
    let relied_on =
        first != user.organization_id && able_administrators(rx, first)?.iter().any(is_superadmin);
    Ok(!relied_on)
}

/// The administrators of an organization that it may rely on.
fn able_administrators(rx: &mut Rx, organization: OrganizationId) -> Result<Vec<User>, Fault> {
    let policy = policies::find(rx, organization)?.policy;
    let mut found = users::administrators(rx, organization)?;
    found.retain(|user| policy.relies_on(user));
    Ok(found)
}

fn others(users: Vec<User>, user: &User) -> impl Iterator<Item = User> {
    users.into_iter().filter(|other| other.id != user.id)
}

fn is_superadmin(user: &User) -> bool {
    user.holds(BuiltInRole::Superadmin)
}
