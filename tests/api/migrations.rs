//! The schema: brought up by one process at a time, refused when it is not the program's, and ready to be sharded.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use chrono::{Datelike, Months, TimeDelta};
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use nightlatch::{
    app::StartError,
    clock::{Clock, SystemClock},
    store::migrations,
};
use serde_json::json;

use crate::support::{
    app::{self, TestApp},
    clock::TestClock,
    database::{Database, KEYRING, SERVICE_ROLE},
    shards::TENANT_TABLES,
};

fn start(database: &Database) -> Result<(), StartError> {
    app::start(app::settings(database), KEYRING.clone(), Arc::new(TestClock::new())).map(drop)
}

fn run(database: &Database) -> Vec<String> {
    migrations::run(&database.owner_url(), Some(SERVICE_ROLE), TestClock::start())
        .expect("the migrations run")
}

/// The files of each migration, the first first.
fn migration_folders() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let entries = fs::read_dir(folder).expect("migrations").map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Takes the last of the migrations that were run back.
fn take_back(database: &Database, folder: &Path) {
    let down = fs::read_to_string(folder.join("down.sql")).expect("it can be taken back");
    let last = "(SELECT max(version) FROM __diesel_schema_migrations)";
    database.execute(&format!("{down}; DELETE FROM __diesel_schema_migrations WHERE version = {last}"));
}

#[test]
fn an_empty_database_is_brought_up_once() {
    let database = Database::empty();
    assert!(!run(&database).is_empty());
    let schema = database.dump_schema();
    assert_eq!(run(&database), [""; 0]);
    assert_eq!(database.dump_schema(), schema);
    start(&database).expect("it fits");
}

#[test]
fn of_several_that_migrate_at_once_one_does() {
    let database = Database::empty();
    let ran: Vec<usize> = thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| run(&database).len())).collect();
        threads.into_iter().map(|thread| thread.join().expect("it ran")).collect()
    });
    assert_eq!(ran.iter().filter(|count| **count > 0).count(), 1, "{ran:?}");
    start(&database).expect("it fits");
}

#[test]
fn a_database_without_or_with_an_older_schema_is_refused() {
    let empty = Database::empty();
    assert!(matches!(start(&empty), Err(StartError::SchemaOlder)));
    assert_eq!(empty.count("pg_tables WHERE schemaname = 'public'"), 0);

    let database = Database::bootstrapped();
    let last = "(SELECT max(version) FROM __diesel_schema_migrations)";
    database.execute(&format!("DELETE FROM __diesel_schema_migrations WHERE version = {last}"));
    let before = database.dump();
    assert!(matches!(start(&database), Err(StartError::SchemaOlder)));
    assert_eq!(database.dump(), before);
}

#[test]
fn a_newer_schema_is_refused_by_start_and_migration() {
    let database = Database::bootstrapped();
    database.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99999999999999')");
    let before = database.dump();
    assert!(matches!(start(&database), Err(StartError::SchemaNewer)));
    assert!(migrations::run(&database.owner_url(), Some(SERVICE_ROLE), TestClock::start()).is_err());
    assert_eq!(database.dump(), before);
}

#[tokio::test]
async fn a_schema_that_changes_under_a_service_makes_it_not_ready() {
    let app = TestApp::start();
    app.clock.set(SystemClock.now());
    app.endpoint().get("/readyz").send().await.ok();
    let last = "(SELECT max(version) FROM __diesel_schema_migrations)";
    app.database.execute(&format!("DELETE FROM __diesel_schema_migrations WHERE version = {last}"));
    app.endpoint().get("/readyz").send().await.problem(503, "not_ready");
    app.forgive(503);
}

#[test]
fn each_migration_is_taken_back_and_made_again() {
    let database = Database::empty();
    run(&database);
    let schema = database.dump_schema();
    let mut seen = vec![schema.clone()];
    for folder in migration_folders().iter().skip(1).rev() {
        take_back(&database, folder);
        assert!(!seen.contains(&database.dump_schema()), "{}", folder.display());
        seen.push(database.dump_schema());
    }
    assert_eq!(run(&database).len(), seen.len() - 1);
    assert_eq!(database.dump_schema(), schema);
}

#[tokio::test]
async fn roles_from_before_their_times_were_kept_were_given_with_the_user() {
    let app = TestApp::start();
    app.clock.advance(TimeDelta::days(1));
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["manager", "member"]).await;
    app.clock.advance(TimeDelta::minutes(1));
    admin.change(&ada, json!({"roles": ["member"]})).await;
    let folders = migration_folders();
    let roles =
        folders.iter().position(|folder| folder.ends_with("2026-11-24-000003_roles")).expect("it is there");
    folders[roles..].iter().rev().for_each(|folder| take_back(&app.database, folder));
    let held = "SELECT role FROM user_roles ORDER BY role";
    assert_eq!(app.database.column(held), ["member", "superadmin"], "what was taken away does not come back");
    run(&app.database);
    let since_another_time =
        "user_roles AS r JOIN users AS u ON u.id = r.user_id WHERE r.granted_at <> u.created_at";
    assert_eq!(app.database.count(since_another_time), 0);
    assert_eq!(app.database.column(held), ["member", "superadmin"]);
}

#[tokio::test]
async fn who_signed_in_before_that_was_noted_is_known_by_their_sessions() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = app.member("ada").await;
    let bob = admin.create_user("bob", &["member"]).await;
    let seen = [admin.look_at(&ada).await, admin.look_at(&bob).await];
    app.clock.advance(TimeDelta::minutes(1));
    ada.clone().refresh().await;
    stop_noting_sign_ins(&app.database);
    run(&app.database);
    assert_eq!([admin.look_at(&ada).await, admin.look_at(&bob).await], seen);
    assert_eq!(seen[1]["lastSignInAt"], json!(null));
}

/// Takes back all migrations from the one that notes sign-ins on, and gives that one.
fn stop_noting_sign_ins(database: &Database) -> PathBuf {
    let folders = migration_folders();
    let noted = folders.iter().position(|folder| folder.ends_with("2026-11-26-000110_last_sign_ins"));
    let noted = noted.expect("it is there");
    folders[noted..].iter().rev().for_each(|folder| take_back(database, folder));
    folders[noted].clone()
}

#[tokio::test]
async fn sign_ins_begin_to_be_noted_while_somebody_is_about_to_change() {
    let app = TestApp::start();
    app.member("ada").await;
    let noted = fs::read_to_string(stop_noting_sign_ins(&app.database).join("up.sql")).expect("it is there");
    let mut changing = PgConnection::establish(&app.database.plain_url()).expect("the database is there");
    changing.batch_execute("BEGIN; SELECT FROM users FOR UPDATE").expect("nobody else is there");
    // Whoever waited for these rows would have the table that the change of them waits for.
    app.database.execute(&format!("BEGIN; SET LOCAL lock_timeout = '2s'; {noted} ROLLBACK"));
    changing.batch_execute("ROLLBACK").expect("it is still there");
    run(&app.database);
}

// Rules of the schema.

#[test]
fn every_key_of_a_tenant_table_begins_with_its_organization() {
    let database = Database::bootstrapped();
    let keys = database.column(&format!(
        "SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND conrelid IN ({TENANT_TABLES}) \
         AND (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) <> 'org_id'"
    ));
    assert_eq!(keys, [""; 0], "constraints");
    let indexes = database.column(&format!(
        "SELECT indexrelid::regclass FROM pg_index WHERE indrelid IN ({TENANT_TABLES}) \
         AND indexrelid NOT IN (SELECT oid FROM pg_class WHERE relam = (SELECT oid FROM pg_am WHERE amname = 'brin')) \
         AND (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = indkey[0]) <> 'org_id'"
    ));
    assert_eq!(indexes, [""; 0], "indexes");
    let keyless = database.column(&format!(
        "SELECT oid::regclass FROM ({TENANT_TABLES}) AS t \
         WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'p' AND conrelid = t.oid)"
    ));
    assert_eq!(keyless, [""; 0], "tables without a primary key");
}

#[test]
fn a_table_without_an_organization_is_one_of_few() {
    let database = Database::bootstrapped();
    let global = database.column(&format!(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') \
         AND NOT relispartition AND oid NOT IN ({TENANT_TABLES}) ORDER BY relname"
    ));
    let expected = [
        "__diesel_schema_migrations",
        "address_failures",
        "alarms",
        "digest_keys",
        "keyring_canaries",
        "keyring_readers",
        "login_directory",
        "organizations",
        "restorations",
        "turns",
    ];
    assert_eq!(global, expected);
}

#[test]
fn the_database_decides_nothing_by_itself() {
    let database = Database::bootstrapped();
    assert_eq!(database.count("pg_trigger WHERE NOT tgisinternal"), 0, "triggers");
    assert_eq!(database.count("pg_rules WHERE schemaname = 'public'"), 0, "rules");
    let functions = "pg_proc WHERE pronamespace = 'public'::regnamespace AND oid NOT IN \
         (SELECT objid FROM pg_depend WHERE classid = 'pg_proc'::regclass AND deptype = 'e')";
    assert_eq!(database.count(functions), 0, "functions but those of extensions");
    assert_eq!(database.count("pg_sequences"), 0, "sequences");
    // What is generated is a value of its own row alone.
    let defaults = "pg_attrdef AS d JOIN pg_class AS c ON c.oid = d.adrelid \
         JOIN pg_attribute AS a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated = '' \
         WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> '__diesel_schema_migrations'";
    assert_eq!(database.count(defaults), 0, "defaults");
}

#[test]
fn statements_use_no_value_of_the_databases_own() {
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("api/store");
    for entry in fs::read_dir(store).expect("the store") {
        let path = entry.expect("an entry").path();
        // How long something took is no value of a statement.
        let text = fs::read_to_string(&path).expect("a source file").replace("Instant::now()", "");
        for function in ["now()", "gen_random_uuid()", "random()", "LISTEN", "NOTIFY"] {
            assert!(!text.contains(function), "{} spells {function}", path.display());
        }
        let locks = text.contains("pg_advisory");
        assert!(!locks || path.ends_with("migrations.rs"), "{} takes an advisory lock", path.display());
    }
}

// The audit log's partitions.

fn partitions(database: &Database) -> Vec<String> {
    database.column(
        "SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'audit_events'::regclass \
         ORDER BY inhrelid::regclass::text",
    )
}

#[test]
fn this_month_and_the_twelve_after_it_have_their_partition() {
    let database = Database::empty();
    run(&database);
    let first = TestClock::start().date_naive().with_day(1).expect("a first day");
    let months = (0..=12).map(|ahead| (first + Months::new(ahead)).format("audit_events_%Y_%m").to_string());
    let mut expected: Vec<String> = months.chain(["audit_events_default".to_owned()]).collect();
    expected.sort();
    assert_eq!(partitions(&database), expected);

    let later = TestClock::start() + TimeDelta::days(31);
    migrations::run(&database.owner_url(), Some(SERVICE_ROLE), later).expect("run a month later");
    assert_eq!(partitions(&database).len(), expected.len() + 1);
}

#[tokio::test]
async fn an_event_goes_to_the_partition_of_its_month() {
    let app = TestApp::start();
    app.clock.advance(TimeDelta::days(31));
    app.admin().await;
    app.clock.advance(TimeDelta::days(3_650));
    app.admin().await;
    let (first, second) = (TestClock::start(), TestClock::start() + TimeDelta::days(31));
    let name = |time: chrono::DateTime<chrono::Utc>| time.format("audit_events_%Y_%m").to_string();
    let used = app.database.column("SELECT DISTINCT tableoid::regclass::text FROM audit_events ORDER BY 1");
    assert_eq!(used, [name(first), name(second), "audit_events_default".to_owned()]);
}
