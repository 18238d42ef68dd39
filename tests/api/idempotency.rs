//! Requests that are sent again with their `Idempotency-Key`: carried out once, and answered the same.

use chrono::TimeDelta;
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::{
    acting::target,
    support::{
        actor::{Actor, text},
        answer::Answer,
        app::TestApp,
        call::Call,
        demands::{closed, request},
        race::{AT_ONCE, race, two_replicas, with_status},
        schema::Operation,
        service::Service,
    },
};

/// How a described operation says that it takes the header.
const KEYED: &str = "#/components/parameters/IdempotencyKey";
const SCOPES: [&str; 3] = ["users.read", "users.write", "users.reset2fa"];

fn user(name: &str) -> Value {
    let email = format!("{name}@lock.example");
    json!({"email": email, "displayName": name, "roles": ["member"], "password": "a very long pass phrase"})
}

fn keyed(call: Call, key: &str) -> Call {
    call.header("idempotency-key", key)
}

#[tokio::test]
async fn v3_a_request_sent_again_is_not_carried_out_twice() {
    let app = TestApp::start();
    let script = Service::new(&app, &app.admin().await, &SCOPES).await;
    let ask = || keyed(script.post("/v1/users", user("new")), "one");
    let first = ask().send().await;
    let created = first.clone().expect(201);
    let before = app.database.dump();
    for _ in 0..2 {
        let again = ask().send().await;
        assert_eq!(again.text(), first.text());
        assert_eq!(again.header("location"), first.header("location"));
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        again.expect(201);
    }
    assert_eq!(app.database.dump(), before);
    assert_eq!(first.header("idempotency-replayed"), None);

    let another = keyed(script.post("/v1/users", user("other")), "one");
    another.send().await.problem(409, "idempotency_conflict");
    let elsewhere = format!("/v1/users/{}/temporary-pass", text(&created["id"]));
    let another = keyed(script.post(&elsewhere, json!({"reason": "Lost the phone."})), "one");
    another.send().await.problem(409, "idempotency_conflict");
    assert_eq!(app.database.dump(), before);

    app.clock.advance(TimeDelta::hours(24));
    ask().send().await.problem(409, "email_taken");
}

#[tokio::test]
async fn a_refusal_is_answered_again_as_it_was() {
    let app = TestApp::start();
    let script = Service::new(&app, &app.admin().await, &SCOPES).await;
    script.post("/v1/users", user("new")).send().await.expect(201);
    let ask = || keyed(script.post("/v1/users", user("new")), "one");
    let refused = ask().send().await;
    refused.problem(409, "email_taken");
    let again = ask().send().await;
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    again.problem(409, "email_taken");
}

#[tokio::test]
async fn a_key_belongs_to_whoever_sends_it() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (one, two) = (Service::new(&app, &admin, &SCOPES).await, Service::new(&app, &admin, &SCOPES).await);
    keyed(one.post("/v1/users", user("ada")), "same").send().await.expect(201);
    keyed(two.post("/v1/users", user("bob")), "same").send().await.expect(201);
    keyed(admin.post("/v1/users", user("eve")), "same").send().await.expect(201);
    let foreign = app.foreign_admin().await;
    let role = json!({"name": "help-desk", "description": "", "permissions": []});
    for who in [&admin, &foreign] {
        keyed(who.post("/v1/roles", role.clone()), "roles").send().await.expect(201);
    }
}

#[tokio::test]
async fn a_secret_is_shown_once_whoever_asks_again() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let script = Service::new(&app, &admin, &SCOPES).await;
    let ada = app.enrolled_member("ada").await;
    let order = json!({"identityCheck": "call", "reason": "Lost the phone."});
    let reset = format!("/v1/users/{}/two-factor/reset", ada.id);
    let pass = format!("/v1/users/{}/temporary-pass", ada.id);
    let bulk = json!({"action": "reset", "ids": [ada.id], "identityCheck": "call", "reason": "Lost."});
    let by_script = [
        (reset.as_str(), order),
        (pass.as_str(), json!({"reason": "Lost the phone."})),
        ("/v1/users/bulk", bulk),
    ];
    for (path, body) in by_script {
        asked_twice(&app, || keyed(script.post(path, body.clone()), path)).await;
    }
    let door = json!({"name": "Door", "scopes": ["verify"]});
    asked_twice(&app, || keyed(admin.post("/v1/api-keys", door.clone()), "door")).await;
}

/// The first time it is carried out, the second time nothing is done or shown.
async fn asked_twice(app: &TestApp, ask: impl Fn() -> Call) {
    let first = ask().send().await;
    assert!(first.status.is_success(), "{}: {}", first.request, first.text());
    let before = app.database.dump();
    ask().send().await.problem(409, "idempotency_conflict");
    assert_eq!(app.database.dump(), before, "{}", first.request);
}

#[tokio::test]
async fn fifty_at_once_make_one_and_are_answered_the_same() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let script = Service::new(&app, &admin, &SCOPES).await;
    let sides = [script.clone(), script.at(&replica)];
    let body = json!({"email": "new@lock.example", "displayName": "New", "roles": ["member"]});
    let call = |number: usize| keyed(sides[number % 2].post("/v1/users", body.clone()), "one");
    let answers = race((0..AT_ONCE).map(call).collect()).await;
    let made: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 201).collect();
    assert_eq!(made.len() + with_status(&answers, 503), AT_ONCE, "or the service had no time");
    app.forgive(503);
    assert_eq!(made.iter().filter(|answer| answer.header("idempotency-replayed").is_none()).count(), 1);
    for answer in &made {
        assert_eq!(answer.text(), made[0].text());
    }
    assert_eq!(app.database.count("users WHERE email = 'new@lock.example'"), 1);
    assert_eq!(app.database.count("outbox WHERE recipient = 'new@lock.example'"), 1);
}

/// As when the service ends in between: where the answer cannot be kept, nothing is changed.
#[tokio::test]
async fn i6_a_change_and_its_answer_are_one_transaction() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let script = Service::new(&app, &admin, &SCOPES).await;
    let (ada, bob) = (app.user("ada", &["member"]).await, app.user("bob", &["member"]).await);
    let deadline = app.clock.now() + TimeDelta::days(30);
    let extend = json!({"action": "extendDeadline", "ids": [ada.id, bob.id], "deadline": deadline, "reason": "On leave"});
    let asks = [("/v1/users", user("new")), ("/v1/users/bulk", extend)];
    app.database.execute(
        "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the end'; END $$;
         CREATE TRIGGER fail BEFORE UPDATE ON idempotency_keys EXECUTE FUNCTION fail();",
    );
    // The use of the key is noted once a minute.
    script.get("/v1/users").send().await.ok();
    let before = app.database.dump();
    for (path, body) in &asks {
        keyed(script.post(path, body.clone()), path).send().await.problem(500, "internal");
        assert_eq!(app.database.dump(), before, "{path}");
    }
    app.forgive(500);
    app.database.execute("DROP TRIGGER fail ON idempotency_keys; DROP FUNCTION fail");
    for (path, body) in &asks {
        let first = keyed(script.post(path, body.clone()), path).send().await;
        assert!(first.status.is_success() && first.header("idempotency-replayed").is_none(), "{path}");
        let again = keyed(script.post(path, body.clone()), path).send().await;
        assert_eq!(again.header("idempotency-replayed"), Some("true"), "{path}");
        assert_eq!(again.text(), first.text());
    }
}

#[tokio::test]
async fn a_refusal_for_now_is_not_kept() {
    let app = TestApp::start();
    let script = Service::new(&app, &app.admin().await, &SCOPES).await;
    let body = json!({"email": "new@lock.example", "displayName": "New", "roles": ["member"]});
    let invited = script.post("/v1/users", body).send().await.expect(201);
    let path = format!("/v1/users/{}/invitation", text(&invited["id"]));
    let send = |key: &str| keyed(script.post(&path, json!({})), key);
    while send(&app.clock.now().to_rfc3339()).send().await.status == 202 {
        app.clock.advance(TimeDelta::seconds(1));
    }
    send("late").send().await.problem(429, "too_many_mails");
    app.clock.advance(TimeDelta::minutes(15));
    let sent = send("late").send().await;
    assert_eq!((sent.status.as_u16(), sent.header("idempotency-replayed")), (202, None));
    assert_eq!(send("late").send().await.header("idempotency-replayed"), Some("true"));
}

/// Each operation that says that it may be sent again.
#[tokio::test]
async fn v3_whatever_takes_a_key_is_carried_out_once() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    let bob = root.create_user("bob", &["member"]).await;
    let repeats = |one: &Operation| {
        let parameters = one.described["parameters"].as_array();
        parameters.is_some_and(|all| all.iter().any(|one| one["$ref"] == KEYED))
    };
    // They may be sent again as they are.
    let keyless = ["/v1/policy/preview", "/v1/users/import"];
    let of_administration = |one: &Operation| {
        one.method == "POST"
            && ["Administration", "Services"].iter().any(|tag| one.described["tags"][0] == *tag)
    };
    let mut without: Vec<_> =
        closed().into_iter().filter(|one| of_administration(one) && !repeats(one)).collect();
    without.sort_by(|one, other| one.path.cmp(other.path));
    assert_eq!(without.iter().map(|one| one.path).collect::<Vec<_>>(), keyless);
    let (mut replayed, mut noted) = (Vec::new(), Vec::new());
    for (number, operation) in closed().iter().filter(|one| repeats(one)).enumerate() {
        // Services ask with a key of their own, a delivery is made by an event, and here many are none.
        if operation.path.starts_with("/v1/verify")
            || ["redeliver", "bulk"].iter().any(|word| operation.path.ends_with(word))
        {
            continue;
        }
        let target = target(&root, operation, &bob, number).await;
        let ask = || keyed(root.sign(request(operation, &target)), &format!("sweep-{number}"));
        let first = ask().send().await;
        assert!(![401, 404].contains(&first.status.as_u16()), "{}: {}", operation.name(), first.text());
        let before = app.database.dump();
        let again = ask().send().await;
        assert_eq!(app.database.dump(), before, "{}", operation.name());
        match again.status.as_u16() {
            409 if first.status.is_success() => noted.push(operation.name()),
            _ if again.header("idempotency-replayed").is_some() => {
                assert_eq!(again.status, first.status);
                replayed.push(operation.name());
            }
            // It was refused before anything was written.
            _ => assert!(first.status.is_client_error(), "{}: {}", operation.name(), first.text()),
        }
    }
    assert!(replayed.len() >= 5 && noted.len() >= 5, "{replayed:?} {noted:?}");
}

#[tokio::test]
async fn a_malformed_key_is_refused_and_changes_nothing() {
    let app = TestApp::start();
    let admin: Actor = app.admin().await;
    let before = app.database.dump();
    for key in ["", "a b", &"x".repeat(201)] {
        keyed(admin.post("/v1/users", user("new")), key).send().await.invalid("Idempotency-Key");
    }
    let twice = keyed(keyed(admin.post("/v1/users", user("new")), "one"), "two");
    twice.send().await.invalid("Idempotency-Key");
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn i9_whoever_waits_too_long_for_the_first_is_told_to_try_again() {
    let app = TestApp::start();
    let script = Service::new(&app, &app.admin().await, &SCOPES).await;
    let ask = || keyed(script.post("/v1/users", user("new")), "one");
    let mut first = PgConnection::establish(&app.database.plain_url()).expect("the test's database is there");
    first.batch_execute("BEGIN; LOCK TABLE idempotency_keys IN EXCLUSIVE MODE").expect("it is locked");
    ask().send().await.problem(503, "overloaded");
    app.forgive(503);
    first.batch_execute("ROLLBACK").expect("it is free");
    ask().send().await.expect(201);
}
