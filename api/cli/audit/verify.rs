//! `nightlatch audit verify`: the log in the database, with the keys of the ring.

use clap::Args;
use nightlatch::{
    app::App,
    config::{Configuration, Environment},
    domain::{
        audit::Origin,
        id::OrganizationId,
        seal::{Finding, hex},
    },
    error::Failure,
    flows::{
        Operation,
        audit_verification::{self, Progress},
        imports,
    },
};

use super::{Failed, Tally};
use crate::cli::serve;

#[derive(Args)]
pub struct Options {
    /// Short name of the organization; all of them and what belongs to none, where nothing is said
    #[arg(long, value_name = "SLUG")]
    organization: Option<String>,
    /// A head that was kept elsewhere, from the service's log, a webhook or an earlier check: a log that was cut off since shows
    #[arg(long, value_name = "SEAL:DIGEST", requires = "organization", value_parser = parse_head)]
    head: Option<(i64, String)>,
    /// Print one line of JSON for each organization
    #[arg(long)]
    json: bool,
}

fn parse_head(text: &str) -> Result<(i64, String), String> {
    let parsed =
        text.split_once(':').and_then(|(seal, digest)| Some((seal.parse().ok()?, digest.to_owned())));
    parsed.ok_or_else(|| "a seal's number and its digest, as in 17:9f86d081…".to_owned())
}

/// Checks, and prints what was found. Errors: something was, or the log cannot be read.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let app = serve::beside(configuration).map_err(Failed::into_breakage)?;
    let (origin, mut all) = (Origin::default(), Tally::default());
    let op = Operation::begin(&app, &origin);
    let logs = audit_verification::logs(&op, options.organization.as_deref()).map_err(broken)?;
    if logs.is_empty() {
        return Err(Failed::Misused("there is no organization of that short name".into()));
    }
    for (name, organization) in logs {
        let (mut tally, head) = check(&app, organization)?;
        if let Some((seal, digest)) = &options.head
            && !audit_verification::holds(&op, organization, *seal, digest).map_err(broken)?
        {
            tally.findings.push(Finding::SealMissing { seal: *seal });
        }
        tally.print(&name, head, options.json)?;
        all.findings.extend(tally.findings);
    }
    all.verdict()
}

fn check(app: &App, organization: OrganizationId) -> Result<(Tally, Option<(i64, String)>), Failed> {
    let (origin, mut tally, mut head, mut next) =
        (Origin::default(), Tally::default(), None, Some(Progress::START));
    while let Some(progress) = next {
        let op = Operation::begin(app, &origin);
        let part = audit_verification::check_organization(&op, organization, progress).map_err(broken)?;
        tally.findings.extend(part.findings);
        tally.seals += part.seals;
        tally.events += part.events;
        tally.unsealed += part.unsealed;
        head = part.head.map(|last| (last.head.number, hex(&last.digest)));
        next = part.next;
    }
    Ok((tally, head))
}

fn broken(failure: Failure) -> Failed {
    Failed::BrokeOff(imports::told(failure).to_string())
}
