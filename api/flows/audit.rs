//! The audit log, read.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use serde_json::{Value, json};
use tokio::sync::OwnedSemaphorePermit;

use super::{Operation, administrators::Administrator, caller::Caller, paging};
use crate::{
    domain::{
        Timestamp,
        audit::{Action, AuditEvent, ExportFormat, RecordedEvent},
        id::{EventId, OrganizationId, UserId},
    },
    error::{Failure, Fault},
    store::{
        audit_events::{self, Filter},
        users,
    },
};

pub use crate::store::audit_events::Filter as EventFilter;

/// So many events of an export are held in memory.
const EXPORTED_AT_ONCE: usize = 1_000;

/// A part of the log, newest first, with the addresses of the users in it.
pub struct EventPage {
    pub events: Vec<RecordedEvent>,
    pub emails: HashMap<UserId, String>,
    /// The last event of this part, where there are older ones.
    pub next_before: Option<(Timestamp, EventId)>,
}

/// The events of the organization in which somebody administers.
pub fn list(
    op: &Operation,
    administrator: &Administrator,
    filter: &EventFilter,
    limit: usize,
) -> Result<EventPage, Failure> {
    part(op, administrator.organization_id(), filter, limit)
}

fn part(
    op: &Operation,
    organization: OrganizationId,
    filter: &EventFilter,
    limit: usize,
) -> Result<EventPage, Failure> {
    let to_read = paging::to_read(limit)?;
    let (found, emails) = op.read(|rx| {
        let events = audit_events::list(rx, organization, filter, to_read)?;
        let people: BTreeSet<UserId> =
            events.iter().flat_map(|event| [event.actor, event.subject]).flatten().collect();
        let emails = users::emails(rx, organization, &Vec::from_iter(people))?;
        Ok((events, emails))
    })?;
    let (events, next_before) = paging::part(found, limit, |last| (last.occurred_at, last.id));
    Ok(EventPage { events, emails: emails.into_iter().collect(), next_before })
}

/// What is left of an export: all events that a filter matches, to be read part by part, each at its own time.
pub struct Export {
    organization: OrganizationId,
    filter: Filter,
    /// Given back with the last part, or when nobody asks for more.
    _place: OwnedSemaphorePermit,
}

/// Begins an export, and tells so in the log. It takes what happened before. Errors: unavailable, where as many are under way
/// as a process has places for.
pub fn begin_export(
    op: &Operation,
    administrator: &Administrator,
    filter: &EventFilter,
    format: ExportFormat,
) -> Result<Export, Failure> {
    let place = Arc::clone(&op.app.exports).try_acquire_owned().map_err(Fault::unavailable)?;
    let detail = json!({"format": format.name(), "filter": told(filter)});
    let event = AuditEvent { subject: None, ..administrator.event(Action::AuditExported) }.with(detail);
    op.write(|tx| Ok(op.record(tx, event.clone())?))?;
    let to = filter.to.map_or(op.now, |to| to.min(op.now));
    let filter = Filter { to: Some(to), ..filter.clone() };
    Ok(Export { organization: administrator.organization_id(), filter, _place: place })
}

impl Export {
    /// The next part, and what is left after it.
    pub fn part(self, op: &Operation) -> Result<(EventPage, Option<Self>), Failure> {
        let page = part(op, self.organization, &self.filter, EXPORTED_AT_ONCE)?;
        let left = page
            .next_before
            .map(|before| Self { filter: Filter { before: Some(before), ..self.filter }, ..self });
        Ok((page, left))
    }
}

/// What a filter restricts, for the log.
fn told(filter: &Filter) -> Value {
    let mut told = json!({
        "actor": filter.actor, "subject": filter.subject, "action": filter.action, "from": filter.from, "to": filter.to,
        "routine": filter.without_routine.then_some(false),
    });
    if let Some(restrictions) = told.as_object_mut() {
        restrictions.retain(|_, value| !value.is_null());
    }
    told
}

/// The events by or about the caller, but for routine. From where others did something is not the caller's to know.
pub fn list_own(
    op: &Operation,
    caller: &Caller,
    before: Option<(Timestamp, EventId)>,
    limit: usize,
) -> Result<EventPage, Failure> {
    let concerning = Some(caller.user.id);
    let filter = Filter { concerning, without_routine: true, before, ..Filter::default() };
    let page = part(op, caller.organization_id(), &filter, limit)?;
    let is_own = |event: &RecordedEvent| event.actor.is_none_or(|actor| actor == caller.user.id);
    let events =
        page.events.into_iter().map(|event| if is_own(&event) { event } else { event.from_nowhere() });
    Ok(EventPage { events: events.collect(), ..page })
}
