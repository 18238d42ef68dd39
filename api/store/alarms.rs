//! Table `alarms`, and the failures for which they are given.

use diesel::{
    prelude::*,
    query_dsl::methods::FilterDsl,
    sql_query,
    sql_types::{Text, Timestamptz, Uuid as SqlUuid},
    upsert::excluded,
};

use super::{Rx, Total, Tx, schema::alarms};
use crate::{
    domain::{Timestamp, audit::Action, id::INSTALLATION},
    error::Fault,
};

/// Notes that an alarm was given; false where it was since then already.
pub fn note(tx: &mut Tx, kind: &str, since: Timestamp, now: Timestamp) -> Result<bool, Fault> {
    let given = diesel::insert_into(alarms::table)
        .values((alarms::kind.eq(kind), alarms::given_at.eq(now)))
        .on_conflict(alarms::kind)
        .do_update()
        .set(alarms::given_at.eq(excluded(alarms::given_at)))
        .filter(alarms::given_at.le(since));
    Ok(given.execute(tx.connection()?)? == 1)
}

/// Failures of that kind in all organizations, from the first time on until before the second. By the index of failures, so that
/// what succeeds costs nothing; its predicate has to be said.
pub fn failures(rx: &mut Rx, of: Action, (from, to): (Timestamp, Timestamp)) -> Result<i64, Fault> {
    let query = "SELECT count(*) AS total FROM (SELECT id FROM organizations UNION ALL SELECT $1) AS o \
         CROSS JOIN LATERAL (SELECT FROM audit_events AS e \
             WHERE e.org_id = o.id AND e.occurred_at >= $2 AND e.occurred_at < $3 \
               AND e.action IN ('login.failed', 'code.rejected') AND e.action = $4) AS f";
    let query = sql_query(query)
        .bind::<SqlUuid, _>(INSTALLATION.0)
        .bind::<Timestamptz, _>(from)
        .bind::<Timestamptz, _>(to)
        .bind::<Text, _>(of.name());
    Ok(query.get_result::<Total>(rx.connection()?)?.total)
}
