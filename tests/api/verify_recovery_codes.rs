//! Verify with recovery codes, ours and those of other systems.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::{
    support::{
        actor::{Actor, text},
        app::TestApp,
        imports::{PASSWORD, SECRET, hashed, import, person},
        service::Service,
        statements,
    },
    verify::{REFUSED, stage},
};

#[tokio::test]
async fn a_recovery_code_is_valid_once_and_its_owner_is_told() {
    let (app, door, ada) = stage().await;
    app.mail_to(&ada.email).await;
    let code = ada.recovery_codes[0].to_lowercase().replace('-', " ");
    let found = door.verify(&ada, &code).await;
    assert_eq!(found, json!({"valid": true, "userId": ada.id, "method": "recoveryCode"}));
    assert_eq!(door.verify_call(&ada, &code).send().await.text(), REFUSED);
    assert!(app.mail_to(&ada.email).await.only().subject.contains("recovery code"));
}

/// And the database is asked the same about one that never was.
#[tokio::test]
async fn a_recovery_code_that_was_used_is_told_from_one_that_never_was() {
    statements::listen();
    let (app, door, ada) = stage().await;
    let explaining = Service::new(&app, &app.admin().await, &["verify", "verify.explain"]).await;
    let ([used, elsewhere], unknown) =
        ([&ada.recovery_codes[0], &ada.recovery_codes[1]], "7H3K-9M2P-XWQ4-T8VN-5RCD-JB6F");
    assert_eq!(door.verify(&ada, used).await["valid"], true);
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, elsewhere).send().await.ok();
    let mut asked = Vec::new();
    for (code, reason) in
        [(unknown, "wrongCode"), (used, "replayed"), (elsewhere, "replayed"), (unknown, "wrongCode")]
    {
        let (found, statements) = statements::during(&app.database, explaining.verify(&ada, code)).await;
        assert_eq!(found, json!({"valid": false, "reason": reason}));
        asked.push(statements.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(door.verify_call(&ada, code).send().await.text(), REFUSED);
    }
    // The use of the key is noted once a minute.
    assert_eq!(asked[1], asked[3]);
    assert_eq!(asked[2], asked[3]);
}

#[tokio::test]
async fn a_recovery_code_is_valid_where_the_policy_allows_them() {
    let (app, _, ada) = stage().await;
    let admin = app.enrolled_admin().await;
    let door = Service::new(&app, &admin, &["verify", "verify.explain"]).await;
    admin.change_policy(json!({"allowedMethods": ["totp"]})).await;
    let [code, later] = [&ada.recovery_codes[0], &ada.recovery_codes[1]];
    let refused = json!({"valid": false, "reason": "notEnrolled"});
    assert_eq!(door.verify(&ada, code).await, refused);
    let items = json!({"items": [{"userId": ada.id, "code": code}]});
    assert_eq!(door.post("/v1/verify/batch", items).send().await.ok()["items"], json!([refused]));
    let methods = door.get(&format!("/v1/verify/{}", ada.id)).send().await.ok();
    assert_eq!(methods["methods"], json!(["totp"]));
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 0);
    assert_eq!(door.verify(&ada, &ada.phone().next_code()).await["valid"], true);
    admin.change_policy(json!({"allowedMethods": ["totp", "recoveryCode"]})).await;
    for code in [code, later] {
        assert_eq!(door.verify(&ada, code).await["method"], "recoveryCode");
    }
}

/// Somebody who came with recovery codes of another system, and a service that may explain.
async fn imported(codes: Value) -> (TestApp, Service, Actor) {
    let app = TestApp::start();
    let admin = app.admin().await;
    let row = json!({"email": "ada@lock.example", "passwordHash": hashed(PASSWORD), "recoveryCodes": codes,
        "authenticators": [{"secret": SECRET}]});
    import(&admin, &[row]).await;
    let found = admin.get("/v1/users?email=ada@lock.example").send().await.ok();
    let ada = Actor { id: text(&found["items"][0]["id"]), ..person(&app, "ada@lock.example", PASSWORD) };
    let door = Service::new(&app, &admin, &["verify", "verify.explain"]).await;
    (app, door, ada)
}

#[tokio::test]
async fn a_recovery_code_of_another_system_is_valid_once() {
    let (app, door, ada) = imported(json!(["W7H2-9KQX", "12345678", "abcdefgh-ijkl"])).await;
    let methods = door.get(&format!("/v1/verify/{}", ada.id)).send().await.ok();
    assert_eq!(methods["methods"], json!(["totp", "recoveryCode"]));
    let valid = json!({"valid": true, "userId": ada.id, "method": "recoveryCode"});
    assert_eq!(door.verify(&ada, "w7h2 9kqx").await, valid);
    assert_eq!(door.verify(&ada, "W7H2-9KQX").await, json!({"valid": false, "reason": "replayed"}));
    // Her authenticator shows six digits.
    assert_eq!(door.verify(&ada, "12345678").await, valid);
    assert_eq!(door.verify(&ada, "87654321").await, json!({"valid": false, "reason": "wrongCode"}));
    let keyed = |code: &str| door.verify_call(&ada, code).header("idempotency-key", "once");
    assert_eq!(keyed("ABCD-EFGH-IJKL").send().await.ok(), valid);
    assert_eq!(keyed("ABCD-EFGH-IJKL").send().await.ok(), valid, "asked again");
    keyed("ABCD-EFGH-IJKM").send().await.problem(409, "idempotency_conflict");
    let challenge = ada.challenge().await;
    for used in ["W7H2-9KQX", "12345678", "abcdefghijkl"] {
        ada.answer(&challenge, "recoveryCode", used).send().await;
    }
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NULL"), 0);
    for malformed in ["W7H2-9KQ", "W7H2_9KQX", "1234567", "123456789é"] {
        door.verify_call(&ada, malformed).send().await.invalid("code");
    }
}

#[tokio::test]
async fn guesses_at_another_systems_recovery_codes_are_charged_at_verify() {
    let (app, door, ada) = imported(json!(["W7H2-9KQX"])).await;
    let (wrong, right) = ("W7H2-9KQY", "W7H2-9KQX");
    for _ in 0..5 {
        assert_eq!(door.verify(&ada, wrong).await, json!({"valid": false, "reason": "wrongCode"}));
        assert_eq!(door.verify(&ada, "123456").await["reason"], "wrongCode");
    }
    for code in [wrong, right] {
        let locked = door.verify_call(&ada, code).header("idempotency-key", "withheld").send().await.ok();
        assert_eq!(locked["reason"], "locked", "{code}");
        assert!(locked["retryAfter"].as_i64().is_some_and(|seconds| seconds > 86_000), "{locked}");
    }
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NULL"), 1);
    app.clock.advance(TimeDelta::hours(24));
    let judged = door.verify_call(&ada, right).header("idempotency-key", "withheld").send().await;
    assert_eq!(judged.ok()["valid"], true, "withheld is no verdict, and is not kept");
}

#[tokio::test]
async fn guesses_at_recovery_codes_of_other_systems_give_the_alarm() {
    let (app, door, _) = imported(json!(["W7H2-9KQX"])).await;
    for number in 0..61 {
        let row = json!({"email": format!("user{number}@lock.example"), "recoveryCodes": ["W7H2-9KQX"],
            "authenticators": [{"secret": SECRET}]});
        import(&app.admin().await, &[row]).await;
        let question = json!({"email": format!("user{number}@lock.example"), "code": "W7H2-9KQY"});
        door.post("/v1/verify", question).send().await.ok();
    }
    assert_eq!(app.database.count("audit_events WHERE action = 'api_key.alarmed'"), 1);
}
