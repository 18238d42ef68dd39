//! Presets: policies to start from, among them the recommended roll-out.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::{
    Timestamp,
    challenge::Method,
    names::names,
    policy::{AdminReset, LoginStyle, Mode, Policy, SingleSignOn},
    role::{BuiltInRole, RoleName},
    rollout::{AfterGrace, NewUsers, Phase, Target},
};

names! {
    /// The presets.
    Preset {
        RecommendedRollout = "recommendedRollout",
        GuidedAdministrators = "guidedAdministrators",
        OptionalShort = "optionalShort",
        PhasedBlocking = "phasedBlocking",
        SingleForm = "singleForm",
        Supervised = "supervised",
    }
}

/// Days of a week of a roll-out.
const WEEK: i64 = 7;

impl Preset {
    /// Its policy; roll-outs begin `now`.
    pub fn policy(self, now: Timestamp) -> Policy {
        match self {
            Self::RecommendedRollout => Policy {
                mode: Mode::Required,
                phases: [administrators(now, 0), managers_and_everyone(now)].concat(),
                ..Policy::default()
            },
            Self::GuidedAdministrators => Policy {
                mode: Mode::Required,
                phases: administrators(now, 0),
                admin_reset: AdminReset::Peer,
                ..without_passkeys()
            },
            Self::OptionalShort => {
                Policy { recovery_code_count: 6, secret_max_age_days: 180, ..without_passkeys() }
            }
            Self::PhasedBlocking => Policy {
                mode: Mode::Required,
                phases: [administrators(now, 7), managers_and_everyone(now)].concat(),
                new_users: NewUsers::Grace,
                after_grace: AfterGrace::Block,
                recovery_code_count: 10,
                ..without_passkeys()
            },
            Self::SingleForm => Policy {
                login_style: LoginStyle::SingleForm,
                sso: SingleSignOn::Exempt,
                secret_max_age_days: 0,
                ..without_passkeys()
            },
            Self::Supervised => Policy {
                allowed_methods: BTreeSet::from([Method::Totp, Method::RecoveryCode]),
                recovery_code_count: 10,
                secret_max_age_days: 0,
                admin_reset: AdminReset::Superadmin,
                ..Policy::default()
            },
        }
    }
}

/// As in the products that these presets behave like.
fn without_passkeys() -> Policy {
    let mut policy = Policy::default();
    policy.allowed_methods.remove(&Method::Passkey);
    policy
}

fn administrators(now: Timestamp, grace_days: u16) -> Vec<Phase> {
    let roles = [BuiltInRole::Superadmin, BuiltInRole::Admin];
    roles.into_iter().map(|role| of_role(role, now, grace_days)).collect()
}

fn managers_and_everyone(now: Timestamp) -> Vec<Phase> {
    let everyone =
        Phase { target: Target::Everyone, starts_at: now + TimeDelta::days(2 * WEEK), grace_days: 7 };
    vec![of_role(BuiltInRole::Manager, now + TimeDelta::days(WEEK), 7), everyone]
}

fn of_role(role: BuiltInRole, starts_at: Timestamp, grace_days: u16) -> Phase {
    Phase { target: Target::Role(RoleName::from(role)), starts_at, grace_days }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whom a roll-out concerns, after how many days it begins, and for how many it lasts.
    fn phases(preset: Preset) -> Vec<(String, i64, u16)> {
        let now = Timestamp::default();
        let told = |phase: Phase| {
            let target = match &phase.target {
                Target::Everyone => "everyone",
                Target::Role(role) => role.as_str(),
            };
            (target.to_owned(), (phase.starts_at - now).num_days(), phase.grace_days)
        };
        preset.policy(now).phases.into_iter().map(told).collect()
    }

    fn rows(expected: &[(&str, i64, u16)]) -> Vec<(String, i64, u16)> {
        expected.iter().map(|(target, day, grace_days)| ((*target).to_owned(), *day, *grace_days)).collect()
    }

    #[test]
    fn every_preset_is_a_policy_that_may_be_saved() {
        for preset in Preset::ALL {
            assert_eq!(preset.policy(Timestamp::default()).validate(), Ok(()), "{}", preset.name());
        }
    }

    #[test]
    fn a_rollout_begins_with_administrators_and_reaches_everyone_in_two_weeks() {
        let (managers, everyone) = (("manager", 7, 7), ("everyone", 14, 7));
        let at_once = [("superadmin", 0, 0), ("admin", 0, 0)];
        assert_eq!(phases(Preset::GuidedAdministrators), rows(&at_once));
        assert_eq!(phases(Preset::RecommendedRollout), rows(&[at_once[0], at_once[1], managers, everyone]));
        let with_grace = [("superadmin", 0, 7), ("admin", 0, 7), managers, everyone];
        assert_eq!(phases(Preset::PhasedBlocking), rows(&with_grace));
        for preset in [Preset::OptionalShort, Preset::SingleForm, Preset::Supervised] {
            assert_eq!(phases(preset), [], "{}", preset.name());
        }
    }

    #[test]
    fn presets_differ_in_what_they_are_called_for() {
        let policy = |preset: Preset| preset.policy(Timestamp::default());
        let mode = |preset: &Preset| policy(*preset).mode;
        use Mode::{Optional, Required};
        let modes: Vec<_> = Preset::ALL.iter().map(mode).collect();
        assert_eq!(modes, [Required, Required, Optional, Required, Optional, Optional]);
        let with_passkeys = Preset::ALL.iter().filter(|preset| policy(**preset).allows_passkeys());
        assert_eq!(with_passkeys.collect::<Vec<_>>(), [&Preset::RecommendedRollout]);
        let counts = Preset::ALL.iter().map(|preset| policy(*preset).recovery_code_count);
        assert_eq!(counts.collect::<Vec<_>>(), [10, 10, 6, 10, 10, 10]);
        let ages = Preset::ALL.iter().map(|preset| policy(*preset).secret_max_age_days);
        assert_eq!(ages.collect::<Vec<_>>(), [180, 180, 180, 180, 0, 0]);

        let phased = policy(Preset::PhasedBlocking);
        assert_eq!((phased.after_grace, phased.new_users), (AfterGrace::Block, NewUsers::Grace));
        let single = policy(Preset::SingleForm);
        assert_eq!((single.login_style, single.sso), (LoginStyle::SingleForm, SingleSignOn::Exempt));
        let supervised = policy(Preset::Supervised);
        assert_eq!(supervised.admin_reset, AdminReset::Superadmin);
        assert_eq!(supervised.allowed_methods, [Method::Totp, Method::RecoveryCode].into());
    }
}
