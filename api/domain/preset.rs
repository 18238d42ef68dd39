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
