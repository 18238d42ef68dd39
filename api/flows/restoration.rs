//! After the database was restored from an older backup, or lost its last moments: what was used or revoked in the time that was
//! lost must not come back to life.

use serde_json::json;

use super::Operation;
use crate::{
    domain::audit::{Action, AuditEvent},
    error::Failure,
    store::{organizations, restorations},
};

/// Looks whether the database has everything that this process has answered for; where it has not, no process answers any
/// more until that is settled.
pub fn watch(op: &Operation) -> Result<usize, Failure> {
    let was_lost = op.app.db.high_water().is_lost();
    let is_behind = op.app.db.look_behind()?;
    match (was_lost, is_behind) {
        (false, true) => {
            tracing::error!(
                "the database is behind what was answered for: it was restored, or lost its last moments. Nothing is answered until \
                 `nightlatch post-restore` has settled that"
            );
        }
        (true, false) => tracing::info!("the loss is settled: requests are answered again"),
        (false, false) | (true, true) => {}
    }
    Ok(usize::from(is_behind))
}

/// What was settled.
#[derive(Debug)]
pub struct Settled {
    pub organizations: usize,
}

/// Ends sessions, devices, challenges, links and passes of everybody, refuses every code of now, withdraws recovery codes, and
/// lets requests be answered again. May be repeated when it broke off.
pub fn settle(op: &Operation) -> Result<Settled, Failure> {
    let organizations = op.read(organizations::ids)?;
    for organization in &organizations {
        let last_known = op.read(|rx| restorations::last_known(rx, *organization))?;
        op.write(|tx| {
            restorations::take_back(tx, *organization, op.now)?;
            let event = AuditEvent::about_user(*organization, None, Action::InstallationRestored);
            op.record(tx, event.with(json!({"lastKnown": last_known})))?;
            Ok(())
        })?;
    }
    let id = op.app.random.id::<uuid::Uuid>(op.now);
    op.write(|tx| Ok(restorations::settle(tx, id, op.now)?))?;
    Ok(Settled { organizations: organizations.len() })
}
