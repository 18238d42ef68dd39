//! How long audit events are kept: older months are dropped as a whole, and the chain tells so.

use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use serde_json::json;

use super::{
    Operation, audit_seals,
    audit_verification::{self, Progress},
};
use crate::{
    domain::{
        Timestamp,
        audit::{Action, AuditEvent},
        id::{INSTALLATION, OrganizationId},
        seal::Head,
    },
    error::{Failure, Fault},
    store::{audit_partitions, audit_seals as seal_rows, organizations},
};

/// What was dropped.
#[derive(Debug, PartialEq, Eq)]
pub struct Pruned {
    /// Events before this time are gone.
    pub before: Timestamp,
    /// The months, as `2026_11`.
    pub months: Vec<String>,
}

/// Drops the months before the last so many whole ones, once every log is sealed and whole, and the chain says that they may be
/// gone. May be repeated when it broke off. Takes a connection of the tables' owner. Errors: a log is not whole.
pub fn prune(op: &Operation, keep: Months) -> Result<Pruned, Failure> {
    let before = first_of_month(op.now, keep)?;
    let months = op.read(|rx| audit_partitions::months_before(rx, before))?;
    if months.is_empty() {
        return Ok(Pruned { before, months });
    }
    audit_seals::seal_all(op)?;
    let mut organizations = op.read(organizations::ids)?;
    organizations.push(INSTALLATION);
    for organization in &organizations {
        require_whole(op, *organization)?;
    }
    for organization in organizations {
        tell(op, organization, before)?;
        op.write(|tx| Ok(seal_rows::forget_entries(tx, organization, before)?))?;
    }
    for month in &months {
        op.write(|tx| Ok(audit_partitions::drop_month(tx, month)?))?;
        tracing::info!(month, "dropped a month of the audit log");
    }
    Ok(Pruned { before, months })
}

fn first_of_month(now: Timestamp, keep: Months) -> Result<Timestamp, Fault> {
    let first =
        NaiveDate::from_ymd_opt(now.year(), now.month(), 1).and_then(|first| first.checked_sub_months(keep));
    let first = first.ok_or_else(|| Fault::internal("a month before all time"))?;
    Ok(first.and_time(NaiveTime::MIN).and_utc())
}

/// What is dropped can be checked no more. Errors: something was found.
fn require_whole(op: &Operation, organization: OrganizationId) -> Result<(), Failure> {
    let mut next = Some(Progress::START);
    while let Some(progress) = next {
        let part = audit_verification::check_organization(op, organization, progress)?;
        if let Some(finding) = part.findings.first() {
            let told = format!(
                "the audit log of organization {} is not whole ({}): nothing was dropped, see `nightlatch audit verify`",
                organization.0,
                finding.name()
            );
            return Err(Fault::internal(told).into());
        }
        next = part.next;
    }
    Ok(())
}

/// Lets the chain of an organization say that events before that time may be gone.
fn tell(op: &Operation, organization: OrganizationId, before: Timestamp) -> Result<(), Failure> {
    let last = op.read(|rx| seal_rows::last(rx, organization))?;
    let told = op.read(|rx| seal_rows::gone_before(rx, organization))?;
    let Some(last) = last.filter(|_| told.is_none_or(|told| told < before)) else { return Ok(()) };
    let seal = audit_seals::make(op, organization, Some(&last), &[], |head| Head {
        gone_before: Some(before),
        ..head
    })?;
    let appended = op.write(|tx| {
        let appended = seal_rows::append(tx, &seal)?;
        if appended {
            let event = AuditEvent::about_user(organization, None, Action::AuditPruned);
            op.record(tx, event.with(json!({"before": before})))?;
        }
        Ok(appended)
    })?;
    // Another replica has sealed in between: after its seal.
    if appended { Ok(()) } else { tell(op, organization, before) }
}
