//! The API tests: real servers over a real database, spoken to as clients do. Names begin with the rule they check.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod administrators_at_once;
mod audit;
mod authenticators;
mod authorization;
mod challenge;
mod commands;
mod concurrency;
mod disable;
mod durability;
mod enrollment;
mod keyring;
mod layers;
mod login;
mod migrations;
mod openapi;
mod operations;
mod policy;
mod problems;
mod profile;
mod recognition;
mod recovery_codes;
mod reset_codes;
mod resets;
mod roles;
mod secrets_at_rest;
mod sessions;
mod step_up;
mod temporary_passes;
mod throttle;
mod user_administration;
mod user_states;
mod users;
