//! The database server itself: its clock, its durability and its language.

use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};

use super::Rx;
use crate::{domain::Timestamp, error::Fault};

#[derive(QueryableByName)]
struct ServerTime {
    #[diesel(sql_type = diesel::sql_types::Timestamptz)]
    now: Timestamp,
}

/// The server's clock.
pub fn time(rx: &mut Rx) -> Result<Timestamp, Fault> {
    Ok(sql_query("SELECT clock_timestamp() AS now").get_result::<ServerTime>(rx.connection()?)?.now)
}

#[derive(QueryableByName)]
struct Setting {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The settings under which a crash of the server could forget what was answered.
pub fn unsafe_settings(rx: &mut Rx) -> Result<Vec<String>, Fault> {
    let settings: Vec<Setting> = sql_query(
        "SELECT name FROM pg_settings \
         WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'",
    )
    .load(rx.connection()?)?;
    Ok(settings.into_iter().map(|setting| setting.name).collect())
}

/// The language in which the server tells of errors to the service, where it is not the one that `store::errors` reads.
pub fn foreign_language(rx: &mut Rx) -> Result<Option<String>, Fault> {
    let query = "SELECT setting AS name FROM pg_settings WHERE name = 'lc_messages' AND setting !~* '^(c|posix|en.*)?([.].*)?$'";
    let foreign: Vec<Setting> = sql_query(query).load(rx.connection()?)?;
    Ok(foreign.into_iter().next().map(|setting| setting.name))
}
