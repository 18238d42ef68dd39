//! The sealer: chains what was written to the audit log, in every replica. Nothing is locked for it: of two replicas that make
//! the same seal, one does.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    Operation,
    unsealed_events::{Scan, Unsealed},
};
use crate::{
    crypto::seals::{self, Authentication},
    domain::{
        Timestamp,
        audit::{Action, AuditEvent},
        id::{INSTALLATION, OrganizationId},
        seal::{self, Entry, Head, Link},
    },
    error::{Failure, Fault},
    store::{
        audit_events,
        audit_seals::{self, Seal},
        organizations,
    },
};

/// Seals what there is in any organization, and closes what was sealed under a key that is no longer active; gives the number of
/// events.
pub fn seal_all(op: &Operation) -> Result<usize, Failure> {
    SealingRound::all(op)?.finish(op)
}

/// What is left to be sealed, an organization after the other.
#[derive(Clone)]
pub struct SealingRound {
    left: Vec<OrganizationId>,
    /// Of the next organization, once there is a seal of ours: its number, and where the round has come to.
    under_way: Option<(i64, Scan)>,
    /// Whether what was sealed under a key that is no longer active is closed.
    closes: bool,
}

impl SealingRound {
    /// Over what happened lately.
    pub fn recent(op: &Operation) -> Result<Self, Failure> {
        let left = op.read(|rx| audit_events::organizations_since(rx, op.now - seal::UNSEALED))?;
        Ok(Self { left, under_way: None, closes: false })
    }

    /// Over whatever happened in any organization.
    pub fn all(op: &Operation) -> Result<Self, Failure> {
        let mut left = op.read(organizations::ids)?;
        left.push(INSTALLATION);
        Ok(Self { left, under_way: None, closes: true })
    }

    /// Makes the next seal, if there is something to seal in the next organization; gives the number of its events. Nothing is left
    /// after `None`.
    pub fn seal_next(&mut self, op: &Operation) -> Result<Option<usize>, Failure> {
        let Some(organization) = self.left.last().copied() else { return Ok(None) };
        let sealed = self.seal(op, organization)?;
        if self.under_way.is_none() {
            // After all others: the next round looks for what happened since the last seal.
            if self.closes {
                close_retired(op, organization)?;
            }
            self.left.pop();
        }
        Ok(Some(sealed))
    }

    /// Leaves the next organization for another round.
    pub fn skip(&mut self) {
        self.left.pop();
        self.under_way = None;
    }

    /// Seals all of it; gives the number of events.
    pub fn finish(mut self, op: &Operation) -> Result<usize, Failure> {
        let mut all = 0;
        while let Some(sealed) = self.seal_next(op)? {
            all += sealed;
        }
        Ok(all)
    }

    /// Makes a seal, if there is something to seal; gives the number of events in it. The organization is under way as long as seals
    /// are full. Once another replica is first, the rest is left to it.
    fn seal(&mut self, op: &Operation, organization: OrganizationId) -> Result<usize, Failure> {
        let under_way = self.under_way.take();
        // Read before what is taken: whoever seals in between takes the next number, and then nothing is appended here.
        let last = op.read(|rx| audit_seals::last(rx, organization))?;
        let number = last.as_ref().map(|last| last.head.number);
        // One that goes into the next minute begins anew: the first seal of a minute looks for what is late.
        let goes_on = last.as_ref().is_some_and(|last| !seal::is_first_of_minute(last.head.made_at, op.now));
        let mut scan = match under_way {
            Some((ours, scan)) if number == Some(ours) && goes_on => scan,
            Some(_) | None => {
                let from = last.as_ref().map_or(Timestamp::UNIX_EPOCH, |Seal { head, .. }| {
                    head.span.1 - seal::look_back(head.made_at, op.now)
                });
                Scan::begin(op, organization, from)?
            }
        };
        let adopting = adopting(op, last.as_ref())?;
        let Unsealed { entries, adopted } = scan.next(op, adopting)?;
        if entries.is_empty() {
            return Ok(0);
        }
        // An organization of which nothing was written without a proof never takes in such a thing.
        let adopts = adopted || last.as_ref().is_some_and(|last| last.head.adopts && adopting);
        let made = make(op, organization, last.as_ref(), &entries, |head| Head { adopts, ..head })?;
        if !append(op, &made, last.as_ref())? {
            return Ok(0);
        }
        if entries.len() == seal::LARGEST {
            self.under_way = Some((made.head.number, scan));
        }
        Ok(entries.len())
    }
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

/// A seal after the last one, which says the same of unproven events.
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
        adopts: last.is_some_and(|last| last.head.adopts),
        previous: link.digest,
        span: (times.first().copied().unwrap_or(op.now), times.last().copied().unwrap_or(op.now)),
        events: u32::try_from(entries.len()).map_err(Fault::internal)?,
        entries_digest: seals::entries_digest(&bytes),
    });
    let digest = seals::seal_digest(&head);
    let Authentication { kid: mac_kid, mac } = seals::authenticate(op.keyring(), &digest);
    let checkpoint = seals::checkpoint(op.access_tokens(), &head, &digest)?;
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
        Ok(appended)
    })?;
    if appended {
        tracing::info!(organization = %organization_id.0, seal = number, events = seal.head.events, digest, "sealed the audit log");
    }
    Ok(appended)
}

/// What is proven by a key that can be dropped one day has to be proven by the next key, too.
fn close_retired(op: &Operation, organization: OrganizationId) -> Result<(), Failure> {
    let last = op.read(|rx| audit_seals::last(rx, organization))?;
    if let Some(last) = last.as_ref().filter(|last| last.mac_kid != op.keyring().active().kid) {
        let seal = make(op, organization, Some(last), &[], |head| head)?;
        append(op, &seal, Some(last))?;
    }
    Ok(())
}
