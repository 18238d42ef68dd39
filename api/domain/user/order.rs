//! The orders that a list of users can have, and places in them.

use crate::domain::{Timestamp, id::UserId, names::names, user::User};

names! {
    /// What a list of users is sorted by; after a minus the other way round. Whoever never signed in stands as if it had been
    /// longest ago.
    UserOrder {
        Email = "email",
        EmailReversed = "-email",
        Name = "name",
        NameReversed = "-name",
        LastSignIn = "lastSignInAt",
        LastSignInReversed = "-lastSignInAt",
        Created = "createdAt",
        CreatedReversed = "-createdAt",
    }
}

/// What the users of an order are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    Email,
    Name,
    LastSignIn,
    Created,
}

impl UserOrder {
    pub fn key(self) -> SortKey {
        match self {
            Self::Email | Self::EmailReversed => SortKey::Email,
            Self::Name | Self::NameReversed => SortKey::Name,
            Self::LastSignIn | Self::LastSignInReversed => SortKey::LastSignIn,
            Self::Created | Self::CreatedReversed => SortKey::Created,
        }
    }

    pub fn is_reversed(self) -> bool {
        match self {
            Self::Email | Self::Name | Self::LastSignIn | Self::Created => false,
            Self::EmailReversed | Self::NameReversed | Self::LastSignInReversed | Self::CreatedReversed => {
                true
            }
        }
    }
}

/// A user's place in an order: what they are compared by, and who they are, since several can be alike in all but the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Email(String),
    Name(String, UserId),
    /// None for somebody who never signed in.
    LastSignIn(Option<Timestamp>, UserId),
    Created(Timestamp, UserId),
}

impl Place {
    pub fn of(user: &User, last_sign_in_at: Option<Timestamp>, order: UserOrder) -> Self {
        match order.key() {
            SortKey::Email => Self::Email(user.email.clone()),
            SortKey::Name => Self::Name(user.display_name.clone(), user.id),
            SortKey::LastSignIn => Self::LastSignIn(last_sign_in_at, user.id),
            SortKey::Created => Self::Created(user.created_at, user.id),
        }
    }
}
