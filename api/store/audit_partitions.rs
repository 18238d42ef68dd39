//! The partitions of table `audit_events`: one for each month.

use chrono::{Datelike, Months, NaiveDate, TimeZone, Utc};
use diesel::{
    PgConnection,
    connection::SimpleConnection,
    prelude::*,
    sql_query,
    sql_types::{Bool, Text},
};

use super::{Rx, Tx};
use crate::{domain::Timestamp, error::Fault};

/// So many months ahead have their partition.
const MONTHS_AHEAD: u32 = 12;

/// Makes the partitions of this month and a year ahead, where they are missing.
pub(super) fn make(connection: &mut PgConnection, now: Timestamp) -> Result<(), Fault> {
    let first = NaiveDate::from_ymd_opt(now.year(), now.month(), 1)
        .ok_or_else(|| Fault::internal("a month without a first day"))?;
    for ahead in 0..=MONTHS_AHEAD {
        let (from, to) = (first + Months::new(ahead), first + Months::new(ahead + 1));
        let [lower, upper] =
            [from, to].map(|day| Utc.from_utc_datetime(&day.and_time(chrono::NaiveTime::MIN)).to_rfc3339());
        // Rows that came before their partition stay where they are: it could not be made beside them.
        let strays = default_holds(connection, &lower, &upper)?;
        if strays {
            continue;
        }
        connection.batch_execute(&format!(
            "CREATE TABLE IF NOT EXISTS audit_events_{} PARTITION OF audit_events \
             FOR VALUES FROM ('{lower}') TO ('{upper}')",
            from.format("%Y_%m"),
        ))?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Month {
    #[diesel(sql_type = Text)]
    month: String,
}

/// The months before that time that have a partition, as `2026_11`.
pub fn months_before(rx: &mut Rx, before: Timestamp) -> Result<Vec<String>, Fault> {
    let query = "SELECT substr(c.relname, 14) AS month FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid \
                 WHERE i.inhparent = 'audit_events'::regclass AND c.relname ~ '^audit_events_[0-9]{4}_[0-9]{2}$' \
                 AND substr(c.relname, 14) < $1 ORDER BY 1";
    let months: Vec<Month> =
        sql_query(query).bind::<Text, _>(before.format("%Y_%m").to_string()).load(rx.connection()?)?;
    Ok(months.into_iter().map(|month| month.month).collect())
}

/// Drops a month of [`months_before`], for the owner of the table.
pub fn drop_month(tx: &mut Tx, month: &str) -> Result<(), Fault> {
    Ok(tx.connection()?.batch_execute(&format!("DROP TABLE audit_events_{month}"))?)
}

#[derive(QueryableByName)]
struct Holds {
    #[diesel(sql_type = Bool)]
    holds: bool,
}

/// Whether the partition for everything else has events of that time.
fn default_holds(connection: &mut PgConnection, lower: &str, upper: &str) -> Result<bool, Fault> {
    let query = "SELECT EXISTS (SELECT 1 FROM audit_events_default \
                 WHERE occurred_at >= $1::timestamptz AND occurred_at < $2::timestamptz) AS holds";
    let found: Holds =
        sql_query(query).bind::<Text, _>(lower).bind::<Text, _>(upper).get_result(connection)?;
    Ok(found.holds)
}
