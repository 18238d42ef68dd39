//! Where rows are in a database that Citus shards by organization: a step of every migration, which does nothing without Citus.

use diesel::{
    PgConnection, QueryableByName, RunQueryDsl,
    result::QueryResult,
    sql_query,
    sql_types::{Nullable, Text},
};

/// The next table that is not distributed yet, with the column that says on which shard a row is: after all that it refers to,
/// as Citus demands. Small tables of the installation have no such column: they are on every node.
const NEXT: &str = "SELECT format('%I.%I', n.nspname, c.relname) AS name, CASE \
         WHEN c.relname = 'login_directory' THEN 'email' WHEN c.relname = 'address_failures' THEN 'address' \
         WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'org_id') THEN 'org_id' END AS \"column\" \
     FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace \
     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition \
     AND c.relname <> '__diesel_schema_migrations' \
     AND c.oid NOT IN (SELECT logicalrelid FROM pg_dist_partition) \
     AND NOT EXISTS (SELECT FROM pg_constraint AS f WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid <> c.oid \
         AND f.confrelid NOT IN (SELECT logicalrelid FROM pg_dist_partition)) \
     ORDER BY c.relname LIMIT 1";

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Text>)]
    column: Option<String>,
}

#[derive(QueryableByName)]
struct Extension {
    #[diesel(sql_type = Text)]
    #[expect(dead_code, reason = "whether there is one is what counts")]
    extname: String,
}

/// Distributes what is not, one table after the other; what was done stays done where a later one fails.
pub(super) fn distribute(connection: &mut PgConnection) -> QueryResult<()> {
    let citus = "SELECT extname::text FROM pg_extension WHERE extname = 'citus'";
    if sql_query(citus).load::<Extension>(connection)?.is_empty() {
        return Ok(());
    }
    while let Some(table) = sql_query(NEXT).load::<Table>(connection)?.pop() {
        match table.column {
            Some(column) => sql_query("SELECT create_distributed_table($1::regclass, $2)")
                .bind::<Text, _>(table.name)
                .bind::<Text, _>(column)
                .execute(connection)?,
            None => sql_query("SELECT create_reference_table($1::regclass)")
                .bind::<Text, _>(table.name)
                .execute(connection)?,
        };
    }
    Ok(())
}
