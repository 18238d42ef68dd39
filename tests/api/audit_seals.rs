//! The seals of the audit log: whoever changes it behind the service's back, a superuser of the database included, is found out,
//! and told what it was.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
    sync::Arc,
    thread,
};

use chrono::{Months, TimeDelta};
use nightlatch::{
    config::Settings,
    domain::audit::Origin,
    flows::{Operation, audit_retention, audit_seals},
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{
    actor::Actor,
    app::{self, PUBLIC_URL, TestApp},
    database::KEYRING,
    operator::{PROGRAM, blocks_to_run, printed, repository},
    race::AT_ONCE,
    webhooks::with_a_hook,
};

const ORGANIZATION: &str = "(SELECT id FROM organizations)";

fn seal(app: &TestApp) -> usize {
    app.clock.advance(TimeDelta::seconds(3));
    let origin = Origin::default();
    audit_seals::seal_recent(&Operation::begin(&app.service(), &origin)).expect("it is sealed")
}

/// A log of some twenty events, all of them sealed in several seals.
async fn sealed_log() -> (TestApp, Actor) {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    for name in ["ada", "grace", "joan"] {
        let mut user = app.member(name).await;
        user.enroll().await;
        assert!(seal(&app) > 0);
    }
    admin.sign_in().await;
    assert!(seal(&app) > 0);
    (app, admin)
}

/// The findings of a whole check over the API, with the numbers of seals, events and unsealed events.
async fn check(admin: &Actor) -> (Vec<Value>, [u64; 3]) {
    let (mut findings, mut counts, mut query) = (Vec::new(), [0; 3], String::new());
    loop {
        let part = admin.get(&format!("/v1/audit-events/verify{query}")).send().await.ok();
        findings.extend(part["findings"].as_array().expect("a list").clone());
        for (count, name) in counts.iter_mut().zip(["seals", "events", "unsealed"]) {
            *count += part[name].as_u64().expect("a number");
        }
        let Some(next) = part["nextCursor"].as_str() else { return (findings, counts) };
        query = format!("?cursor={next}");
    }
}

/// An operator of the service with a shell.
struct Shell<'a> {
    app: &'a TestApp,
    home: TempDir,
}

impl<'a> Shell<'a> {
    fn open(app: &'a TestApp) -> Self {
        let home = TempDir::new().unwrap();
        KEYRING.save_new(&home.path().join("keyring")).unwrap();
        Self { app, home }
    }

    fn run(&self, command: &mut Command) -> Output {
        command
            .current_dir(self.home.path())
            .env("NIGHTLATCH_DATABASE_URL", self.app.database.plain_url())
            .env("NIGHTLATCH_KEYRING", self.home.path().join("keyring"))
            .env("NIGHTLATCH_PUBLIC_URL", PUBLIC_URL)
            .env_remove("NIGHTLATCH_TEST_DATABASE_URL")
            .output()
            .unwrap()
    }

    /// `nightlatch audit`: its exit code, and what it prints, each line as JSON.
    fn audit(&self, arguments: &[&str]) -> (Option<i32>, Vec<Value>) {
        let output = self.run(Command::new(PROGRAM).arg("audit").args(arguments).arg("--json"));
        let printed = String::from_utf8(output.stdout).unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        let read = |line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line} {told}"));
        (output.status.code(), printed.lines().map(read).collect())
    }

    /// What an example prints that has to succeed.
    fn example(&self, script: &str, settings: &[(&str, &str)]) -> String {
        let folder = Path::new(PROGRAM).parent().unwrap().display();
        let script = format!("PATH='{folder}':$PATH\n{script}");
        let mut bash = Command::new("bash");
        printed(self.run(bash.args(["-euo", "pipefail", "-c", &script]).envs(settings.iter().copied())))
    }
}

fn audit(app: &TestApp, arguments: &[&str]) -> (Option<i32>, Vec<Value>) {
    Shell::open(app).audit(arguments)
}

/// An event in the midst of the organization's log.
fn victim(app: &TestApp) -> String {
    app.database.column(&format!(
        "SELECT id FROM audit_events WHERE org_id = {ORGANIZATION} AND action = 'authenticator.enrolled' \
         ORDER BY occurred_at OFFSET 1 LIMIT 1"
    ))[0]
        .clone()
}

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
async fn a_log_cut_off_with_its_seals_shows_against_a_head_kept_elsewhere() {
    let (app, admin) = sealed_log().await;
    let (_, logs) = audit(&app, &["verify"]);
    let (slug, head) = (logs[1]["organization"].as_str().unwrap(), &logs[1]["head"]);
    let head = format!("{}:{}", head["seal"], head["digest"].as_str().unwrap());
    assert_eq!(audit(&app, &["verify", "--organization", slug, "--head", &head]).0, Some(0));

    app.database.execute(
        "CREATE TABLE kept AS SELECT * FROM audit_events WHERE occurred_at >= (SELECT first_at FROM audit_seals WHERE number = 4); \
         CREATE TABLE kept_seals AS SELECT * FROM audit_seals WHERE number = 4; \
         DELETE FROM audit_events WHERE id IN (SELECT id FROM kept); DELETE FROM audit_seals WHERE number = 4",
    );
    assert_eq!(check(&admin).await.0, [json!(null); 0], "nothing that is left tells so");
    let (code, logs) = audit(&app, &["verify", "--organization", slug, "--head", &head]);
    assert_eq!(code, Some(1));
    assert_eq!(logs[0]["findings"][0]["kind"], "sealMissing");
    app.database.execute("INSERT INTO audit_events TABLE kept; INSERT INTO audit_seals TABLE kept_seals");
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
                    audit_seals::seal_recent(&Operation::begin(service, &origin)).expect("it is sealed")
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

#[tokio::test]
async fn what_comes_late_is_sealed_late() {
    let (app, admin) = sealed_log().await;
    // As if a replica's clock were behind: what it writes happened before the last seal was made.
    app.clock.advance(TimeDelta::minutes(-4));
    app.member("late").await;
    app.clock.advance(TimeDelta::minutes(4));
    assert!(seal(&app) > 0);
    let (findings, [.., unsealed]) = check(&admin).await;
    assert_eq!((findings, unsealed), (Vec::new(), 0));
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
async fn an_export_is_checked_with_public_keys_alone() {
    let (app, mut admin) = sealed_log().await;
    // Of the last five minutes nobody can say without the ring whether something was slipped in, or written and not sealed yet.
    app.clock.advance(TimeDelta::minutes(6));
    admin.sign_in().await;
    assert!(seal(&app) > 0);
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let events = admin.get("/v1/audit-events").header("accept", "application/x-ndjson").send().await;
    let events = events.text();
    let first = admin.get("/v1/audit-events/seals").send().await.ok();
    let rest = format!("/v1/audit-events/seals?cursor={}", first["nextCursor"].as_str().unwrap());
    let rest = admin.get(&rest).send().await.ok();
    assert!(rest["nextCursor"].is_null());
    let seals = first["items"].as_array().unwrap().iter().chain(rest["items"].as_array().unwrap());
    let seals: Vec<String> = seals.map(Value::to_string).collect();
    assert_eq!(seals.len(), 5);
    let keys = app.anonymous("GET", "/.well-known/jwks.json").send().await.text();
    fs::write(path("keys"), keys).unwrap();
    let (events_file, seals_file, keys_file) = (path("events"), path("seals"), path("keys"));
    let checked = |events: &str, seals: &str| {
        fs::write(&events_file, events).unwrap();
        fs::write(&seals_file, seals).unwrap();
        audit(&app, &["check", "--events", &events_file, "--seals", &seals_file, "--keys", &keys_file])
    };
    let whole = seals.join("\n");
    let (code, told) = checked(&events, &whole);
    assert_eq!((code, &told[0]["findings"]), (Some(0), &json!([])), "{told:?}");

    let event = victim(&app);
    let line = events.lines().find(|line| line.contains(&event)).unwrap();
    let altered = events.replace(line, &line.replace("success", "failure"));
    let missing = events.replace(&format!("{line}\n"), "");
    let inserted = format!("{events}{}\n", line.replace(&event, "00000000-0000-7000-8000-000000000001"));
    let lost = seals[1..].join("\n");
    for (events, seals, kind) in [
        (&altered, &whole, "altered"),
        (&missing, &whole, "missing"),
        (&inserted, &whole, "inserted"),
        (&events, &lost, "sealMissing"),
        (&events, &whole.replace(r#""number":2"#, r#""number":5"#), "sealMissing"),
    ] {
        let (code, told) = checked(events, seals);
        assert_eq!((code, &told[0]["findings"][0]["kind"]), (Some(1), &json!(kind)), "{told:?}");
    }
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

#[tokio::test]
async fn the_service_cannot_rewrite_what_it_told() {
    let (app, admin) = sealed_log().await;
    let whole = check(&admin).await;
    for statement in [
        "UPDATE audit_events SET outcome = 'failure'",
        "DELETE FROM audit_events",
        "TRUNCATE audit_events",
        "DROP TABLE audit_events",
        "DELETE FROM audit_events_2030_03",
        "SELECT FROM audit_events_2030_03",
        "UPDATE audit_seals SET number = number + 1",
        "DELETE FROM audit_seals",
        "ALTER TABLE audit_seals DROP COLUMN mac",
        "DELETE FROM __diesel_schema_migrations",
    ] {
        let refused = app.database.as_service(statement).expect_err(statement);
        assert!(
            refused.contains("permission denied") || refused.contains("must be owner"),
            "{statement}: {refused}"
        );
    }
    assert_eq!(check(&admin).await, whole);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_guide_works_as_written() {
    let (app, admin) = sealed_log().await;
    let guide = fs::read_to_string(repository().join("docs/operations/audit.md")).unwrap();
    let guide = blocks_to_run(&guide);
    let [verify, head, export] = &guide[..] else { panic!("three examples, not {guide:?}") };
    let shell = Shell::open(&app);
    let told = shell.example(verify, &[]);
    let slug = told.lines().last().unwrap().split(':').next().unwrap();
    assert!(told.contains(": whole, 20 events under 4 seals, 0 not sealed yet; head 4:"), "{told}");
    assert!(shell.example(&head.replace("example", slug), &[]).contains(": whole"));

    let key = admin
        .post("/v1/api-keys", json!({"name": "Auditor", "scopes": ["audit.read"]}))
        .send()
        .await
        .created();
    let settings = [("KEY", key["key"].as_str().unwrap()), ("NIGHTLATCH_URL", admin.endpoint.base.as_str())];
    let told = tokio::task::block_in_place(|| shell.example(export, &settings));
    assert!(told.contains(": whole, 20 events under 4 seals"), "{told}");
}

#[tokio::test]
async fn old_months_go_and_the_chain_goes_on() {
    let (app, mut admin) = sealed_log().await;
    let owner = |app: &TestApp| {
        let settings = Settings { database_url: app.database.owner_url(), ..app::settings(&app.database) };
        app::start(settings, KEYRING.clone(), Arc::clone(&app.clock)).expect("it starts")
    };
    let prune = |app: &TestApp| {
        let (service, origin) = (owner(app), Origin::default());
        audit_retention::prune(&Operation::begin(&service, &origin), Months::new(2))
    };
    assert_eq!(prune(&app).expect("nothing is old").months, [""; 0]);

    app.clock.advance(TimeDelta::days(100));
    admin.sign_in().await;
    let event = victim(&app);
    app.database.execute(&format!("UPDATE audit_events SET outcome = 'failure' WHERE id = '{event}'"));
    assert!(prune(&app).is_err(), "no evidence is dropped");
    app.database.execute(&format!("UPDATE audit_events SET outcome = 'success' WHERE id = '{event}'"));

    app.database.execute("CREATE TABLE kept AS TABLE audit_events_2030_03");
    assert_eq!(prune(&app).expect("it is dropped").months, ["2030_03"]);
    assert_eq!(app.database.count("audit_seals WHERE entries IS NULL"), 4);
    seal(&app);
    let (findings, [.., unsealed]) = check(&admin).await;
    assert_eq!((findings, unsealed), (Vec::new(), 0));
    assert_eq!(prune(&app).expect("all of it is gone").months, [""; 0]);
    for (tampering, undoing) in [
        (
            "UPDATE audit_seals SET gone_before = NULL",
            "UPDATE audit_seals SET gone_before = '2030-04-01 00:00:00+00'",
        ),
        (
            "UPDATE audit_seals SET gone_before = gone_before + interval '1 month'",
            "UPDATE audit_seals SET gone_before = '2030-04-01 00:00:00+00'",
        ),
    ] {
        let told = "number = (SELECT min(number) FROM audit_seals WHERE org_id = (SELECT id FROM organizations) AND events = 0) \
                    AND org_id = (SELECT id FROM organizations)";
        app.database.execute(&format!("{tampering} WHERE {told}"));
        let (findings, _) = check(&admin).await;
        assert!(findings.iter().any(|finding| finding["kind"] == "sealBroken"), "{tampering}: {findings:?}");
        app.database.execute(&format!("{undoing} WHERE {told}"));
    }
    assert_eq!(check(&admin).await.0, [json!(null); 0]);

    // The invariants go by the whole log.
    app.database.execute(
        "CREATE TABLE audit_events_2030_03 PARTITION OF audit_events FOR VALUES FROM ('2030-03-01 00:00:00+00') \
         TO ('2030-04-01 00:00:00+00'); INSERT INTO audit_events TABLE kept",
    );
}
