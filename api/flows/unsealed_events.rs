//! Finds the events of an organization that no seal holds yet. It goes through time in slices that a few seals hold, so that memory
//! stays bounded.

use std::collections::VecDeque;

use uuid::Uuid;

use super::Operation;
use crate::{
    crypto::seals,
    domain::{
        Timestamp,
        audit::RecordedEvent,
        id::{EventId, OrganizationId},
        seal::{self, Entry, Position},
    },
    error::{Failure, Fault},
    store::{audit_events, audit_seals},
};

/// What the next seal takes in.
#[derive(Default)]
pub(super) struct Unsealed {
    pub entries: Vec<Entry>,
    /// Whether one of them has no proof.
    pub adopted: bool,
}

/// Where a pass over an organization's events has come to. It holds as long as nobody else seals.
#[derive(Clone)]
pub(super) struct Scan {
    organization: OrganizationId,
    after: Position,
    /// The slices that are left, by their ends.
    ends: VecDeque<Timestamp>,
    /// What is sealed of the first of them, once it was asked for.
    known: Option<Vec<Uuid>>,
}

impl Scan {
    /// Over the events from that time on.
    pub fn begin(op: &Operation, organization: OrganizationId, from: Timestamp) -> Result<Self, Failure> {
        let to = op.now - seal::SETTLED;
        let sealed = op.read(|rx| audit_seals::extents_within(rx, organization, (from, to)))?;
        let after = Position { occurred_at: from, id: EventId(Uuid::nil()) };
        Ok(Self { organization, after, ends: seal::slices(sealed, to).into(), known: None })
    }

    /// The next events that were written here, as many as a seal takes in, or all that are left.
    pub fn next(&mut self, op: &Operation, adopting: bool) -> Result<Unsealed, Failure> {
        let mut unsealed = Unsealed::default();
        while let Some(end) = self.ends.front().copied() {
            let known = match self.known.take() {
                Some(known) => known,
                None => self.sealed_before(op, end)?,
            };
            let wanted = seal::LARGEST - unsealed.entries.len();
            let range = (self.after, end);
            let events = op.read(|rx| audit_events::others(rx, self.organization, range, &known, wanted))?;
            for event in &events {
                self.after = event.position();
                let entry = sealable(op, self.organization, event, adopting)?;
                unsealed.adopted |= entry.is_some() && event.proof.is_empty();
                unsealed.entries.extend(entry);
            }
            if unsealed.entries.len() == seal::LARGEST {
                self.known = Some(known);
                break;
            }
            // Events that nobody here wrote do not count, so that they cannot crowd out the others.
            if events.len() == wanted {
                self.known = Some(known);
            } else {
                self.after = Position { occurred_at: end, id: EventId(Uuid::nil()) };
                self.ends.pop_front();
            }
        }
        Ok(unsealed)
    }

    /// What is sealed of the slice that ends there.
    fn sealed_before(&self, op: &Operation, end: Timestamp) -> Result<Vec<Uuid>, Fault> {
        let range = (self.after.occurred_at, end);
        let known = op.read(|rx| audit_seals::entries_within(rx, self.organization, range))?;
        let known = known.iter().filter_map(|entries| seal::read_entries(entries)).flatten();
        Ok(known.map(|entry| entry.position.id.0).collect())
    }
}

fn sealable(
    op: &Operation,
    organization: OrganizationId,
    event: &RecordedEvent,
    adopting: bool,
) -> Result<Option<Entry>, Fault> {
    let digest = seals::event_digest(organization, event)?;
    if seals::is_proven(op.keyring(), &digest, &event.proof) || (adopting && event.proof.is_empty()) {
        return Ok(Some(Entry { position: event.position(), digest }));
    }
    tracing::error!(
        organization = %organization.0,
        event = %event.id.0,
        "the audit log holds an event that was not written by this service, or was changed: it is not sealed"
    );
    Ok(None)
}
