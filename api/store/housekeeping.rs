//! What ends, table by table, and how it is deleted: few rows at a time, none that somebody is at work on.

use diesel::{
    QueryableByName, RunQueryDsl,
    pg::Pg,
    sql_query,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{Rx, Tx};
use crate::{
    domain::{Timestamp, id::OrganizationId},
    error::Fault,
};

/// Rows that end at some time.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    pub table: &'static str,
    /// Which rows `d` have ended, with the time as `$1`.
    ended: &'static str,
    of: Owner,
}

#[derive(Clone, Copy, Debug)]
enum Owner {
    Organizations,
    Installation,
}

const fn ending(table: &'static str, ended: &'static str) -> Ending {
    Ending { table, ended, of: Owner::Organizations }
}

const fn global(table: &'static str, ended: &'static str) -> Ending {
    Ending { table, ended, of: Owner::Installation }
}

pub const CHALLENGES: Ending = ending("challenges", "expires_at <= $1");
pub const EMAIL_CODES: Ending = ending("email_codes", "expires_at <= $1");
pub const ENROLLMENT_GRANTS: Ending = ending("enrollment_grants", "expires_at <= $1");
/// With the secrets of enrollments that nobody confirmed in time.
pub const PENDING_ENROLLMENTS: Ending = ending("pending_enrollments", "expires_at <= $1");
pub const PASSKEY_CEREMONIES: Ending = ending("passkey_ceremonies", "expires_at <= $1");
pub const RECOGNIZED_BROWSERS: Ending = ending("recognized_browsers", "expires_at <= $1");
pub const TRUSTED_DEVICES: Ending = ending("trusted_devices", "expires_at <= $1");
/// With their refresh tokens.
pub const SESSIONS: Ending = ending("sessions", "(absolute_expires_at < $1 OR ended_at < $1)");
pub const SSO_DEPARTURES: Ending = ending("sso_departures", "expires_at <= $1");
pub const SSO_ARRIVALS: Ending = ending("sso_arrivals", "expires_at <= $1");
/// The last invitation of somebody who has not followed it stays, to be seen.
pub const MAILED_TOKENS: Ending =
    ending("mailed_tokens", "expires_at <= $1 AND NOT (kind = 'activation' AND used_at IS NULL)");
pub const OUTBOX: Ending = ending("outbox", "finished_at < $1");
pub const IDEMPOTENCY_KEYS: Ending = ending("idempotency_keys", "created_at <= $1");
pub const REMINDERS: Ending = ending("reminders", "deadline < $1");
/// Events' ids begin with their time in milliseconds (RFC 9562 section 5.7), so that nothing that stays is read.
pub const WEBHOOK_DELIVERIES: Ending = ending(
    "webhook_deliveries",
    "status <> 'queued' AND webhook_id IN (SELECT id FROM webhooks AS w WHERE w.org_id = d.org_id) AND event_id < \
     (lpad(to_hex((extract(epoch FROM $1) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid",
);
/// Those of webhooks that were deleted before the time.
pub const ORPHANED_DELIVERIES: Ending = ending(
    "webhook_deliveries",
    "webhook_id IN (SELECT id FROM webhooks AS w WHERE w.org_id = d.org_id \
                    AND w.disabled_because = 'deleted' AND w.disabled_at <= $1)",
);
/// Those that were deleted, once no delivery of them is left.
pub const WEBHOOKS: Ending = ending(
    "webhooks",
    "disabled_because = 'deleted' AND disabled_at < $1 AND NOT EXISTS \
     (SELECT FROM webhook_deliveries AS w WHERE w.org_id = d.org_id AND w.webhook_id = d.id)",
);
/// The counters of hours that throttle nobody any more.
pub const ADDRESS_FAILURES: Ending = global("address_failures", "window_start < $1");
/// The processes that went without a word.
pub const KEYRING_READERS: Ending = global("keyring_readers", "seen_at <= $1");

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = SqlUuid)]
    org_id: Uuid,
}

impl Ending {
    /// Whose rows they are, as the first so many of them tell; the installation's are nobody's.
    pub fn owners(
        &self,
        rx: &mut Rx,
        before: Timestamp,
        rows: i64,
    ) -> Result<Vec<Option<OrganizationId>>, Fault> {
        let Self { table, ended, of } = self;
        if matches!(of, Owner::Installation) {
            return Ok(vec![None]);
        }
        let query = format!(
            "SELECT DISTINCT org_id FROM (SELECT org_id FROM {table} AS d WHERE {ended} LIMIT $2) AS few"
        );
        let query = sql_query(query).bind::<Timestamptz, _>(before).bind::<BigInt, _>(rows);
        let found: Vec<Found> = query.load(rx.connection()?)?;
        Ok(found.into_iter().map(|found| Some(OrganizationId(found.org_id))).collect())
    }

    /// Deletes at most so many of an owner's; gives their number. A row that somebody else has locked is left for the next time.
    pub fn delete(
        &self,
        tx: &mut Tx,
        owner: Option<OrganizationId>,
        before: Timestamp,
        rows: i64,
    ) -> Result<usize, Fault> {
        let Self { table, ended, .. } = self;
        let of = if owner.is_some() { "org_id = $3 AND " } else { "" };
        // A `ctid` names a row for as long as that is locked.
        let query = sql_query(format!(
            "DELETE FROM {table} WHERE {of}ctid = ANY (ARRAY(SELECT d.ctid FROM {table} AS d WHERE {of}{ended} \
             LIMIT $2 FOR UPDATE OF d SKIP LOCKED))"
        ));
        let mut query = query.into_boxed::<Pg>().bind::<Timestamptz, _>(before).bind::<BigInt, _>(rows);
        if let Some(organization) = owner {
            query = query.bind::<SqlUuid, _>(organization.0);
        }
        Ok(query.execute(tx.connection()?)?)
    }
}
