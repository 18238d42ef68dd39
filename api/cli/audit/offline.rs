//! `nightlatch audit check`: exported events against exported seals, with public keys alone.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs::{self, File},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
};

use clap::Args;
use data_encoding::{BASE64, HEXLOWER};
use jsonwebtoken::jwk::JwkSet;
use nightlatch::{
    crypto::seals::{self, Checkpoint, CheckpointKeys},
    domain::{
        Timestamp,
        audit::RecordedEvent,
        id::{EventId, OrganizationId, SessionId, UserId},
        seal::{self, Digest, Finding, Head, Link, Position},
    },
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use uuid::Uuid;

use super::{Failed, Tally};

#[derive(Args)]
pub struct Options {
    /// Events as JSON Lines, as `GET /v1/audit-events` exports them; of all time
    #[arg(long, value_name = "FILE")]
    events: PathBuf,
    /// Seals as JSON Lines: the items of `GET /v1/audit-events/seals`, all of them, in any order
    #[arg(long, value_name = "FILE")]
    seals: PathBuf,
    /// Public keys, as `/.well-known/jwks.json` gives them; once for each file, where keys were changed
    #[arg(long, value_name = "FILE", required = true)]
    keys: Vec<PathBuf>,
    /// Print one line of JSON
    #[arg(long)]
    json: bool,
}

/// A seal as the API gives it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ExportedSeal {
    organization_id: Uuid,
    number: i64,
    made_at: Timestamp,
    gone_before: Option<Timestamp>,
    adopts: bool,
    first_at: Timestamp,
    last_at: Timestamp,
    events: u32,
    entries: Option<String>,
    entries_digest: String,
    previous: String,
    digest: String,
    checkpoint: String,
}

/// An event as the API gives it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ExportedEvent {
    id: Uuid,
    occurred_at: Timestamp,
    action: String,
    outcome: String,
    actor: Option<Party>,
    subject: Option<Party>,
    session_id: Option<Uuid>,
    address: Option<String>,
    user_agent: Option<String>,
    request_id: Option<String>,
    detail: Value,
}

#[derive(Deserialize)]
struct Party {
    id: Uuid,
}

/// Checks, and prints what was found. Errors: something was, or a file cannot be read.
pub fn run(options: &Options) -> Result<(), Failed> {
    let keys = read_keys(&options.keys)?;
    let seals: Vec<ExportedSeal> = read_lines(&options.seals)?;
    // A seal that comes twice is the same or broken.
    let seals: BTreeMap<i64, ExportedSeal> = seals.into_iter().map(|seal| (seal.number, seal)).collect();
    let Some(organization) = seals.values().next().map(|seal| OrganizationId(seal.organization_id)) else {
        return Err(Failed::BrokeOff("there is no seal in the file".into()));
    };
    let events: Vec<ExportedEvent> = read_lines(&options.events)?;
    let there = digests(organization, events)?;
    let gone_before = seals.values().filter_map(|seal| seal.gone_before).max();
    let (mut tally, mut link, mut sealed) = (Tally::default(), Link::START, HashSet::new());
    for seal in seals.values() {
        let Some(head) = head(organization, seal) else {
            tally.findings.push(Finding::SealBroken { seal: seal.number });
            continue;
        };
        tally.findings.extend(link.finding(head.number, head.previous));
        let digest = seals::seal_digest(&head);
        let entries = entries(seal, &head, gone_before);
        let signed = match keys.check(&seal.checkpoint, &head, &digest) {
            Checkpoint::Good => true,
            Checkpoint::Bad => false,
            Checkpoint::KeyMissing(kid) => {
                tally.note_unchecked(kid, seal.number);
                true
            }
        };
        let as_made = signed && seal.digest == seal::hex(&digest);
        match entries.filter(|_| as_made) {
            Some(entries) => {
                tally.findings.extend(seal::compare(head.number, &entries, &there, gone_before));
                tally.events += entries.len();
                sealed.extend(entries.into_iter().map(|entry| entry.position));
            }
            None => tally.findings.push(Finding::SealBroken { seal: seal.number }),
        }
        tally.seals += 1;
        link = Link { number: head.number, digest };
    }
    tally.findings.dedup();
    // Without the ring nobody can say who wrote what is not sealed; later than the last seal is what was written meanwhile.
    let last = seals.values().next_back().map_or(Timestamp::UNIX_EPOCH, |seal| seal.made_at - seal::UNSEALED);
    let (late, early): (Vec<Position>, Vec<Position>) = there
        .into_keys()
        .filter(|position| !sealed.contains(position))
        .partition(|position| position.occurred_at >= last);
    tally.unsealed = late.len();
    let mut inserted = early;
    inserted.sort();
    tally.findings.extend(inserted.into_iter().map(|position| Finding::Inserted { position }));
    tally.print(&organization.0.to_string(), Some((link.number, seal::hex(&link.digest))), options.json)?;
    tally.verdict()
}

fn head(organization_id: OrganizationId, seal: &ExportedSeal) -> Option<Head> {
    let digest = |text: &str| HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok();
    Some(Head {
        organization_id: (organization_id.0 == seal.organization_id).then_some(organization_id)?,
        number: seal.number,
        made_at: seal.made_at,
        gone_before: seal.gone_before,
        adopts: seal.adopts,
        previous: digest(&seal.previous)?,
        span: (seal.first_at, seal.last_at),
        events: seal.events,
        entries_digest: digest(&seal.entries_digest)?,
    })
}

/// The entries of a seal, where they are those that it was made over; none of them where its events are gone.
fn entries(seal: &ExportedSeal, head: &Head, gone_before: Option<Timestamp>) -> Option<Vec<seal::Entry>> {
    let Some(entries) = &seal.entries else {
        return gone_before.filter(|gone| head.span.1 < *gone).map(|_| Vec::new());
    };
    let bytes = BASE64.decode(entries.as_bytes()).ok()?;
    let read = seal::read_entries(&bytes).filter(|read| read.len() == head.events as usize);
    read.filter(|_| seals::entries_digest(&bytes) == head.entries_digest)
}

fn digests(
    organization: OrganizationId,
    events: Vec<ExportedEvent>,
) -> Result<HashMap<Position, Digest>, Failed> {
    let digest = |event: ExportedEvent| {
        let event = RecordedEvent {
            id: EventId(event.id),
            occurred_at: event.occurred_at,
            action: event.action,
            outcome: event.outcome,
            actor: event.actor.map(|party| UserId(party.id)),
            subject: event.subject.map(|party| UserId(party.id)),
            session: event.session_id.map(SessionId),
            address: event.address,
            user_agent: event.user_agent,
            request_id: event.request_id,
            detail: event.detail,
            proof: Vec::new(),
        };
        let digest =
            seals::event_digest(organization, &event).map_err(|fault| Failed::BrokeOff(fault.to_string()))?;
        Ok((event.position(), digest))
    };
    events.into_iter().map(digest).collect()
}

fn read_keys(paths: &[PathBuf]) -> Result<CheckpointKeys, Failed> {
    let mut keys = CheckpointKeys::default();
    for path in paths {
        let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        let jwks: JwkSet = serde_json::from_str(&text).map_err(|error| unreadable(path, &error))?;
        keys.add(&jwks).map_err(|error| unreadable(path, &error))?;
    }
    Ok(keys)
}

fn read_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Failed> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let lines = BufReader::new(file).lines().enumerate();
    let read = |(index, line): (usize, std::io::Result<String>)| {
        let line = line.map_err(|error| unreadable(path, &error))?;
        serde_json::from_str(&line)
            .map_err(|error| Failed::BrokeOff(format!("{}, line {}: {error}", path.display(), index + 1)))
    };
    lines.map(read).collect()
}

fn unreadable(path: &Path, why: &dyn std::fmt::Display) -> Failed {
    Failed::BrokeOff(format!("{}: {why}", path.display()))
}
