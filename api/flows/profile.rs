//! A user's own profile.

use serde_json::json;

use super::{
    Operation,
    sessions::{self, Caller},
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        id::OrganizationId,
        notice::Notice,
        rejection::Rejection,
        user::{DisplayName, User},
    },
    error::{Failure, Fault, Verdict},
    store::{Rx, organizations, organizations::OrganizationRow, users},
};

/// Who the caller is, and what they should know.
pub struct Profile {
    pub user: User,
    pub organization_id: OrganizationId,
    pub organization: OrganizationRow,
    pub notices: Vec<Notice>,
}

pub fn describe(op: &Operation, caller: &Caller) -> Result<Profile, Failure> {
    Ok(op.read(|rx| profile(op, rx, caller, caller.user.clone()))?)
}

/// Gives the caller another display name.
pub fn rename(op: &Operation, caller: &Caller, name: &DisplayName) -> Result<Profile, Failure> {
    let account = caller.account();
    op.write(|tx| -> Verdict<Profile> {
        users::rename(tx, account, name)?;
        let event = AuditEvent::in_session(&caller.session, Action::UserUpdated);
        op.record(tx, event.with(json!({"changed": ["displayName"]})))?;
        match users::find(tx, account)? {
            Some(user) => profile(op, tx, caller, user).map(Ok),
            None => Ok(Err(Rejection::Unauthenticated)),
        }
    })
}

fn profile(op: &Operation, rx: &mut Rx, caller: &Caller, user: User) -> Result<Profile, Fault> {
    let organization_id = user.organization_id;
    let organization = organizations::find(rx, organization_id)?;
    let organization = organization.ok_or_else(|| Fault::internal("a user without an organization"))?;
    let notices = sessions::notices(op, rx, &user, &caller.policy)?;
    Ok(Profile { user, organization_id, organization, notices })
}
