//! Verify: other services ask whether a code is a user's own.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    call::Call,
    race::{AT_ONCE, race, two_replicas},
    service::Service,
    statements,
};

/// The same for whatever is wrong.
pub const REFUSED: &str = "{\"valid\":false}";

/// A service that may ask, and somebody to be asked for.
pub async fn stage() -> (TestApp, Service, Actor) {
    let app = TestApp::start();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    let ada = app.enrolled_member("ada").await;
    (app, door, ada)
}

#[tokio::test]
async fn v1_a_right_code_is_valid_once_here_and_at_sign_in() {
    let (app, door, mut ada) = stage().await;
    let code = ada.phone().next_code();
    let found = door.verify(&ada, &code).await;
    let right =
        json!({"valid": true, "userId": ada.id, "method": "totp", "authenticatorId": ada.authenticator});
    assert_eq!(found, right);
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(door.verify(&ada, &code).await, json!({"valid": false}));
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.problem(401, "code_rejected");

    let code = ada.phone().next_code();
    assert_eq!(code, ada.phone().oathtool_code());
    let verified = ada.verify(&challenge, &code).send().await.ok();
    ada.adopt(&verified);
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(door.verify(&ada, &code).await, json!({"valid": false}));

    let by_email = json!({"email": ada.email.to_uppercase(), "code": ada.phone().next_code()});
    assert_eq!(door.post("/v1/verify", by_email).send().await.ok()["valid"], true);
    let admin = app.admin().await;
    let events = admin.get(&format!("/v1/audit-events?actor={}", door.id)).send().await.ok();
    let told: Vec<(&Value, &Value)> = events["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|event| (&event["action"], &event["detail"]["reason"]))
        .collect();
    let (yes, no) = ((json!("verify.succeeded"), Value::Null), (json!("verify.failed"), json!("replayed")));
    let expected: Vec<(&Value, &Value)> =
        [&yes, &no, &no, &yes].map(|(action, reason)| (action, reason)).into();
    assert_eq!(told, expected);
}

#[tokio::test]
async fn whatever_is_wrong_the_answer_is_the_same_unless_the_key_may_explain() {
    let (app, door, ada) = stage().await;
    let admin = app.admin().await;
    let explaining = Service::new(&app, &admin, &["verify", "verify.explain"]).await;
    let (bob, mia) = (app.member("bob").await, app.enrolled_member("mia").await);
    let nobody = Actor { id: app.foreign_admin().await.id, ..bob.clone() };
    admin.change(&mia, json!({"suspended": true})).await;
    let used = ada.phone().next_code();
    door.verify(&ada, &used).await;
    let wrong = ada.phone().wrong_code();
    let cases = [
        (&ada, &wrong, "wrongCode"),
        (&ada, &used, "replayed"),
        (&bob, &wrong, "notEnrolled"),
        (&nobody, &wrong, "notEnrolled"),
        (&mia, &mia.phone().next_code(), "suspended"),
    ];
    for (user, code, reason) in cases {
        assert_eq!(door.verify_call(user, code).send().await.text(), REFUSED, "{reason}");
        assert_eq!(explaining.verify(user, code).await, json!({"valid": false, "reason": reason}));
    }
    for _ in 0..6 {
        door.verify(&ada, &wrong).await;
    }
    let right = ada.phone().next_code();
    for code in [&wrong, &right] {
        assert_eq!(door.verify_call(&ada, code).send().await.text(), REFUSED);
        let locked = explaining.verify(&ada, code).await;
        assert_eq!(locked["reason"], "locked");
        let seconds = locked["retryAfter"].as_i64().expect("a number");
        assert!((86_000..=86_400).contains(&seconds), "{seconds}");
    }
    app.clock.advance(TimeDelta::hours(24));
    assert_eq!(door.verify(&ada, &ada.phone().next_code()).await["valid"], true);
}

#[tokio::test]
async fn a_malformed_question_costs_no_try() {
    let (app, door, ada) = stage().await;
    let (right, id) = (ada.phone().next_code(), json!(ada.id));
    let before = app.database.dump();
    for (body, field) in [
        (json!({"userId": id, "code": "12345"}), "code"),
        (json!({"userId": id, "code": 123_456}), "code"),
        (json!({"code": right}), "userId"),
        (json!({"userId": id, "email": ada.email, "code": right}), "userId"),
        (json!({"userId": "ada", "code": right}), "userId"),
        (json!({"email": "ada", "code": right}), "email"),
        (json!({"userId": id, "code": right, "nonce": "short"}), "nonce"),
        (json!({"userId": id, "code": right, "purpose": ""}), "purpose"),
        (json!({"userId": id, "code": right, "else": 1}), "else"),
    ] {
        door.post("/v1/verify", body).send().await.invalid(field);
    }
    let repeated = door.verify_call(&ada, &right).header("idempotency-key", "a b");
    repeated.send().await.invalid("Idempotency-Key");
    let session = ada.post("/v1/verify", json!({"userId": id, "code": right}));
    session.send().await.problem(401, "unauthenticated");
    // The use of the key is noted once a minute.
    let told = app.database.dump();
    assert_eq!(before.lines().count(), told.lines().count());
    assert_eq!(door.verify(&ada, &right).await["valid"], true);
}

/// The promise for what is asked most: one statement reads, one writes and is committed by itself. A recovery code,
/// which is rare, takes one transaction more.
#[tokio::test]
async fn v1_a_verdict_takes_one_reading_and_one_writing_statement() {
    statements::listen();
    let (app, door, ada) = stage().await;
    // The use of the key is noted once a minute.
    door.verify(&ada, &ada.phone().wrong_code()).await;
    let (right, wrong) = (ada.phone().next_code(), ada.phone().wrong_code());
    for (code, valid) in [(right.clone(), true), (wrong, false), (right, false)] {
        let (found, statements) = statements::during(&app.database, door.verify(&ada, &code)).await;
        assert_eq!(
            (&found["valid"], statements::verbs(&statements)),
            (&json!(valid), vec!["SELECT", "WITH"])
        );
    }
    let later = ada.phone().next_code();
    door.verify(&ada, &ada.phone().wrong_code()).await;
    let keyed = door.verify_call(&ada, &later).header("idempotency-key", "one");
    let (answer, statements) = statements::during(&app.database, keyed.send()).await;
    let verbs = statements::verbs(&statements);
    assert_eq!((&answer.ok()["valid"], verbs.len()), (&json!(true), 2), "also with a key");

    let redeemed = door.verify(&ada, &ada.recovery_codes[0]);
    let (found, statements) = statements::during(&app.database, redeemed).await;
    assert_eq!(found["valid"], true);
    let verbs = statements::verbs(&statements);
    assert_eq!(verbs[..2], ["SELECT", "BEGIN"]);
    let ends = |verb: &&&str| ["BEGIN", "COMMIT"].contains(*verb);
    assert_eq!((verbs.iter().filter(ends).count(), verbs.last()), (2, Some(&"COMMIT")));
}

#[tokio::test]
async fn one_code_at_two_services_and_at_sign_in_at_once_succeeds_once() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let doors = [
        Service::new(&app, &admin, &["verify"]).await,
        Service::new(&app, &admin, &["verify"]).await.at(&replica),
    ];
    let ada = app.enrolled_member("ada").await;
    let challenges = ada.challenges(AT_ONCE).await;
    let code = ada.phone().next_code();
    let calls = (0..AT_ONCE).map(|number| match number % 3 {
        0 => ada.verify(&challenges[number], &code),
        door => doors[door - 1].verify_call(&ada, &code),
    });
    let answers = race(calls.collect()).await;
    let won = answers.iter().filter(|answer| answer.status == 200 && answer.text() != REFUSED).count();
    assert_eq!(won, 1, "exactly one");
    for answer in &answers {
        assert!([200, 401, 429].contains(&answer.status.as_u16()), "{}: {}", answer.request, answer.text());
    }
}

/// 200 guesses at once, over 40 challenges and verify calls on two servers.
#[tokio::test]
async fn i5_a_burst_over_sign_in_and_verify_gets_the_verdicts_that_the_budget_has_left() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let door = Service::new(&app, &admin, &["verify", "verify.explain"]).await;
    let ada = app.enrolled_member("ada").await;
    for _ in 0..3 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    let challenges = ada.challenges(40).await;
    let right = ada.phone().next_code();
    let mut guesses = ada.phone().wrong_codes(200);
    guesses[137] = right;
    let (doors, people) = ([door.clone(), door.at(&replica)], [ada.clone(), ada.at(&replica)]);
    let call = |(number, guess): (usize, &String)| -> Call {
        let side = number % 2;
        if number % 4 < 2 {
            people[side].verify(&challenges[number % 40], guess)
        } else {
            doors[side].verify_call(&ada, guess)
        }
    };
    let answers = race(guesses.iter().enumerate().map(call).collect()).await;
    let (mut verdicts, mut right) = (0, 0);
    for answer in &answers {
        match answer.status.as_u16() {
            200 if answer.ok()["valid"] == json!(false) => match answer.ok()["reason"].as_str() {
                Some("wrongCode") => verdicts += 1,
                Some("locked") => {}
                reason => panic!("{reason:?}"),
            },
            200 => (verdicts, right) = (verdicts + 1, right + 1),
            401 => verdicts += 1,
            // The challenge is at its end, the budget is, or the service had no time.
            410 | 429 | 503 => {}
            _ => panic!("{}: {}", answer.request, answer.text()),
        }
    }
    app.forgive(503);
    assert!(verdicts <= 7 && right <= 1, "{verdicts} verdicts, {right} right");
    let charged = app.database.count(
        "audit_events WHERE action IN ('code.rejected', 'verify.failed') \
         AND detail->>'reason' IS DISTINCT FROM 'locked'",
    );
    assert!(charged <= 10, "{charged} charged");
}

#[tokio::test]
async fn a_batch_is_answered_in_its_order_and_each_counts() {
    let (app, door, ada) = stage().await;
    let mia = app.enrolled_member("mia").await;
    let (right, hers) = (ada.phone().next_code(), mia.phone().code());
    let items = json!([
        {"userId": ada.id, "code": right}, {"userId": ada.id, "code": right}, {"email": mia.email, "code": hers},
    ]);
    let ask = || door.post("/v1/verify/batch", json!({"items": items})).header("idempotency-key", "batch");
    let answer = ask().send().await;
    let found: Vec<Value> =
        answer.ok()["items"].as_array().expect("a list").iter().map(|one| one["valid"].clone()).collect();
    assert_eq!(found, [true, false, true]);
    assert_eq!(ask().send().await.text(), answer.text(), "asked again, it is answered the same");
    assert_eq!(app.database.count("audit_events WHERE action LIKE 'verify.%'"), 3);

    let before = app.database.count("audit_events");
    let mut wrong = vec![json!({"userId": ada.id, "code": "123456"}); 3];
    wrong[2] = json!({"userId": ada.id, "code": "1234567"});
    door.post("/v1/verify/batch", json!({"items": wrong})).send().await.invalid("items[2].code");
    let too_many = vec![json!({"userId": ada.id, "code": "123456"}); 101];
    for items in [json!(too_many), json!([])] {
        door.post("/v1/verify/batch", json!({"items": items})).send().await.invalid("items");
    }
    assert_eq!(app.database.count("audit_events"), before);
}

#[tokio::test]
async fn a_batch_uses_the_key_once_for_each() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let body = json!({"name": "Door control", "scopes": ["verify"], "callsPerMinute": 5});
    let key = text(&admin.post("/v1/api-keys", body).send().await.expect(201)["key"]);
    let ask = |count: usize| {
        let items = vec![json!({"email": "nobody@lock.example", "code": "123456"}); count];
        app.endpoint().post("/v1/verify/batch", json!({"items": items})).bearer(&key)
    };
    ask(4).send().await.ok();
    ask(2).send().await.problem(429, "rate_limited");
    ask(1).send().await.ok();
    ask(6).send().await.problem(429, "rate_limited");
}

#[tokio::test]
async fn a_service_asks_what_somebody_has() {
    let (app, door, ada) = stage().await;
    let bob = app.member("bob").await;
    let has = |user: &Actor| door.get(&format!("/v1/verify/{}", user.id));
    let state = has(&ada).send().await.ok();
    assert_eq!(state, json!({"userId": ada.id, "state": "enabled", "methods": ["totp", "recoveryCode"]}));
    assert_eq!(has(&bob).send().await.ok()["methods"], json!([]));
    app.admin().await.change(&ada, json!({"suspended": true})).await;
    assert_eq!(has(&ada).send().await.ok()["methods"], json!([]));
    has(&app.foreign_admin().await).send().await.problem(404, "not_found");
}

#[tokio::test]
async fn many_wrong_codes_with_one_key_give_the_alarm_once() {
    let (app, door, ada) = stage().await;
    let mut users = vec![ada];
    for number in 0..7 {
        users.push(app.enrolled_member(&format!("user{number}")).await);
    }
    for user in &users {
        for code in user.phone().wrong_codes(9) {
            assert_eq!(door.verify_call(user, &code).send().await.text(), REFUSED);
        }
    }
    let admin = app.admin().await;
    let events = admin.get("/v1/audit-events?action=api_key.alarmed").send().await.ok();
    assert_eq!(events["items"].as_array().map(Vec::len), Some(1), "{events}");
    let keys = admin.get("/v1/api-keys").send().await.ok();
    assert_eq!(keys["items"][0]["alarmedAt"], events["items"][0]["occurredAt"]);
}
