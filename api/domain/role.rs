//! Roles and permissions: a role is a named set of permissions, and the permission decides.

use std::{borrow::Borrow, collections::BTreeSet};

use serde::{Deserialize, Serialize};

use super::{id::RoleId, names::names, rejection::FieldError, user::visible_text};

names! {
    /// The roles that every organization has.
    BuiltInRole {
        Superadmin = "superadmin",
        Admin = "admin",
        Manager = "manager",
        Member = "member",
    }
}

names! {
    /// What an operation may ask of its caller, as `resource.verb`.
    Permission {
        AuditRead = "audit.read",
        KeysWrite = "keys.write",
        OrganizationsRead = "organizations.read",
        OrganizationsWrite = "organizations.write",
        PolicyRead = "policy.read",
        PolicyWrite = "policy.write",
        RolesWrite = "roles.write",
        SsoWrite = "sso.write",
        UsersRead = "users.read",
        UsersReset2fa = "users.reset2fa",
        UsersWrite = "users.write",
        WebhooksWrite = "webhooks.write",
    }
}

impl Permission {
    /// Whether it reaches beyond one organization: no role of an organization's own has it.
    pub fn spans_organizations(self) -> bool {
        matches!(self, Self::OrganizationsRead | Self::OrganizationsWrite)
    }
}

impl BuiltInRole {
    /// What it is for, in a sentence.
    pub fn description(self) -> &'static str {
        match self {
            Self::Superadmin => "Administers all organizations, and alone changes other superadministrators.",
            Self::Admin => "Administers the organization: its users, roles, policy, audit log and webhooks.",
            Self::Manager => "Sees the organization's users and policy.",
            Self::Member => "Signs in, and looks after their own second factor.",
        }
    }

    pub fn permissions(self) -> BTreeSet<Permission> {
        let all = Permission::ALL.iter().copied();
        match self {
            Self::Superadmin => all.collect(),
            Self::Admin => all.filter(|permission| !permission.spans_organizations()).collect(),
            Self::Manager => [Permission::PolicyRead, Permission::UsersRead].into(),
            Self::Member => BTreeSet::new(),
        }
    }

    /// The roles that make an administrator.
    pub fn administrators() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|role| role.is_administrator())
    }

    /// Administrators have shorter sessions, and an organization always keeps one. Roles of an organization's own make
    /// none: what they permit may be taken from them at any time, and who is left then must still be able to help.
    pub fn is_administrator(self) -> bool {
        matches!(self, Self::Admin | Self::Superadmin)
    }
}

/// The name of a role: 1 to 40 lower-case letters, digits and hyphens, a letter first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoleName(String);

impl RoleName {
    /// The same rule as a regular expression.
    pub const PATTERN: &str = "^[a-z][a-z0-9-]{0,39}$";

    /// Errors: no role can be called that.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let valid = text.len() <= 40
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(allowed);
        if valid {
            Ok(Self(text.to_owned()))
        } else {
            let message = "At most 40 lower-case letters, digits and hyphens, beginning with a letter.";
            Err(FieldError::new("name", "invalid_role_name", message))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The built-in role of this name, if it is one's.
    pub fn built_in(&self) -> Option<BuiltInRole> {
        BuiltInRole::from_name(&self.0)
    }
}

impl From<BuiltInRole> for RoleName {
    fn from(role: BuiltInRole) -> Self {
        Self(role.name().to_owned())
    }
}

impl Borrow<str> for RoleName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// What a role is for, at most 200 characters; may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct RoleDescription(String);

impl RoleDescription {
    /// Errors: over 200 characters, or with control characters.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let text = text.trim();
        if text.is_empty() {
            Ok(Self(String::new()))
        } else {
            visible_text("description", text, 200).map(Self)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A role of an organization's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub id: RoleId,
    pub name: RoleName,
    pub description: RoleDescription,
    pub permissions: BTreeSet<Permission>,
}

/// The permissions of a role of an organization's own. Errors: one that reaches beyond it.
pub fn permissions_of_own(permissions: &[Permission]) -> Result<BTreeSet<Permission>, FieldError> {
    match permissions.iter().position(|permission| permission.spans_organizations()) {
        None => Ok(permissions.iter().copied().collect()),
        Some(index) => {
            let message = "Only the built-in superadmin reaches beyond an organization.";
            Err(FieldError::new(format!("permissions[{index}]"), "reserved_permission", message))
        }
    }
}

/// That the role at that place of a list is none of the organization's.
pub fn unknown_role(index: usize) -> FieldError {
    FieldError::new(format!("roles[{index}]"), "unknown_role", "There is no such role.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for role in BuiltInRole::ALL {
            assert_eq!(RoleName::parse(role.name()).unwrap(), RoleName::from(*role));
            assert_eq!(RoleName::from(*role).built_in(), Some(*role));
        }
        assert_eq!(Permission::from_name("policy.write"), Some(Permission::PolicyWrite));
        assert_eq!(Permission::from_name("everything"), None);
    }

    #[test]
    fn a_name_is_short_and_plain() {
        for right in ["a", "help-desk", "tier2", "a--", &"x".repeat(40)] {
            assert_eq!(RoleName::parse(right).unwrap().as_str(), right);
            assert_eq!(RoleName::parse(right).unwrap().built_in(), None);
        }
        for wrong in
            ["", "2tier", "-a", "Admin", "help desk", "help_desk", "ä", "a\0", "a\n", &"x".repeat(41)]
        {
            assert!(RoleName::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_description_may_be_empty() {
        assert_eq!(RoleDescription::parse("  ").unwrap().as_str(), "");
        assert_eq!(RoleDescription::parse(" Helps. ").unwrap().as_str(), "Helps.");
        for wrong in ["a\0", "a\nb", &"x".repeat(201)] {
            assert!(RoleDescription::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn only_superadmins_reach_beyond_their_organization() {
        for role in BuiltInRole::ALL {
            let beyond = role.permissions().iter().any(|permission| permission.spans_organizations());
            assert_eq!(beyond, *role == BuiltInRole::Superadmin, "{role:?}");
        }
    }

    #[test]
    fn each_role_permits_what_it_says() {
        use BuiltInRole::{Admin, Manager, Member, Superadmin};
        let all: BTreeSet<_> = Permission::ALL.iter().copied().collect();
        assert_eq!(Superadmin.permissions(), all);
        let beyond = &all - &Admin.permissions();
        assert_eq!(beyond, [Permission::OrganizationsRead, Permission::OrganizationsWrite].into());
        assert_eq!(Manager.permissions(), [Permission::PolicyRead, Permission::UsersRead].into());
        assert_eq!(Member.permissions(), [].into());
        assert_eq!(BuiltInRole::administrators().collect::<Vec<_>>(), [Superadmin, Admin]);
        let told: BTreeSet<_> = BuiltInRole::ALL.iter().map(|role| role.description()).collect();
        assert!(told.len() == 4 && told.iter().all(|sentence| sentence.ends_with('.')), "{told:?}");
    }

    #[test]
    fn a_role_of_an_organization_reaches_no_other_one() {
        let own = [Permission::UsersWrite, Permission::UsersRead];
        assert_eq!(permissions_of_own(&own).unwrap(), own.into());
        let error = permissions_of_own(&[Permission::UsersRead, Permission::OrganizationsRead]).unwrap_err();
        assert_eq!((error.field.as_str(), error.code), ("permissions[1]", "reserved_permission"));
        assert_eq!(unknown_role(3).field, "roles[3]");
    }

    #[test]
    fn a_role_is_found_by_its_name() {
        let held = BTreeSet::from([RoleName::from(BuiltInRole::Manager)]);
        assert!(held.contains("manager") && !held.contains("member"));
    }
}
