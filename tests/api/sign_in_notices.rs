//! What the owner of an account is told about sign-ins: used recovery codes, new devices, guessed codes.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    answer::Answer,
    app::TestApp,
    call::Call,
    mailbox,
    race::{by_turns, race, two_replicas},
};

/// What was mailed to the actor since this was last asked, by its kinds.
async fn told(app: &TestApp, actor: &Actor) -> Vec<String> {
    app.mail_to(&actor.email).await;
    let new = format!("recipient = '{}' AND last_error IS DISTINCT FROM 'seen by the test'", actor.email);
    let kinds = app.database.column(&format!("SELECT kind FROM outbox WHERE {new} ORDER BY created_at, id"));
    app.database.execute(&format!("UPDATE outbox SET last_error = 'seen by the test' WHERE {new}"));
    kinds
}

/// A service and a member with an authenticator, without the mail of how they came to be.
async fn with_a_member() -> (TestApp, Actor) {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    app.mail_to(&ada.email).await;
    (app, ada)
}

/// How the mail of the one notice tells of it.
fn content(app: &TestApp) -> Value {
    let waiting = "FROM outbox WHERE finished_at IS NULL AND kind <> 'policyChanged'";
    let content = app.database.column(&format!("SELECT content -> 'message' {waiting}"));
    assert_eq!(content.len(), 1, "{content:?}");
    serde_json::from_str(&content[0]).expect("JSON")
}

async fn verify_from(actor: &Actor, address: &str, method: &str, code: &str) -> Answer {
    let challenge = text(&actor.login_call().forwarded_for(address).send().await.ok()["challengeId"]);
    actor.answer(&challenge, method, code).forwarded_for(address).send().await
}

#[tokio::test]
async fn n1_a_used_recovery_code_is_told_with_what_is_left() {
    let (app, mut ada) = with_a_member().await;
    let challenge = ada.challenge().await;
    let verified = ada.verify_recovery_code(&challenge, &ada.recovery_codes[3]).send().await.ok();
    assert_eq!(content(&app), json!({"kind": "recoveryCodeUsed", "number": 4, "remaining": 9}));
    let email = app.mail_to(&ada.email).await.only();
    mailbox::token(&email, "not-me");

    ada.adopt(&verified);
    let challenge = ada.step_up_challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    assert_eq!(content(&app), json!({"kind": "recoveryCodeUsed", "number": 1, "remaining": 8}));
    app.mail_to(&ada.email).await.only();

    app.admin().await.change_policy(json!({"loginStyle": "singleForm"})).await;
    let form = json!({"email": ada.email, "password": ada.password, "code": ada.recovery_codes[1]});
    ada.endpoint.post("/v1/auth/login", form).send().await.ok();
    assert_eq!(content(&app), json!({"kind": "recoveryCodeUsed", "number": 2, "remaining": 7}));
}

#[tokio::test]
async fn n1_a_recovery_code_from_elsewhere_is_one_mail() {
    let (app, ada) = with_a_member().await;
    told(&app, &ada).await;
    verify_from(&ada, "203.0.113.9", "recoveryCode", &ada.recovery_codes[0]).await.ok();
    assert_eq!(told(&app, &ada).await, ["recoveryCodeUsed"]);
}

#[tokio::test]
async fn n1_a_sign_in_from_a_new_place_is_told_once() {
    let (app, ada) = with_a_member().await;
    told(&app, &ada).await;
    for expected in [vec!["newDevice"], vec![]] {
        verify_from(&ada, "203.0.113.9", "totp", &ada.phone().next_code()).await.ok();
        assert_eq!(told(&app, &ada).await, expected);
    }
    let answer = ada.login_call().header("user-agent", "another program").send().await.ok();
    let code = ada.phone().next_code();
    let verify = ada.verify(&text(&answer["challengeId"]), &code).header("user-agent", "another program");
    verify.send().await.ok();
    assert_eq!(told(&app, &ada).await, ["newDevice"]);
    app.clock.advance(TimeDelta::days(90));
    verify_from(&ada, "203.0.113.9", "totp", &ada.phone().next_code()).await.ok();
    assert_eq!(told(&app, &ada).await, ["newDevice"], "after a long time it is new");
}

#[tokio::test]
async fn n1_a_new_browser_is_told_once_and_a_password_alone_is_no_sign_in() {
    let (app, ada) = with_a_member().await;
    told(&app, &ada).await;
    let cookie = ada.sign_in_browser().await;
    assert_eq!(told(&app, &ada).await, ["newDevice"]);
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).header("cookie", &cookie).send().await.ok();
    assert_eq!(told(&app, &ada).await, [""; 0]);
    let code = ada.phone().next_code();
    ada.verify(&text(&login["challengeId"]), &code).header("cookie", &cookie).send().await.ok();
    assert_eq!(told(&app, &ada).await, [""; 0]);
    ada.sign_in_browser().await;
    assert_eq!(told(&app, &ada).await, ["newDevice"]);
}

#[tokio::test]
async fn n1_the_first_sign_in_of_all_is_none_from_a_new_place() {
    let app = TestApp::start();
    let ada = app.user("ada", &["member"]).await;
    ada.sign_in_browser().await;
    assert_eq!(told(&app, &ada).await, [""; 0]);
    ada.login_call().forwarded_for("203.0.113.9").send().await.ok();
    assert_eq!(told(&app, &ada).await, ["newDevice"]);
}

#[tokio::test]
async fn the_third_wrong_code_in_a_row_is_told_once_until_a_success() {
    let (app, ada) = with_a_member().await;
    told(&app, &ada).await;
    for _ in 0..2 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
        assert_eq!(told(&app, &ada).await, [""; 0]);
    }
    ada.fail_a_challenge().await.problem(401, "code_rejected");
    assert_eq!(content(&app), json!({"kind": "codesGuessed", "failures": 3}));
    mailbox::token(&app.mail_to(&ada.email).await.only(), "not-me");
    told(&app, &ada).await;
    for _ in 0..3 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    assert_eq!(told(&app, &ada).await, [""; 0]);
    app.clock.advance(TimeDelta::days(1));
    ada.clone().sign_in().await;
    app.clock.next_step();
    for _ in 0..3 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    assert_eq!(told(&app, &ada).await, ["codesGuessed"]);
}

#[tokio::test]
async fn guesses_on_a_single_form_are_told_too_and_wrong_passwords_are_not() {
    let (app, ada) = with_a_member().await;
    app.admin().await.change_policy(json!({"loginStyle": "singleForm"})).await;
    app.clock.next_step();
    told(&app, &ada).await;
    let form = |password: &str| -> Call {
        let body = json!({"email": ada.email, "password": password, "code": ada.phone().wrong_code()});
        ada.endpoint.post("/v1/auth/login", body)
    };
    for _ in 0..5 {
        form("a wild guess").send().await.problem(401, "login_failed");
    }
    assert_eq!(told(&app, &ada).await, [""; 0]);
    for _ in 0..4 {
        form(&ada.password).send().await.problem(401, "login_failed");
    }
    assert_eq!(told(&app, &ada).await, ["codesGuessed"]);
}

#[tokio::test]
async fn fifty_guesses_at_once_are_told_once() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    app.clock.next_step();
    told(&app, &ada).await;
    let challenges = ada.challenges(50).await;
    let wrong = ada.phone().wrong_code();
    race(by_turns(&ada, &replica, |ada, number| ada.verify(&challenges[number], &wrong))).await;
    assert_eq!(told(&app, &ada).await, ["codesGuessed"]);
}
