//! Table `keyring_canaries`: proof that a key ring belongs to this database.

use diesel::prelude::*;

use super::{Rx, Tx, schema::keyring_canaries};
use crate::error::Fault;

/// The name of each key in use with its sealed known text.
pub fn list(rx: &mut Rx) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    Ok(keyring_canaries::table
        .select((keyring_canaries::kid, keyring_canaries::sealed))
        .load(rx.connection()?)?)
}

/// Writes the sample of a key, unless another process was faster.
pub fn insert(tx: &mut Tx, kid: &str, sealed: &[u8]) -> Result<(), Fault> {
    let values = (keyring_canaries::kid.eq(kid), keyring_canaries::sealed.eq(sealed));
    let sample = diesel::insert_into(keyring_canaries::table).values(values);
    sample.on_conflict_do_nothing().execute(tx.connection()?)?;
    Ok(())
}

/// Forgets the key of that name: no ring needs to have it any more.
pub fn delete(tx: &mut Tx, kid: &str) -> Result<(), Fault> {
    diesel::delete(keyring_canaries::table.find(kid)).execute(tx.connection()?)?;
    Ok(())
}
