//! The API tests: real servers over a real database, spoken to as clients do. Names begin with the rule they check.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod acting;
mod activation;
mod administrators_at_once;
mod after_deadline;
mod audit;
mod authenticators;
mod authorization;
mod bulk;
mod challenge;
mod code_parameters;
mod commands;
mod concurrency;
mod deadlines;
mod disable;
mod durability;
mod email;
mod enrollment;
mod forgotten_password;
mod invitations;
mod keyring;
mod last_administrator;
mod layers;
mod login;
mod migrations;
mod openapi;
mod operations;
mod organizations;
mod outbox;
mod overview;
mod passwords;
mod policy;
mod policy_preview;
mod presets;
mod problems;
mod profile;
mod recognition;
mod recovery_codes;
mod reminders;
mod reset_codes;
mod resets;
mod roles;
mod rollout;
mod rollout_at_random;
mod secrets_at_rest;
mod sessions;
mod single_form;
mod step_up;
mod temporary_passes;
mod throttle;
mod user_administration;
mod user_states;
mod users;
