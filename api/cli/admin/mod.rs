//! `nightlatch admin`: what administrators do from a shell or a script, over the API of a service that runs.

mod api;
mod audit;
mod bulk;
mod changes;
mod retry;
mod users;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use nightlatch::config::{CLIENT_SETTINGS, ClientSettings, Environment};

use super::{Failed, settings_told};
use api::Api;
use retry::Retries;

const EXIT_CODES: &str = "Exit code: 0 done, 1 refused by the service, 2 wrong arguments or settings, \
    3 the service is away, busy or broken: worth trying again.";
/// So often a request is sent again where nothing else is said.
const USUAL_RETRIES: u8 = 3;

#[derive(Args)]
#[command(after_help = EXIT_CODES, after_long_help = format!("{}\n{EXIT_CODES}", settings_told(&CLIENT_SETTINGS)))]
pub struct Options {
    /// The service, in place of NIGHTLATCH_URL
    #[arg(long, global = true, value_name = "URL")]
    url: Option<String>,
    /// File that holds the API key, in place of NIGHTLATCH_API_KEY
    #[arg(long, global = true, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// Print what the API gave, a line of JSON for each thing, in place of words for people
    #[arg(long, global = true)]
    json: bool,
    /// How often a request is sent again that the service could not take, or did not answer; nothing is done twice
    #[arg(long, global = true, value_name = "COUNT", default_value_t = USUAL_RETRIES)]
    retries: u8,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Look at users and their second factors, and change them
    #[command(subcommand)]
    Users(users::Command),
    /// Take the audit log out
    #[command(subcommand)]
    Audit(audit::Command),
}

/// Asks the service, and prints what it says. Errors: settings, a refusal, or a service that is away.
pub fn run(environment: Environment, options: Options) -> Result<(), Failed> {
    let Options { url, key_file, json, retries, command } = options;
    let settings = ClientSettings::read(environment, url.as_deref(), key_file.as_deref())
        .map_err(|faults| Failed::WrongSettings { faults, see: "nightlatch admin --help" })?;
    let api = Api::new(settings, Retries(retries))?;
    match command {
        Command::Users(command) => users::run(&api, command, json),
        Command::Audit(audit::Command::Export(options)) => audit::export(&api, &options),
    }
}
