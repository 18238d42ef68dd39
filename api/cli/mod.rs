//! The commands: what can be typed, and one file for each that does more than call one function.

mod admin;
mod audit;
mod bootstrap;
mod client;
mod conformance;
mod dev;
mod export;
mod health;
mod import;
mod keys;
mod mail;
mod output;
mod post_restore;
mod serve;
mod server;
mod table;

use std::{fmt::Display, process::ExitCode, sync::LazyLock};

use clap::{Parser, Subcommand};
use nightlatch::{
    clock::{Clock, SystemClock},
    config::{self, Environment, Faults, SETTINGS},
    http, store, telemetry,
    version::{COMMIT, VERSION},
};

static VERSION_LINE: LazyLock<String> = LazyLock::new(|| {
    let schema = store::migrations::latest().unwrap_or_else(|_| "unknown".to_owned());
    format!("{VERSION} (commit {COMMIT}, schema {schema})")
});

/// Nightlatch, the second lock on the front door: self-hosted two-factor authentication.
#[derive(Parser)]
#[command(
    version = VERSION_LINE.as_str(),
    max_term_width = 100,
    after_help = "Exit code: 0 done, 1 failed, 2 wrong arguments or settings; of `admin` also 3 the service is away."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and the page, until SIGTERM or Ctrl-C
    ///
    /// Requests that run are finished, for 10 seconds at most; a second signal ends at once.
    #[command(after_long_help = settings())]
    Serve,
    /// Bring the database's schema up to date
    ///
    /// To be run before `serve`, by one process or several: they take turns.
    /// Needs NIGHTLATCH_DATABASE_URL alone, which has to lead to PostgreSQL itself and not to a pooler, as the owner of the
    /// tables.
    Migrate {
        /// Role that `serve` connects as, where it is another than the owner: it may then only read the audit log and add to it
        #[arg(long, value_name = "ROLE")]
        service_role: Option<String>,
    },
    /// Create the organization and its first administrator
    ///
    /// Prints one line of JSON: organizationId, userId and, where none was given, the generated password.
    /// Takes the same settings as `serve`.
    Bootstrap(bootstrap::Options),
    /// Export the users with their secrets, encrypted for whoever may open the file
    ///
    /// The file holds all that another installation of Nightlatch needs, and what any other system can use of it; it is
    /// encrypted with age (age-encryption.org). Takes the same settings as `serve`, and may run beside it.
    Export(export::Options),
    /// Import the users of another system with what they had there
    ///
    /// Takes the same settings as `serve`, and may run beside it. Whoever was imported before is skipped, so that it may be
    /// repeated. Nobody gets a mail. docs/move-here.md says what each system gives and what is lost.
    #[command(
        after_help = "Exit code: 0 all imported or there already, 1 some users were not, 2 wrong arguments or \
                      settings, or it broke off."
    )]
    Import(import::Options),
    /// Make and keep the keys that open the secrets in the database
    #[command(subcommand)]
    Keys(keys::Command),
    /// Check the audit log against its seals
    #[command(subcommand)]
    Audit(audit::Command),
    /// Settle that the database was restored from an older backup, or lost its last moments
    ///
    /// Ends the sessions, devices, challenges, links and passes of everybody, refuses every code of now, and withdraws recovery
    /// codes: some of them may have been used or revoked in the time that was lost. Then requests are answered again.
    /// Takes the same settings as `serve`.
    PostRestore,
    /// Look at what is mailed
    #[command(subcommand)]
    Mail(mail::Command),
    /// Administer users and read the audit log, over the API of a service that runs
    Admin(admin::Options),
    /// Try the promises of a service that runs: codes work once, and no answer tells who has an account
    ///
    /// Makes users of its own, tries on them what an attacker would, and reports what came of it.
    Conformance(conformance::Options),
    /// Ask the service on this machine whether it is ready
    ///
    /// For a container's health check. Of the settings it reads NIGHTLATCH_BIND alone; exit code 1 where the service does not
    /// answer within 5 seconds, or lacks something.
    Health,
    /// Print the OpenAPI document
    Openapi,
    /// Print the reference of all settings
    #[command(hide = true)]
    Configuration,
    /// Start everything on this machine, to try it out or to work on it
    ///
    /// Brings a PostgreSQL of its own, keys and a first administrator, and serves on localhost only.
    /// Of the settings it reads NIGHTLATCH_LOG alone.
    Dev(dev::Options),
}

/// Why a command ended without success.
pub enum Failed {
    WrongSettings {
        faults: Faults,
        see: &'static str,
    },
    /// What was typed does not go together.
    Misused(String),
    Because(String),
    /// The same of a command whose exit code 1 says something else.
    BrokeOff(String),
    /// Another program is away, busy or broken: worth trying again.
    Away(String),
    /// Whoever read the output has gone.
    Unheard,
}

/// As a shell tells it of what SIGPIPE has ended.
const UNHEARD: u8 = 128 + 13;

impl Failed {
    fn because(cause: impl Display) -> Self {
        Self::Because(cause.to_string())
    }

    fn into_breakage(self) -> Self {
        match self {
            Self::Because(cause) => Self::BrokeOff(cause),
            other => other,
        }
    }

    /// Tells the person, and gives the exit code.
    pub fn report(self) -> ExitCode {
        match self {
            Self::WrongSettings { faults, see } => {
                output::complain(&format!("the settings are wrong:\n{faults}\nSee: {see}"));
                ExitCode::from(2)
            }
            Self::Misused(cause) => {
                output::complain(&cause);
                ExitCode::from(2)
            }
            Self::Because(cause) => {
                output::complain(&cause);
                ExitCode::FAILURE
            }
            Self::Away(cause) => {
                output::complain(&cause);
                ExitCode::from(3)
            }
            Self::BrokeOff(cause) => {
                output::complain(&cause);
                ExitCode::from(2)
            }
            Self::Unheard => ExitCode::from(UNHEARD),
        }
    }
}

impl From<Faults> for Failed {
    fn from(faults: Faults) -> Self {
        Self::WrongSettings { faults, see: "nightlatch serve --help" }
    }
}

/// Runs the command that was typed.
pub fn run(arguments: Arguments) -> Result<(), Failed> {
    let environment = Environment::of_process();
    match arguments.command {
        Command::Serve => serve::run(&environment),
        Command::Migrate { service_role } => migrate(&environment, service_role.as_deref()),
        Command::Bootstrap(options) => bootstrap::run(&environment, &options),
        Command::Export(options) => export::run(&environment, &options),
        Command::Import(options) => import::run(&environment, &options),
        Command::Audit(command) => audit::run(&environment, &command),
        Command::Keys(command) => keys::run(&environment, &command),
        Command::Mail(mail::Command::Preview(options)) => mail::preview(&options),
        Command::PostRestore => post_restore::run(&environment),
        Command::Admin(options) => admin::run(environment, options),
        Command::Conformance(options) => conformance::run(environment, &options),
        Command::Health => health::run(&environment),
        Command::Openapi => openapi(),
        Command::Configuration => output::print(config::reference().trim_end()),
        Command::Dev(options) => dev::run(&environment, &options),
    }
}

fn migrate(environment: &Environment, role: Option<&str>) -> Result<(), Failed> {
    let (database_url, log) = config::read_for_migration(environment)?;
    telemetry::start(log);
    let ran = store::migrations::run(&database_url, role, SystemClock.now()).map_err(Failed::because)?;
    tracing::info!(ran = ran.join(","), "the schema is up to date");
    Ok(())
}

fn openapi() -> Result<(), Failed> {
    let document = http::openapi::document().to_pretty_json().map_err(Failed::because)?;
    output::print(&document)
}

fn settings() -> String {
    settings_told(&SETTINGS)
}

fn settings_told(settings: &[config::Setting]) -> String {
    let line = |setting: &config::Setting| {
        let config::Setting { name, default, meaning, .. } = setting;
        format!("  {name:<27} {meaning} [{default}]\n")
    };
    let lines: String = settings.iter().map(line).collect();
    format!("Settings, from the environment; NAME_FILE names a file that holds the value:\n{lines}")
}
