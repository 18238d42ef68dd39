//! Table `webhook_deliveries`: what webhooks are to be told, and for some weeks what became of it.

use std::collections::HashMap;

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, QueryFragment},
    result::QueryResult,
    sql_query,
    sql_types::{Array, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{Rx, Tx, later, outbox::Backlog, push, schema::webhook_deliveries as deliveries};
use crate::{
    domain::{
        Timestamp,
        id::{EventId, OrganizationId, WebhookId},
        webhook::Audience,
        webhook_delivery::{Delivery, DeliveryStatus, Telling},
    },
    error::Fault,
};

/// So much of what went wrong is kept.
const LONGEST_ERROR: usize = 200;
const QUEUED: &str = DeliveryStatus::Queued.name();

/// Puts an event into the queues of the webhooks that it is for.
pub fn enqueue(tx: &mut Tx, organization: OrganizationId, telling: Telling) -> Result<(), Fault> {
    later::queue_deliveries(tx, Queueing::new(organization, telling))
}

/// The insertion of a delivery for each webhook that an event is for: a look at the organization's few webhooks, where it has any.
struct Queueing {
    organization_id: Uuid,
    telling: Telling,
    /// A webhook that is told whatever it asks for.
    also: Option<Uuid>,
    /// One that is not told.
    but: Option<Uuid>,
}

impl Queueing {
    fn new(organization: OrganizationId, telling: Telling) -> Self {
        let (also, but) = match telling.audience {
            Audience::Subscribed => (None, None),
            Audience::SubscribedAnd(webhook) => (Some(webhook.0), None),
            Audience::SubscribedBut(webhook) => (None, Some(webhook.0)),
        };
        Self { organization_id: organization.0, telling, also, but }
    }
}

impl QueryFragment<Pg> for Queueing {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { organization_id, telling, also, but } = self;
        push!(
            out,
            "INSERT INTO webhook_deliveries (org_id, webhook_id, event_id, action, body, status, attempts, created_at, \
             due_since, next_attempt_at) SELECT w.org_id, w.id, " SqlUuid = &telling.event_id.0,
            ", " Text = &telling.action,
            ", " Text = &telling.body,
            ", " Text = QUEUED,
            ", 0, " Timestamptz = &telling.occurred_at,
            ", " Timestamptz = &telling.occurred_at,
            ", " Timestamptz = &telling.occurred_at,
            " FROM webhooks AS w WHERE w.org_id = " SqlUuid = organization_id,
            " AND w.disabled_at IS NULL AND (w.events && " Array<Text> = &telling.patterns[..],
            " OR w.id = " Nullable<SqlUuid> = also,
            ") AND w.id IS DISTINCT FROM " Nullable<SqlUuid> = but,
        );
        Ok(())
    }
}

/// A delivery in the hands of one worker.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub key: Key,
    pub due_since: Timestamp,
    pub body: String,
}

/// A delivery, and which of its attempts: tells this claim from a later one.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub organization_id: OrganizationId,
    pub webhook_id: WebhookId,
    pub event_id: EventId,
    pub attempts: i32,
}

/// Takes deliveries of a webhook that are due, for as long as until `lease`; what another worker takes at this moment is left
/// to it.
pub fn claim(
    tx: &mut Tx,
    (organization, webhook): (OrganizationId, WebhookId),
    now: Timestamp,
    lease: Timestamp,
    most: i64,
) -> Result<Vec<Claimed>, Fault> {
    let due: Vec<Uuid> = deliveries::table
        .filter(deliveries::org_id.eq(organization.0))
        .filter(deliveries::webhook_id.eq(webhook.0))
        .filter(deliveries::status.eq(QUEUED))
        .filter(deliveries::next_attempt_at.le(now))
        .order(deliveries::next_attempt_at)
        .limit(most)
        .select(deliveries::event_id)
        .for_update()
        .skip_locked()
        .load(tx.connection()?)?;
    let claimed = deliveries::table
        .filter(deliveries::org_id.eq(organization.0))
        .filter(deliveries::webhook_id.eq(webhook.0))
        .filter(deliveries::event_id.eq_any(due));
    let taken = (
        deliveries::attempts.eq(deliveries::attempts + 1),
        deliveries::next_attempt_at.eq(lease),
        deliveries::last_attempt_at.eq(now),
    );
    let rows: Vec<(Uuid, i32, Timestamp, String)> = diesel::update(claimed)
        .set(taken)
        .returning((deliveries::event_id, deliveries::attempts, deliveries::due_since, deliveries::body))
        .get_results(tx.connection()?)?;
    let claimed = |(id, attempts, due_since, body): (Uuid, i32, Timestamp, String)| {
        let key = Key { organization_id: organization, webhook_id: webhook, event_id: EventId(id), attempts };
        Claimed { key, due_since, body }
    };
    Ok(rows.into_iter().map(claimed).collect())
}

/// What is known of an attempt.
pub struct Attempted<'a> {
    pub response_status: Option<u16>,
    pub millis: i32,
    pub error: Option<&'a str>,
}

/// Ends a claimed delivery; false when another worker has taken it over.
pub fn finish(
    tx: &mut Tx,
    key: Key,
    status: DeliveryStatus,
    attempted: &Attempted,
    now: Timestamp,
) -> Result<bool, Fault> {
    let ended = (deliveries::status.eq(status.name()), deliveries::finished_at.eq(now));
    let values = (ended, outcome(attempted));
    Ok(diesel::update(claimed(key)).set(values).execute(tx.connection()?)? == 1)
}

/// Gives a claimed delivery back, to be tried again at that time; false when another worker has taken it over.
pub fn postpone(tx: &mut Tx, key: Key, until: Timestamp, attempted: &Attempted) -> Result<bool, Fault> {
    let values = (deliveries::next_attempt_at.eq(until), outcome(attempted));
    Ok(diesel::update(claimed(key)).set(values).execute(tx.connection()?)? == 1)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn claimed(key: Key) -> _ {
    let (organization, webhook, event): (Uuid, Uuid, Uuid) =
        (key.organization_id.0, key.webhook_id.0, key.event_id.0);
    let (attempts, queued): (i32, &'static str) = (key.attempts, QUEUED);
    deliveries::table
        .find((organization, webhook, event))
        .filter(deliveries::attempts.eq(attempts))
        .filter(deliveries::status.eq(queued))
}

#[diesel::dsl::auto_type(no_type_alias)]
fn outcome(attempted: &Attempted<'_>) -> _ {
    let status: Option<i16> = attempted.response_status.and_then(|status| i16::try_from(status).ok());
    let error: Option<String> = attempted.error.map(shortened);
    let millis: i32 = attempted.millis;
    (
        deliveries::response_status.eq(status),
        deliveries::response_millis.eq(millis),
        deliveries::last_error.eq(error),
    )
}

fn shortened(error: &str) -> String {
    error.chars().filter(|character| !character.is_control()).take(LONGEST_ERROR).collect()
}

/// Lets a delivery be tried from anew, however it ended. Its row is locked.
pub fn requeue(
    tx: &mut Tx,
    (organization, webhook): (OrganizationId, WebhookId),
    id: EventId,
    now: Timestamp,
) -> Result<(), Fault> {
    let values = (
        deliveries::status.eq(QUEUED),
        deliveries::due_since.eq(now),
        deliveries::next_attempt_at.eq(now),
        deliveries::finished_at.eq(None::<Timestamp>),
    );
    let row = deliveries::table.find((organization.0, webhook.0, id.0));
    super::execute_one(tx, "delivery", diesel::update(row).set(values))?;
    later::wake_worker(tx);
    Ok(())
}

#[derive(Queryable, Selectable, QueryableByName)]
#[diesel(table_name = deliveries)]
struct Row {
    event_id: Uuid,
    action: String,
    status: String,
    attempts: i32,
    created_at: Timestamp,
    next_attempt_at: Timestamp,
    last_attempt_at: Option<Timestamp>,
    response_status: Option<i16>,
    response_millis: Option<i32>,
    last_error: Option<String>,
    finished_at: Option<Timestamp>,
}

fn delivery(row: Row) -> Result<Delivery, Fault> {
    let status = DeliveryStatus::from_name(&row.status);
    let unknown = || Fault::internal(format!("delivery {} has no status that is known", row.event_id));
    Ok(Delivery {
        id: row.event_id.into(),
        status: status.ok_or_else(unknown)?,
        action: row.action,
        attempts: row.attempts,
        created_at: row.created_at,
        next_attempt_at: row.next_attempt_at,
        last_attempt_at: row.last_attempt_at,
        response_status: row.response_status,
        response_millis: row.response_millis,
        last_error: row.last_error,
        finished_at: row.finished_at,
    })
}

/// Which deliveries are listed; what is not set does not restrict.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    pub status: Option<DeliveryStatus>,
    /// Only deliveries of older events than this one.
    pub before: Option<EventId>,
}

/// Deliveries of a webhook, the newest first.
pub fn list(
    rx: &mut Rx,
    (organization, webhook): (OrganizationId, WebhookId),
    filter: Filter,
    limit: i64,
) -> Result<Vec<Delivery>, Fault> {
    let mut query = deliveries::table
        .filter(deliveries::org_id.eq(organization.0))
        .filter(deliveries::webhook_id.eq(webhook.0))
        .into_boxed();
    if let Some(status) = filter.status {
        query = query.filter(deliveries::status.eq(status.name()));
    }
    if let Some(before) = filter.before {
        query = query.filter(deliveries::event_id.lt(before.0));
    }
    let found = query.order(deliveries::event_id.desc()).limit(limit).select(Row::as_select());
    found.load(rx.connection()?)?.into_iter().map(delivery).collect()
}

/// The newest delivery of a webhook.
pub fn newest(rx: &mut Rx, webhook: (OrganizationId, WebhookId)) -> Result<Option<Delivery>, Fault> {
    Ok(list(rx, webhook, Filter::default(), 1)?.pop())
}

/// A delivery whose row is locked.
pub fn lock(
    tx: &mut Tx,
    (organization, webhook): (OrganizationId, WebhookId),
    id: EventId,
) -> Result<Option<Delivery>, Fault> {
    let row = deliveries::table.find((organization.0, webhook.0, id.0)).select(Row::as_select());
    row.for_update().first(tx.connection()?).optional()?.map(delivery).transpose()
}

#[derive(QueryableByName)]
struct Latest {
    #[diesel(sql_type = SqlUuid)]
    webhook_id: Uuid,
    #[diesel(embed)]
    row: Row,
}

/// The newest delivery of each webhook of an organization that has one.
pub fn latest(rx: &mut Rx, organization: OrganizationId) -> Result<HashMap<WebhookId, Delivery>, Fault> {
    let statement = "SELECT d.* FROM webhooks AS w CROSS JOIN LATERAL (SELECT * FROM webhook_deliveries \
                     WHERE org_id = w.org_id AND webhook_id = w.id ORDER BY event_id DESC LIMIT 1) AS d \
                     WHERE w.org_id = $1";
    let found: Vec<Latest> =
        sql_query(statement).bind::<SqlUuid, _>(organization.0).load(rx.connection()?)?;
    found.into_iter().map(|latest| Ok((latest.webhook_id.into(), delivery(latest.row)?))).collect()
}

/// The deliveries that wait, of webhooks that are told something: reads nothing that has ended.
pub fn backlog(rx: &mut Rx, now: Timestamp) -> Result<Backlog, Fault> {
    let statement = "SELECT count(*) AS waiting, count(*) FILTER (WHERE d.next_attempt_at <= $1) AS due, \
                     min(d.due_since) AS since FROM webhooks AS w JOIN webhook_deliveries AS d \
                     ON d.org_id = w.org_id AND d.webhook_id = w.id AND d.status = 'queued' WHERE w.disabled_at IS NULL";
    Ok(sql_query(statement).bind::<Timestamptz, _>(now).get_result(rx.connection()?)?)
}
