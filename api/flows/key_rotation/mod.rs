//! Key rotation: what needs which key, who has it, sealing anew under the active one, and the end of a key. The keys are the
//! installation's, and so is what is told of them: no organization's log has it.

mod release;
mod rewrap;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::Operation;
use crate::{
    crypto::keyring::{Key, Sort},
    domain::{
        Timestamp,
        audit::{Action, AuditEvent},
        id::INSTALLATION,
        key_use::KeyUse,
    },
    error::{Failure, Fault},
    store::{
        Rx, digest_keys, keyring_readers,
        sealed_values::{self, Count},
    },
};

pub use crate::store::keyring_readers::Reader;
pub use release::{Needed, release};
pub use rewrap::{Rewrapped, outdated, rewrap};

/// How many values of which kind.
pub type Uses = BTreeMap<KeyUse, i64>;

/// A key of the ring, and what of the database needs it.
pub struct KeyStatus {
    pub key: Key,
    pub sort: Sort,
    pub uses: Uses,
}

/// The keys, and who has them.
pub struct Status {
    pub keys: Vec<KeyStatus>,
    /// Of which keys that are gone the digests are still recognized.
    pub former: Vec<String>,
    /// The processes that run.
    pub readers: Vec<Reader>,
}

/// Says which keys this process has.
pub fn say(op: &Operation, process: Uuid) -> Result<(), Failure> {
    let ring = op.keyring();
    let kids = Sort::ALL.iter().flat_map(|sort| ring.of(*sort)).map(|key| key.kid.clone()).collect();
    let active = vec![ring.active().kid.clone(), ring.active_signing().kid.clone()];
    let reader = Reader { kids, active };
    op.write(|tx| Ok(keyring_readers::note(tx, process, &reader, op.now)?))
}

/// Says that this process is done with them.
pub fn leave(op: &Operation, process: Uuid) -> Result<(), Failure> {
    op.write(|tx| Ok(keyring_readers::forget(tx, process)?))
}

/// How many of the processes that run do not have all of these keys.
pub fn count_behind(op: &Operation, kids: &[String]) -> Result<usize, Fault> {
    let readers = op.read(|rx| keyring_readers::list(rx, op.now))?;
    Ok(readers.iter().filter(|reader| kids.iter().any(|kid| !reader.kids.contains(kid))).count())
}

/// Looks at every key of the ring.
pub fn status(op: &Operation) -> Result<Status, Fault> {
    let ring = op.keyring();
    let (mut uses, kept, readers) = op.read(|rx| {
        Ok((uses_by_key(rx, op.now)?, digest_keys::list(rx)?, keyring_readers::list(rx, op.now)?))
    })?;
    let mut keys = Vec::new();
    for sort in Sort::ALL {
        keys.extend(ring.of(sort).iter().map(|key| KeyStatus {
            key: key.clone(),
            sort,
            uses: match sort {
                Sort::Sealing => uses.remove(&key.kid).unwrap_or_default(),
                Sort::Signing => Uses::new(),
            },
        }));
    }
    let former = kept.into_iter().map(|(kid, _)| kid).filter(|kid| ring.find(kid).is_none()).collect();
    Ok(Status { keys, former, readers })
}

fn uses_by_key(rx: &mut Rx, now: Timestamp) -> Result<BTreeMap<String, Uses>, Fault> {
    let mut uses: BTreeMap<String, Uses> = BTreeMap::new();
    for kind in KeyUse::ALL {
        for Count { kid, total } in sealed_values::count(rx, *kind, now)? {
            uses.entry(kid).or_default().insert(*kind, total);
        }
    }
    Ok(uses)
}

/// Tells the log that these keys take over. The ring changes after it: better an event too many than a change without one.
pub fn record_rotation(op: &Operation, kids: &[String]) -> Result<(), Failure> {
    record(op, Action::KeyringRotated, json!({"keys": kids}))
}

fn record(op: &Operation, action: Action, detail: Value) -> Result<(), Failure> {
    let event = AuditEvent::about_user(INSTALLATION, None, action).with(detail);
    op.write(|tx| Ok(op.record(tx, event.clone())?))
}
