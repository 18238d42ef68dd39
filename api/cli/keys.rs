//! `nightlatch keys`: the key ring.

use clap::Subcommand;
use nightlatch::{
    config::{self, Environment},
    crypto::keyring::Keyring,
    random::SystemRandom,
};

use super::{Failed, output};

#[derive(Subcommand)]
pub enum Command {
    /// Make a new key ring at NIGHTLATCH_KEYRING, for its owner alone; an existing one is never overwritten
    ///
    /// Whoever loses the ring loses every second factor in the database: back it up, apart from the database.
    Init,
}

/// Makes a key ring. Errors: no path is set, or something is there already.
pub fn init(environment: &Environment) -> Result<(), Failed> {
    let path = config::read_keyring_path(environment)?;
    if path.exists() {
        let path = path.display();
        return Err(Failed::because(format!("there is a key ring at {path} already, and it stays as it is")));
    }
    Keyring::generate(&SystemRandom).save_new(&path).map_err(Failed::because)?;
    output::print(&format!("{}: made. Back it up, apart from the database.", path.display()))
}
