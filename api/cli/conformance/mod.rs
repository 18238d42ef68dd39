//! `nightlatch conformance`: whether a service that runs keeps its promises under attack, and a report of it.

mod enumeration;
mod report;
mod single_use;
mod skew;
mod stand_ins;
mod target;

use std::{path::PathBuf, time::Duration};

use clap::{Args, value_parser};
use nightlatch::{
    clock::{Clock, SystemClock},
    config::{CLIENT_SETTINGS, ClientSettings, Environment},
};

use super::{Failed, output, settings_told};
use report::{Check, Finding, Outcome, Report};
use stand_ins::{StandIn, Steps};
use target::{Obstacle, Target};

/// What is not checked by then is said to be unchecked.
const TIME: Duration = Duration::from_secs(300);
/// So long it may take on top to suspend the users that were made.
const TIME_TO_TIDY_UP: Duration = Duration::from_secs(60);

const ABOUT: &str = "\
It imports five members, conformance-…@conformance.invalid, with passwords, authenticators and recovery
codes that nobody else knows, and suspends them at the end: a key deletes nobody. The audit log keeps what
they did, and what is mailed to them reaches nobody. Where it is interrupted they stay, and suspending them
is left to you. The key takes the scopes users.read and users.write; with policy.read it is known how far
clocks may be off, else one step is taken for it.

An address may fail 100 sign-ins in an hour, and each pair of the timing check fails two: somebody at the
same address should not need the rest. It ends after six minutes at most.

Not looked at: passkeys, mailed codes, single sign-on, restarts, several replicas behind one address, backups.

Exit code: 0 every check passed, 1 a check failed, 2 wrong arguments or settings, 3 the service is away, or
something could not be checked.";

#[derive(Args)]
#[command(after_help = ABOUT, after_long_help = format!("{}\n{ABOUT}", settings_told(&CLIENT_SETTINGS)))]
pub struct Options {
    /// The service, in place of NIGHTLATCH_URL
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// File that holds the API key, in place of NIGHTLATCH_API_KEY
    #[arg(long, value_name = "FILE", visible_alias = "key-file")]
    admin_key: Option<PathBuf>,
    /// Print the report as one line of JSON
    #[arg(long)]
    json: bool,
    /// So many requests are sent at the same moment
    #[arg(long, value_name = "COUNT", default_value_t = 20, value_parser = value_parser!(u8).range(2..=30))]
    parallel: u8,
    /// So many sign-ins of a user and of nobody are timed
    #[arg(long, value_name = "COUNT", default_value_t = 20, value_parser = value_parser!(u8).range(5..=40))]
    pairs: u8,
    /// By so many milliseconds their medians may differ
    #[arg(long, value_name = "MS", default_value_t = 25, value_parser = value_parser!(u16).range(1..=1000))]
    timing_bound: u16,
}

/// What the checks act on: a service, and people who are there for this alone.
struct Stage<'a> {
    target: &'a Target,
    steps: Steps,
    people: [StandIn; 5],
    options: &'a Options,
}

/// Checks, tidies up, and prints the report. Errors: settings, a service that is away or lets nobody be made, a check that
/// failed or could not be made.
pub fn run(environment: Environment, options: &Options) -> Result<(), Failed> {
    let settings = ClientSettings::read(environment, options.url.as_deref(), options.admin_key.as_deref())
        .map_err(|faults| Failed::WrongSettings { faults, see: "nightlatch conformance --help" })?;
    let target = Target::new(settings, TIME)?;
    let begun_at = SystemClock.now();
    let steps = Steps::of(&target).map_err(away)?;
    let people = stand_ins::make(&target, options.parallel.into()).map_err(away)?;
    let stage = Stage { target: &target, steps, people, options };
    let findings: Vec<Finding> = Check::ALL.iter().map(|check| stage.find(*check)).collect();
    let tidying = target.lasting(TIME_TO_TIDY_UP);
    let suspended = stage.people.iter().filter(|who| who.suspend(&tidying)).count();
    let report = Report { url: target.url(), begun_at, findings, made: stage.people.len(), suspended };
    output::print(&if options.json { report.json() } else { report.words() })?;
    report.verdict()
}

fn away(obstacle: Obstacle) -> Failed {
    Failed::Away(obstacle.0)
}

impl Stage<'_> {
    fn find(&self, check: Check) -> Finding {
        let found = match check {
            Check::Replay => single_use::replay(self),
            Check::RecoveryCode => single_use::recovery_code(self),
            Check::Challenge => single_use::challenge(self),
            Check::Skew => skew::skew(self),
            Check::Enumeration => enumeration::enumeration(self),
            Check::Timing => enumeration::timing(self),
        };
        let (outcome, happened) = match found {
            Ok((true, happened)) => (Outcome::Passed, happened),
            Ok((false, happened)) => (Outcome::Failed, happened),
            Err(Obstacle(why)) => (Outcome::Unchecked, why),
        };
        Finding { check, outcome, happened }
    }
}

/// Whether the promise is kept, and what happened. Errors: it could not be tried.
type Found = Result<(bool, String), Obstacle>;
