//! Organizations, as superadmins see, make and rename them.

use serde_json::json;
use zeroize::Zeroizing;

use super::{
    Operation, acting, administrators::permitted_user, caller::Caller, organizations::establish, paging,
};
use crate::{
    crypto::passwords::HashingPermit,
    domain::{
        account::Account,
        audit::{Action, AuditEvent},
        id::OrganizationId,
        organization::OrganizationName,
        password::Password,
        policy::Policy,
        rejection::Rejection,
        role::{BuiltInRole, Permission},
        user::{DisplayName, EmailAddress},
    },
    error::Failure,
    store::{Rx, organizations, users::NewUser},
};

pub use crate::store::organizations::ListedOrganization;

/// A part of the list, by short name.
pub struct OrganizationPage {
    pub organizations: Vec<ListedOrganization>,
    /// The short name after which the next part begins; none at the end.
    pub next_after: Option<String>,
}

/// All organizations, from the first after that short name.
pub fn list(op: &Operation, after: Option<&str>, limit: usize) -> Result<OrganizationPage, Failure> {
    let to_read = paging::to_read(limit)?;
    let found = op.read(|rx| organizations::list(rx, after, to_read))?;
    let (organizations, next_after) = paging::part(found, limit, |last| last.slug.clone());
    Ok(OrganizationPage { organizations, next_after })
}

/// What is to be created.
pub struct Draft {
    pub name: OrganizationName,
    pub administrator_email: EmailAddress,
    pub administrator_name: DisplayName,
}

/// A new organization, with its administrator's password: shown once.
pub struct Created {
    pub organization: ListedOrganization,
    pub password: Zeroizing<String>,
}

/// Creates an organization and its first administrator. Errors: somebody has the administrator's address.
pub fn create(
    op: &Operation,
    permit: &HashingPermit,
    caller: &Caller,
    draft: &Draft,
) -> Result<Created, Failure> {
    let password = Password::generate(op.app.random.bytes());
    let hashed = op.app.passwords.hash(permit, op.keyring(), &*op.app.random, &password)?;
    let account = Account { organization_id: op.new_id(), user_id: op.new_id() };
    let roles = [BuiltInRole::Admin.into()].into();
    let Draft { name, administrator_email: email, administrator_name: display_name } = draft;
    let language = caller.user.language;
    let administrator =
        NewUser { account, email, display_name, roles: &roles, password: Some(&hashed), language };
    let caller = caller.clone().acting_in(account.organization_id, Policy::default());
    let organization = op.write(|tx| {
        permitted_user(tx, &caller, Permission::OrganizationsWrite)?;
        establish(op, tx, name, &administrator, |action| about_organization(&caller, action))?;
        find_listed(tx, account.organization_id)
    })?;
    Ok(Created { organization, password: Zeroizing::new(password.expose().to_owned()) })
}

/// Gives an organization another name; the short name stays. Errors: there is none.
pub fn rename(
    op: &Operation,
    caller: &Caller,
    id: OrganizationId,
    name: &OrganizationName,
) -> Result<ListedOrganization, Failure> {
    let caller = acting::enter(op, caller.clone(), id)?;
    op.write(|tx| {
        organizations::lock(tx, id)?;
        permitted_user(tx, &caller, Permission::OrganizationsWrite)?;
        let old = organizations::find(tx, id)?.map(|organization| organization.name);
        if let Some(old) = old.filter(|old| old != name.as_str()) {
            organizations::rename(tx, id, name)?;
            let event = about_organization(&caller, Action::OrganizationRenamed);
            op.record(tx, event.with(json!({"old": old, "new": name.as_str()})))?;
        }
        find_listed(tx, id)
    })
}

fn find_listed(rx: &mut Rx, id: OrganizationId) -> Result<ListedOrganization, Failure> {
    organizations::find_listed(rx, id)?.ok_or(Rejection::NotFound.into())
}

/// Something that the caller does to the organization in which they act, and to none of its users.
fn about_organization(caller: &Caller, action: Action) -> AuditEvent {
    AuditEvent { subject: None, ..caller.event(action) }
}
