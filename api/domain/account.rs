//! Whose account something is about.

use super::{
    id::{OrganizationId, UserId},
    user::User,
};

/// A user's account: everything of theirs lies beside their organization's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    pub organization_id: OrganizationId,
    pub user_id: UserId,
}

impl Account {
    pub fn of(user: &User) -> Self {
        Self { organization_id: user.organization_id, user_id: user.id }
    }
}
