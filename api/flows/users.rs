//! Users, as administrators see and make them.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    administrators::{Administrator, permitted_actor},
    paging, roles,
};
pub use crate::store::user_list::Filter;
use crate::{
    crypto::passwords::{HashedPassword, HashingPermit},
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, AuditEvent},
        authenticator::FactorState,
        challenge::Method,
        decision::{Holdings, Standing},
        id::UserId,
        language::Language,
        link::LinkKind,
        password::NewPassword,
        policy::Policy,
        rejection::Rejection,
        role::{Permission, RoleName},
        user::{DisplayName, EmailAddress, LoginMethod, Place, UserOrder},
    },
    error::{Failure, Fault},
    store::{
        Rx, Tx, budgets, last_sign_ins, login_directory, organizations,
        user_list::{self, ListedUser, Listing},
        users::{self, NewUser},
    },
};

/// A user in the list, with what their second factor can do now.
pub struct UserEntry {
    pub listed: ListedUser,
    pub state: FactorState,
    pub methods: BTreeSet<Method>,
    /// What a login does with them.
    pub standing: Standing,
    pub login_methods: BTreeSet<LoginMethod>,
    /// By when they have to have a factor, where they have none that counts.
    pub deadline: Option<Timestamp>,
    /// Of somebody who has not activated their account.
    pub invitation: Option<Invitation>,
}

/// When somebody was invited last, and until when they may follow that.
pub struct Invitation {
    pub sent_at: Timestamp,
    pub expires_at: Timestamp,
}

impl Invitation {
    fn until(expires_at: Timestamp) -> Self {
        Self { sent_at: expires_at - LinkKind::Activation.lifetime(), expires_at }
    }
}

impl UserEntry {
    fn of(listed: ListedUser, policy: &Policy, op: &Operation) -> Self {
        let factor = listed.user.factor;
        let methods = policy.methods(&listed.user, listed.recovery_codes.remaining, op.now);
        let pass = policy.temporary_pass.enabled && listed.pass_expires_at.is_some();
        let holdings = Holdings { recovery_codes_left: listed.recovery_codes.remaining, pass };
        let deadline = policy.deadline(&listed.user, op.now);
        let deadline = deadline.filter(|_| !policy.is_satisfied_by(&listed.user, op.now));
        Self {
            state: FactorState::of(factor, policy, op.now),
            methods,
            standing: policy.standing(&listed.user, holdings, op.now),
            login_methods: listed.user.login_methods(listed.connected),
            deadline: deadline.and_then(|deadline| deadline.at),
            invitation: listed.invitation_expires_at.map(Invitation::until),
            listed,
        }
    }
}

/// Which part of the list is asked for.
pub struct Page {
    pub filter: Filter,
    pub order: UserOrder,
    /// Only users who come behind it in this order.
    pub after: Option<Place>,
    pub limit: usize,
    /// Whether the users of all pages are counted.
    pub count: bool,
}

/// A part of the list.
pub struct UserPage {
    pub entries: Vec<UserEntry>,
    /// Behind whom the next part begins; none at the end.
    pub next_after: Option<Place>,
    pub total: Option<i64>,
}

/// The users of the organization in which the caller acts.
pub fn list(op: &Operation, administrator: &Administrator, page: &Page) -> Result<UserPage, Failure> {
    let policy = administrator.rules();
    let listing = Listing {
        organization_id: administrator.organization_id(),
        filter: &page.filter,
        policy,
        now: op.now,
        order: page.order,
    };
    let to_read = paging::to_read(page.limit)?;
    let (found, total) = op.read(|rx| {
        let total = if page.count { Some(user_list::count(rx, &listing)?) } else { None };
        Ok((user_list::list(rx, &listing, page.after.as_ref(), to_read)?, total))
    })?;
    let place = |last: &ListedUser| Place::of(&last.user, last.last_sign_in_at, page.order);
    let (listed, next_after) = paging::part(found, page.limit, place);
    let entries = listed.into_iter().map(|listed| UserEntry::of(listed, policy, op)).collect();
    Ok(UserPage { entries, next_after, total })
}

/// Who is to be created.
#[derive(Clone)]
pub struct Draft {
    pub email: EmailAddress,
    pub display_name: DisplayName,
    pub roles: Vec<RoleName>,
    pub language: Language,
}

impl Draft {
    pub(super) fn user<'a>(
        &'a self,
        account: Account,
        roles: &'a BTreeSet<RoleName>,
        password: Option<&'a HashedPassword>,
    ) -> NewUser<'a> {
        let Self { email, display_name, language, .. } = self;
        NewUser { account, email, display_name, roles, password, language: *language }
    }
}

/// Creates a user with an initial password. Errors: roles beyond the caller's own or that there are not, an address that
/// somebody has, a password that is not good enough.
pub fn create(
    op: &Operation,
    permit: &HashingPermit,
    administrator: &Administrator,
    draft: &Draft,
    password: &str,
) -> Result<UserEntry, Failure> {
    roles::require_some(&draft.roles)?;
    let organization = op.read(|rx| organizations::name(rx, administrator.organization_id()))?;
    let known = [draft.email.as_str(), draft.display_name.as_str(), organization.as_str()];
    let password = NewPassword::parse("password", password, administrator.rules(), &known)?;
    let password = op.app.passwords.hash(permit, op.keyring(), &*op.app.random, password.password())?;
    let account = Account { organization_id: administrator.organization_id(), user_id: op.new_id() };
    op.write(|tx| {
        let roles = grantable(tx, administrator, &draft.roles)?;
        let new = draft.user(account, &roles, Some(&password));
        enter(tx, &new)?;
        let event = insert(op, tx, &new, administrator.event(Action::UserCreated))?;
        op.record(tx, event)?;
        find_listed(op, tx, administrator, account.user_id)
    })
}

/// The roles of these names, which the caller may give. The organization is locked for it, so that a role does not come to
/// permit more in between.
pub(super) fn grantable(
    tx: &mut Tx,
    administrator: &Administrator,
    names: &[RoleName],
) -> Result<BTreeSet<RoleName>, Failure> {
    organizations::lock(tx, administrator.organization_id())?;
    let actor = permitted_actor(tx, administrator, Permission::UsersWrite)?;
    let roles = roles::resolve(tx, administrator.organization_id(), names)?;
    if actor.reaches(&roles.permissions) { Ok(roles.names) } else { Err(Rejection::NotPermitted.into()) }
}

/// A user of the organization in which the caller acts. Errors: there is none.
pub fn find(op: &Operation, administrator: &Administrator, id: UserId) -> Result<UserEntry, Failure> {
    op.read_or_reject(|rx| find_listed(op, rx, administrator, id))
}

pub(super) fn find_listed(
    op: &Operation,
    rx: &mut Rx,
    administrator: &Administrator,
    id: UserId,
) -> Result<UserEntry, Failure> {
    let account = Account { organization_id: administrator.organization_id(), user_id: id };
    let listed = user_list::find(rx, account, op.now)?;
    let listed = listed.ok_or(Rejection::NotFound)?;
    Ok(UserEntry::of(listed, administrator.rules(), op))
}

/// Enters the address of a new user in the directory. Errors: somebody has it.
pub(super) fn enter(tx: &mut Tx, new: &NewUser) -> Result<(), Failure> {
    let Account { organization_id, user_id } = new.account;
    let entered = login_directory::insert(tx, new.email, organization_id, user_id)?;
    if entered { Ok(()) } else { Err(Rejection::EmailTaken.into()) }
}

/// Writes a user whose address was entered, with all that belongs to one. Gives what is to be told of it.
pub(super) fn insert(
    op: &Operation,
    tx: &mut Tx,
    new: &NewUser,
    event: AuditEvent,
) -> Result<AuditEvent, Fault> {
    users::insert(tx, new, op.now)?;
    budgets::insert_all(tx, new.account)?;
    last_sign_ins::insert(tx, new.account)?;
    Ok(event.on(new.account.user_id).with(json!({"roles": new.roles})))
}
