//! Table `digest_keys`: what stays of keys that leave the ring, sealed under one that is on it.

use diesel::prelude::*;

use super::{Rx, Tx, schema::digest_keys};
use crate::error::Fault;

/// The name of each key, and what is kept of it.
pub fn list(rx: &mut Rx) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    Ok(digest_keys::table.select((digest_keys::kid, digest_keys::sealed)).load(rx.connection()?)?)
}

/// Keeps the digest keys of a key, in the place of the same sealed under another one.
pub fn keep(tx: &mut Tx, kid: &str, sealed: &[u8]) -> Result<(), Fault> {
    let kept = diesel::insert_into(digest_keys::table)
        .values((digest_keys::kid.eq(kid), digest_keys::sealed.eq(sealed)))
        .on_conflict(digest_keys::kid)
        .do_update()
        .set(digest_keys::sealed.eq(sealed));
    kept.execute(tx.connection()?)?;
    Ok(())
}
