//! Users, as administrators see and make them.

use std::collections::BTreeSet;

use serde_json::json;
use zeroize::Zeroizing;

use super::{Operation, sessions::Caller};
use crate::{
    crypto::passwords::HashingPermit,
    domain::{
        audit::{Action, AuditEvent},
        authenticator::FactorState,
        challenge::Method,
        password::NewPassword,
        policy::Policy,
        rejection::{FieldError, Rejection},
        role::Role,
        user::{DisplayName, EmailAddress, Factor},
    },
    error::{Failure, Fault, Verdict},
    store::{
        Tx, budgets,
        budgets::Account,
        login_directory,
        recovery_codes::Summary,
        users::{self, ListedUser, Listing, NewUser},
    },
};

/// A user in the list, with what their second factor can do now.
pub struct UserEntry {
    pub listed: ListedUser,
    pub state: FactorState,
    pub methods: BTreeSet<Method>,
}

impl UserEntry {
    fn of(listed: ListedUser, policy: &Policy, op: &Operation) -> Self {
        let factor = listed.user.factor;
        let methods = match factor {
            Factor::NotEnrolled => BTreeSet::new(),
            Factor::Enrolled { .. } => policy.methods(listed.recovery_codes.remaining),
        };
        Self { state: FactorState::of(factor, policy, op.now), methods, listed }
    }
}

/// Which part of the list is asked for.
pub struct Page {
    pub state: Option<FactorState>,
    /// Only users whose address comes after this one.
    pub after: Option<String>,
    pub limit: usize,
    /// Whether the users of all pages are counted.
    pub count: bool,
}

/// A part of the list, by address.
pub struct UserPage {
    pub entries: Vec<UserEntry>,
    /// The address after which the next part begins; none at the end.
    pub next_after: Option<String>,
    pub total: Option<i64>,
}

/// The users of the caller's organization.
pub fn list(op: &Operation, caller: &Caller, page: &Page) -> Result<UserPage, Failure> {
    let policy = &caller.policy;
    let listing = Listing {
        organization_id: caller.organization_id(),
        state: page.state,
        expired_before: policy.secrets_expired_before(op.now),
        after: page.after.as_deref(),
        // One more than asked for tells whether there is a next part.
        limit: i64::try_from(page.limit + 1).map_err(Fault::internal)?,
    };
    let (mut found, total) = op.read(|rx| {
        let total = if page.count { Some(users::count(rx, &listing)?) } else { None };
        Ok((users::list(rx, &listing)?, total))
    })?;
    let more = found.len() > page.limit;
    found.truncate(page.limit);
    let next_after = found.last().filter(|_| more).map(|last| last.user.email.clone());
    let entries = found.into_iter().map(|listed| UserEntry::of(listed, policy, op)).collect();
    Ok(UserPage { entries, next_after, total })
}

/// Who is to be created.
pub struct Draft {
    pub email: EmailAddress,
    pub display_name: DisplayName,
    pub roles: BTreeSet<Role>,
    pub password: Zeroizing<String>,
}

/// Creates a user with an initial password. Errors: roles beyond the caller's own, an address that somebody has, a
/// password that is not good enough.
pub fn create(
    op: &Operation,
    permit: &HashingPermit,
    caller: &Caller,
    draft: &Draft,
) -> Result<UserEntry, Failure> {
    if draft.roles.is_empty() {
        return Err(FieldError::new("roles", "required", "At least one role.").into());
    }
    if !Role::may_be_granted(&draft.roles, &caller.user.roles) {
        return Err(Rejection::NotPermitted.into());
    }
    let known = [draft.email.as_str(), draft.display_name.as_str()];
    let password = NewPassword::parse("password", &draft.password, &caller.policy, &known)?;
    let password = op.app.passwords.hash(permit, &*op.app.random, password.password())?;
    let account = Account { organization_id: caller.organization_id(), user_id: op.new_id() };
    let new = NewUser {
        account,
        email: &draft.email,
        display_name: &draft.display_name,
        roles: &draft.roles,
        password: &password,
    };
    let event = AuditEvent::in_session(&caller.session, Action::UserCreated).on(account.user_id);
    op.write(|tx| insert(op, tx, &new, event.clone()))?;
    let user = op.read(|rx| users::find(rx, account))?;
    let user = user.ok_or_else(|| Fault::internal("a created user is gone"))?;
    Ok(UserEntry::of(ListedUser { user, recovery_codes: Summary::default() }, &caller.policy, op))
}

/// Writes a user with all that belongs to one, and the audit event. Errors: somebody has the address.
pub(super) fn insert(op: &Operation, tx: &mut Tx, new: &NewUser, event: AuditEvent) -> Verdict<()> {
    let Account { organization_id, user_id } = new.account;
    if !login_directory::insert(tx, new.email, organization_id, user_id)? {
        return Ok(Err(Rejection::EmailTaken));
    }
    users::insert(tx, new, op.now)?;
    budgets::insert_all(tx, new.account)?;
    op.record(tx, event.with(json!({"roles": new.roles})))?;
    Ok(Ok(()))
}
