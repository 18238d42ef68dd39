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

/// Why the schema was not brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    #[error("the database's schema is newer than this program")]
    SchemaNewer,
    #[error(
        "there is no role {0}: nothing was changed. Create it first, or give --service-role its right name"
    )]
    NoRole(String),
    #[error(transparent)]
    Broken(#[from] Fault),
}

/// Brings the schema up to date, makes the audit log's partitions, distributes the tables where there is Citus, and grants the role that the service connects as what it
/// needs, under an advisory lock on a connection of its own. Gives the names of the migrations that were run. Errors: the
/// schema is newer than this program, or there is no such role; then nothing was changed.
pub fn run(
    database_url: &SecretString,
    role: Option<&str>,
    now: Timestamp,
) -> Result<Vec<String>, MigrationError> {
    let mut connection = PgConnection::establish(database_url.expose_secret()).map_err(Fault::unavailable)?;
    let begin = format!("SET timezone = 'UTC'; SELECT pg_advisory_lock({LOCK})");
    connection.batch_execute(&begin).map_err(Fault::from)?;
    if state(&mut connection)? == SchemaState::Newer {
        return Err(MigrationError::SchemaNewer);
    }
    if let Some(role) = role
        && !grants::role_exists(&mut connection, role)?
    {
        return Err(MigrationError::NoRole(role.to_owned()));
    }
    Ok(migrate(&mut connection, role, now)?)
}

/// The lock goes with the connection.
fn migrate(connection: &mut PgConnection, role: Option<&str>, now: Timestamp) -> Result<Vec<String>, Fault> {
    let versions = connection.run_pending_migrations(MIGRATIONS).map_err(Fault::internal)?;
    let ran = versions.iter().map(ToString::to_string).collect();
    audit_partitions::make(connection, now)?;
    distribution::distribute(connection)?;
    role.map_or(Ok(()), |role| grants::grant(connection, role))?;
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
