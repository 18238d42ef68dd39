//! What the tests are told with: the service under test, its database and clock, and the people who use it.

pub mod actor;
pub mod administration;
pub mod answer;
pub mod app;
pub mod call;
pub mod clock;
pub mod database;
pub mod installation;
pub mod invariants;
pub mod log;
pub mod mail_server;
pub mod mailbox;
pub mod operator;
pub mod phone;
pub mod process;
pub mod provider;
pub mod race;
pub mod receiver;
pub mod schema;
pub mod service;
pub mod sso;
pub mod standings;
pub mod webhooks;
