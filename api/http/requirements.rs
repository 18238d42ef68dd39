//! What can be asked of the holder of a session, as types.

use std::marker::PhantomData;

use crate::{
    domain::{Timestamp, rejection::Rejection, role},
    flows::caller::Caller,
};

/// What has to be true of a caller.
pub trait Requirement: 'static {
    fn check(caller: &Caller, now: Timestamp) -> Result<(), Rejection>;

    /// Whether it is asked for what concerns one organization, so that it may be done in another one.
    fn acts_elsewhere() -> bool {
        false
    }
}

/// A live session, also one that has to enroll or to step up before it may do anything else.
pub struct Live;
/// A session that the policy is content with.
pub struct Full;
/// The same, with the second factor proven lately where there is one.
pub struct Fresh;
/// The same as [`Full`], of somebody with a permission; a trusted device is not enough.
pub struct Permitted<P>(PhantomData<P>);

/// A permission as a type.
pub trait Permission: 'static {
    const PERMISSION: role::Permission;
}

macro_rules! permissions {
    ($($permission:ident)+) => {$(
        pub struct $permission;

        impl Permission for $permission {
            const PERMISSION: role::Permission = role::Permission::$permission;
        }
    )+};
}
permissions! {
    AuditRead KeysWrite OrganizationsRead OrganizationsWrite PolicyRead PolicyWrite RolesWrite SsoWrite UsersRead UsersReset2fa
    UsersWrite WebhooksWrite
}

impl Requirement for Live {
    fn check(_: &Caller, _: Timestamp) -> Result<(), Rejection> {
        Ok(())
    }
}

impl Requirement for Full {
    fn check(caller: &Caller, now: Timestamp) -> Result<(), Rejection> {
        caller.require_full(now)
    }
}

impl Requirement for Fresh {
    fn check(caller: &Caller, now: Timestamp) -> Result<(), Rejection> {
        caller.require_full(now)?;
        caller.require_step_up(now)
    }
}

impl<P: Permission> Requirement for Permitted<P> {
    fn check(caller: &Caller, now: Timestamp) -> Result<(), Rejection> {
        caller.require_proven(now)?;
        caller.require_factor_if_required(now)?;
        if caller.user.permissions.contains(&P::PERMISSION) { Ok(()) } else { Err(Rejection::NotPermitted) }
    }

    fn acts_elsewhere() -> bool {
        !P::PERMISSION.spans_organizations()
    }
}

impl<A: Requirement, B: Requirement> Requirement for (A, B) {
    fn check(caller: &Caller, now: Timestamp) -> Result<(), Rejection> {
        A::check(caller, now)?;
        B::check(caller, now)
    }

    fn acts_elsewhere() -> bool {
        A::acts_elsewhere() || B::acts_elsewhere()
    }
}
