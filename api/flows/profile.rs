//! A user's own profile.

use std::collections::BTreeSet;

use serde_json::json;

use super::{Operation, caller::Caller, sessions};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        id::OrganizationId,
        language::Language,
        notice::Notice,
        rejection::Rejection,
        session::FirstStep,
        single_sign_on::Provider,
        user::{DisplayName, LoginMethod, User},
    },
    error::{Failure, Fault},
    store::{
        Rx, organizations,
        organizations::OrganizationRow,
        recovery_codes, sso_identities, sso_providers,
        users::{self, OwnChanges},
    },
};

/// Who the caller is, and what they should know.
pub struct Profile {
    pub user: User,
    pub organization_id: OrganizationId,
    pub organization: OrganizationRow,
    pub login_methods: BTreeSet<LoginMethod>,
    /// The provider that the session began at.
    pub provider: Option<Provider>,
    pub notices: Vec<Notice>,
}

pub fn describe(op: &Operation, caller: &Caller) -> Result<Profile, Failure> {
    Ok(op.read(|rx| profile(op, rx, caller, caller.user.clone()))?)
}

/// What a user may say of themselves; what is none stays.
pub struct Changes {
    pub display_name: Option<DisplayName>,
    pub language: Option<Language>,
}

/// Changes the caller's own profile.
pub fn update(op: &Operation, caller: &Caller, changes: &Changes) -> Result<Profile, Failure> {
    let account = caller.account();
    op.write(|tx| -> Result<Profile, Failure> {
        let user = users::lock(tx, account)?.ok_or(Rejection::Unauthenticated)?;
        let name = changes.display_name.as_ref().map(DisplayName::as_str);
        let display_name = name.filter(|name| *name != user.display_name);
        let language = changes.language.filter(|language| *language != user.language).map(Language::name);
        let changed: Vec<&str> = [display_name.map(|_| "displayName"), language.map(|_| "language")]
            .into_iter()
            .flatten()
            .collect();
        if changed.is_empty() {
            return Ok(profile(op, tx, caller, user)?);
        }
        users::update(tx, account, &OwnChanges { display_name, language })?;
        let event = AuditEvent::in_session(&caller.session, Action::UserUpdated);
        op.record(tx, event.with(json!({"changed": changed})))?;
        let user = users::find(tx, account)?.ok_or_else(|| Fault::internal("a locked user is gone"))?;
        Ok(profile(op, tx, caller, user)?)
    })
}

fn profile(op: &Operation, rx: &mut Rx, caller: &Caller, user: User) -> Result<Profile, Fault> {
    let organization_id = user.organization_id;
    let organization = organizations::find(rx, organization_id)?;
    let organization = organization.ok_or_else(|| Fault::internal("a user without an organization"))?;
    let left = recovery_codes::summary(rx, caller.account())?.remaining;
    let notices = sessions::notices(op, &user, &caller.policy, &caller.session, left);
    let connected = !sso_identities::list(rx, caller.account())?.is_empty();
    let login_methods = user.login_methods(connected);
    let provider = match caller.session.first_step {
        FirstStep::Provider(id) => sso_providers::find(rx, organization_id, id)?,
        FirstStep::Local => None,
    };
    Ok(Profile { user, organization_id, organization, login_methods, provider, notices })
}
