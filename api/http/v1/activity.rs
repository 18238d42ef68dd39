//! The audit log: a user's own part, and an organization's whole.

use actix_web::{HttpRequest, HttpResponse, get};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::audit_export;
use crate::{
    domain::{audit::RecordedEvent, id::UserId, rejection::FieldError},
    flows::audit::{self, EventFilter, EventPage},
    http::{
        auth::{AuditRead, Can, SignedIn},
        body::Query,
        named,
        paging::{self, Cursor, within_database},
        problem::Problem,
    },
};

/// Something that happened, or was decided.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "id": "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", "occurredAt": "2026-11-24T09:00:00Z", "action": "login.succeeded",
    "outcome": "success",
    "actor": {"id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "email": "ada@example.org"},
    "subject": {"id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "email": "ada@example.org"},
    "sessionId": "0199f3a1-7d2e-7b51-9c4d-3b62dae1e803", "address": "203.0.113.9", "userAgent": "Mozilla/5.0",
    "requestId": "0199f3a1-9f40-7d73-9e6f-5d84fc03fa25", "detail": {"method": "totp"}
}))]
pub(super) struct Event {
    pub id: Uuid,
    pub occurred_at: DateTime<Utc>,
    /// As `subject.participle`; later versions may know more.
    pub action: String,
    /// `success` or `failure`.
    pub outcome: String,
    /// Who did it, where somebody proved who they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub actor: Option<Person>,
    /// Whom it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub subject: Option<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub session_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub user_agent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub request_id: Option<String>,
    /// What else there is to tell, by the action.
    #[schema(value_type = Object)]
    pub detail: Value,
}

/// A user in an event.
#[derive(Serialize, ToSchema)]
pub(super) struct Person {
    pub id: Uuid,
    /// Their address now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub email: Option<String>,
}

/// A part of the log, newest first.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "items": [{
        "id": "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914", "occurredAt": "2026-11-24T09:00:00Z",
        "action": "login.succeeded", "outcome": "success",
        "actor": {"id": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "email": "ada@example.org"}, "detail": {"method": "totp"}
    }],
    "nextCursor": "MTc5NTUzNDI5NQ"
}))]
struct EventList {
    items: Vec<Event>,
    /// Where the next part begins; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next_cursor: Option<String>,
}

impl From<EventPage> for EventList {
    fn from(page: EventPage) -> Self {
        let next_cursor = page.next_before.map(|before| before.encode());
        Self { items: events(page).collect(), next_cursor }
    }
}

/// The events of a part of the log, as the list and the exports tell them.
pub(super) fn events(page: EventPage) -> impl Iterator<Item = Event> {
    let EventPage { events, emails, .. } = page;
    events.into_iter().map(move |event: RecordedEvent| {
        let person = |id: UserId| Person { id: id.0, email: emails.get(&id).cloned() };
        Event {
            id: event.id.0,
            occurred_at: event.occurred_at,
            action: event.action,
            outcome: event.outcome,
            actor: event.actor.map(person),
            subject: event.subject.map(person),
            session_id: event.session.map(|id| id.0),
            address: event.address,
            user_agent: event.user_agent,
            request_id: event.request_id,
            detail: event.detail,
        }
    })
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ActivityQuery {
    /// How many at most; 50 where nothing is said.
    #[param(nullable = false, minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// The `nextCursor` of the part before.
    #[param(nullable = false)]
    cursor: Option<String>,
}

/// Lists the caller's own events
///
/// What the caller did, and what was done or tried in their name, without routine: `session.refreshed` comes every few minutes. From
/// where others did something is left out.
#[utoipa::path(
    tag = "Me",
    security(("session" = [])),
    params(ActivityQuery),
    responses((status = 200, description = "A part of the log, newest first.", body = EventList))
)]
#[get("/v1/me/activity")]
pub async fn list_activity(
    caller: SignedIn,
    Query(query): Query<ActivityQuery>,
) -> Result<HttpResponse, Problem> {
    let (before, limit) = (Cursor::decode(query.cursor.as_deref())?, paging::limit(query.limit)?);
    let page = caller.run(move |op, caller| audit::list_own(op, caller, before, limit)).await?;
    Ok(HttpResponse::Ok().json(EventList::from(page)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct AuditQuery {
    /// Only what this user did.
    #[param(nullable = false)]
    actor: Option<Uuid>,
    /// Only what is about this user.
    #[param(nullable = false)]
    subject: Option<Uuid>,
    /// Only what happened like this.
    #[param(nullable = false, inline)]
    action: Option<named::Action>,
    /// Whether what comes by itself is told, too, as it is where nothing is said: `session.refreshed`, every few minutes of each
    /// open page, and `audit.checkpointed`, every day.
    #[param(nullable = false)]
    routine: Option<bool>,
    /// From this time on.
    #[param(nullable = false)]
    from: Option<DateTime<Utc>>,
    /// Before this time.
    #[param(nullable = false)]
    to: Option<DateTime<Utc>>,
    /// How many at most; 50 where nothing is said.
    #[param(nullable = false, minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// The `nextCursor` of the part before.
    #[param(nullable = false)]
    cursor: Option<String>,
}

impl AuditQuery {
    /// Errors: a cursor that is none, or a time that is none.
    fn filter(&self) -> Result<EventFilter, FieldError> {
        Ok(EventFilter {
            actor: self.actor.map(UserId),
            subject: self.subject.map(UserId),
            concerning: None,
            without_routine: self.routine == Some(false),
            action: self.action.map(|action| action.0.name().to_owned()),
            from: bound("from", self.from)?,
            to: bound("to", self.to)?,
            before: Cursor::decode(self.cursor.as_deref())?,
        })
    }

    /// Errors: it asks for a part.
    fn whole(&self) -> Result<(), FieldError> {
        let field = if self.limit.is_some() { "limit" } else { "cursor" };
        match (self.limit, &self.cursor) {
            (None, None) => Ok(()),
            _ => Err(FieldError::new(field, "not_in_export", "An export is not read in parts.")),
        }
    }
}

/// Lists or exports the organization's audit events
///
/// Newest first, in parts; with `Accept: application/x-ndjson` or `text/csv` all at once, as a stream that may be of any
/// length. An export takes neither `limit` nor `cursor`, holds what happened before it began, and is an event itself. A
/// transfer that breaks off is not the whole, and a process of the service has two under way at once. In CSV, what a spreadsheet would take for a formula has a `'` before it.
/// Takes the permission `audit.read`.
#[utoipa::path(
    tag = "Administration",
    security(("session" = ["audit.read"]), ("apiKey" = ["audit.read"])),
    params(AuditQuery),
    responses(
        (status = 200, description = "A part of the log, or all of it with an event in each line.", content(
            (EventList = "application/json"),
            (Event = "application/x-ndjson"),
            (String = "text/csv"),
        )),
        (status = 403, description = "`not_permitted` or `enrollment_required`"),
    )
)]
#[get("/v1/audit-events")]
pub async fn list_audit_events(
    caller: Can<AuditRead>,
    Query(query): Query<AuditQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let filter = query.filter()?;
    if let Some(format) = audit_export::wanted(&request) {
        query.whole()?;
        return audit_export::export(caller, filter, format).await;
    }
    let limit = paging::limit(query.limit)?;
    let page = caller.run(move |op, caller| audit::list(op, caller, &filter, limit)).await?;
    Ok(HttpResponse::Ok().json(EventList::from(page)))
}

fn bound(field: &str, at: Option<DateTime<Utc>>) -> Result<Option<DateTime<Utc>>, FieldError> {
    let out_of_range = || FieldError::new(field, "out_of_range", "From the year 1970 to the year 9999.");
    at.map(|at| within_database(at).ok_or_else(out_of_range)).transpose()
}
