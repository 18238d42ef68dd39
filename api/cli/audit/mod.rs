//! `nightlatch audit`: whether the audit log is what was written to it.

mod offline;
mod prune;
mod verify;

use std::collections::BTreeMap;

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
    #[command(
        after_help = "Exit code: 0 the log is whole, 1 it is not, 2 the files cannot be read, or a key is missing that signed some of it."
    )]
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
    /// What cannot be said for want of keys, by their names.
    unchecked: BTreeMap<String, Unchecked>,
}

/// Seals that one key signed.
struct Unchecked {
    first: i64,
    last: i64,
    seals: usize,
}

impl Unchecked {
    fn in_words(&self, kid: &str) -> String {
        let Self { first, last, seals } = self;
        let which = match seals {
            1 => format!("seal {first} is"),
            seals => format!("{seals} seals from {first} to {last} are"),
        };
        // It comes from the file that is checked.
        format!("{which} signed by key {}, which is not among the keys given", kid.escape_debug())
    }
}

impl Tally {
    /// Notes a seal of whose signature nothing can be said.
    fn note_unchecked(&mut self, kid: String, seal: i64) {
        let noted = self.unchecked.entry(kid).or_insert(Unchecked { first: seal, last: seal, seals: 0 });
        (noted.last, noted.seals) = (seal, noted.seals + 1);
    }

    /// Prints what was found in an organization's log.
    fn print(&self, organization: &str, head: Option<(i64, String)>, as_json: bool) -> Result<(), Failed> {
        let Self { seals, events, unsealed, findings, unchecked } = self;
        if as_json {
            let head = head.map(|(seal, digest)| json!({"seal": seal, "digest": digest}));
            let unchecked = unchecked.iter().map(|(kid, noted)| {
                json!({"kind": "keyMissing", "key": kid, "seal": noted.first, "lastSeal": noted.last})
            });
            let findings: Vec<Value> = findings.iter().copied().map(told).chain(unchecked).collect();
            let line = json!({
                "organization": organization, "seals": seals, "events": events, "unsealed": unsealed, "head": head,
                "findings": findings,
            });
            return output::print(&line.to_string());
        }
        for finding in findings {
            output::print(&format!("{organization}: {}", in_words(*finding)))?;
        }
        for (kid, noted) in unchecked {
            output::print(&format!("{organization}: {}", noted.in_words(kid)))?;
        }
        let verdict = match (findings.is_empty(), unchecked.is_empty()) {
            (true, true) => "whole",
            (true, false) => "NOT ALL CHECKED",
            (false, _) => "NOT WHOLE",
        };
        let head = head.map_or_else(String::new, |(seal, digest)| format!("; head {seal}:{digest}"));
        output::print(&format!(
            "{organization}: {verdict}, {events} events under {seals} seals, {unsealed} not sealed yet{head}"
        ))
    }

    /// Errors: something is wrong with the log, or nobody can say for want of a key.
    fn verdict(&self) -> Result<(), Failed> {
        match self.findings.len() {
            0 if !self.unchecked.is_empty() => Err(Failed::BrokeOff(
                "the audit log could not be checked in full: give the keys of the time with --keys, once for each file; see \
                 docs/operations/audit.md"
                    .into(),
            )),
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
