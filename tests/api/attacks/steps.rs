//! Steps out of their order, twice, or in somebody else's place.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{
    actor::{Actor, claims, text},
    app::TestApp,
};

/// Whether the actor's session is asked for a fresh second factor before it may change something.
async fn is_stale(actor: &Actor) -> bool {
    let answer = actor.patch("/v1/me", json!({"displayName": "Ada"})).send().await;
    if answer.status != 200 {
        answer.problem(401, "step_up_required");
    }
    answer.status != 200
}

/// Two sessions of one person, in both of which the second factor was proven too long ago.
async fn two_stale_sessions(app: &TestApp) -> (Actor, Actor) {
    let mut ada = app.enrolled_member("ada").await;
    let mut other = ada.clone();
    other.sign_in().await;
    app.clock.advance(TimeDelta::minutes(6));
    ada.refresh().await;
    other.refresh().await;
    assert!(is_stale(&ada).await && is_stale(&other).await);
    (ada, other)
}

#[tokio::test]
async fn a_step_up_of_one_session_makes_no_other_fresh() {
    let app = TestApp::start();
    let (mut ada, other) = two_stale_sessions(&app).await;
    let challenge = ada.step_up_challenge().await;
    // Answered in the other session's name.
    let path = format!("/v1/auth/challenges/{challenge}/verify");
    let body = json!({"method": "totp", "code": ada.phone().next_code()});
    let verified = other.post(&path, body).send().await.ok();
    assert!(is_stale(&other).await);
    assert!(!ada.is_signed_in().await, "the session that asked goes over into the new one");
    ada.adopt(&verified);
    assert!(!is_stale(&ada).await);
    assert_ne!(claims(&ada.access)["sid"], claims(&other.access)["sid"]);
    assert_eq!(app.database.count("audit_events WHERE action = 'step_up.succeeded'"), 1);
}

#[tokio::test]
async fn a_sign_in_is_no_step_up_of_the_session_that_answers_it() {
    let app = TestApp::start();
    let (ada, other) = two_stale_sessions(&app).await;
    let challenge = ada.challenge().await;
    let path = format!("/v1/auth/challenges/{challenge}/verify");
    let body = json!({"method": "totp", "code": ada.phone().next_code()});
    ada.post(&path, body).send().await.ok();
    assert!(is_stale(&ada).await && is_stale(&other).await, "a third session was begun");
    assert_eq!(app.database.count("audit_events WHERE action = 'step_up.succeeded'"), 0);
}

#[tokio::test]
async fn a_step_up_takes_no_mailed_code_and_trusts_no_device() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin.change_policy(json!({"trustedDeviceDays": 7})).await;
    let mut ada = app.enrolled_member("ada").await;
    app.verify_address(&ada);
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let verified = ada.verify(&text(&login["challengeId"]), &ada.phone().next_code()).send().await.ok();
    ada.adopt(&verified);
    app.mail_to(&ada.email).await;

    let challenge = ada.step_up_challenge().await;
    let before = app.database.dump();
    ada.send_code_call(&challenge).send().await.problem(422, "validation_failed");
    for method in ["email", "temporaryPass"] {
        let code = if method == "email" { "12345678" } else { "ABCD-EFGH-JKMN-PQRS" };
        ada.answer(&challenge, method, code).send().await.problem(422, "validation_failed");
    }
    assert_eq!(app.database.dump(), before);
    assert!(app.mail_to(&ada.email).await.0.is_empty());

    let path = format!("/v1/auth/challenges/{challenge}/verify");
    let body = json!({"method": "totp", "code": ada.phone().next_code(), "trustDevice": true});
    let stepped_up = ada.endpoint.post(&path, body).send().await;
    stepped_up.ok();
    assert_eq!(stepped_up.device_cookie(), None);
    assert_eq!(app.database.count("trusted_devices"), 0);
}

#[tokio::test]
async fn a_challenge_is_finished_by_no_method_a_second_time() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let (login, step_up) = (ada.challenge().await, ada.step_up_challenge().await);
    ada.verify(&login, &ada.phone().next_code()).send().await.ok();
    ada.verify(&step_up, &ada.phone().next_code()).send().await.ok();
    let before = app.database.dump();
    let next = ada.phone().next_code();
    for challenge in [&login, &step_up] {
        for call in [
            ada.verify(challenge, &next),
            ada.verify_recovery_code(challenge, &ada.recovery_codes[0]),
            ada.verify_mailed_code(challenge, "12345678"),
            ada.verify_pass(challenge, "ABCD-EFGH-JKMN-PQRS"),
            ada.send_code_call(challenge),
            ada.endpoint.post(&format!("/v1/auth/challenges/{challenge}/passkey"), json!({})),
        ] {
            call.send().await.problem(410, "challenge_expired");
        }
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn nothing_is_confirmed_before_it_was_begun_or_after_it_was_confirmed() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let before = app.database.dump();
    for id in [uuid::Uuid::nil().to_string(), ada.id.clone()] {
        ada.confirm(&id, "123456").send().await.problem(404, "not_found");
    }
    assert_eq!(app.database.dump(), before);

    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.next_code()).send().await.ok();
    ada.adopt(&confirmed);
    let before = app.database.dump();
    for code in [phone.code(), phone.next_code()] {
        ada.confirm(&id, &code).send().await.problem(404, "not_found");
    }
    assert_eq!(app.database.dump(), before);
}

/// Somebody who holds a stolen session begins an enrollment with a phone of their own; its owner ends the session.
#[tokio::test]
async fn an_enrollment_of_a_session_that_was_ended_comes_to_nothing() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let mut thief = ada.clone();
    thief.sign_in().await;
    let (id, phone) = thief.begin().await;
    let stolen = text(&claims(&thief.access)["sid"]);
    ada.delete(&format!("/v1/me/sessions/{stolen}")).send().await.no_content();
    thief.confirm(&id, &phone.next_code()).send().await.problem(401, "unauthenticated");
    assert_eq!(app.database.count("authenticators"), 0);
    // The owner's own takes its place.
    ada.enroll().await;
    ada.confirm(&id, &phone.next_code()).send().await.problem(404, "not_found");
    assert_eq!(app.database.count("authenticators"), 1);
}

#[tokio::test]
async fn a_permission_to_enroll_confirms_nothing_of_somebody_else() {
    let app = TestApp::start();
    let mut bob = app.enrolled_member("bob").await;
    let mut ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    let pass = app.admin().await.issue_pass(&bob).await;
    bob.enter_by(&pass).await;
    let code = phone.next_code();
    let before = app.database.dump();
    bob.confirm(&id, &code).send().await.problem(404, "not_found");
    assert_eq!(app.database.dump(), before);
    let confirmed = ada.confirm(&id, &code).send().await.ok();
    ada.adopt(&confirmed);
    assert_eq!(confirmed["session"]["user"]["id"], json!(ada.id));
}

/// The code that an app shows first must not be good for what follows its confirmation.
#[tokio::test]
async fn a_code_that_confirmed_opens_nothing_else() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let door = crate::support::service::Service::new(&app, &admin, &["verify"]).await;
    let mut ada = app.member("ada").await;
    ada.enroll().await;
    let code = ada.phone().code();
    assert_eq!(door.verify(&ada, &code).await["valid"], false);
    let regenerate = ada.post("/v1/me/recovery-codes/regenerate", json!({"code": code}));
    regenerate.send().await.problem(401, "code_rejected");
    ada.disable_call(&ada.password, &code).send().await.problem(401, "code_rejected");
    let step_up = ada.step_up_challenge().await;
    ada.verify(&step_up, &code).send().await.problem(401, "code_rejected");
    assert_eq!(ada.two_factor().await["state"], "enabled");
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NULL"), 10);
}
