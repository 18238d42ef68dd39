//! The alarm of the installation: when failures jump across all its organizations. Nothing is counted where they happen; each
//! replica counts afterwards, and one of them gives the alarm.

use serde_json::json;

use super::Operation;
use crate::{
    domain::{
        alarm::{AT_MOST_EVERY, WATCHED, WINDOW, WINDOWS_BEFORE, is_jump},
        audit::{Action, AuditEvent},
        id::INSTALLATION,
    },
    error::Failure,
    store::alarms,
};

/// Looks at what has failed lately; gives the number of alarms.
pub fn watch(op: &Operation) -> Result<usize, Failure> {
    let mut given = 0;
    for action in WATCHED {
        given += usize::from(watch_for(op, action)?);
    }
    Ok(given)
}

fn watch_for(op: &Operation, failed: Action) -> Result<bool, Failure> {
    let begun = op.now - WINDOW;
    let failures = op.read(|rx| alarms::failures(rx, failed, (begun, op.now)))?;
    // Of few it need not be known how many are usual.
    if !is_jump(failures, 0) {
        return Ok(false);
    }
    let before = op.read(|rx| alarms::failures(rx, failed, (begun - WINDOW * WINDOWS_BEFORE, begun)))?;
    if !is_jump(failures, before) {
        return Ok(false);
    }
    let usual = before / i64::from(WINDOWS_BEFORE);
    let detail = json!({"failed": failed.name(), "failures": failures, "usual": usual, "minutes": WINDOW.num_minutes()});
    let given = op.write(|tx| {
        let given = alarms::note(tx, failed.name(), op.now - AT_MOST_EVERY, op.now)?;
        if given {
            let event = AuditEvent::about_user(INSTALLATION, None, Action::InstallationAlarmed);
            op.record(tx, event.with(detail.clone()).failed())?;
        }
        Ok(given)
    })?;
    if given {
        tracing::warn!(failed = failed.name(), failures, usual, "failures jump across the installation");
    }
    Ok(given)
}
