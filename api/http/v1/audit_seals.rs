//! The seals of the audit log, for administrators: checked here, or taken along to be checked elsewhere.

use actix_web::{get, web::Json};
use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    domain::seal::{Finding, Link, Position, hex},
    flows::audit_verification::{self, Part, Progress, Seal},
    http::{
        auth::{AuditRead, Can},
        body::Query,
        paging::Cursor,
        problem::Problem,
    },
};

/// A part of a check of the audit log.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "findings": [{
        "kind": "altered", "eventId": "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", "occurredAt": "2026-11-24T09:00:00Z", "seal": 17
    }],
    "seals": 5, "events": 4210, "unsealed": 0,
    "head": {
        "seal": 412, "madeAt": "2026-11-26T09:00:00Z",
        "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "checkpoint": "eyJ0eXAiOiJuaWdodGxhdGNo…"
    },
    "nextCursor": "cy41LjlmODZkMDgx"
}))]
struct AuditVerification {
    /// What is wrong, in the order of the log.
    findings: Vec<AuditFinding>,
    /// So many seals were checked in this part,
    seals: usize,
    /// with so many events.
    events: usize,
    /// So many events of this part are not sealed yet, which takes a few seconds.
    unsealed: usize,
    /// The last seal, to be kept elsewhere; left out before the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    head: Option<SealHead>,
    /// Where the check goes on; left out at its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_cursor: Option<String>,
}

/// Something wrong with the audit log.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AuditFinding {
    /// `altered`, `missing` or `inserted` of an event; `sealBroken` or `sealMissing` of a seal.
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    event_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    occurred_at: Option<DateTime<Utc>>,
    /// The seal that tells so, or is wrong itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    seal: Option<i64>,
}

/// The last seal.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct SealHead {
    seal: i64,
    made_at: DateTime<Utc>,
    /// SHA-256, hexadecimal.
    digest: String,
    /// The same, signed: a JWT for the keys of `/.well-known/jwks.json`.
    checkpoint: String,
}

impl From<Seal> for SealHead {
    fn from(seal: Seal) -> Self {
        Self {
            seal: seal.head.number,
            made_at: seal.head.made_at,
            digest: hex(&seal.digest),
            checkpoint: seal.checkpoint,
        }
    }
}

impl From<Finding> for AuditFinding {
    fn from(finding: Finding) -> Self {
        let position = finding.position();
        Self {
            kind: finding.name(),
            event_id: position.map(|position| position.id.0),
            occurred_at: position.map(|position| position.occurred_at),
            seal: finding.seal(),
        }
    }
}

impl From<Part> for AuditVerification {
    fn from(part: Part) -> Self {
        let Part { findings, seals, events, unsealed, head, next } = part;
        Self {
            findings: findings.into_iter().map(AuditFinding::from).collect(),
            seals,
            events,
            unsealed,
            head: head.map(SealHead::from),
            next_cursor: next.map(|next| next.encode()),
        }
    }
}

/// After this seal, or after this event.
impl Cursor for Progress {
    fn write(&self) -> String {
        match self {
            Self::Seals(link) => format!("s.{}.{}", link.number, hex(&link.digest)),
            Self::Events(Position { occurred_at, id }) => format!("e.{}", (*occurred_at, *id).write()),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('.')?;
        match kind {
            "s" => {
                let (number, digest) = rest.split_once('.')?;
                let digest = data_encoding::HEXLOWER.decode(digest.as_bytes()).ok()?.try_into().ok()?;
                let number = number.parse().ok().filter(|number| (0..i64::MAX).contains(number))?;
                Some(Self::Seals(Link { number, digest }))
            }
            "e" => {
                let (occurred_at, id) = Cursor::read(rest)?;
                Some(Self::Events(Position { occurred_at, id }))
            }
            _ => None,
        }
    }
}

/// After this seal.
impl Cursor for i64 {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok().filter(|number| *number >= 0)
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct PartQuery {
    /// The `nextCursor` of the part before.
    #[param(nullable = false)]
    cursor: Option<String>,
}

/// Checks the organization's audit log against its seals
///
/// Part by part: ask again with `nextCursor` until there is none. First come the seals, each with its events, then the events
/// that no seal holds. An event that was changed, taken away or slipped in behind the service's back is named.
/// That the last seals themselves were cut off together with their events shows only against a `head` that was kept elsewhere:
/// webhooks tell one each day (`audit.checkpointed`), and the service logs each.
/// Takes the permission `audit.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["audit.read"]), ("apiKey" = ["audit.read"])),
    params(PartQuery),
    responses(
        (status = 200, description = "What this part of the check came to.", body = AuditVerification),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/audit-events/verify")]
pub async fn verify_audit_events(
    caller: Can<AuditRead>,
    Query(query): Query<PartQuery>,
) -> Result<Json<AuditVerification>, Problem> {
    let progress = Progress::decode(query.cursor.as_deref())?.unwrap_or(Progress::START);
    let part = caller.run(move |op, caller| audit_verification::check(op, caller, progress)).await?;
    Ok(Json(part.into()))
}

/// A seal with all that it takes to check it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AuditSeal {
    organization_id: Uuid,
    number: i64,
    made_at: DateTime<Utc>,
    /// Events before this time may be gone: they were older than is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    gone_before: Option<DateTime<Utc>>,
    /// Whether it takes in events from before there were seals.
    adopts: bool,
    /// The times of the first and the last event in it; its own where there are none.
    first_at: DateTime<Utc>,
    last_at: DateTime<Utc>,
    events: u32,
    /// Base64: of each event the time in microseconds (8 bytes, big endian), the id (16) and the SHA-256 of its canonical JSON
    /// (32). Left out when the events are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    entries: Option<String>,
    /// SHA-256 of the entries, hexadecimal.
    entries_digest: String,
    /// The digest of the seal before; zeros of the first.
    previous: String,
    digest: String,
    /// The digest, signed: a JWT for the keys of `/.well-known/jwks.json`.
    checkpoint: String,
}

impl From<Seal> for AuditSeal {
    fn from(seal: Seal) -> Self {
        let Seal { head, entries, digest, checkpoint, .. } = seal;
        Self {
            organization_id: head.organization_id.0,
            number: head.number,
            made_at: head.made_at,
            gone_before: head.gone_before,
            adopts: head.adopts,
            first_at: head.span.0,
            last_at: head.span.1,
            events: head.events,
            entries: entries.map(|entries| BASE64.encode(&entries)),
            entries_digest: hex(&head.entries_digest),
            previous: hex(&head.previous),
            digest: hex(&digest),
            checkpoint,
        }
    }
}

/// A part of the chain.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "items": [{
        "organizationId": "0199f3a1-5a01-7e2b-8d11-0d3c5a1f7b20", "number": 1, "madeAt": "2026-11-26T09:00:10Z", "adopts": false,
        "firstAt": "2026-11-26T09:00:00Z", "lastAt": "2026-11-26T09:00:04Z", "events": 2,
        "entries": "AAZGk5ETAAAB", "entriesDigest": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
        "previous": "0000000000000000000000000000000000000000000000000000000000000000",
        "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "checkpoint": "eyJ0eXAiOiJuaWdodGxhdGNo…"
    }]
}))]
struct AuditSealList {
    items: Vec<AuditSeal>,
    /// Where the next part begins; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_cursor: Option<String>,
}

/// Lists the seals of the organization's audit log
///
/// From the first on, five at a time. With them and an export of the events, `nightlatch audit check` finds what was changed
/// without this service and without its secrets.
/// Takes the permission `audit.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["audit.read"]), ("apiKey" = ["audit.read"])),
    params(PartQuery),
    responses(
        (status = 200, description = "A part of the chain.", body = AuditSealList),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/audit-events/seals")]
pub async fn list_audit_seals(
    caller: Can<AuditRead>,
    Query(query): Query<PartQuery>,
) -> Result<Json<AuditSealList>, Problem> {
    let after = i64::decode(query.cursor.as_deref())?.unwrap_or_default();
    let (seals, next) = caller.run(move |op, caller| audit_verification::seals(op, caller, after)).await?;
    let items = seals.into_iter().map(AuditSeal::from).collect();
    Ok(Json(AuditSealList { items, next_cursor: next.map(|next| next.encode()) }))
}
