//! Roles and permissions: a role is a named set of permissions, and the permission decides.

use std::collections::BTreeSet;

use super::names::names;

names! {
    /// The built-in roles.
    Role {
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
        PolicyRead = "policy.read",
        PolicyWrite = "policy.write",
        UsersRead = "users.read",
        UsersReset2fa = "users.reset2fa",
        UsersWrite = "users.write",
    }
}

impl Role {
    fn permissions(self) -> &'static [Permission] {
        match self {
            Self::Superadmin | Self::Admin => Permission::ALL,
            Self::Manager => &[Permission::PolicyRead, Permission::UsersRead],
            Self::Member => &[],
        }
    }

    /// Administrators have shorter sessions, and an organization always keeps one.
    pub fn is_administrator(self) -> bool {
        matches!(self, Self::Admin | Self::Superadmin)
    }

    /// The union of what these roles permit.
    pub fn permissions_of(roles: &BTreeSet<Self>) -> BTreeSet<Permission> {
        roles.iter().flat_map(|role| role.permissions().iter().copied()).collect()
    }

    /// Whether a holder of `held` may give these roles, or do something to a user who has them: nobody grants or
    /// touches a permission that they do not hold, and superadmins are made and touched by superadmins.
    pub fn reach(held: &BTreeSet<Self>, roles: &BTreeSet<Self>) -> bool {
        let superadmin = !roles.contains(&Self::Superadmin) || held.contains(&Self::Superadmin);
        superadmin && Self::permissions_of(roles).is_subset(&Self::permissions_of(held))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(roles: &[Role]) -> BTreeSet<Role> {
        roles.iter().copied().collect()
    }

    #[test]
    fn who_is_above_whom() {
        assert!(Role::reach(&set(&[Role::Admin]), &set(&[Role::Admin])));
        assert!(Role::reach(&set(&[Role::Superadmin]), &set(&[Role::Admin])));
        assert!(!Role::reach(&set(&[Role::Admin]), &set(&[Role::Superadmin])));
        assert!(!Role::reach(&set(&[Role::Manager]), &set(&[Role::Admin])));
    }

    #[test]
    fn names_round_trip() {
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(*role));
        }
        assert_eq!(Permission::from_name("policy.write"), Some(Permission::PolicyWrite));
        assert_eq!(Permission::from_name("everything"), None);
    }

    #[test]
    fn nobody_grants_more_than_they_hold() {
        assert!(Role::reach(&set(&[Role::Admin]), &set(&[Role::Admin, Role::Member])));
        assert!(!Role::reach(&set(&[Role::Manager]), &set(&[Role::Admin])));
        assert!(!Role::reach(&set(&[Role::Admin]), &set(&[Role::Superadmin])));
    }
}
