//! I9: what the database cannot do now is worth another try after a while, and only what it never can is a defect.

use std::{num::NonZero, thread, time::Duration};

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{
    answer::Answer, app::TestApp, call::Call, database::Held, race::until, relay::Relay, service::Service,
};

/// From now on that happens, with all rights, to whoever is about to write an audit event.
fn trouble(app: &TestApp, statements: &str) {
    app.database.execute(&format!(
        "CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER \
         AS $body$BEGIN {statements}; RETURN NEW; END$body$; \
         CREATE TRIGGER trouble BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION trouble()"
    ));
}

fn end_trouble(app: &TestApp) {
    app.database.execute("DROP TRIGGER trouble ON audit_events; DROP FUNCTION trouble");
}

/// As the server says it (PostgreSQL, `errcodes.txt`).
fn raised(condition: &str, message: &str) -> String {
    format!("RAISE EXCEPTION USING ERRCODE = '{condition}', MESSAGE = '{message}'")
}

/// Holds all the events.
fn hold_events(app: &TestApp) -> Held {
    app.database.hold("LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE")
}

fn is_told_to_wait(answer: &Answer, why: &str) {
    assert_eq!(answer.status, 503, "{why}: {}", answer.text());
    let problem = answer.problem(503, "overloaded");
    assert_eq!(answer.header("retry-after"), Some(problem["retryAfter"].to_string().as_str()), "{why}");
}

fn may_have_happened(answer: &Answer) -> bool {
    answer.json()["detail"].as_str().is_some_and(|detail| detail.contains("may have happened"))
}

fn user(name: &str) -> Value {
    let email = format!("{name}@lock.example");
    json!({"email": email, "displayName": name, "roles": ["member"], "password": "a very long pass phrase"})
}

#[tokio::test]
async fn i9_what_the_server_lacks_is_worth_another_try() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let service = Service::new(&app, &app.admin().await, &["verify"]).await;
    // The first use of a key is noted.
    service.verify(&ada, &ada.phone().wrong_code()).await;
    let before = app.database.dump();
    let file = "could not extend file \"base/16384/24576\"";
    let spill = "SET LOCAL work_mem = '64kB'; SET LOCAL temp_file_limit = 0; \
                 PERFORM count(*) FROM (SELECT n FROM generate_series(1, 20000) AS n ORDER BY md5(n::text)) AS s";
    let cancel = "PERFORM pg_cancel_backend(pg_backend_pid()); PERFORM pg_sleep(8)";
    let terminate = "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(8)";
    let table = [
        ("full disk", raised("disk_full", &format!("{file}: No space left on device"))),
        (
            "part of a page",
            raised("disk_full", &format!("{file}: wrote only 4096 of 8192 bytes at block 7"))
                + ", HINT = 'Check free disk space.'",
        ),
        ("full temporary files", spill.to_owned()),
        ("memory", raised("out_of_memory", "out of memory")),
        ("too many locks", raised("out_of_memory", "out of shared memory")),
        (
            "failing disk",
            raised("io_error", "could not read block 7 in file \"base/1/2\": Input/output error"),
        ),
        ("a canceled statement", cancel.to_owned()),
        ("an ended connection", terminate.to_owned()),
        (
            "a standby",
            raised("read_only_sql_transaction", "cannot execute INSERT in a read-only transaction"),
        ),
        (
            "contention",
            raised("serialization_failure", "could not serialize access due to concurrent update"),
        ),
        ("deadlocks", raised("deadlock_detected", "deadlock detected")),
    ];
    let asked = table.len() * 2;
    for (what, statements) in table {
        trouble(&app, &statements);
        is_told_to_wait(&ada.login_call().send().await, what);
        is_told_to_wait(&service.verify_call(&ada, &ada.phone().wrong_code()).send().await, what);
        end_trouble(&app);
    }
    assert_eq!(app.forgive(503), asked);
    assert_eq!(app.database.dump(), before, "nothing was half done");
}

#[tokio::test]
async fn i9_what_the_server_never_does_is_a_defect() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    for statements in ["PERFORM 1 / 0", "PERFORM nothing()", "RAISE 'out of cheese'"] {
        trouble(&app, statements);
        ada.login_call().send().await.problem(500, "internal");
        end_trouble(&app);
    }
    app.forgive(500);
}

#[tokio::test]
async fn i9_a_connection_that_the_server_ends_is_no_defect() {
    let mut app = TestApp::start();
    let ada = app.member("ada").await;
    let relay = Relay::before(&app.database.url());
    let behind_relay = app.add_replica(|settings| {
        settings.database_url = relay.url();
        settings.database_pool = 1;
    });
    let ada = ada.at(&behind_relay);
    for _ in 0..10 {
        ada.get("/v1/me/session").send().await.expect(200);
        relay.cut();
        is_told_to_wait(&ada.get("/v1/me/session").send().await, "the connection has ended");
    }
    app.forgive(503);
}

#[tokio::test]
async fn i9_reads_and_writes_that_wait_too_long_for_a_lock_are_told_to_try_again() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = app.user("ada", &["member"]).await;
    let holder = hold_events(&app);
    let (read, write) = tokio::join!(admin.get("/v1/audit-events").send(), ada.login_call().send());
    holder.let_go();
    is_told_to_wait(&read, "a read");
    is_told_to_wait(&write, "a write");
    assert!(!may_have_happened(&read) && !may_have_happened(&write), "both were given up");
    app.forgive(503);
}

#[tokio::test]
async fn i9_whoever_is_not_answered_in_time_is_told_that_it_may_have_happened() {
    let mut app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let script = Service::new(&app, &app.admin().await, &["users.write"]).await;
    let create =
        |script: &Service| -> Call { script.post("/v1/users", user("new")).header("idempotency-key", "one") };
    let (first, second) = (ada.challenge().await, ada.challenge().await);
    let code = ada.phone().next_code();
    let hurried = app.add_replica(|settings| settings.answer_within = Duration::from_millis(300));

    let holder = hold_events(&app);
    for call in [ada.at(&hurried).verify(&first, &code), create(&script.at(&hurried))] {
        let late = call.send().await;
        is_told_to_wait(&late, "late");
        assert!(may_have_happened(&late), "{}", late.text());
    }
    let sessions = app.database.count("sessions");
    holder.let_go();

    until(async || app.database.count("sessions") > sessions).await;
    ada.verify(&second, &code).send().await.problem(401, "code_rejected");
    let again = create(&script).send().await;
    again.expect(201);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    app.forgive(503);
}

#[tokio::test]
async fn i9_whoever_waits_behind_those_who_wait_for_the_database_is_told_to_try_again() {
    let mut app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let hurried = ada.at(&app.add_replica(|settings| settings.answer_within = Duration::from_millis(300)));
    let holder = app.database.hold("LOCK TABLE login_directory IN ACCESS EXCLUSIVE MODE");
    // Whoever hashes takes a core, and waits with it.
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    for late in join_all((0..cores).map(|_| hurried.login_call().send())).await {
        is_told_to_wait(&late, "at the database");
        assert!(may_have_happened(&late), "{}", late.text());
    }
    let behind = hurried.login_call().send().await;
    is_told_to_wait(&behind, "behind them");
    assert!(!may_have_happened(&behind), "nothing was begun: {}", behind.text());
    holder.let_go();
    app.forgive(503);
}

#[tokio::test]
async fn i9_a_connection_lost_while_it_commits_leaves_it_open_what_happened() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.database.execute(
        "CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER \
         AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(8); RETURN NULL; END'; \
         CREATE CONSTRAINT TRIGGER leave AFTER INSERT ON users DEFERRABLE INITIALLY DEFERRED \
         FOR EACH ROW EXECUTE FUNCTION leave()",
    );
    let lost = admin.post("/v1/users", user("new")).send().await;
    is_told_to_wait(&lost, "lost");
    assert!(may_have_happened(&lost), "{}", lost.text());
    app.database.execute("DROP TRIGGER leave ON users");
    admin.post("/v1/users", user("new")).send().await.expect(201);
    app.forgive(503);
}
