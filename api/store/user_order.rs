//! The orders of the list of users, as statements spell them. Each is that of an index.

use super::standings::Statement;
use crate::domain::user::{Place, SortKey, UserOrder};

/// An order over users `u`.
#[derive(Clone, Copy)]
pub(super) struct Order(pub UserOrder);

impl Order {
    /// Users `u` with what they are sorted by, from the table that has the order's index.
    pub(super) fn users(self) -> &'static str {
        match self.0.key() {
            SortKey::LastSignIn => {
                "last_sign_ins AS s JOIN users AS u ON u.org_id = s.org_id AND u.id = s.user_id"
            }
            SortKey::Email | SortKey::Name | SortKey::Created => "users AS u",
        }
    }

    /// The same of users who are few: each is looked up, where a join would read those of everybody.
    pub(super) fn few_users(self) -> &'static str {
        match self.0.key() {
            SortKey::LastSignIn => {
                "users AS u CROSS JOIN LATERAL (SELECT l.user_id, l.signed_in_at FROM last_sign_ins AS l \
                 WHERE l.org_id = u.org_id AND l.user_id = u.id LIMIT 1) AS s"
            }
            SortKey::Email | SortKey::Name | SortKey::Created => "users AS u",
        }
    }

    /// What users `u`, with their last sign-in `s`, are compared by.
    pub(super) fn key(self) -> &'static str {
        match self.0.key() {
            SortKey::Email => "u.email",
            SortKey::Name => "u.display_name COLLATE \"und-x-icu\"",
            SortKey::LastSignIn => "coalesce(s.signed_in_at, '-infinity')",
            SortKey::Created => "u.created_at",
        }
    }

    /// What users are sorted by whose key is that expression.
    pub(super) fn by(self, key: &str) -> String {
        let direction = if self.0.is_reversed() { "DESC" } else { "ASC" };
        match self.0.key() {
            // Nobody has the same.
            SortKey::Email => format!("{key} {direction}"),
            SortKey::Name | SortKey::LastSignIn | SortKey::Created => {
                format!("{key} {direction}, u.id {direction}")
            }
        }
    }

    /// What is true of the users behind a place of this order.
    pub(super) fn behind(self, statement: &mut Statement, place: &Place) -> String {
        let compared = if self.0.is_reversed() { "<" } else { ">" };
        let key = self.key();
        match place {
            Place::Email(email) => format!("{key} {compared} {}", statement.text(email)),
            Place::Name(name, id) => {
                format!("({key}, u.id) {compared} ({}, {})", statement.text(name), statement.id(id.0))
            }
            Place::LastSignIn(at, id) => {
                let at = at.map_or_else(|| "'-infinity'".to_owned(), |at| statement.time(at));
                format!("({key}, s.user_id) {compared} ({at}, {})", statement.id(id.0))
            }
            Place::Created(at, id) => {
                format!("({key}, u.id) {compared} ({}, {})", statement.time(*at), statement.id(id.0))
            }
        }
    }
}
