//! The audit log, read.

use std::collections::{BTreeSet, HashMap};

use super::{Operation, administrators::Administrator, sessions::Caller};
use crate::{
    domain::{
        Timestamp,
        audit::{Action, RecordedEvent},
        id::{EventId, OrganizationId, UserId},
    },
    error::{Failure, Fault},
    store::{
        audit_events::{self, Filter},
        users,
    },
};

pub use crate::store::audit_events::Filter as EventFilter;

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
    // One more than asked for tells whether there is a next part.
    let asked = i64::try_from(limit + 1).map_err(Fault::internal)?;
    let (mut events, emails) = op.read(|rx| {
        let events = audit_events::list(rx, organization, filter, asked)?;
        let people: BTreeSet<UserId> =
            events.iter().flat_map(|event| [event.actor, event.subject]).flatten().collect();
        let emails = users::emails(rx, organization, &Vec::from_iter(people))?;
        Ok((events, emails))
    })?;
    let more = events.len() > limit;
    events.truncate(limit);
    let next_before = events.last().filter(|_| more).map(|last| (last.occurred_at, last.id));
    Ok(EventPage { events, emails: emails.into_iter().collect(), next_before })
}

/// The events by or about the caller, but for the refreshing of their sessions: every five minutes one, it would hide the
/// rest.
pub fn list_own(
    op: &Operation,
    caller: &Caller,
    before: Option<(Timestamp, EventId)>,
    limit: usize,
) -> Result<EventPage, Failure> {
    let (concerning, but) = (Some(caller.user.id), Some(Action::SessionRefreshed));
    let filter = Filter { concerning, but, before, ..Filter::default() };
    part(op, caller.organization_id(), &filter, limit)
}
