//! What a session of the database has to be set to. Behind a pooler that lends a session for one transaction, whoever sets it up
//! is the pooler: what the service set would hold for whichever session came first.

use std::sync::Arc;

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl,
    connection::{CacheSize, SimpleConnection},
    r2d2::{self, CustomizeConnection},
    result::{Error, QueryResult},
    sql_query,
    sql_types::{Array, Text},
};

use super::{Rx, high_water::HighWater};
use crate::error::Fault;

/// As `pg_settings` shows them: times in milliseconds.
const SETTINGS: [(&str, &str); 7] = [
    ("timezone", "UTC"),
    ("statement_timeout", "8000"),
    ("lock_timeout", "5000"),
    ("idle_in_transaction_session_timeout", "15000"),
    ("client_min_messages", "warning"),
    ("jit", "off"),
    ("max_parallel_workers_per_gather", "0"),
];

/// What is done with each new connection before it is lent.
#[derive(Debug)]
pub(super) struct SessionSetup {
    pub sessions: bool,
    pub high_water: Arc<HighWater>,
}

impl CustomizeConnection<PgConnection, r2d2::Error> for SessionSetup {
    fn on_acquire(&self, connection: &mut PgConnection) -> Result<(), r2d2::Error> {
        let settle = |connection: &mut PgConnection| {
            if self.sessions {
                set_up(connection)?;
            } else {
                connection.set_prepared_statement_cache_size(CacheSize::Disabled);
            }
            // After a failover every connection is a new one: none is lent to a request before this is known.
            match self.high_water.is_lost() || !self.high_water.is_guarded() {
                false if self.high_water.is_behind(connection)? => Err(Error::BrokenTransactionManager),
                _ => Ok(()),
            }
        };
        settle(connection).map_err(r2d2::Error::QueryError)
    }
}

/// Sets a session up, and has it speak English where it may choose.
fn set_up(connection: &mut PgConnection) -> QueryResult<()> {
    let set: String = SETTINGS.map(|(name, value)| format!("SET {name} = '{value}'; ")).concat();
    connection.batch_execute(&format!(
        "{set}SELECT set_config('lc_messages', 'C', false) WHERE has_parameter_privilege('lc_messages', 'SET')"
    ))
}

#[derive(QueryableByName)]
struct Unset {
    #[diesel(sql_type = Text)]
    name: String,
}

/// What the session has to be set to and is not, as `name = value`.
pub fn unset(rx: &mut Rx) -> Result<Vec<String>, Fault> {
    let (names, values): (Vec<&str>, Vec<&str>) = SETTINGS.into_iter().unzip();
    let unset: Vec<Unset> = sql_query(
        "SELECT format('%s = %s', n.name, n.value) AS name FROM unnest($1, $2) AS n (name, value) \
         JOIN pg_settings AS s ON lower(s.name) = n.name WHERE s.setting <> n.value ORDER BY 1",
    )
    .bind::<Array<Text>, _>(names)
    .bind::<Array<Text>, _>(values)
    .load(rx.connection()?)?;
    Ok(unset.into_iter().map(|unset| unset.name).collect())
}
