//! Table `keyring_canaries`: proof that a key ring belongs to this database.

use diesel::prelude::*;

use super::{Rx, Tx, execute_one, schema::keyring_canaries};
use crate::error::Fault;

/// The name of each key in use with its sealed known text.
pub fn list(rx: &mut Rx) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    Ok(keyring_canaries::table.select((keyring_canaries::kid, keyring_canaries::sealed)).load(&mut rx.0)?)
}

pub fn insert(tx: &mut Tx, kid: &str, sealed: &[u8]) -> Result<(), Fault> {
    let values = (keyring_canaries::kid.eq(kid), keyring_canaries::sealed.eq(sealed));
    execute_one(tx, "canary", diesel::insert_into(keyring_canaries::table).values(values))
}
