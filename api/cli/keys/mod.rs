//! `nightlatch keys`: the key ring, from its making to the end of each key.

mod drop;
mod rewrap;
mod rotate;
mod status;

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use nightlatch::{
    config::{self, Environment},
    crypto::{
        key_rotation::KeyChangeError,
        keyring::{Keyring, KeyringError, Sort},
        keyring_file,
    },
    error::{Failure, Fault},
    flows::imports,
    random::SystemRandom,
};

use super::{Failed, output};

#[derive(Subcommand)]
pub enum Command {
    /// Make a new key ring at NIGHTLATCH_KEYRING, for its owner alone; an existing one is never overwritten
    ///
    /// Whoever loses the ring loses every second factor in the database: back it up, apart from the database.
    Init,
    /// Make new keys, which stand by until `rotate` puts them to use
    ///
    /// Needs NIGHTLATCH_KEYRING alone. Processes that run take them by themselves within seconds; where a process reads another
    /// file, bring it this one first.
    Add(Sorts),
    /// Put the keys that stand by to use, as soon as every process has them
    ///
    /// From then on they seal and sign; the keys before them are retired, and go on reading what they made.
    /// Takes the same settings as `serve`, and runs beside it.
    Rotate(Sorts),
    /// Seal all secrets in the database anew that are under retired keys
    ///
    /// May be broken off and run again: it goes on where it was. Takes the same settings as `serve`, and runs beside it.
    Rewrap,
    /// Show each key, its state, and how many secrets need it
    ///
    /// Takes the same settings as `serve`.
    Status(status::Options),
    /// Take a key off the ring that nothing needs any more
    ///
    /// Takes the same settings as `serve`, and runs beside it.
    Drop(drop::Options),
}

#[derive(Args)]
pub struct Sorts {
    /// Of one sort alone: sealing (secrets at rest) or signing (tokens)
    #[arg(long, value_name = "SORT", value_parser = PossibleValuesParser::new(Sort::ALL.map(Sort::name)))]
    sort: Option<String>,
}

impl Sorts {
    fn list(&self) -> Vec<Sort> {
        let asked = |sort: &Sort| self.sort.as_ref().is_none_or(|asked| asked == sort.name());
        Sort::ALL.into_iter().filter(asked).collect()
    }
}

/// Runs the command that was typed.
pub fn run(environment: &Environment, command: &Command) -> Result<(), Failed> {
    match command {
        Command::Init => init(environment),
        Command::Add(sorts) => add(environment, sorts),
        Command::Rotate(sorts) => rotate::run(environment, sorts),
        Command::Rewrap => rewrap::run(environment),
        Command::Status(options) => status::run(environment, options),
        Command::Drop(options) => drop::run(environment, options),
    }
}

fn init(environment: &Environment) -> Result<(), Failed> {
    let path = config::read_keyring_path(environment)?;
    if path.exists() {
        let path = path.display();
        return Err(Failed::because(format!("there is a key ring at {path} already, and it stays as it is")));
    }
    Keyring::generate(&SystemRandom).save_new(&path).map_err(Failed::because)?;
    output::print(&format!("{}: made. Back it up, apart from the database.", path.display()))
}

fn add(environment: &Environment, sorts: &Sorts) -> Result<(), Failed> {
    let path = config::read_keyring_path(environment)?;
    let made = keyring_file::change::<_, Failed>(&path, |ring| {
        let add =
            |sort: Sort| Ok(format!("{} key {} stands by", sort.name(), ring.add(sort, &SystemRandom)?));
        sorts.list().into_iter().map(add).collect::<Result<Vec<_>, _>>()
    })?;
    output::print(&made.join("\n"))?;
    output::remark("Back the key ring up, then: nightlatch keys rotate");
    Ok(())
}

impl From<KeyringError> for Failed {
    fn from(error: KeyringError) -> Self {
        Self::because(error)
    }
}

impl From<KeyChangeError> for Failed {
    fn from(error: KeyChangeError) -> Self {
        Self::because(error)
    }
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Self {
        Self::because(fault)
    }
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self::because(imports::told(failure))
    }
}
