//! Seals over the audit log: each takes in a range of an organization's events and the seal before it, so that no event can be
//! changed, taken away or slipped in unnoticed.

use std::{cmp, collections::HashMap};

use chrono::{DateTime, TimeDelta};
use data_encoding::HEXLOWER;
use uuid::Uuid;

use super::{
    Timestamp,
    id::{EventId, OrganizationId},
};

/// SHA-256.
pub type Digest = [u8; 32];

/// Lower-case hexadecimal, as digests are told.
pub fn hex(digest: &Digest) -> String {
    HEXLOWER.encode(digest)
}

/// So old an event may be that is not sealed yet. It may come five minutes late, as a transaction took its time or a replica's clock
/// is behind, and waits then for the first seal of a minute.
pub const UNSEALED: TimeDelta = TimeDelta::minutes(7);
/// Nearly all have arrived after so long.
const SOON: TimeDelta = TimeDelta::seconds(10);
/// What happened a moment ago is left to the next seal: others of the same moment are being written.
pub const SETTLED: TimeDelta = TimeDelta::seconds(2);
/// So long after the first seal of an organization events are taken in that no proof was written with: other replicas may be of
/// the version before it.
pub const ADOPTING: TimeDelta = TimeDelta::days(1);
/// So many events a seal takes in at most.
pub const LARGEST: usize = 1_000;

/// How long before the last event sealed the next seal looks for others, where the last seal was made at that time. Only the first of
/// a minute looks for all that may be late: each would look at what was sealed in all that time.
pub fn look_back(last_made_at: Timestamp, now: Timestamp) -> TimeDelta {
    if is_first_of_minute(last_made_at, now) { UNSEALED } else { SOON }
}

/// Whether a seal is the first of its minute, where the last one was made at that time.
pub fn is_first_of_minute(last_made_at: Timestamp, now: Timestamp) -> bool {
    let minute = |time: Timestamp| time.timestamp().div_euclid(60);
    minute(last_made_at) != minute(now)
}

/// So many sealed events are looked at together, or a seal more.
const MOST_KNOWN: i32 = 10_000;

/// How much a seal holds, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Extent {
    pub last_at: Timestamp,
    pub events: i32,
}

/// The ends of slices of time until `to`, each with about as many sealed events as are looked at together.
pub fn slices(mut sealed: Vec<Extent>, to: Timestamp) -> Vec<Timestamp> {
    sealed.sort_unstable();
    let (mut ends, mut known) = (Vec::new(), 0);
    for Extent { last_at: last, events } in sealed {
        known += events;
        if known >= MOST_KNOWN && last < to && ends.last().is_none_or(|end| *end < last) {
            ends.push(last);
            known = 0;
        }
    }
    ends.push(to);
    ends
}

/// Where an event stands in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    pub occurred_at: Timestamp,
    pub id: EventId,
}

/// An event as a seal holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub position: Position,
    pub digest: Digest,
}

impl Entry {
    /// Bytes of one: microseconds since 1970 (big endian), id, digest.
    const LENGTH: usize = 56;

    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.position.occurred_at.timestamp_micros().to_be_bytes());
        bytes.extend_from_slice(self.position.id.0.as_bytes());
        bytes.extend_from_slice(&self.digest);
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (micros, rest) = bytes.split_first_chunk::<8>()?;
        let (id, digest) = rest.split_first_chunk::<16>()?;
        let occurred_at = DateTime::from_timestamp_micros(i64::from_be_bytes(*micros))?;
        let position = Position { occurred_at, id: EventId(Uuid::from_bytes(*id)) };
        Some(Self { position, digest: digest.try_into().ok()? })
    }
}

/// The entries as a seal is made over them, one after the other.
pub fn write_entries(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.len() * Entry::LENGTH);
    entries.iter().for_each(|entry| entry.write(&mut bytes));
    bytes
}

/// Reads what [`write_entries`] wrote; none where it is something else.
pub fn read_entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let whole = bytes.len().is_multiple_of(Entry::LENGTH);
    bytes.chunks(Entry::LENGTH).map(Entry::read).collect::<Option<_>>().filter(|_| whole)
}

/// What a seal says beside its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub organization_id: OrganizationId,
    /// From 1 on.
    pub number: i64,
    pub made_at: Timestamp,
    /// Events before this time may be gone: their partitions were dropped.
    pub gone_before: Option<Timestamp>,
    /// Whether it takes in events that were written before there were proofs.
    pub adopts: bool,
    /// The digest of the seal before it; zeros of the first.
    pub previous: Digest,
    /// The times of the first and the last event in it; its own where there are none.
    pub span: (Timestamp, Timestamp),
    pub events: u32,
    /// Over the bytes of its entries.
    pub entries_digest: Digest,
}

impl Head {
    /// What the digest of a seal is taken over.
    pub fn to_bytes(&self) -> Vec<u8> {
        let micros = |at: Timestamp| at.timestamp_micros().to_be_bytes();
        let gone_before = self.gone_before.map_or([0; 8], micros);
        [
            b"nightlatch/v1/seal".as_slice(),
            self.organization_id.0.as_bytes(),
            &self.number.to_be_bytes(),
            &micros(self.made_at),
            &gone_before,
            &[u8::from(self.adopts)],
            &self.previous,
            &micros(self.span.0),
            &micros(self.span.1),
            &self.events.to_be_bytes(),
            &self.entries_digest,
        ]
        .concat()
    }
}

/// What is wrong with a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// An event is not as it was sealed.
    Altered { position: Position, seal: i64 },
    /// An event that was sealed is not there.
    Missing { position: Position, seal: i64 },
    /// An event is there that nobody sealed, and that this service did not write.
    Inserted { position: Position },
    /// A seal is not as it was made, or not by this service.
    SealBroken { seal: i64 },
    /// A seal is not there.
    SealMissing { seal: i64 },
}

impl Finding {
    /// The finding's name in answers and on the terminal.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Altered { .. } => "altered",
            Self::Missing { .. } => "missing",
            Self::Inserted { .. } => "inserted",
            Self::SealBroken { .. } => "sealBroken",
            Self::SealMissing { .. } => "sealMissing",
        }
    }

    pub const fn position(self) -> Option<Position> {
        match self {
            Self::Altered { position, .. } | Self::Missing { position, .. } | Self::Inserted { position } => {
                Some(position)
            }
            Self::SealBroken { .. } | Self::SealMissing { .. } => None,
        }
    }

    pub const fn seal(self) -> Option<i64> {
        match self {
            Self::Altered { seal, .. }
            | Self::Missing { seal, .. }
            | Self::SealBroken { seal }
            | Self::SealMissing { seal } => Some(seal),
            Self::Inserted { .. } => None,
        }
    }
}

/// Compares the entries of a seal with the digests of the events that are there. Those before `gone_before` may be gone.
pub fn compare(
    seal: i64,
    entries: &[Entry],
    there: &HashMap<Position, Digest>,
    gone_before: Option<Timestamp>,
) -> Vec<Finding> {
    let judge = |entry: &Entry| {
        let position = entry.position;
        match there.get(&position) {
            Some(digest) if *digest == entry.digest => None,
            Some(_) => Some(Finding::Altered { position, seal }),
            None if gone_before.is_some_and(|gone| position.occurred_at < gone) => None,
            None => Some(Finding::Missing { position, seal }),
        }
    };
    entries.iter().filter_map(judge).collect()
}

/// Where the chain stands: what the next seal has to continue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub number: i64,
    pub digest: Digest,
}

impl Link {
    /// Before the first seal.
    pub const START: Self = Self { number: 0, digest: [0; 32] };

    /// What is wrong with the step to a seal that was recorded with that number and previous digest.
    pub fn finding(self, number: i64, previous: Digest) -> Option<Finding> {
        match number.cmp(&(self.number + 1)) {
            cmp::Ordering::Greater => Some(Finding::SealMissing { seal: self.number + 1 }),
            cmp::Ordering::Less => Some(Finding::SealBroken { seal: number }),
            cmp::Ordering::Equal if previous != self.digest => Some(Finding::SealBroken { seal: number }),
            cmp::Ordering::Equal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(second: i64) -> Entry {
        let occurred_at = DateTime::from_timestamp(1_800_000_000 + second, 123_000).unwrap();
        let id = EventId(Uuid::from_u128(u128::try_from(second).unwrap()));
        Entry { position: Position { occurred_at, id }, digest: [u8::try_from(second).unwrap(); 32] }
    }

    #[test]
    fn entries_round_trip() {
        let entries = [entry(1), entry(2), entry(3)];
        let bytes = write_entries(&entries);
        assert_eq!(read_entries(&bytes).unwrap(), entries);
        assert_eq!(read_entries(&bytes[1..]), None);
        assert_eq!(read_entries(&[]), Some(Vec::new()));
    }

    #[test]
    fn what_is_sealed_is_looked_at_in_slices() {
        let at = |second: i64| entry(second).position.occurred_at;
        let seal = |last, events| Extent { last_at: at(last), events };
        assert_eq!(slices(vec![], at(9)), [at(9)]);
        assert_eq!(slices(vec![seal(2, 1_000), seal(3, 8_999)], at(9)), [at(9)]);
        assert_eq!(
            slices((2..=8).map(|last| seal(last, 5_000)).collect(), at(9)),
            [at(3), at(5), at(7), at(9)]
        );
        let unordered = vec![seal(6, 10_000), seal(4, 1_000), seal(4, 10_000), seal(12, 1_000)];
        assert_eq!(slices(unordered, at(9)), [at(4), at(6), at(9)]);
        assert_eq!(slices(vec![seal(9, 20_000)], at(9)), [at(9)]);
    }

    #[test]
    fn whatever_is_wrong_is_named() {
        let entries = [entry(1), entry(2), entry(3)];
        let mut there: HashMap<_, _> = entries.iter().map(|entry| (entry.position, entry.digest)).collect();
        assert_eq!(compare(7, &entries, &there, None), []);
        there.insert(entries[1].position, [9; 32]);
        there.remove(&entries[0].position);
        let missing = Finding::Missing { position: entries[0].position, seal: 7 };
        let altered = Finding::Altered { position: entries[1].position, seal: 7 };
        assert_eq!(compare(7, &entries, &there, None), [missing, altered]);
        let gone_before = |entry: &Entry| Some(entry.position.occurred_at);
        assert_eq!(compare(7, &entries, &there, gone_before(&entries[0])), [missing, altered]);
        assert_eq!(compare(7, &entries, &there, gone_before(&entries[1])), [altered]);
    }

    #[test]
    fn a_chain_has_no_gap() {
        let link = Link { number: 4, digest: [4; 32] };
        assert_eq!(link.finding(5, [4; 32]), None);
        assert_eq!(link.finding(5, [3; 32]), Some(Finding::SealBroken { seal: 5 }));
        assert_eq!(link.finding(4, [4; 32]), Some(Finding::SealBroken { seal: 4 }));
        assert_eq!(link.finding(7, [4; 32]), Some(Finding::SealMissing { seal: 5 }));
    }

    #[test]
    fn a_finding_says_what_is_wrong_where() {
        let position = entry(1).position;
        for (finding, name, at, seal) in [
            (Finding::Altered { position, seal: 7 }, "altered", Some(position), Some(7)),
            (Finding::Missing { position, seal: 7 }, "missing", Some(position), Some(7)),
            (Finding::Inserted { position }, "inserted", Some(position), None),
            (Finding::SealBroken { seal: 7 }, "sealBroken", None, Some(7)),
            (Finding::SealMissing { seal: 7 }, "sealMissing", None, Some(7)),
        ] {
            assert_eq!((finding.name(), finding.position(), finding.seal()), (name, at, seal));
        }
    }
}
