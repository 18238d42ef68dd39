//! Table `keyring_readers`: which keys each process has, as it last said.

use chrono::TimeDelta;
use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, schema::keyring_readers};
use crate::{domain::Timestamp, error::Fault};

/// After so long without a word a process is taken for dead.
pub const SILENCE: TimeDelta = TimeDelta::seconds(30);

/// The keys of a process.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Reader {
    /// All that it can read with.
    pub kids: Vec<String>,
    /// Those that it seals and signs with.
    pub active: Vec<String>,
}

/// Writes down what the process of that id says.
pub fn note(tx: &mut Tx, id: Uuid, reader: &Reader, at: Timestamp) -> Result<(), Fault> {
    let said = (
        keyring_readers::kids.eq(&reader.kids),
        keyring_readers::active.eq(&reader.active),
        keyring_readers::seen_at.eq(at),
    );
    let noted = diesel::insert_into(keyring_readers::table)
        .values((keyring_readers::id.eq(id), said))
        .on_conflict(keyring_readers::id)
        .do_update()
        .set(said);
    noted.execute(tx.connection()?)?;
    Ok(())
}

/// The processes that run.
pub fn list(rx: &mut Rx, now: Timestamp) -> Result<Vec<Reader>, Fault> {
    let live = keyring_readers::table.filter(keyring_readers::seen_at.gt(now - SILENCE));
    let live = live.order(keyring_readers::id).select((keyring_readers::kids, keyring_readers::active));
    Ok(live.load(rx.connection()?)?)
}

/// Forgets the process of that id.
pub fn forget(tx: &mut Tx, id: Uuid) -> Result<(), Fault> {
    diesel::delete(keyring_readers::table.find(id)).execute(tx.connection()?)?;
    Ok(())
}
