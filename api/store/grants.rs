//! What the role that the service connects as may do: everything with the rows that it keeps, and of the audit log read and
//! append, so that nobody who has taken over the service can rewrite what it told.

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl, connection::SimpleConnection, sql_query,
    sql_types::Text,
};
use secrecy::{ExposeSecret, SecretString};

use super::Rx;
use crate::error::Fault;

/// Statements for each table, from what it is. Partitions are reached through their table alone.
const STATEMENTS: &str = "SELECT CASE \
         WHEN c.relispartition THEN format('REVOKE ALL ON %I FROM %I', c.relname, $1) \
         WHEN c.relname IN ('audit_events', 'audit_seals') \
             THEN format('REVOKE ALL ON %1$I FROM %2$I; GRANT SELECT, INSERT ON %1$I TO %2$I', c.relname, $1) \
         WHEN c.relname = '__diesel_schema_migrations' THEN format('GRANT SELECT ON %I TO %I', c.relname, $1) \
         ELSE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', c.relname, $1) END AS value \
     FROM pg_class AS c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') \
     UNION ALL SELECT format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), $1)";

#[derive(QueryableByName)]
struct Statement {
    #[diesel(sql_type = Text)]
    value: String,
}

/// Grants the role what the service needs. Errors: there is no such role, or the tables belong to somebody else.
pub(super) fn grant(connection: &mut PgConnection, role: &str) -> Result<(), Fault> {
    let statements: Vec<Statement> = sql_query(STATEMENTS).bind::<Text, _>(role).load(connection)?;
    let statements: Vec<String> = statements.into_iter().map(|statement| statement.value).collect();
    Ok(connection.batch_execute(&format!("BEGIN; {}; COMMIT", statements.join("; ")))?)
}

/// Whether the server has a role of that name.
pub(super) fn role_exists(connection: &mut PgConnection, role: &str) -> Result<bool, Fault> {
    let found = sql_query("SELECT rolname::text AS value FROM pg_roles WHERE rolname = $1");
    Ok(!found.bind::<Text, _>(role).load::<Statement>(connection)?.is_empty())
}

/// Makes the role where there is none, without a password: on a server of one's own.
pub fn make_role(database_url: &SecretString, role: &str) -> Result<(), Fault> {
    let mut connection = PgConnection::establish(database_url.expose_secret()).map_err(Fault::unavailable)?;
    let missing: Vec<Statement> = sql_query(
        "SELECT format('CREATE ROLE %I', $1) AS value WHERE $1 NOT IN (SELECT rolname FROM pg_roles)",
    )
    .bind::<Text, _>(role)
    .load(&mut connection)?;
    missing.iter().try_for_each(|statement| Ok(connection.batch_execute(&statement.value)?))
}

/// What the service could do to its own audit log that it should not be able to.
pub fn excess(rx: &mut Rx) -> Result<Vec<String>, Fault> {
    let query = "SELECT privilege AS value FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege \
                 WHERE has_table_privilege(current_user, 'audit_events', privilege) \
                 OR has_table_privilege(current_user, 'audit_seals', privilege)";
    let privileges: Vec<Statement> = sql_query(query).load(rx.connection()?)?;
    Ok(privileges.into_iter().map(|privilege| privilege.value).collect())
}
