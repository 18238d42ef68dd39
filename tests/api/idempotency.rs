//! Requests that are sent again with their `Idempotency-Key`: carried out once, and answered the same.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    call::Call,
    race::{AT_ONCE, race, two_replicas, with_status},
    service::Service,
};

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
async fn fifty_at_once_make_one() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let script = Service::new(&app, &admin, &SCOPES).await;
    let sides = [script.clone(), script.at(&replica)];
    let body = json!({"email": "new@lock.example", "displayName": "New", "roles": ["member"]});
    let call = |number: usize| keyed(sides[number % 2].post("/v1/users", body.clone()), "one");
    let answers = race((0..AT_ONCE).map(call).collect()).await;
    let made = with_status(&answers, 201);
    assert!(made >= 1 && made + with_status(&answers, 409) + with_status(&answers, 503) == AT_ONCE);
    app.forgive(503);
    for answer in answers.iter().filter(|answer| answer.status == 409) {
        answer.problem(409, "idempotency_conflict");
    }
    assert_eq!(app.database.count("users WHERE email = 'new@lock.example'"), 1);
    assert_eq!(app.database.count("outbox WHERE recipient = 'new@lock.example'"), 1);
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
