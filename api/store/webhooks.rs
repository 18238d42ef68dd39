//! Table `webhooks`: where organizations are told of their audit events.

use std::collections::BTreeSet;

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::webhooks};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, WebhookId},
        webhook::{Disabled, DisabledBecause, EventPattern, Webhook, WebhookName, WebhookUrl},
    },
    error::Fault,
};

/// Why a row is nobody's webhook any more. It stays for a while, for the deliveries that are written while it goes.
const DELETED: &str = "deleted";

#[derive(Queryable, Selectable)]
#[diesel(table_name = webhooks)]
struct Row {
    id: Uuid,
    name: String,
    url: String,
    events: Vec<String>,
    disabled_at: Option<Timestamp>,
    disabled_because: Option<String>,
    created_at: Timestamp,
    created_by: Uuid,
    former_secret_until: Option<Timestamp>,
}

fn webhook(row: Row) -> Result<Webhook, Fault> {
    let invalid = || Fault::internal(format!("webhook {} is not as it was written", row.id));
    let because =
        row.disabled_because.map(|name| DisabledBecause::from_name(&name).ok_or_else(invalid)).transpose()?;
    Ok(Webhook {
        id: row.id.into(),
        name: WebhookName::parse(&row.name).map_err(|_| invalid())?,
        url: WebhookUrl::stored(&row.url).ok_or_else(invalid)?,
        // A newer program may have others.
        events: row.events.iter().filter_map(|pattern| EventPattern::parse(pattern)).collect(),
        disabled: row.disabled_at.zip(because).map(|(at, because)| Disabled { at, because }),
        created_at: row.created_at,
        created_by: row.created_by.into(),
        former_secret_until: row.former_secret_until,
    })
}

/// Whether the organization has any that may have to be told of something.
pub fn any_enabled(rx: &mut Rx, organization: OrganizationId) -> Result<bool, Fault> {
    let enabled =
        webhooks::table.filter(webhooks::org_id.eq(organization.0)).filter(webhooks::disabled_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(enabled)).get_result(rx.connection()?)?)
}

/// Those that are somebody's.
#[diesel::dsl::auto_type(no_type_alias)]
fn present(organization: OrganizationId) -> _ {
    let (organization, deleted): (Uuid, &'static str) = (organization.0, DELETED);
    webhooks::table
        .filter(webhooks::org_id.eq(organization))
        .filter(webhooks::disabled_because.is_distinct_from(deleted))
}

/// All of an organization, the first first.
pub fn list(rx: &mut Rx, organization: OrganizationId) -> Result<Vec<Webhook>, Fault> {
    let found = present(organization).order((webhooks::created_at, webhooks::id));
    let rows: Vec<Row> = found.select(Row::as_select()).load(rx.connection()?)?;
    rows.into_iter().map(webhook).collect()
}

pub fn count(rx: &mut Rx, organization: OrganizationId) -> Result<i64, Fault> {
    Ok(present(organization).count().get_result(rx.connection()?)?)
}

pub fn find(rx: &mut Rx, organization: OrganizationId, id: WebhookId) -> Result<Option<Webhook>, Fault> {
    let found = present(organization).filter(webhooks::id.eq(id.0));
    let row: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    row.map(webhook).transpose()
}

/// The same with its row locked.
pub fn lock(tx: &mut Tx, organization: OrganizationId, id: WebhookId) -> Result<Option<Webhook>, Fault> {
    let found = present(organization).filter(webhooks::id.eq(id.0));
    let row: Option<Row> = found.select(Row::as_select()).for_update().first(tx.connection()?).optional()?;
    row.map(webhook).transpose()
}

/// The current one, and the former one.
type SecretColumns = (Vec<u8>, Option<Vec<u8>>);

/// The secrets of a webhook, sealed.
pub struct SealedSecrets {
    pub current: Vec<u8>,
    pub former: Option<Vec<u8>>,
}

/// A webhook that is told of events, with what signs them at that time; none where it is not.
pub fn find_enabled(
    rx: &mut Rx,
    organization: OrganizationId,
    id: WebhookId,
    now: Timestamp,
) -> Result<Option<(Webhook, SealedSecrets)>, Fault> {
    let found = webhooks::table.find((organization.0, id.0)).filter(webhooks::disabled_at.is_null());
    let columns = (Row::as_select(), (webhooks::sealed_secret, webhooks::sealed_former_secret));
    let row: Option<(Row, SecretColumns)> = found.select(columns).first(rx.connection()?).optional()?;
    let Some((row, (current, former))) = row else { return Ok(None) };
    let webhook = webhook(row)?;
    let former = former.filter(|_| webhook.former_secret_until.is_some_and(|until| until > now));
    Ok(Some((webhook, SealedSecrets { current, former })))
}

pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    webhook: &Webhook,
    sealed_secret: &[u8],
) -> Result<(), Fault> {
    let values = (
        webhooks::org_id.eq(organization.0),
        webhooks::id.eq(webhook.id.0),
        webhooks::name.eq(webhook.name.as_str()),
        webhooks::url.eq(webhook.url.as_str()),
        webhooks::events.eq(names(&webhook.events)),
        webhooks::sealed_secret.eq(sealed_secret),
        webhooks::created_at.eq(webhook.created_at),
        webhooks::created_by.eq(webhook.created_by.0),
        webhooks::disabled_at.eq(webhook.disabled.map(|disabled| disabled.at)),
        webhooks::disabled_because.eq(webhook.disabled.map(|disabled| disabled.because.name())),
    );
    execute_one(tx, "webhook", diesel::insert_into(webhooks::table).values(values))
}

fn names(events: &BTreeSet<EventPattern>) -> Vec<&str> {
    events.iter().map(EventPattern::as_str).collect()
}

/// Takes over the name, the URL, the events and whether it is disabled.
pub fn update(tx: &mut Tx, organization: OrganizationId, webhook: &Webhook) -> Result<(), Fault> {
    let values = (
        webhooks::name.eq(webhook.name.as_str()),
        webhooks::url.eq(webhook.url.as_str()),
        webhooks::events.eq(names(&webhook.events)),
        webhooks::disabled_at.eq(webhook.disabled.map(|disabled| disabled.at)),
        webhooks::disabled_because.eq(webhook.disabled.map(|disabled| disabled.because.name())),
    );
    let row = webhooks::table.find((organization.0, webhook.id.0));
    execute_one(tx, "webhook", diesel::update(row).set(values))
}

/// Puts a secret in the place of the current one, which signs as well until that time.
pub fn rotate(
    tx: &mut Tx,
    organization: OrganizationId,
    id: WebhookId,
    sealed_secret: &[u8],
    former_until: Timestamp,
) -> Result<(), Fault> {
    let values = (
        webhooks::sealed_former_secret.eq(webhooks::sealed_secret.nullable()),
        webhooks::sealed_secret.eq(sealed_secret),
        webhooks::former_secret_until.eq(former_until),
    );
    execute_one(tx, "webhook", diesel::update(webhooks::table.find((organization.0, id.0))).set(values))
}

/// Makes a webhook nobody's, and wipes its secrets and where it led.
pub fn delete(tx: &mut Tx, organization: OrganizationId, id: WebhookId, now: Timestamp) -> Result<(), Fault> {
    let values = (
        webhooks::url.eq(""),
        webhooks::sealed_secret.eq(Vec::new()),
        webhooks::sealed_former_secret.eq(None::<Vec<u8>>),
        webhooks::disabled_at.eq(now),
        webhooks::disabled_because.eq(DELETED),
    );
    execute_one(tx, "webhook", diesel::update(webhooks::table.find((organization.0, id.0))).set(values))
}

/// Disables a webhook; false when it is disabled already.
pub fn disable(
    tx: &mut Tx,
    organization: OrganizationId,
    id: WebhookId,
    because: DisabledBecause,
    now: Timestamp,
) -> Result<bool, Fault> {
    let enabled = webhooks::table.find((organization.0, id.0)).filter(webhooks::disabled_at.is_null());
    let values = (webhooks::disabled_at.eq(now), webhooks::disabled_because.eq(because.name()));
    Ok(diesel::update(enabled).set(values).execute(tx.connection()?)? == 1)
}

/// Notes that deliveries of a webhook are given up; false when that is known already.
pub fn note_given_up(
    tx: &mut Tx,
    organization: OrganizationId,
    id: WebhookId,
    now: Timestamp,
) -> Result<bool, Fault> {
    let unknown = webhooks::table.find((organization.0, id.0)).filter(webhooks::given_up_at.is_null());
    Ok(diesel::update(unknown).set(webhooks::given_up_at.eq(now)).execute(tx.connection()?)? == 1)
}

/// Notes that a webhook works. Writes nothing where that is known.
pub fn note_delivered(tx: &mut Tx, organization: OrganizationId, id: WebhookId) -> Result<(), Fault> {
    let row = webhooks::table.find((organization.0, id.0)).filter(webhooks::given_up_at.is_not_null());
    diesel::update(row).set(webhooks::given_up_at.eq(None::<Timestamp>)).execute(tx.connection()?)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = SqlUuid)]
    org_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

/// The webhooks that have something to be told: one look into an index for each, however much waits.
pub fn due(rx: &mut Rx, now: Timestamp) -> Result<Vec<(OrganizationId, WebhookId)>, Fault> {
    let statement = "SELECT w.org_id, w.id FROM webhooks AS w WHERE w.disabled_at IS NULL AND EXISTS \
                     (SELECT FROM webhook_deliveries AS d WHERE d.org_id = w.org_id AND d.webhook_id = w.id \
                      AND d.status = 'queued' AND d.next_attempt_at <= $1)";
    let found: Vec<Due> = sql_query(statement).bind::<Timestamptz, _>(now).load(rx.connection()?)?;
    Ok(found.into_iter().map(|due| (due.org_id.into(), due.id.into())).collect())
}
