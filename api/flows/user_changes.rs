//! What administrators change about users: roles, suspension, sessions.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    sessions::{Caller, end_all},
    users::{UserEntry, find_listed},
};
use crate::{
    domain::{
        audit::{Action, AuditEvent},
        id::UserId,
        rejection::{FieldError, Rejection},
        role::{Permission, Role},
        session::EndReason,
        user::User,
    },
    error::{Failure, Fault, Verdict},
    store::{Tx, budgets::Account, organizations, sessions, users},
};

/// What is to be changed; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub roles: Option<BTreeSet<Role>>,
    pub suspended: Option<bool>,
}

/// Changes a user. Errors: roles, old or new, beyond the caller's own; the caller's own suspension; or no administrator
/// would be left.
pub fn update(
    op: &Operation,
    caller: &Caller,
    target: UserId,
    changes: &Changes,
) -> Result<UserEntry, Failure> {
    if changes.roles.as_ref().is_some_and(BTreeSet::is_empty) {
        return Err(FieldError::new("roles", "required", "At least one role.").into());
    }
    op.write(|tx| {
        let Locked { actor, target: user } = match lock_target(tx, caller, target, Permission::UsersWrite)? {
            Ok(locked) => locked,
            Err(rejection) => return Ok(Err(rejection)),
        };
        if let Err(rejection) = admit(tx, &actor, &user, changes)? {
            return Ok(Err(rejection));
        }
        if let Some(roles) = changes.roles.as_ref().filter(|roles| **roles != user.roles) {
            change_roles(op, tx, caller, &user, roles)?;
        }
        if let Some(suspended) = changes.suspended.filter(|suspended| *suspended != user.suspended) {
            change_suspension(op, tx, caller, &user, suspended)?;
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
        let event = AuditEvent::in_session(&caller.session, Action::SessionsEnded).on(user.id);
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
    let actor = users::find(tx, caller.account())?;
    let session = sessions::lock(tx, organization_id, caller.session.id)?;
    let (Some(actor), Some(_)) = (actor, session) else {
        return Ok(Err(Rejection::Unauthenticated));
    };
    let permitted = actor.permissions().contains(&permission) && Role::reach(&actor.roles, &target.roles);
    Ok(if permitted { Ok(Locked { actor, target }) } else { Err(Rejection::NotPermitted) })
}

fn admit(tx: &mut Tx, actor: &User, user: &User, changes: &Changes) -> Verdict<()> {
    let roles = changes.roles.as_ref().unwrap_or(&user.roles);
    let suspended = changes.suspended.unwrap_or(user.suspended);
    let suspends_self = suspended && user.id == actor.id;
    if suspends_self || !Role::reach(&actor.roles, roles) {
        return Ok(Err(Rejection::NotPermitted));
    }
    let stays = roles.iter().any(|role| role.is_administrator()) && !suspended;
    if user.is_administrator() && !stays && users::count_other_administrators(tx, Account::of(user))? == 0 {
        return Ok(Err(Rejection::LastAdministrator));
    }
    Ok(Ok(()))
}

fn change_roles(
    op: &Operation,
    tx: &mut Tx,
    caller: &Caller,
    user: &User,
    roles: &BTreeSet<Role>,
) -> Result<(), Fault> {
    users::replace_roles(tx, Account::of(user), roles)?;
    let event = AuditEvent::in_session(&caller.session, Action::UserRolesChanged).on(user.id);
    op.record(tx, event.with(json!({"old": user.roles, "new": roles})))
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
    op.record(tx, AuditEvent::in_session(&caller.session, action).on(user.id))
}
