//! API keys: what services and scripts show in place of a session, and what each may be used for.

use std::{collections::BTreeSet, net::IpAddr};

use chrono::TimeDelta;
use ipnet::IpNet;
use serde::Serialize;

use super::{
    Timestamp,
    id::{ApiKeyId, OrganizationId, UserId},
    names::names,
    rejection::FieldError,
    role::Permission,
    user::visible_text,
};

names! {
    /// What a key may be used for, as `resource.verb`. None lets it make keys, roles or webhooks, or change the policy.
    Scope {
        AuditRead = "audit.read",
        PolicyRead = "policy.read",
        UsersRead = "users.read",
        UsersReset2fa = "users.reset2fa",
        UsersWrite = "users.write",
        Verify = "verify",
        VerifyExplain = "verify.explain",
    }
}

impl Scope {
    /// What a person has to be permitted for the same.
    pub fn permission(self) -> Option<Permission> {
        match self {
            Self::AuditRead => Some(Permission::AuditRead),
            Self::PolicyRead => Some(Permission::PolicyRead),
            Self::UsersRead => Some(Permission::UsersRead),
            Self::UsersReset2fa => Some(Permission::UsersReset2fa),
            Self::UsersWrite => Some(Permission::UsersWrite),
            Self::Verify | Self::VerifyExplain => None,
        }
    }
}

/// So many keys an organization has at most.
pub const MOST_KEYS: i64 = 100;
/// So long a key is good where nothing is said.
pub const USUAL_LIFETIME: TimeDelta = TimeDelta::days(365);
pub const LONGEST_LIFETIME: TimeDelta = TimeDelta::days(730);
/// So long a rotated key is good beside its successor where nothing is said, and at most.
pub const USUAL_OVERLAP: TimeDelta = TimeDelta::days(1);
pub const LONGEST_OVERLAP: TimeDelta = TimeDelta::days(7);
/// How often in a minute a key may be used where nothing is said, and at most.
pub const USUAL_CALLS_PER_MINUTE: u32 = 6_000;
pub const MOST_CALLS_PER_MINUTE: u32 = 600_000;
/// With so many wrong codes in a minute somebody may be guessing.
pub const WRONG_CODES_PER_MINUTE: u32 = 60;
/// A key gives the alarm at most this often.
pub const ALARMS_AT_MOST_EVERY: TimeDelta = TimeDelta::hours(1);
/// So many networks a key may be tied to.
pub const MOST_NETWORKS: usize = 20;
/// The time of the last use is kept this exactly, so that a key in use is not written at each call.
pub const USE_NOTED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// The name of a key, 1 to 50 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ApiKeyName(String);

impl ApiKeyName {
    /// Errors: empty, over 50 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        visible_text("name", text, 50).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A key as the flows see one, without its secret.
#[derive(Clone, Debug)]
pub struct ApiKey {
    pub organization_id: OrganizationId,
    pub id: ApiKeyId,
    pub name: ApiKeyName,
    pub scopes: BTreeSet<Scope>,
    /// From where it may be used; from anywhere where there is none.
    pub networks: Vec<IpNet>,
    pub calls_per_minute: u32,
    pub created_by: UserId,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub rotated_at: Option<Timestamp>,
    /// Until when the secret from before the rotation is good.
    pub previous_until: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
    /// When it last gave so many wrong codes that somebody may be guessing with it.
    pub alarmed_at: Option<Timestamp>,
}

impl ApiKey {
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at <= now
    }

    pub fn admits(&self, address: Option<IpAddr>) -> bool {
        self.networks.is_empty()
            || address.is_some_and(|address| self.networks.iter().any(|network| network.contains(&address)))
    }

    /// What a person would have to be permitted to do all that it may.
    pub fn permissions(&self) -> BTreeSet<Permission> {
        permissions_of(&self.scopes)
    }

    /// Whether a use at that time has to be noted.
    pub fn is_use_noted(&self, now: Timestamp) -> bool {
        self.last_used_at.is_some_and(|at| now - at < USE_NOTED_EVERY)
    }
}

/// What a person has to be permitted to give these scopes away.
pub fn permissions_of(scopes: &BTreeSet<Scope>) -> BTreeSet<Permission> {
    scopes.iter().filter_map(|scope| scope.permission()).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::default() + TimeDelta::seconds(second)
    }

    fn key() -> ApiKey {
        ApiKey {
            organization_id: Uuid::nil().into(),
            id: Uuid::nil().into(),
            name: ApiKeyName::parse(" Night shift ").unwrap(),
            scopes: [Scope::UsersWrite, Scope::Verify].into(),
            networks: Vec::new(),
            calls_per_minute: USUAL_CALLS_PER_MINUTE,
            created_by: Uuid::nil().into(),
            created_at: at(0),
            expires_at: at(100),
            rotated_at: None,
            previous_until: None,
            last_used_at: None,
            alarmed_at: None,
        }
    }

    #[test]
    fn a_scope_is_called_as_the_permission_for_the_same() {
        for scope in Scope::ALL {
            if let Some(permission) = scope.permission() {
                assert_eq!(scope.name(), permission.name());
            }
        }
        let powerful = [Permission::PolicyWrite, Permission::RolesWrite, Permission::KeysWrite];
        for permission in powerful {
            assert_eq!(Scope::from_name(permission.name()), None, "no key may do that");
        }
    }

    #[test]
    fn nobody_has_to_be_permitted_to_verify_codes() {
        let without: Vec<_> = Scope::ALL.iter().filter(|scope| scope.permission().is_none()).collect();
        assert_eq!(without, [&Scope::Verify, &Scope::VerifyExplain]);
        assert_eq!(key().permissions(), [Permission::UsersWrite].into());
    }

    #[test]
    fn a_key_ends_at_its_time() {
        assert_eq!([0, 99, 100, 101].map(|second| key().is_expired(at(second))), [false, false, true, true]);
    }

    #[test]
    fn a_key_is_good_in_its_networks_alone() {
        let [office, elsewhere] = ["192.0.2.7", "198.51.100.7"].map(|address| address.parse().ok());
        assert!([office, elsewhere, None].iter().all(|address| key().admits(*address)), "tied to none");
        let networks = ["192.0.2.0/24", "2001:db8::/32"].map(|network| network.parse().unwrap()).into();
        let tied = ApiKey { networks, ..key() };
        assert_eq!([office, elsewhere, None].map(|address| tied.admits(address)), [true, false, false]);
    }

    #[test]
    fn a_use_is_noted_once_a_minute() {
        let used = ApiKey { last_used_at: Some(at(0)), ..key() };
        assert_eq!([0, 59, 60].map(|second| used.is_use_noted(at(second))), [true, true, false]);
        assert!(!key().is_use_noted(at(0)), "the first one");
    }

    #[test]
    fn a_name_is_short_and_visible() {
        assert_eq!(key().name.as_str(), "Night shift");
        for wrong in ["", "a\nb", &"x".repeat(51)] {
            assert!(ApiKeyName::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
