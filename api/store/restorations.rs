//! Table `restorations`, and what is taken back once the database has lost a part of what was answered for.

use diesel::{
    connection::SimpleConnection,
    prelude::*,
    sql_query,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{Rx, Tx, schema::restorations};
use crate::{
    domain::{Timestamp, id::OrganizationId, seal::Position},
    error::Fault,
};

/// Notes a loss by the last event that should be there, so that no other process answers; unless one is noted already.
pub(super) fn note(connection: &mut PgConnection, event: Position) -> QueryResult<()> {
    let query = "INSERT INTO restorations (id, found_at) SELECT $1, $2 \
                 WHERE NOT EXISTS (SELECT FROM restorations WHERE settled_at IS NULL) ON CONFLICT DO NOTHING";
    let query = sql_query(query).bind::<SqlUuid, _>(event.id.0).bind::<Timestamptz, _>(event.occurred_at);
    query.execute(connection).map(drop)
}

/// Settles every loss, and notes one that was not found by itself: what happened before is forgiven.
pub fn settle(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), Fault> {
    let values = (restorations::id.eq(id), restorations::found_at.eq(now), restorations::settled_at.eq(now));
    diesel::insert_into(restorations::table).values(values).execute(tx.connection()?)?;
    let open = restorations::table.filter(restorations::settled_at.is_null());
    diesel::update(open).set(restorations::settled_at.eq(now)).execute(tx.connection()?)?;
    Ok(())
}

/// Every table of what is good for a while, once or until it is revoked.
const SHORT_LIVED: [&str; 11] = [
    "challenges",
    "email_codes",
    "enrollment_grants",
    "mailed_tokens",
    "passes",
    "passkey_ceremonies",
    "pending_enrollments",
    "recognized_browsers",
    "sso_arrivals",
    "sso_departures",
    "trusted_devices",
];

/// Ends everything of an organization that may have been used or revoked in the time that was lost: sessions, browsers,
/// devices, challenges, links, passes, codes of now and recovery codes.
pub fn take_back(tx: &mut Tx, organization: OrganizationId, now: Timestamp) -> Result<(), Fault> {
    // Of a large organization it takes a while.
    tx.connection()?.batch_execute("SET LOCAL statement_timeout = 0")?;
    for table in SHORT_LIVED {
        run(
            tx,
            &format!("UPDATE {table} SET expires_at = $2 WHERE org_id = $1 AND expires_at > $2"),
            organization,
            now,
        )?;
    }
    for statement in [
        "UPDATE sessions SET ended_at = $2, ended_because = 'restored' WHERE org_id = $1 AND ended_at IS NULL",
        // A code of the next step may have been accepted, too: phones are ahead at times (RFC 6238, section 5.2).
        "UPDATE authenticators SET last_step = greatest(last_step, floor(extract(epoch FROM $2) / period_seconds)::bigint + 1) \
         WHERE org_id = $1",
        "UPDATE recovery_codes SET withdrawn_at = $2 WHERE org_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL",
    ] {
        run(tx, statement, organization, now)?;
    }
    Ok(())
}

fn run(tx: &mut Tx, statement: &str, organization: OrganizationId, now: Timestamp) -> Result<(), Fault> {
    let statement = sql_query(statement).bind::<SqlUuid, _>(organization.0);
    statement.bind::<Timestamptz, _>(now).execute(tx.connection()?)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Latest {
    #[diesel(sql_type = diesel::sql_types::Nullable<Timestamptz>)]
    latest: Option<Timestamp>,
}

/// When the last thing happened in an organization that the database still knows of.
pub fn last_known(rx: &mut Rx, organization: OrganizationId) -> Result<Option<Timestamp>, Fault> {
    let query = "SELECT max(occurred_at) AS latest FROM audit_events WHERE org_id = $1";
    Ok(sql_query(query).bind::<SqlUuid, _>(organization.0).get_result::<Latest>(rx.connection()?)?.latest)
}

#[cfg(test)]
mod tests {
    use super::SHORT_LIVED;

    /// Of what has an end, what is no credential, and what is withdrawn by itself or by its owner.
    const OTHERS: [&str; 2] = ["api_keys", "outbox"];

    #[test]
    fn whatever_is_good_for_a_while_is_taken_back() {
        let tables = include_str!("schema.rs").split("diesel::table! {").skip(1);
        let ending = tables.filter(|table| table.contains("        expires_at -> "));
        let mut names: Vec<&str> =
            ending.map(|table| table.split('(').next().unwrap_or_default().trim()).collect();
        names.retain(|name| !OTHERS.contains(name));
        names.sort_unstable();
        assert_eq!(names, SHORT_LIVED);
    }
}
