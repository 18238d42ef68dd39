//! Whether the service can do its work now.

use chrono::TimeDelta;

use super::Operation;
use crate::{
    crypto::sealer,
    error::Fault,
    store::{keyring_canaries, migrations::SchemaState, server},
};

/// By so much the database's clock may differ from ours before codes and lifetimes go wrong.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::seconds(5);

/// The first thing that is not as it has to be.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    Ready,
    DatabaseAway,
    /// It was restored, or lost its last moments.
    DatabaseBehind,
    SchemaDiffers,
    KeyringDiffers,
    ClocksDiffer,
}

/// Asks the database, and compares schema, key ring and clock.
pub fn check(op: &Operation) -> Readiness {
    match check_all(op) {
        Ok(readiness) => readiness,
        Err(fault) => {
            tracing::warn!("not ready: {fault}");
            let is_lost = op.app.db.high_water().is_lost();
            if is_lost { Readiness::DatabaseBehind } else { Readiness::DatabaseAway }
        }
    }
}

fn check_all(op: &Operation) -> Result<Readiness, Fault> {
    match op.app.db.schema_state()? {
        // The next version has migrated: it leaves what this one uses, until that is replaced.
        SchemaState::Current | SchemaState::Newer => {}
        SchemaState::Older => return Ok(Readiness::SchemaDiffers),
    }
    let (canaries, time) = op.read(|rx| Ok((keyring_canaries::list(rx)?, server::time(rx)?)))?;
    let keyring = op.keyring();
    if canaries.is_empty() || !canaries.iter().all(|(kid, sealed)| sealer::opens_canary(keyring, kid, sealed))
    {
        return Ok(Readiness::KeyringDiffers);
    }
    Ok(if (time - op.app.clock.now()).abs() > CLOCK_TOLERANCE {
        Readiness::ClocksDiffer
    } else {
        Readiness::Ready
    })
}
