//! Nightlatch: self-hosted two-factor authentication. The layout of this crate is a star: `http` calls `flows`, and `flows` call
//! `domain`, `store` and `crypto`. `store` and `crypto` build on `domain`, and know nothing of those above; a test checks who
//! imports whom (`tests/api/layers.rs`).

pub mod app;
pub mod background;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod dev;
pub mod domain;
pub mod error;
pub mod flows;
pub mod high_water_file;
pub mod http;
pub mod import;
pub mod keyring_watch;
pub mod limits;
pub mod mail;
pub mod metrics;
pub mod oidc;
pub mod outbound;
pub mod random;
pub mod store;
mod strict;
pub mod telemetry;
pub mod tls;
pub mod traces;
pub mod version;
pub mod webhook;
