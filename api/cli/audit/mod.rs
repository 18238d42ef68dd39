//! `nightlatch audit`: whether the audit log is what was written to it.

mod offline;
mod prune;
mod verify;

use clap::Subcommand;
use nightlatch::{config::Environment, domain::seal::Finding};
use serde_json::{Value, json};

use super::{Failed, output};

#[derive(Subcommand)]
pub enum Command {
    /// Check the whole audit log against its seals, in the database
    ///
    /// Names every event that was changed, taken away or slipped in, and every seal that was. That the end of the log was cut off
    /// together with its seals shows against a head that was kept elsewhere: see --head.
    /// Takes the same settings as `serve`, and may run beside it.
    #[command(
        after_help = "Exit code: 0 the log is whole, 1 it is not, 2 wrong arguments or settings, or it could not be read."
    )]
    Verify(verify::Options),
    /// Drop the events of months that are no longer kept
    ///
    /// Checks first that the whole log is sealed and whole, and lets the chain tell what is gone, so that it goes on. May be
    /// repeated when it broke off. Takes the same settings as `serve`, but connects as the owner of the tables.
    Prune(prune::Options),
    /// Check exported events against exported seals, with public keys alone
    ///
    /// Needs no database, no settings and no secret. docs/operations/audit.md says how the files are made.
    #[command(after_help = "Exit code: 0 the log is whole, 1 it is not, 2 the files cannot be read.")]
    Check(offline::Options),
}

pub fn run(environment: &Environment, command: &Command) -> Result<(), Failed> {
    match command {
        Command::Verify(options) => verify::run(environment, options),
        Command::Prune(options) => prune::run(environment, options),
        Command::Check(options) => offline::run(options),
    }
}

/// What a check has come to so far.
#[derive(Default)]
struct Tally {
    seals: usize,
    events: usize,
    unsealed: usize,
    findings: Vec<Finding>,
}

impl Tally {
    /// Prints what was found in an organization's log.
    fn print(&self, organization: &str, head: Option<(i64, String)>, as_json: bool) -> Result<(), Failed> {
        let Self { seals, events, unsealed, findings } = self;
        if as_json {
            let head = head.map(|(seal, digest)| json!({"seal": seal, "digest": digest}));
            let findings: Vec<Value> = findings.iter().copied().map(told).collect();
            let line = json!({
                "organization": organization, "seals": seals, "events": events, "unsealed": unsealed, "head": head,
                "findings": findings,
            });
            return output::print(&line.to_string());
        }
        for finding in findings {
            output::print(&format!("{organization}: {}", in_words(*finding)))?;
        }
        let verdict = if findings.is_empty() { "whole" } else { "NOT WHOLE" };
        let head = head.map_or_else(String::new, |(seal, digest)| format!("; head {seal}:{digest}"));
        output::print(&format!(
            "{organization}: {verdict}, {events} events under {seals} seals, {unsealed} not sealed yet{head}"
        ))
    }

    /// Errors: something is wrong with the log.
    fn verdict(&self) -> Result<(), Failed> {
        match self.findings.len() {
            0 => Ok(()),
            1 => Err(Failed::because("the audit log is not whole: 1 finding")),
            findings => Err(Failed::because(format!("the audit log is not whole: {findings} findings"))),
        }
    }
}

fn told(finding: Finding) -> Value {
    let mut told = json!({"kind": finding.name()});
    if let Some(position) = finding.position() {
        told["eventId"] = json!(position.id);
        told["occurredAt"] = json!(position.occurred_at);
    }
    if let Some(seal) = finding.seal() {
        told["seal"] = json!(seal);
    }
    told
}

fn in_words(finding: Finding) -> String {
    let event =
        finding.position().map(|position| format!("event {} of {}", position.id.0, position.occurred_at));
    let event = event.unwrap_or_default();
    match finding {
        Finding::Altered { seal, .. } => format!("{event} was altered (seal {seal})"),
        Finding::Missing { seal, .. } => format!("{event} is missing (seal {seal})"),
        Finding::Inserted { .. } => format!("{event} was inserted, not by the service"),
        Finding::SealBroken { seal } => format!("seal {seal} is not as it was made"),
        Finding::SealMissing { seal } => format!("seal {seal} is missing"),
    }
}
