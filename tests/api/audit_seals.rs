//! The seals of the audit log: whoever changes it behind the service's back, a superuser of the database included, is found out,
//! and told what it was.

use std::thread;

use chrono::TimeDelta;
use nightlatch::{
    background,
    clock::Clock,
    domain::audit::Origin,
    flows::{Operation, audit_seals::SealingRound},
};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    audit_log::{ORGANIZATION, audit, check, seal, sealed_log, victim},
    race::AT_ONCE,
    service::Service,
    statements::{self, Statement},
    webhooks::with_a_hook,
};

#[tokio::test]
async fn a_log_that_nobody_touched_is_whole() {
    let (app, admin) = sealed_log().await;
    let (findings, [seals, events, unsealed]) = check(&admin).await;
    assert_eq!(findings, [json!(null); 0]);
    let there = app.database.count(&format!("audit_events WHERE org_id = {ORGANIZATION}"));
    assert_eq!((seals, events + unsealed), (4, u64::try_from(there).unwrap()));
    // The event that the first seal of the day is told by was sealed with the second.
    assert_eq!(unsealed, 0);
    assert_eq!(seal(&app), 0, "nothing is sealed twice");

    let (code, logs) = audit(&app, &["verify"]);
    assert_eq!((code, logs.len()), (Some(0), 2), "{logs:?}");
    assert_eq!(logs[1]["events"], events);
    assert_eq!(logs[1]["findings"], json!([]));
}

#[tokio::test]
async fn what_a_superuser_of_the_database_does_is_found_and_named() {
    let (app, admin) = sealed_log().await;
    let event = victim(&app);
    let kept = "CREATE TABLE kept AS SELECT * FROM audit_events WHERE id =";
    let back = "DELETE FROM audit_events WHERE id IN (SELECT id FROM kept); INSERT INTO audit_events TABLE kept; DROP TABLE kept";
    let forged = "00000000-0000-7000-8000-000000000001";
    let tail = app.database.column("SELECT id FROM audit_events ORDER BY occurred_at DESC, id DESC LIMIT 1");
    let tail = &tail[0];
    let copy = format!(
        "INSERT INTO audit_events (org_id, occurred_at, id, action, outcome, detail, proof) \
         SELECT org_id, occurred_at, '{forged}', action, outcome, detail, proof FROM audit_events WHERE id = '{event}'"
    );
    for (tampering, undoing, kind, named) in [
        (
            format!("{kept} '{event}'; UPDATE audit_events SET outcome = 'failure' WHERE id = '{event}'"),
            back.to_owned(),
            "altered",
            event.as_str(),
        ),
        (
            format!(
                "{kept} '{event}'; UPDATE audit_events SET detail = detail || '{{\"by\": \"me\"}}' WHERE id = '{event}'"
            ),
            back.to_owned(),
            "altered",
            event.as_str(),
        ),
        (
            format!("{kept} '{event}'; DELETE FROM audit_events WHERE id = '{event}'"),
            back.to_owned(),
            "missing",
            event.as_str(),
        ),
        (
            format!("{kept} '{tail}'; DELETE FROM audit_events WHERE id = '{tail}'"),
            back.to_owned(),
            "missing",
            tail.as_str(),
        ),
        (copy, format!("DELETE FROM audit_events WHERE id = '{forged}'"), "inserted", forged),
        (
            format!(
                "INSERT INTO audit_events (org_id, occurred_at, id, action, outcome, detail) SELECT id, \
                 now() - interval '1 day', '{forged}', 'login.succeeded', 'success', '{{}}' FROM organizations"
            ),
            format!("DELETE FROM audit_events WHERE id = '{forged}'"),
            "inserted",
            forged,
        ),
    ] {
        app.database.execute(&tampering);
        let (findings, _) = check(&admin).await;
        assert_eq!(findings.len(), 1, "{tampering}: {findings:?}");
        assert_eq!(
            (&findings[0]["kind"], &findings[0]["eventId"]),
            (&json!(kind), &json!(named)),
            "{tampering}"
        );
        let (code, logs) = audit(&app, &["verify"]);
        assert_eq!(code, Some(1));
        assert_eq!(logs[1]["findings"], json!(findings), "the command says the same");
        app.database.execute(&undoing);
    }
    assert_eq!(check(&admin).await.0, [json!(null); 0]);
}

#[tokio::test]
async fn what_is_slipped_in_is_never_sealed() {
    let (app, admin) = sealed_log().await;
    let now = app.clock_now();
    app.database.execute(&format!(
        "INSERT INTO audit_events (org_id, occurred_at, id, action, outcome, detail) SELECT id, '{now}', \
         gen_random_uuid(), 'login.succeeded', 'success', '{{}}' FROM organizations, generate_series(1, 1500)"
    ));
    let joan = app.member("rosalind").await;
    assert_eq!(seal(&app), 3, "they do not crowd out what was written here: {}", joan.email);
    let (findings, [.., unsealed]) = check(&admin).await;
    assert_eq!((findings.len(), unsealed), (1500, 0));
    assert!(findings.iter().all(|finding| finding["kind"] == "inserted"));
    app.database.execute("DELETE FROM audit_events WHERE proof IS NULL");
}

#[tokio::test]
async fn a_seal_is_found_as_well() {
    let (app, admin) = sealed_log().await;
    let event = victim(&app);
    let kept = "CREATE TABLE kept AS TABLE audit_seals";
    let back = "DELETE FROM audit_seals; INSERT INTO audit_seals TABLE kept; DROP TABLE kept";
    for (tampering, kind, seal) in [
        ("DELETE FROM audit_seals WHERE number = 2".to_owned(), "sealMissing", 2),
        ("DELETE FROM audit_seals WHERE number = 1".to_owned(), "sealMissing", 1),
        (
            "UPDATE audit_seals SET made_at = made_at + interval '1 s' WHERE number = 3".to_owned(),
            "sealBroken",
            3,
        ),
        (
            "UPDATE audit_seals SET gone_before = made_at + interval '1 day' WHERE number = 4".to_owned(),
            "sealBroken",
            4,
        ),
        ("UPDATE audit_seals SET entries = NULL WHERE number = 2".to_owned(), "sealBroken", 2),
        ("UPDATE audit_seals SET mac = '\\x00' WHERE number = 4".to_owned(), "sealBroken", 4),
        ("UPDATE audit_seals SET checkpoint = 'a.b.c' WHERE number = 2".to_owned(), "sealBroken", 2),
        // Without the keys, whoever recomputes what has no key gets no further.
        (
            "UPDATE audit_seals SET entries = overlay(entries PLACING '\\x00' FROM 30), \
             entries_digest = sha256(overlay(entries PLACING '\\x00' FROM 30)) WHERE number = 2"
                .to_owned(),
            "sealBroken",
            2,
        ),
    ] {
        app.database.execute(&format!("{kept}; {tampering}"));
        let (findings, _) = check(&admin).await;
        let first = findings.iter().find(|finding| finding["eventId"].is_null()).expect("a seal is found");
        assert_eq!(
            (&first["kind"], &first["seal"]),
            (&json!(kind), &json!(seal)),
            "{tampering}: {findings:?}"
        );
        app.database.execute(back);
    }
    assert_eq!(check(&admin).await.0, [json!(null); 0], "{event}");
}

#[tokio::test]
async fn replicas_that_seal_at_once_make_one_chain() {
    let mut app = TestApp::start();
    app.add_replica(|_| {});
    let admin = app.admin().await;
    for name in ["ada", "grace"] {
        app.member(name).await;
    }
    app.clock.advance(TimeDelta::seconds(3));
    let services = app.services();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE)
            .map(|number| {
                let service = &services[number % 2];
                scope.spawn(move || {
                    let origin = Origin::default();
                    let op = Operation::begin(service, &origin);
                    SealingRound::recent(&op).and_then(|round| round.finish(&op)).expect("it is sealed")
                })
            })
            .collect();
        let sealed: usize = threads.into_iter().map(|thread| thread.join().expect("it ends")).sum();
        let there = app.database.count("audit_events WHERE action <> 'audit.checkpointed'");
        assert_eq!(sealed, there, "each event once");
    });
    assert_eq!(check(&admin).await.0, [json!(null); 0]);
    assert_eq!(app.database.count("audit_events WHERE action = 'audit.checkpointed'"), 1);
}

/// As ids in SQL, as [`ORGANIZATION`].
const INSTALLATION: &str = "'00000000-0000-0000-0000-000000000000'::uuid";

#[tokio::test]
async fn where_one_organization_cannot_be_sealed_the_others_are() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    app.database.execute(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$",
    );
    let seals = |of: &str| app.database.count(&format!("audit_seals WHERE org_id = {of}"));
    // Whichever comes first.
    for (kept, sealed) in [(ORGANIZATION, INSTALLATION), (INSTALLATION, ORGANIZATION)] {
        for email in [&ada.email, "nobody@lock.example"] {
            let wrong = json!({"email": email, "password": "a guess that is wrong"});
            ada.endpoint.post("/v1/auth/login", wrong).send().await.problem(401, "login_failed");
        }
        app.clock.advance(TimeDelta::seconds(3));
        let before = [seals(kept), seals(sealed)];
        let refused = app.database.column(&format!("SELECT {kept}")).remove(0);
        app.database.execute(&format!(
            "CREATE TRIGGER refusing BEFORE INSERT ON audit_seals FOR EACH ROW WHEN (NEW.org_id = '{refused}') \
             EXECUTE FUNCTION refuse()"
        ));
        assert!(background::seal_recent(&app.service()).await > Some(0));
        assert_eq!([seals(kept), seals(sealed)], [before[0], before[1] + 1]);
        app.database.execute("DROP TRIGGER refusing ON audit_seals");
        assert!(background::seal_recent(&app.service()).await > Some(0));
        assert_eq!(seals(kept), before[0] + 1, "it is made up for");
    }
}

/// Somebody who asks often.
struct Busy(Service);

impl Busy {
    /// Hundreds of questions, each of them an event.
    async fn ask(&self, hundreds: usize) {
        let nobody = json!({"email": "nobody@lock.example", "code": "123456"});
        for _ in 0..hundreds {
            self.0.post("/v1/verify/batch", json!({"items": vec![&nobody; 100]})).send().await.ok();
        }
    }
}

async fn busy_door(app: &TestApp, admin: &Actor) -> Busy {
    let body = json!({"name": "Door control", "scopes": ["verify"], "callsPerMinute": 6000});
    let key = admin.post("/v1/api-keys", body).send().await.expect(201);
    Busy(Service::new(app, admin, &["verify"]).await.showing(text(&key["key"])))
}

#[tokio::test]
async fn several_seals_at_once_look_but_once_at_what_was_sealed() {
    statements::listen();
    let (app, admin) = sealed_log().await;
    busy_door(&app, &admin).await.ask(25).await;
    let before = app.database.count("audit_seals");
    let (sealed, asked) = statements::during(&app.database, async { seal(&app) }).await;
    assert!((2_500..2_600).contains(&sealed), "{sealed} events");
    assert_eq!(app.database.count("audit_seals"), before + 3);
    let looks = |statement: &&Statement| statement.text.starts_with(r#"SELECT "audit_seals"."entries" FROM"#);
    assert_eq!(asked.iter().filter(looks).count(), 1);
    let admin = app.admin().await;
    assert!(seal(&app) > 0, "what came after");
    let (findings, [_, events, unsealed]) = check(&admin).await;
    let there = app.database.count(&format!("audit_events WHERE org_id = {ORGANIZATION}"));
    let there = u64::try_from(there).expect("a number");
    assert_eq!((findings, unsealed), (Vec::new(), 0));
    assert_eq!(events, there, "each once");
}

/// Each seal looks at the last seconds again, and the first of a minute at all that may be late.
fn to_next_minute(app: &TestApp) {
    let into_minute = app.clock.now().timestamp().rem_euclid(60);
    app.clock.advance(TimeDelta::seconds(60 - into_minute));
}

/// As if a replica's clock were behind: what it writes happened before the last seal was made.
async fn come_behind(app: &TestApp, by: TimeDelta, name: &str) {
    app.clock.advance(-by);
    app.member(name).await;
    app.clock.advance(by);
}

#[tokio::test]
async fn what_comes_late_is_sealed_though_a_pass_goes_on_into_the_next_minute() {
    let (app, admin) = sealed_log().await;
    let door = busy_door(&app, &admin).await;
    to_next_minute(&app);
    app.member("punctual").await;
    assert!(seal(&app) > 0, "the first of this minute");
    come_behind(&app, TimeDelta::minutes(4), "late").await;
    app.clock.advance(TimeDelta::seconds(40));
    door.ask(12).await;
    app.clock.advance(TimeDelta::seconds(3));
    let (service, origin) = (app.service(), Origin::default());
    let begun = Operation::begin(&service, &origin);
    let mut round = SealingRound::recent(&begun).expect("it begins");
    assert_eq!(round.seal_next(&begun).expect("it is sealed"), Some(1_000));
    to_next_minute(&app);
    let sealed = round.finish(&Operation::begin(&service, &origin)).expect("it is sealed");
    assert!(sealed > 200, "{sealed}");
    // By whatever is sealed in this minute besides.
    app.clock.advance(TimeDelta::seconds(10));
    seal(&app);
    let (findings, [.., unsealed]) = check(&admin).await;
    assert_eq!((findings, unsealed), (Vec::new(), 0));
}

#[tokio::test]
async fn what_comes_late_is_sealed_with_the_next_minute() {
    let (app, admin) = sealed_log().await;
    let behind = async |by: TimeDelta, name: &str| come_behind(&app, by, name).await;
    let unsealed = async || {
        let (findings, [.., unsealed]) = check(&admin).await;
        assert_eq!(findings, [json!(null); 0]);
        unsealed
    };
    to_next_minute(&app);
    app.member("punctual").await;
    assert!(seal(&app) > 0, "the first of this minute");
    behind(TimeDelta::seconds(9), "soon").await;
    assert!(seal(&app) > 0);
    assert_eq!(unsealed().await, 0);
    behind(TimeDelta::minutes(5), "late").await;
    app.clock.advance(TimeDelta::seconds(40));
    app.member("afterwards").await;
    assert!(seal(&app) > 0);
    assert!(unsealed().await > 0, "they are left to the next minute");
    to_next_minute(&app);
    assert!(seal(&app) > 0);
    assert_eq!(unsealed().await, 0);
}

#[tokio::test]
async fn what_was_written_before_there_were_proofs_is_taken_in_once() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    app.database.execute("UPDATE audit_events SET proof = NULL");
    let there = app.database.count(&format!("audit_events WHERE org_id = {ORGANIZATION}"));
    assert_eq!(seal(&app), there);
    // A replica of the version before goes on for a while.
    let mut ada = app.member("ada").await;
    app.database.execute("UPDATE audit_events SET proof = NULL");
    assert!(seal(&app) > 0);
    ada.refresh().await;
    assert!(seal(&app) > 0);
    assert_eq!(check(&admin).await.0, [json!(null); 0]);

    let event = "00000000-0000-7000-8000-000000000001";
    app.clock.advance(TimeDelta::hours(25));
    admin.sign_in().await;
    // The first seal of a day is an event, which the next one takes in.
    while seal(&app) > 0 {}
    app.database.execute(&format!(
        "INSERT INTO audit_events (org_id, occurred_at, id, action, outcome, detail) SELECT id, '{}', '{event}', \
         'login.succeeded', 'success', '{{}}' FROM organizations",
        app.clock_now()
    ));
    assert_eq!(seal(&app), 0, "that was the last time");
    assert_eq!(check(&admin).await.0[0]["eventId"], event);
    app.database.execute(&format!("DELETE FROM audit_events WHERE id = '{event}'"));
}

#[tokio::test]
async fn v4_a_webhook_tells_the_first_seal_of_a_day() {
    let (app, _admin, receiver, _hook) = with_a_hook(&["audit.checkpointed"]).await;
    assert!(seal(&app) > 0);
    app.clock.advance(TimeDelta::minutes(5));
    app.member("ada").await;
    assert!(seal(&app) > 0);
    app.deliver().await;
    app.clock.advance(TimeDelta::days(1));
    app.member("grace").await;
    assert!(seal(&app) > 0);
    app.deliver().await;
    let told: Vec<Value> =
        receiver.received().iter().map(|told| told.json()["data"]["detail"].clone()).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    let digest = app.database.column("SELECT encode(digest, 'hex') FROM audit_seals WHERE number = 1");
    assert_eq!((&told[0]["seal"], &told[0]["digest"]), (&json!(1), &json!(digest[0])));
}

#[tokio::test]
async fn a_cursor_is_one_of_a_check() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for cursor in ["x", "cy4xLg", "ZS4xLjI", "LTE"] {
        for path in ["verify", "seals"] {
            admin.get(&format!("/v1/audit-events/{path}?cursor={cursor}")).send().await.invalid("cursor");
        }
    }
}
