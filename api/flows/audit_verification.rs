//! Checks the audit log against its seals, part by part, so that a log of any length is checked in bounded memory.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Operation, administrators::Administrator};
use crate::{
    crypto::seals::{self, Authentication, Checkpoint, CheckpointKeys},
    domain::{
        Timestamp,
        id::{EventId, INSTALLATION, OrganizationId},
        seal::{self, Digest, Entry, Finding, Link, Position},
    },
    error::{Failure, Fault},
    store::{audit_events, audit_seals, organizations},
};

pub use crate::store::audit_seals::Seal;

/// So many seals are checked at once, each with a thousand events at most.
const SEALS_AT_ONCE: i64 = 5;
/// In so many events at once it is looked for those that no seal holds.
const EVENTS_AT_ONCE: usize = 10_000;

/// How far a check is: first every seal with its events, then every event for its seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Seals(Link),
    Events(Position),
}

impl Progress {
    pub const START: Self = Self::Seals(Link::START);
    const EVENTS: Self =
        Self::Events(Position { occurred_at: Timestamp::UNIX_EPOCH, id: EventId(Uuid::nil()) });
}

/// What a part of a check came to.
#[derive(Debug)]
pub struct Part {
    pub findings: Vec<Finding>,
    /// Seals that were checked, with the events in them.
    pub seals: usize,
    pub events: usize,
    /// Events that were written here, and that no seal holds yet.
    pub unsealed: usize,
    /// The last seal there is, for whoever keeps it elsewhere.
    pub head: Option<Seal>,
    /// Where to go on; none at the end.
    pub next: Option<Progress>,
}

/// Checks a part of the log of the organization in which somebody administers.
pub fn check(op: &Operation, administrator: &Administrator, progress: Progress) -> Result<Part, Failure> {
    check_organization(op, administrator.organization_id(), progress)
}

/// The same of any organization, for whoever operates the service.
pub fn check_organization(
    op: &Operation,
    organization: OrganizationId,
    progress: Progress,
) -> Result<Part, Failure> {
    let check = Check { op, organization, head: op.read(|rx| audit_seals::last(rx, organization))? };
    match progress {
        Progress::Seals(link) => check.seals(link),
        Progress::Events(after) => check.events(after),
    }
}

/// What the log of decisions about accounts that do not exist is called, beside the short names of organizations.
const INSTALLATION_NAME: &str = "(installation)";

/// The logs that there are, by the short names of their organizations; or the one of that short name, if there is it.
pub fn logs(op: &Operation, slug: Option<&str>) -> Result<Vec<(String, OrganizationId)>, Failure> {
    let mut logs = op.read(organizations::slugs)?;
    match slug {
        Some(slug) => logs.retain(|(name, _)| name == slug),
        None => logs.insert(0, (INSTALLATION_NAME.to_owned(), INSTALLATION)),
    }
    Ok(logs)
}

/// Whether the chain has a seal of that number with that digest, in hexadecimal. Whoever has proven the chain up to here knows
/// that nothing since then was cut off.
pub fn holds(
    op: &Operation,
    organization: OrganizationId,
    number: i64,
    digest: &str,
) -> Result<bool, Failure> {
    let seals = op.read(|rx| audit_seals::following(rx, organization, number - 1, 1))?;
    Ok(seals.iter().any(|seal| seal.head.number == number && seal::hex(&seal.digest) == digest))
}

/// The seals that follow one, and the number of the last of them where there may be more.
pub fn seals(
    op: &Operation,
    administrator: &Administrator,
    after: i64,
) -> Result<(Vec<Seal>, Option<i64>), Failure> {
    let organization = administrator.organization_id();
    let seals = op.read(|rx| audit_seals::following(rx, organization, after, SEALS_AT_ONCE))?;
    let next = seals.last().filter(|last| last.head.number >= after + SEALS_AT_ONCE);
    let next = next.map(|last| last.head.number);
    Ok((seals, next))
}

struct Check<'a> {
    op: &'a Operation<'a>,
    organization: OrganizationId,
    head: Option<Seal>,
}

impl Check<'_> {
    fn seals(self, mut link: Link) -> Result<Part, Failure> {
        let Self { op, organization, .. } = self;
        let seals = op.read(|rx| audit_seals::following(rx, organization, link.number, SEALS_AT_ONCE))?;
        let gone_before = op.read(|rx| audit_seals::gone_before(rx, organization))?;
        let (mut findings, mut events) = (Vec::new(), 0);
        for seal in &seals {
            findings.extend(link.finding(seal.head.number, seal.head.previous));
            match self.entries(seal, gone_before)? {
                Some(entries) => {
                    let there = self.digests(&entries)?;
                    findings.extend(seal::compare(seal.head.number, &entries, &there, gone_before));
                    events += entries.len();
                }
                None => findings.push(Finding::SealBroken { seal: seal.head.number }),
            }
            link = Link { number: seal.head.number, digest: seals::seal_digest(&seal.head) };
        }
        findings.dedup();
        let next = if seals.is_empty() { Progress::EVENTS } else { Progress::Seals(link) };
        Ok(Part { findings, seals: seals.len(), events, unsealed: 0, head: self.head, next: Some(next) })
    }

    /// The entries of a seal that is as it was made; none of one that is not.
    fn entries(&self, seal: &Seal, gone_before: Option<Timestamp>) -> Result<Option<Vec<Entry>>, Fault> {
        let Seal { head, entries, digest, .. } = seal;
        let shown = Authentication { kid: seal.mac_kid.clone(), mac: seal.mac.clone() };
        let keys = CheckpointKeys::new(self.op.access_tokens().jwks())?;
        let is_last = self.head.as_ref().is_some_and(|last| last.head.number == head.number);
        // Whose key is gone is proven by a later seal, which takes it in.
        let proven = |proof: Option<bool>| proof.unwrap_or(!is_last);
        let as_made = head.organization_id == self.organization
            && seals::seal_digest(head) == *digest
            && proven(seals::is_authentic(self.op.keyring(), digest, &shown))
            && match keys.check(&seal.checkpoint, head, digest) {
                Checkpoint::Good => true,
                Checkpoint::Bad => false,
                Checkpoint::KeyMissing(_) => proven(None),
            };
        let read = match entries {
            Some(bytes) => {
                let read = seal::read_entries(bytes).filter(|read| read.len() == head.events as usize);
                read.filter(|_| seals::entries_digest(bytes) == head.entries_digest)
            }
            None => gone_before.filter(|gone| head.span.1 < *gone).map(|_| Vec::new()),
        };
        Ok(read.filter(|_| as_made))
    }

    fn digests(&self, entries: &[Entry]) -> Result<HashMap<Position, Digest>, Fault> {
        let positions: Vec<Position> = entries.iter().map(|entry| entry.position).collect();
        let events = self.op.read(|rx| audit_events::at(rx, self.organization, &positions))?;
        let digest = |event| Ok((event, seals::event_digest(self.organization, event)?));
        let digests = events.iter().map(digest).collect::<Result<Vec<_>, Fault>>()?;
        Ok(digests.into_iter().map(|(event, digest)| (event.position(), digest)).collect())
    }

    fn events(self, after: Position) -> Result<Part, Failure> {
        let Self { op, organization, .. } = self;
        let limit = i64::try_from(EVENTS_AT_ONCE).map_err(Fault::internal)?;
        let positions = op.read(|rx| audit_events::positions(rx, organization, after, limit))?;
        let next = positions.last().filter(|_| positions.len() == EVENTS_AT_ONCE).copied();
        let (findings, unsealed) = self.unsealed(&positions)?;
        Ok(Part {
            findings,
            seals: 0,
            events: 0,
            unsealed,
            head: self.head,
            next: next.map(Progress::Events),
        })
    }

    /// Of events without a seal: those that nobody here wrote, and how many others there are.
    fn unsealed(&self, positions: &[Position]) -> Result<(Vec<Finding>, usize), Failure> {
        let (Some(first), Some(last)) = (positions.first(), positions.last()) else {
            return Ok((Vec::new(), 0));
        };
        let span = (first.occurred_at, last.occurred_at);
        let sealed = self.op.read(|rx| audit_seals::entries_within(rx, self.organization, span))?;
        let sealed = sealed.iter().filter_map(|entries| seal::read_entries(entries)).flatten();
        let sealed: HashSet<Position> = sealed.map(|entry| entry.position).collect();
        let others: Vec<Position> =
            positions.iter().filter(|position| !sealed.contains(position)).copied().collect();
        let (mut findings, mut unsealed) = (Vec::new(), 0);
        for part in others.chunks(seal::LARGEST) {
            for event in self.op.read(|rx| audit_events::at(rx, self.organization, part))? {
                let digest = seals::event_digest(self.organization, &event)?;
                // Before the first seal there may be events without a proof.
                let adopted = self.head.is_none() && event.proof.is_empty();
                if adopted || seals::is_proven(self.op.keyring(), &digest, &event.proof) {
                    unsealed += 1;
                } else {
                    findings.push(Finding::Inserted { position: event.position() });
                }
            }
        }
        findings.sort_by_key(|finding| finding.position());
        Ok((findings, unsealed))
    }
}
