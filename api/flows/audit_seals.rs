//! The sealer: chains what was written to the audit log, in every replica. Nothing is locked for it: of two replicas that make
//! the same seal, one does.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use super::Operation;
use crate::{
    crypto::seals::{self, Authentication},
    domain::{
        Timestamp,
        audit::{Action, AuditEvent, RecordedEvent},
        id::{EventId, INSTALLATION, OrganizationId},
        seal::{self, Entry, Head, Link, Position},
    },
    error::{Failure, Fault},
    store::{
        audit_events,
        audit_seals::{self, Seal},
        organizations,
    },
};

/// Seals what happened lately; gives the number of events.
pub fn seal_recent(op: &Operation) -> Result<usize, Failure> {
    let organizations = op.read(|rx| audit_events::organizations_since(rx, op.now - seal::LATE))?;
    seal_each(op, organizations)
}

/// Seals what there is in any organization, and closes what was sealed under a key that is no longer active; gives the number of
/// events.
pub fn seal_all(op: &Operation) -> Result<usize, Failure> {
    let mut organizations = op.read(organizations::ids)?;
    organizations.push(INSTALLATION);
    for organization in &organizations {
        close_retired(op, *organization)?;
    }
    seal_each(op, organizations)
}

fn seal_each(op: &Operation, organizations: Vec<OrganizationId>) -> Result<usize, Failure> {
    let mut sealed = 0;
    for organization in organizations {
        loop {
            let taken = seal_next(op, organization)?;
            sealed += taken;
            if taken < seal::LARGEST {
                break;
            }
        }
    }
    Ok(sealed)
}

/// Makes the next seal of an organization, where something has happened; gives the number of events in it.
fn seal_next(op: &Operation, organization: OrganizationId) -> Result<usize, Failure> {
    let last = op.read(|rx| audit_seals::last(rx, organization))?;
    let adopting = adopting(op, last.as_ref())?;
    let from = last.as_ref().map_or(Timestamp::UNIX_EPOCH, |last| last.head.span.1 - seal::LATE);
    let Unsealed { entries, adopted } = unsealed(op, organization, from, adopting)?;
    if entries.is_empty() {
        return Ok(0);
    }
    let events = entries.len();
    // An organization of which nothing was written without a proof never takes in such a thing.
    let adopts = adopted || last.as_ref().is_some_and(|last| last.head.adopts && adopting);
    let made = make(op, organization, last.as_ref(), &entries, |head| Head { adopts, ..head })?;
    Ok(if append(op, &made, last.as_ref())? { events } else { 0 })
}

/// Whether events are taken in that no proof was written with.
fn adopting(op: &Operation, last: Option<&Seal>) -> Result<bool, Failure> {
    let Some(last) = last else { return Ok(true) };
    if !last.head.adopts {
        return Ok(false);
    }
    let first = op.read(|rx| audit_seals::following(rx, last.head.organization_id, 0, 1))?;
    Ok(first.first().is_some_and(|first| op.now < first.head.made_at + seal::ADOPTING))
}

/// What is to be sealed.
#[derive(Default)]
struct Unsealed {
    entries: Vec<Entry>,
    /// Whether one of them has no proof.
    adopted: bool,
}

/// Events that were written here, from that time on.
fn unsealed(
    op: &Operation,
    organization: OrganizationId,
    from: Timestamp,
    adopting: bool,
) -> Result<Unsealed, Failure> {
    let to = op.now - seal::SETTLED;
    let known = op.read(|rx| audit_seals::entries_within(rx, organization, (from, op.now)))?;
    let known = known.iter().filter_map(|entries| seal::read_entries(entries)).flatten();
    let known: Vec<Uuid> = known.map(|entry| entry.position.id.0).collect();
    let mut unsealed = Unsealed::default();
    let mut after = Position { occurred_at: from, id: EventId(Uuid::nil()) };
    loop {
        let wanted = seal::LARGEST - unsealed.entries.len();
        let events = op.read(|rx| audit_events::others(rx, organization, (after, to), &known, wanted))?;
        for event in &events {
            after = event.position();
            let entry = sealable(op, organization, event, adopting)?;
            unsealed.adopted |= entry.is_some() && event.proof.is_empty();
            unsealed.entries.extend(entry);
        }
        // Events that nobody here wrote do not count, so that they cannot crowd out the others.
        if events.len() < wanted || unsealed.entries.len() == seal::LARGEST {
            return Ok(unsealed);
        }
    }
}

fn sealable(
    op: &Operation,
    organization: OrganizationId,
    event: &RecordedEvent,
    adopting: bool,
) -> Result<Option<Entry>, Fault> {
    let digest = seals::event_digest(organization, event)?;
    if seals::is_proven(&op.app.keyring, &digest, &event.proof) || (adopting && event.proof.is_empty()) {
        return Ok(Some(Entry { position: event.position(), digest }));
    }
    tracing::error!(
        organization = %organization.0,
        event = %event.id.0,
        "the audit log holds an event that was not written by this service, or was changed: it is not sealed"
    );
    Ok(None)
}

/// A seal after the last one.
pub(super) fn make(
    op: &Operation,
    organization_id: OrganizationId,
    last: Option<&Seal>,
    entries: &[Entry],
    adjust: impl FnOnce(Head) -> Head,
) -> Result<Seal, Fault> {
    let link = last.map_or(Link::START, |last| Link { number: last.head.number, digest: last.digest });
    let bytes = seal::write_entries(entries);
    let times: BTreeSet<Timestamp> = entries.iter().map(|entry| entry.position.occurred_at).collect();
    let head = adjust(Head {
        organization_id,
        number: link.number + 1,
        made_at: op.now,
        gone_before: None,
        adopts: false,
        previous: link.digest,
        span: (times.first().copied().unwrap_or(op.now), times.last().copied().unwrap_or(op.now)),
        events: u32::try_from(entries.len()).map_err(Fault::internal)?,
        entries_digest: seals::entries_digest(&bytes),
    });
    let digest = seals::seal_digest(&head);
    let Authentication { kid: mac_kid, mac } = seals::authenticate(&op.app.keyring, &digest);
    let checkpoint = seals::checkpoint(&op.app.access_tokens, &head, &digest)?;
    Ok(Seal { head, entries: Some(bytes), digest, mac_kid, mac, checkpoint })
}

/// Appends a seal, unless another replica was first. The first of a day is an event by itself, so that webhooks carry the chain
/// to where no administrator of the database can change it.
fn append(op: &Operation, seal: &Seal, last: Option<&Seal>) -> Result<bool, Failure> {
    let Head { organization_id, number, made_at, .. } = seal.head;
    let first_of_day = last.is_none_or(|last| last.head.made_at.date_naive() < made_at.date_naive());
    let digest = seal::hex(&seal.digest);
    let appended = op.write(|tx| {
        let appended = audit_seals::append(tx, seal)?;
        if appended && first_of_day && seal.head.events > 0 {
            let detail = json!({"seal": number, "digest": digest, "checkpoint": seal.checkpoint});
            let event = AuditEvent::about_user(organization_id, None, Action::AuditCheckpointed).with(detail);
            op.record(tx, event)?;
        }
        Ok(Ok(appended))
    })?;
    if appended {
        tracing::info!(organization = %organization_id.0, seal = number, events = seal.head.events, digest, "sealed the audit log");
    }
    Ok(appended)
}

/// What is proven by a key that can be dropped one day has to be proven by the next key, too.
fn close_retired(op: &Operation, organization: OrganizationId) -> Result<(), Failure> {
    let last = op.read(|rx| audit_seals::last(rx, organization))?;
    if let Some(last) = last.as_ref().filter(|last| last.mac_kid != op.app.keyring.active().kid) {
        let seal = make(op, organization, Some(last), &[], |head| head)?;
        append(op, &seal, Some(last))?;
    }
    Ok(())
}
