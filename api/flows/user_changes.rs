//! What administrators change about users: roles, suspension, sessions.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    roles::{self, RoleSet},
    sessions::{Caller, end_all},
    users::{UserEntry, find_listed},
};
use crate::{
    domain::{
        audit::Action,
        id::UserId,
        rejection::Rejection,
        role::{Permission, RoleName},
        session::EndReason,
        user::User,
    },
    error::{Failure, Fault, Verdict},
    store::{
        Rx, Tx, budgets::Account, organizations, policies, sessions, user_roles, users, users::Administrators,
    },
};

/// What is to be changed; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub roles: Option<Vec<RoleName>>,
    pub suspended: Option<bool>,
    /// Whether a freeze is lifted.
    pub unfrozen: bool,
}

/// Changes a user. Errors: roles, old or new, beyond the caller's own, or that there are not; the caller's own suspension;
/// or no administrator would be left.
pub fn update(
    op: &Operation,
    caller: &Caller,
    target: UserId,
    changes: &Changes,
) -> Result<UserEntry, Failure> {
    changes.roles.as_deref().map(roles::require_some).transpose()?;
    op.write(|tx| {
        let locked = match lock_target(tx, caller, target, Permission::UsersWrite)? {
            Ok(locked) => locked,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let user = &locked.target;
        if changes.unfrozen && user.id == locked.actor.id {
            return Ok(Err(Rejection::NotPermitted));
        }
        let names = changes.roles.as_deref();
        let resolved = names.map(|names| roles::resolve(tx, user.organization_id, names)).transpose()?;
        let roles = match resolved.transpose() {
            Ok(roles) => roles,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let suspended = changes.suspended.unwrap_or(user.suspended);
        if let Err(rejection) = admit(tx, &locked, roles.as_ref(), suspended)? {
            return Ok(Err(rejection));
        }
        if let Some(roles) = roles.map(|roles| roles.names).filter(|names| *names != user.role_names()) {
            change_roles(op, tx, caller, user, &roles)?;
        }
        if suspended != user.suspended {
            change_suspension(op, tx, caller, user, suspended)?;
        }
        if changes.unfrozen && user.frozen {
            users::set_frozen(tx, Account::of(user), None)?;
            op.record(tx, caller.event(Action::AccountUnfrozen).on(user.id))?;
        }
        find_listed(op, tx, caller, user.id)
    })
}

/// Ends every session of a user, and forgets their browsers. Errors: a user above the caller.
pub fn end_sessions(op: &Operation, caller: &Caller, target: UserId) -> Result<(), Failure> {
    op.write(|tx| {
        let user = match lock_target(tx, caller, target, Permission::UsersWrite)? {
            Ok(locked) => locked.target,
            Err(rejection) => return Ok(Err(rejection)),
        };
        let account = Account::of(&user);
        let live = sessions::list(tx, account, user.epoch, op.now)?.len();
        end_all(op, tx, account, None, EndReason::EndedByAdministrator)?;
        let event = caller.event(Action::SessionsEnded).on(user.id);
        op.record(tx, event.with(json!({"sessions": live})))?;
        Ok(Ok(()))
    })
}

/// Two users whose rows are locked.
pub(super) struct Locked {
    /// The caller as they are now: what they may do was perhaps taken from them in between.
    pub actor: User,
    pub target: User,
}

/// The caller and a user who is not above them. The organization is locked before, so that administrators are changed one
/// after the other. A rejection: no such user, one above the caller, or the caller has lost the session or the permission
/// in between.
pub(super) fn lock_target(
    tx: &mut Tx,
    caller: &Caller,
    target: UserId,
    permission: Permission,
) -> Verdict<Locked> {
    let organization_id = caller.organization_id();
    organizations::lock(tx, organization_id)?;
    let Some(target) = users::lock(tx, Account { organization_id, user_id: target })? else {
        return Ok(Err(Rejection::NotFound));
    };
    let actor = match permitted_actor(tx, caller, permission)? {
        Ok(actor) => actor,
        Err(rejection) => return Ok(Err(rejection)),
    };
    let reached = actor.reaches(&target.permissions);
    Ok(if reached { Ok(Locked { actor, target }) } else { Err(Rejection::NotPermitted) })
}

/// The caller as they are now, the organization being locked. A rejection: they have lost the session or the permission in
/// between.
pub(super) fn permitted_actor(tx: &mut Tx, caller: &Caller, permission: Permission) -> Verdict<User> {
    let actor = users::find(tx, caller.account())?;
    let (home, session) = (caller.user.organization_id, caller.session.id);
    // Rows of two organizations are never locked together: they may lie on two machines.
    let session = match caller.acts_elsewhere() {
        true => sessions::find(tx, home, session)?,
        false => sessions::lock(tx, home, session)?,
    };
    let (Some(actor), Some(_)) = (actor, session) else {
        return Ok(Err(Rejection::Unauthenticated));
    };
    let stays = !caller.acts_elsewhere() || actor.permissions.contains(&Permission::OrganizationsWrite);
    let permitted = stays && actor.permissions.contains(&permission);
    Ok(if permitted { Ok(actor) } else { Err(Rejection::NotPermitted) })
}

fn admit(tx: &mut Tx, locked: &Locked, roles: Option<&RoleSet>, suspended: bool) -> Verdict<()> {
    let Locked { actor, target: user } = locked;
    let suspends_self = suspended && user.id == actor.id;
    let reached = roles.is_none_or(|roles| actor.reaches(&roles.permissions));
    if suspends_self || !reached {
        return Ok(Err(Rejection::NotPermitted));
    }
    let stays = !suspended && roles.map_or(user.is_administrator(), RoleSet::makes_administrator);
    if user.is_administrator() && !stays && is_last_administrator(tx, user)? {
        return Ok(Err(Rejection::LastAdministrator));
    }
    Ok(Ok(()))
}

/// Whether no other administrator could sign in. Where the policy may block those without a factor, they do not count. The
/// organization is locked, so that the policy stays what it is.
pub(super) fn is_last_administrator(rx: &mut Rx, user: &User) -> Result<bool, Fault> {
    let policy = policies::find(rx, user.organization_id)?.policy;
    let which = Administrators { but: Some(user.id), with_factor: policy.may_block() };
    Ok(users::count_administrators(rx, user.organization_id, which)? == 0)
}

fn change_roles(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    user: &User,
    roles: &BTreeSet<RoleName>,
) -> Result<(), Fault> {
    let (account, held) = (Account::of(user), user.role_names());
    for role in held.difference(roles) {
        user_roles::take(tx, account, role, op.now)?;
    }
    for role in roles.difference(&held) {
        let past = user_roles::find_past(tx, account, role)?;
        // Whoever leaves a role and joins it again gains no time by it.
        let kept = past.filter(|(from, until)| caller.rules().gave_deadline(role, *from, *until));
        user_roles::give(tx, account, role, kept.map_or(op.now, |(from, _)| from))?;
    }
    let event = caller.event(Action::UserRolesChanged).on(user.id);
    op.record(tx, event.with(json!({"old": user.role_names(), "new": roles})))
}

fn change_suspension(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    user: &User,
    suspended: bool,
) -> Result<(), Fault> {
    let account = Account::of(user);
    users::set_suspended(tx, account, suspended.then_some(op.now))?;
    let action = if suspended {
        end_all(op, tx, account, None, EndReason::Suspended)?;
        Action::UserSuspended
    } else {
        Action::UserRestored
    };
    op.record(tx, caller.event(action).on(user.id))
}
