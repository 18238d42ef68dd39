//! Ready for Citus, which shards by organization: the step that distributes, and what migrations and statements have to keep to.
//! With an empty database of Citus in NIGHTLATCH_TEST_CITUS_URL it is also tried there: `make test-citus`.

use std::{collections::BTreeMap, fs, path::Path};

use nightlatch::store::migrations;

use crate::support::{
    app::{self, TestApp},
    clock::TestClock,
    database::{Database, SERVICE_ROLE},
    race::one_code_over_fifty_challenges,
    shards::{self, TENANT_TABLES},
};

/// What Citus has by these names, as far as the step asks for it. It notes what it is told, in that order.
const STAND_IN: &str = "CREATE TABLE pg_dist_partition (logicalrelid regclass PRIMARY KEY, partkey text, at serial); \
     CREATE FUNCTION create_distributed_table(regclass, text) RETURNS void LANGUAGE sql \
         AS 'INSERT INTO pg_dist_partition VALUES ($1, $2)'; \
     CREATE FUNCTION create_reference_table(regclass) RETURNS void LANGUAGE sql \
         AS 'INSERT INTO pg_dist_partition VALUES ($1, NULL)'; \
     INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion) \
         VALUES (99999, 'citus', 10, 'pg_catalog'::regnamespace, false, '0')";

fn migrate(database: &Database) {
    migrations::run(&database.owner_url(), Some(SERVICE_ROLE), TestClock::start()).expect("they run");
}

#[test]
fn each_table_is_distributed_once_and_after_all_that_it_refers_to() {
    let database = Database::bootstrapped();
    database.execute(STAND_IN);
    // A stand-in's own table is no table of the service.
    database.execute("INSERT INTO pg_dist_partition VALUES ('pg_dist_partition', NULL)");
    migrate(&database);
    let distributed =
        database.column("SELECT logicalrelid FROM pg_dist_partition WHERE partkey = 'org_id' ORDER BY 1");
    let tenants = database.column(&format!("SELECT oid::regclass FROM ({TENANT_TABLES}) AS t ORDER BY 1"));
    assert!(tenants.len() > 20 && distributed == tenants, "{distributed:?}, and not {tenants:?}");
    let others: BTreeMap<_, _> = database
        .column("SELECT concat_ws(' ', logicalrelid, partkey) FROM pg_dist_partition WHERE partkey IN ('email', 'address')")
        .into_iter()
        .map(|row| row.split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned())).expect("two words"))
        .collect();
    let expected = [("address_failures", "address"), ("login_directory", "email")];
    assert_eq!(others, expected.map(|(a, b)| (a.to_owned(), b.to_owned())).into());
    let left = "pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition \
         AND oid NOT IN (SELECT logicalrelid FROM pg_dist_partition) AND relname <> '__diesel_schema_migrations'";
    assert_eq!(database.count(left), 0);
    let too_early = "pg_constraint AS f JOIN pg_dist_partition AS a ON a.logicalrelid = f.conrelid \
         JOIN pg_dist_partition AS b ON b.logicalrelid = f.confrelid WHERE f.contype = 'f' AND a.at < b.at";
    assert_eq!(database.count(too_early), 0);

    let before = database.dump();
    migrate(&database);
    assert_eq!(database.dump(), before, "the second time nothing is left to do");
}

/// The last migration from before a schema could be distributed.
const BEFORE: &str = "2026-11-26-000113_users_by_creation";

#[test]
fn a_migration_of_what_is_distributed_defines_one_thing() {
    assert_eq!(
        definitions("CREATE TABLE a (b int); -- DROP;\nALTER TABLE a ADD c int;\nUPDATE a SET c = 1"),
        2
    );
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("migrations").map(|entry| entry.expect("an entry")) {
        let name = entry.file_name().into_string().expect("a name");
        let up = fs::read_to_string(entry.path().join("up.sql")).expect("it is there");
        seen += usize::from(definitions(&up) > 0);
        assert!(*name <= *BEFORE || definitions(&up) <= 1, "{name}: a file for each CREATE, ALTER or DROP");
    }
    assert!(seen > 20, "{seen} define something");
}

/// How many statements of a file define something.
fn definitions(file: &str) -> usize {
    let lines = file.lines().map(|line| line.split("--").next().unwrap_or_default());
    let text = lines.collect::<Vec<_>>().join("\n");
    let defines =
        |statement: &&str| ["CREATE", "ALTER", "DROP"].iter().any(|verb| statement.trim().starts_with(verb));
    text.split(';').filter(defines).count()
}

#[test]
fn a_statement_without_its_organization_is_found() {
    for stray in [
        "SELECT id FROM users WHERE email = $1",
        "UPDATE \"sessions\" SET \"ended_at\" = $1 WHERE (\"sessions\".\"id\" = $2)",
        "DELETE FROM outbox WHERE finished_at < $1 AND kind <> 'org_id = $1'",
    ] {
        assert!(shards::goes_everywhere(stray), "{stray}");
    }
    for fine in [
        "SELECT \"users\".\"id\" FROM \"users\" WHERE ((\"users\".\"org_id\" = $1) AND (\"users\".\"id\" = $2))",
        "INSERT INTO \"passes\" (\"org_id\", \"user_id\") VALUES ($1, $2)",
        "SELECT name FROM organizations",
    ] {
        assert!(!shards::goes_everywhere(fine), "{fine}");
    }
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "whoever asks for this test is told that it was not run")]
async fn several_nodes_answer_as_one_does() {
    let Some(database) = Database::of_citus() else {
        return println!("NOT RUN: no database of Citus in NIGHTLATCH_TEST_CITUS_URL");
    };
    database.migrate();
    let left =
        format!("({TENANT_TABLES}) AS t WHERE oid NOT IN (SELECT logicalrelid FROM pg_dist_partition)");
    assert_eq!(database.count(&left), 0);
    app::bootstrap(&database);
    let mut app = TestApp::over(database);
    let replica = app.add_replica(|_| {});
    one_code_over_fifty_challenges(&app, &replica).await;
}
