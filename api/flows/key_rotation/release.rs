//! The end of a key: it is forgotten when nothing needs it.

use std::fmt;

use serde_json::json;

use super::{Uses, uses_by_key};
use crate::{
    crypto::keyring::Sort,
    domain::{
        audit::{Action, AuditEvent},
        id::INSTALLATION,
        key_use::End,
    },
    error::{Failure, Fault},
    flows::Operation,
    store::{digest_keys, keyring_canaries, keyring_readers},
};

/// Why a key stays on the ring.
#[derive(Debug)]
pub enum Needed {
    /// By stored values.
    Stored(Uses),
    /// By so many processes, which still make something with it.
    Active(usize),
    /// By digests, since its digest keys are not kept yet.
    Digests,
    Broken(Failure),
}

impl fmt::Display for Needed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stored(uses) => {
                write!(f, "still needed by")?;
                for (kind, total) in uses {
                    let end = match kind.end() {
                        End::Rewrap => "`nightlatch keys rewrap` seals them anew",
                        End::Soon(end) => end,
                    };
                    write!(f, "\n  {total} {} ({end})", kind.words())?;
                }
                Ok(())
            }
            Self::Active(processes) => write!(
                f,
                "still in use by {processes} processes: they take a new ring within seconds, once it is in the file that they read"
            ),
            Self::Digests => write!(f, "still needed by digests: run `nightlatch keys rewrap`"),
            Self::Broken(Failure::Broken(fault)) => write!(f, "{fault}"),
            Self::Broken(Failure::Rejected(rejection)) => write!(f, "{rejection:?}"),
        }
    }
}

impl From<Failure> for Needed {
    fn from(failure: Failure) -> Self {
        Self::Broken(failure)
    }
}

impl From<Fault> for Needed {
    fn from(fault: Fault) -> Self {
        Self::Broken(fault.into())
    }
}

/// Forgets a key that leaves the ring next, and tells the log. Errors: something needs it.
pub fn release(op: &Operation, sort: Sort, kid: &str) -> Result<(), Needed> {
    let readers = op.read(|rx| keyring_readers::list(rx, op.now))?;
    match readers.iter().filter(|reader| reader.active.iter().any(|active| active == kid)).count() {
        0 => {}
        processes => return Err(Needed::Active(processes)),
    }
    if sort == Sort::Sealing {
        require_unused(op, kid)?;
    }
    let event = AuditEvent::about_user(INSTALLATION, None, Action::KeyringKeyDropped);
    let event = event.with(json!({"key": kid, "sort": sort.name()}));
    Ok(op.write(|tx| {
        if sort == Sort::Sealing {
            keyring_canaries::delete(tx, kid)?;
        }
        Ok(op.record(tx, event.clone())?)
    })?)
}

fn require_unused(op: &Operation, kid: &str) -> Result<(), Needed> {
    let (mut uses, used, kept) =
        op.read(|rx| Ok((uses_by_key(rx, op.now)?, keyring_canaries::list(rx)?, digest_keys::list(rx)?)))?;
    if let Some(uses) = uses.remove(kid) {
        return Err(Needed::Stored(uses));
    }
    let is_among = |keys: &[(String, Vec<u8>)]| keys.iter().any(|(name, _)| name == kid);
    // A key that was never active has no canary, and has digested nothing.
    if is_among(&used) && !is_among(&kept) { Err(Needed::Digests) } else { Ok(()) }
}
