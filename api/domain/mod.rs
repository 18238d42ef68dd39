//! The rules of Nightlatch as pure functions and values: the time and random bytes arrive as arguments.

pub mod acceptance;
pub mod alarm;
pub mod api_key;
pub mod audit;
pub mod authenticator;
pub mod challenge;
pub mod decision;
pub mod delivery;
pub mod effective_policy;
pub mod email_code;
pub mod id;
pub mod idempotency;
pub mod import;
pub mod key_use;
pub mod language;
pub mod link;
pub mod message;
mod names;
pub mod network;
pub mod notice;
pub mod organization;
pub mod pass;
pub mod passkey;
pub mod password;
pub mod policy;
pub mod preset;
pub mod preview;
pub mod qr_code;
pub mod recovery_code;
pub mod rejection;
pub mod reminder;
pub mod role;
pub mod rollout;
pub mod seal;
pub mod session;
pub mod single_sign_on;
mod spoken_code;
pub mod throttle;
pub mod totp;
pub mod trusted_device;
pub mod user;
pub mod verification;
pub mod webhook;
pub mod webhook_delivery;

/// A point in time, UTC, with microseconds, as Postgres keeps it.
pub type Timestamp = chrono::DateTime<chrono::Utc>;
