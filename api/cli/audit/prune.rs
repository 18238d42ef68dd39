//! `nightlatch audit prune`: old months of the log are dropped.

use chrono::Months;
use clap::{Args, value_parser};
use nightlatch::{
    config::{Configuration, Environment},
    domain::audit::Origin,
    flows::{Operation, audit_retention, imports},
};
use serde_json::json;

use super::{Failed, output};
use crate::cli::serve;

#[derive(Args)]
pub struct Options {
    /// So many whole months are kept beside the current one
    #[arg(long, value_name = "MONTHS", value_parser = value_parser!(u32).range(1..=1200))]
    keep_months: u32,
}

/// Drops what is older, and prints what that was as one line of JSON. Errors: settings, the database, or a log that is not whole.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let app = serve::beside(configuration)?;
    let origin = Origin::default();
    let pruned = audit_retention::prune(&Operation::begin(&app, &origin), Months::new(options.keep_months));
    let pruned = pruned.map_err(|failure| Failed::because(imports::told(failure)))?;
    output::print(&json!({"before": pruned.before, "months": pruned.months}).to_string())
}
