//! Housekeeping: what has ended goes, a batch at a time, by one of the replicas, and holds up nobody.

use chrono::TimeDelta;
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use futures_util::future::join_all;
use nightlatch::{background, flows::housekeeping::INTERVAL};
use serde_json::json;

use crate::support::{app::TestApp, race::two_replicas};

/// More than two batches hold.
const MANY: usize = 2345;
/// After so long all has ended that is not a person's own.
const LONG: TimeDelta = TimeDelta::days(400);

/// Recognized browsers as the first one, but for their digests, which are those of the numbers.
fn copy_browsers(app: &TestApp, numbers: &str) {
    app.database.execute(&format!(
        "CREATE TEMPORARY TABLE copies AS SELECT number, b.* FROM generate_series({numbers}) AS number, \
             (SELECT * FROM recognized_browsers LIMIT 1) AS b; \
         UPDATE copies SET digest = sha256(number::text::bytea); \
         ALTER TABLE copies DROP COLUMN number; \
         INSERT INTO recognized_browsers SELECT * FROM copies"
    ));
}

#[tokio::test]
async fn what_has_ended_goes_in_batches_and_nothing_else() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    ada.sign_in_browser().await;
    copy_browsers(&app, &format!("1, {MANY}"));
    app.clock.advance(LONG);
    app.enrolled_member("bob").await.sign_in_browser().await;
    assert_eq!(app.database.count("recognized_browsers"), MANY + 2);
    let deleted = app.clean_up().await;
    assert!(deleted > MANY, "{deleted}");
    let left = ["recognized_browsers", "users", "authenticators"].map(|table| app.database.count(table));
    assert_eq!(left, [1, 3, 2]);
    ada.sign_in().await;
}

#[tokio::test]
async fn everything_that_ends_is_gone_in_the_end() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    ada.open_everything().await;
    app.member("bob").await.begin().await;
    app.admin().await.invite("carl", &["member"]).await;
    app.mail_to(&ada.email).await;
    let wrong = ada.endpoint.post("/v1/auth/login", json!({"email": ada.email, "password": "not hers"}));
    wrong.send().await.problem(401, "login_failed");
    let ending = [
        "challenges",
        "pending_enrollments",
        "sessions",
        "refresh_tokens",
        "recognized_browsers",
        "outbox",
        "address_failures",
    ];
    for table in ending {
        assert!(app.database.count(table) > 0, "{table} is there to begin with");
    }
    app.clock.advance(LONG);
    app.clean_up().await;
    for table in ending {
        assert_eq!(app.database.count(table), 0, "{table}");
    }
    assert_eq!(app.database.count("mailed_tokens"), 1, "an invitation is still to be seen");
}

#[tokio::test]
async fn one_replica_cleans_up_for_all_and_then_another_may() {
    let (app, _replica) = two_replicas();
    let services = app.services();
    for _ in 0..2 {
        let rounds = join_all(services.iter().map(background::clean_up)).await;
        assert_eq!(rounds.iter().flatten().count(), 1, "{rounds:?}");
        assert_eq!(background::clean_up(&services[0]).await, None, "not before its time");
        app.clock.advance(INTERVAL);
    }
}

#[tokio::test]
async fn a_clock_that_was_once_ahead_stops_nothing() {
    let app = TestApp::start();
    let right = app.clock_now();
    app.clock.advance(LONG);
    app.clean_up().await;
    app.clock.set(right);
    app.clean_up().await;
    assert_eq!(background::clean_up(&app.service()).await, None, "its turn was now");
}

#[tokio::test]
async fn it_waits_for_nobody_and_leaves_what_somebody_is_at_work_on() {
    let app = TestApp::start();
    app.enrolled_member("ada").await.sign_in_browser().await;
    copy_browsers(&app, "1, 3");
    app.clock.advance(LONG);
    let mut somebody = PgConnection::establish(&app.database.plain_url()).expect("it connects");
    somebody
        .batch_execute("BEGIN; SELECT FROM recognized_browsers WHERE digest = sha256('2'::bytea) FOR UPDATE")
        .expect("a row is locked");
    app.clean_up().await;
    assert_eq!(app.database.count("recognized_browsers"), 1);
    somebody.batch_execute("ROLLBACK").expect("it is free again");
    app.clock.advance(INTERVAL);
    app.clean_up().await;
    assert_eq!(app.database.count("recognized_browsers"), 0);
}
