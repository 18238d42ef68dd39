//! Migrations: embedded, run by one process at a time, and compared with what the program knows.

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    migration::{Migration, MigrationSource},
    pg::Pg,
    sql_query,
    sql_types::Text,
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use secrecy::{ExposeSecret, SecretString};

use super::{Db, audit_partitions, distribution, grants};
use crate::{domain::Timestamp, error::Fault};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Key of the advisory lock, "nightlat" in ASCII.
const LOCK: i64 = 0x6e69_6768_746c_6174;

/// How the database's schema compares with the program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaState {
    Current,
    /// Migrations are to be run.
    Older,
    /// The database belongs to a newer program.
    Newer,
}

/// Brings the schema up to date, makes the audit log's partitions, distributes the tables where there is Citus, and grants the role that the service connects as what it
/// needs, under an advisory lock on a connection of its own. Gives the names of the migrations that were run. Errors: the
/// schema is newer than this program, or there is no such role.
pub fn run(database_url: &SecretString, role: Option<&str>, now: Timestamp) -> Result<Vec<String>, Fault> {
    let mut connection = PgConnection::establish(database_url.expose_secret()).map_err(Fault::unavailable)?;
    connection.batch_execute(&format!("SET timezone = 'UTC'; SELECT pg_advisory_lock({LOCK})"))?;
    if state(&mut connection)? == SchemaState::Newer {
        return Err(Fault::internal("the database's schema is newer than this program"));
    }
    let versions = connection.run_pending_migrations(MIGRATIONS).map_err(Fault::internal)?;
    let ran = versions.iter().map(ToString::to_string).collect();
    audit_partitions::make(&mut connection, now)?;
    distribution::distribute(&mut connection)?;
    role.map_or(Ok(()), |role| grants::grant(&mut connection, role))?;
    // The lock goes with the connection.
    Ok(ran)
}

impl Db {
    /// How the database's schema compares with this program's.
    pub fn schema_state(&self) -> Result<SchemaState, Fault> {
        self.read(|rx| state(rx.connection()?))
    }
}

/// The schema that this program knows: the version of its last migration.
pub fn latest() -> Result<String, Fault> {
    known()?.into_iter().max().ok_or_else(|| Fault::internal("there are no migrations"))
}

fn known() -> Result<Vec<String>, Fault> {
    let migrations: Vec<Box<dyn Migration<Pg>>> = MIGRATIONS.migrations().map_err(Fault::internal)?;
    Ok(migrations.iter().map(|migration| migration.name().version().to_string()).collect())
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

fn state(connection: &mut PgConnection) -> Result<SchemaState, Fault> {
    let known = known()?;
    // Also for a role that may not read it: that is another fault.
    let table = "SELECT relname::text AS version FROM pg_class WHERE relname = '__diesel_schema_migrations' \
                 AND relnamespace = current_schema()::regnamespace";
    if sql_query(table).load::<Applied>(connection)?.is_empty() {
        return Ok(SchemaState::Older);
    }
    let applied: Vec<Applied> =
        sql_query("SELECT version::text FROM __diesel_schema_migrations").load(connection)?;
    let is_known = |applied: &Applied| known.contains(&applied.version);
    Ok(if !applied.iter().all(is_known) {
        SchemaState::Newer
    } else if applied.len() < known.len() {
        SchemaState::Older
    } else {
        SchemaState::Current
    })
}
