//! `nightlatch keys drop`: a key leaves the ring.

use clap::Args;
use nightlatch::{
    config::{Configuration, Environment},
    crypto::keyring_file,
    domain::audit::Origin,
    flows::{Operation, key_rotation},
};

use super::super::{Failed, output, serve};

#[derive(Args)]
pub struct Options {
    /// Name of the key, as `keys status` shows it
    #[arg(value_name = "KEY")]
    kid: String,
}

/// Takes the key off the ring. Errors: settings, the database, no such key, or something needs it.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    let configuration = Configuration::read(environment)?;
    let path = configuration.keyring.clone();
    let app = serve::beside(configuration)?;
    let (kid, origin) = (&options.kid, Origin::default());
    keyring_file::change::<_, Failed>(&path, |ring| {
        let op = Operation::begin(&app, &origin);
        let sort = ring.droppable(kid, op.now)?;
        key_rotation::release(&op, sort, kid)
            .map_err(|needed| Failed::because(format!("key {kid} is {needed}")))?;
        Ok(ring.drop_key(kid, op.now)?)
    })?;
    output::print(&format!("key {kid} is dropped"))?;
    output::remark("Back the key ring up.");
    Ok(())
}
