//! What administrators change about users: roles, suspension, sessions.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    administrators::{Actor, Administrator, permitted_actor},
    last_administrator::admit_change,
    roles::{self, RoleSet},
    sessions::end_all,
    users::{UserEntry, find_listed},
};
use crate::{
    domain::{
        account::Account,
        audit::Action,
        id::UserId,
        rejection::Rejection,
        role::{Permission, RoleName},
        session::EndReason,
        user::User,
    },
    error::{Failure, Fault},
    store::{Tx, organizations, sessions, user_roles, users},
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
/// or no administrator, or no superadmin, would be left.
pub fn update(
    op: &Operation,
    administrator: &Administrator,
    target: UserId,
    changes: &Changes,
) -> Result<UserEntry, Failure> {
    changes.roles.as_deref().map(roles::require_some).transpose()?;
    op.write(|tx| {
        let locked = lock_target(tx, administrator, target, Permission::UsersWrite)?;
        let user = &locked.target;
        if changes.unfrozen && locked.actor.is(user) {
            return Err(Rejection::NotPermitted.into());
        }
        let names = changes.roles.as_deref();
        let roles = names.map(|names| roles::resolve(tx, user.organization_id, names)).transpose()?;
        let suspended = changes.suspended.unwrap_or(user.suspended);
        admit(op, tx, administrator, &locked, roles.as_ref(), suspended)?;
        if let Some(roles) = roles.map(|roles| roles.names).filter(|names| *names != user.role_names()) {
            change_roles(op, tx, administrator, user, &roles)?;
        }
        if suspended != user.suspended {
            change_suspension(op, tx, administrator, user, suspended)?;
        }
        if changes.unfrozen && user.frozen {
            users::set_frozen(tx, Account::of(user), None)?;
            op.record(tx, administrator.event(Action::AccountUnfrozen).on(user.id))?;
        }
        find_listed(op, tx, administrator, user.id)
    })
}

/// Ends every session of a user, and forgets their browsers. Errors: a user above the administrator.
pub fn end_sessions(op: &Operation, administrator: &Administrator, target: UserId) -> Result<(), Failure> {
    op.write(|tx| {
        let user = lock_target(tx, administrator, target, Permission::UsersWrite)?.target;
        let account = Account::of(&user);
        let live = sessions::list(tx, account, user.epoch, op.now)?.len();
        end_all(op, tx, account, None, EndReason::EndedByAdministrator)?;
        let event = administrator.event(Action::SessionsEnded).on(user.id);
        op.record(tx, event.with(json!({"sessions": live})))?;
        Ok(())
    })
}

/// Who administers and a user, whose rows are locked.
pub(super) struct Locked {
    pub actor: Actor,
    pub target: User,
}

/// The caller and a user who is not above them. The organization is locked before, so that administrators are changed one
/// after the other. A rejection: no such user, one above the administrator, or the caller has lost the session or the permission
/// in between.
pub(super) fn lock_target(
    tx: &mut Tx,
    administrator: &Administrator,
    target: UserId,
    permission: Permission,
) -> Result<Locked, Failure> {
    let organization_id = administrator.organization_id();
    organizations::lock(tx, organization_id)?;
    let Some(target) = users::lock(tx, Account { organization_id, user_id: target })? else {
        return Err(Rejection::NotFound.into());
    };
    let actor = permitted_actor(tx, administrator, permission)?;
    let reached = actor.reaches(&target.permissions);
    if reached { Ok(Locked { actor, target }) } else { Err(Rejection::NotPermitted.into()) }
}

fn admit(
    op: &Operation,
    tx: &mut Tx,
    administrator: &Administrator,
    locked: &Locked,
    roles: Option<&RoleSet>,
    suspended: bool,
) -> Result<(), Failure> {
    let Locked { actor, target: user } = locked;
    let suspends_self = suspended && actor.is(user);
    let reached = roles.is_none_or(|roles| actor.reaches(&roles.permissions));
    if suspends_self || !reached {
        return Err(Rejection::NotPermitted.into());
    }
    let names = roles.map_or_else(|| user.role_names(), |roles| roles.names.clone());
    let roles = names.into_iter().map(|name| (name, op.now)).collect();
    let after = User { roles, suspended, ..user.clone() };
    // Whoever is no administrator any more could be reset.
    let others = !actor.is(user) && !after.is_administrator();
    if others && actor.leaves_to_superadmins(user, administrator.rules()) {
        return Err(Rejection::NotPermitted.into());
    }
    admit_change(tx, user, &after)
}

fn change_roles(
    op: &Operation,
    tx: &mut Tx,
    administrator: &Administrator,
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
        let kept = past.filter(|(from, until)| administrator.rules().gave_deadline(role, *from, *until));
        user_roles::give(tx, account, role, kept.map_or(op.now, |(from, _)| from))?;
    }
    users::touch(tx, account)?;
    let event = administrator.event(Action::UserRolesChanged).on(user.id);
    op.record(tx, event.with(json!({"old": user.role_names(), "new": roles})))
}

fn change_suspension(
    op: &Operation,
    tx: &mut Tx,
    administrator: &Administrator,
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
    op.record(tx, administrator.event(action).on(user.id))
}
