//! The audit log as it is kept: by a service that can only add to it, for so many months, and checked by those who have nothing but
//! files or a head that they kept.

use std::{fs, sync::Arc};

use chrono::{Months, TimeDelta};
use nightlatch::{
    config::Settings,
    crypto::{access_token::AccessTokens, keyring::Keyring},
    domain::audit::Origin,
    flows::{Operation, audit_retention},
    random::SystemRandom,
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{
    app::{self, TestApp},
    audit_log::{Shell, audit, check, seal, sealed_log, victim},
    database::KEYRING,
    operator::{blocks_to_run, repository},
};

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
async fn an_export_is_checked_with_public_keys_alone() {
    let (app, mut admin) = sealed_log().await;
    // Of the last seven minutes nobody can say without the ring whether something was slipped in, or written and not sealed yet.
    app.clock.advance(TimeDelta::minutes(8));
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

    // Those of another time say nothing about it; together with the right ones they are no harm.
    let (other, others_file) = (Keyring::generate(&SystemRandom), path("other-keys"));
    let other = AccessTokens::new(&other, "https://elsewhere.example".into()).unwrap();
    fs::write(&others_file, serde_json::to_string(other.jwks()).unwrap()).unwrap();
    let check = ["check", "--events", &events_file, "--seals", &seals_file, "--keys", &others_file];
    let (code, told) = audit(&app, &check);
    let kid =
        &serde_json::from_str::<Value>(&fs::read_to_string(&keys_file).unwrap()).unwrap()["keys"][0]["kid"];
    assert_eq!(
        (code, &told[0]["findings"]),
        (Some(2), &json!([{"kind": "keyMissing", "key": kid, "seal": 1, "lastSeal": 5}])),
    );
    let (code, told) = audit(&app, &[&check[..], &["--keys", &keys_file]].concat());
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
        // What does not fit together shows without the key, too.
        let (code, told) = audit(&app, &check);
        assert_eq!((code, &told[0]["findings"][0]["kind"]), (Some(1), &json!(kind)), "{told:?}");
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
    let [verify, head, export, keep] = &guide[..] else { panic!("four examples, not {guide:?}") };
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
    assert_eq!(shell.example(keep, &[]), told);
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
