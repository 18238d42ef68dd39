//! Version 1 of the API, a file for each resource: its operations and what they take and give.

pub mod activation;
pub mod activity;
pub mod api_keys;
mod audit_export;
pub mod audit_seals;
pub mod auth;
pub mod authenticators;
pub mod branding;
pub mod bulk;
pub mod effective_policy;
pub mod email;
pub mod email_verification;
pub mod forgotten_password;
pub mod imports;
pub mod invitations;
pub mod me;
pub mod objection;
pub mod organizations;
pub mod overview;
pub mod passkey_login;
pub mod passkeys;
pub mod policy;
pub mod policy_preview;
pub mod recovery_codes;
pub mod roles;
pub mod session;
pub mod sessions;
pub mod sign_in_config;
pub mod sso;
pub mod sso_identities;
pub mod sso_providers;
pub mod trusted_devices;
pub mod two_factor;
pub mod user_administration;
pub mod users;
pub mod verify;
mod webauthn;
pub mod webhook_deliveries;
pub mod webhooks;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zeroize::Zeroizing;

use crate::flows::recovery::Summary;

/// A secret that a client sends: wiped when dropped, shown to nobody.
#[derive(Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    pub fn expose(&self) -> &str {
        &self.0
    }

    pub fn into_inner(self) -> Zeroizing<String> {
        self.0
    }
}

/// How many recovery codes there are.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryCodeCount {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    generated_at: Option<DateTime<Utc>>,
    total: i64,
    remaining: i64,
}

impl From<Summary> for RecoveryCodeCount {
    fn from(summary: Summary) -> Self {
        let Summary { generated_at, total, remaining } = summary;
        Self { generated_at, total, remaining }
    }
}
