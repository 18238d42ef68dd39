//! Who administers an organization: a person in a session, or a script with an API key.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{api_keys::Service, caller::Caller};
use crate::{
    domain::{
        api_key::Scope,
        audit::{Action, AuditEvent},
        id::{OrganizationId, UserId},
        policy::{AdminReset, Policy},
        rejection::Rejection,
        role::{BuiltInRole, Permission},
        user::User,
    },
    error::Failure,
    store::{Tx, api_keys, sessions, users},
};

/// Who asks for something that administrators do.
#[derive(Clone, Copy)]
pub enum Administrator<'a> {
    Person(&'a Caller),
    Script(&'a Service),
}

impl Administrator<'_> {
    /// The organization in which they act.
    pub fn organization_id(&self) -> OrganizationId {
        match self {
            Self::Person(caller) => caller.organization_id(),
            Self::Script(service) => service.key.organization_id,
        }
    }

    /// The user or the API key.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Person(caller) => caller.user.id.0,
            Self::Script(service) => service.key.id.0,
        }
    }

    /// The policy of that organization: what it says of its users.
    pub fn rules(&self) -> &Policy {
        match self {
            Self::Person(caller) => caller.rules(),
            Self::Script(service) => &service.policy,
        }
    }

    /// Errors: a person is not permitted it, or a script's key was not made for it.
    pub fn require(&self, permission: Permission) -> Result<(), Rejection> {
        match self {
            Self::Person(caller) if caller.user.permissions.contains(&permission) => Ok(()),
            Self::Person(_) => Err(Rejection::NotPermitted),
            Self::Script(service) => match Scope::from_name(permission.name()) {
                Some(scope) => service.require(scope),
                None => Err(Rejection::NotPermitted),
            },
        }
    }

    /// What they are called in what is mailed.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Person(caller) => &caller.user.display_name,
            Self::Script(service) => service.key.name.as_str(),
        }
    }

    /// Whether that user of the organization is who asks.
    pub(super) fn is(&self, user: UserId) -> bool {
        match self {
            Self::Person(caller) => caller.user.id == user && !caller.acts_elsewhere(),
            Self::Script(_) => false,
        }
    }

    /// Something that they do in the organization in which they act.
    pub(super) fn event(&self, action: Action) -> AuditEvent {
        match self {
            Self::Person(caller) => caller.event(action),
            Self::Script(service) => service.event(action),
        }
    }
}

/// The same, for what takes several transactions.
#[derive(Clone)]
pub enum LastingAdministrator {
    Person(Box<Caller>),
    Script(Box<Service>),
}

impl LastingAdministrator {
    pub fn of(administrator: &Administrator) -> Self {
        match administrator {
            Administrator::Person(caller) => Self::Person(Box::new((*caller).clone())),
            Administrator::Script(service) => Self::Script(Box::new((*service).clone())),
        }
    }

    pub fn borrow(&self) -> Administrator<'_> {
        match self {
            Self::Person(caller) => Administrator::Person(caller),
            Self::Script(service) => Administrator::Script(service),
        }
    }
}

/// Who administers, as they are in a transaction: what they may do was perhaps taken from them in between.
pub(super) enum Actor {
    Person(User),
    Script { permissions: BTreeSet<Permission> },
}

impl Actor {
    pub(super) fn is(&self, user: &User) -> bool {
        match self {
            Self::Person(actor) => actor.id == user.id,
            Self::Script { .. } => false,
        }
    }

    /// Whether they may give what permits this, or touch somebody whom it is permitted: see [`User::reaches`].
    pub(super) fn reaches(&self, permissions: &BTreeSet<Permission>) -> bool {
        match self {
            Self::Person(actor) => actor.reaches(permissions),
            Self::Script { permissions: held } => permissions.is_subset(held),
        }
    }

    pub(super) fn into_permissions(self) -> BTreeSet<Permission> {
        match self {
            Self::Person(actor) => actor.permissions,
            Self::Script { permissions } => permissions,
        }
    }

    /// Whether the policy leaves it to superadmins, of whom this is none, to reset this user, and to take from them what leaves it so.
    pub(super) fn leaves_to_superadmins(&self, user: &User, policy: &Policy) -> bool {
        policy.admin_reset == AdminReset::Superadmin && user.is_administrator() && !self.is_superadmin()
    }

    fn is_superadmin(&self) -> bool {
        match self {
            Self::Person(actor) => actor.holds(BuiltInRole::Superadmin),
            Self::Script { .. } => false,
        }
    }
}

/// Who administers as they are now, the organization being locked. A rejection: they have lost the session, the key or the
/// permission in between.
pub(super) fn permitted_actor(
    tx: &mut Tx,
    administrator: &Administrator,
    permission: Permission,
) -> Result<Actor, Failure> {
    match administrator {
        Administrator::Person(caller) => Ok(Actor::Person(permitted_user(tx, caller, permission)?)),
        Administrator::Script(Service { key, .. }) => {
            let key = api_keys::lock(tx, key.organization_id, key.id)?.ok_or(Rejection::Unauthenticated)?;
            let permissions = key.permissions();
            let permitted = permissions.contains(&permission);
            if permitted { Ok(Actor::Script { permissions }) } else { Err(Rejection::NotPermitted.into()) }
        }
    }
}

/// The caller as they are now, the organization being locked. A rejection: they have lost the session or the permission in
/// between.
pub(super) fn permitted_user(tx: &mut Tx, caller: &Caller, permission: Permission) -> Result<User, Failure> {
    let actor = users::find(tx, caller.account())?;
    let (home, session) = (caller.user.organization_id, caller.session.id);
    // Rows of two organizations are never locked together: they may lie on two machines.
    let session = match caller.acts_elsewhere() {
        true => sessions::find(tx, home, session)?,
        false => sessions::lock(tx, home, session)?,
    };
    let (Some(actor), Some(_)) = (actor, session) else {
        return Err(Rejection::Unauthenticated.into());
    };
    let stays = !caller.acts_elsewhere() || actor.permissions.contains(&Permission::OrganizationsWrite);
    let permitted = stays && actor.permissions.contains(&permission);
    if permitted { Ok(actor) } else { Err(Rejection::NotPermitted.into()) }
}
