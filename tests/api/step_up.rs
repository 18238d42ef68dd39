//! Step-up: a fresh second factor inside a session.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{
    actor::{Actor, claims, text},
    answer::Answer,
    app::TestApp,
    call::Call,
};

fn sensitive(actor: &Actor) -> Vec<Call> {
    let authenticator = format!("/v1/me/authenticators/{}", actor.authenticator);
    vec![
        actor.patch("/v1/me", json!({"displayName": "Ada L."})),
        actor.post("/v1/me/password", json!({"current": actor.password, "new": "another long password"})),
        actor.post("/v1/me/authenticators", json!({})),
        actor.post(&format!("{authenticator}/replace"), json!({})),
        actor.delete(&authenticator),
    ]
}

fn assert_step_up_required(answer: &Answer, seconds: u64) {
    let problem = answer.problem(401, "step_up_required");
    assert_eq!(problem["maxAge"], seconds);
    let challenge = answer.header("www-authenticate").expect("RFC 9470 asks for it");
    let expected = format!("Bearer error=\"insufficient_user_authentication\", max_age={seconds}");
    assert_eq!(
        challenge.replace("max_age=\"", "max_age=").trim_end_matches('"'),
        expected.trim_end_matches('"')
    );
}

#[tokio::test]
async fn s3_account_settings_take_a_fresh_second_factor() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::seconds(301));
    ada.refresh().await;
    let before = app.database.count("authenticators");
    for call in sensitive(&ada) {
        assert_step_up_required(&call.send().await, 300);
    }
    assert_eq!(app.database.count("authenticators"), before);
    assert!(ada.is_signed_in().await, "reading goes on");

    ada.step_up().await;
    ada.patch("/v1/me", json!({"displayName": "Ada L."})).send().await.ok();
}

#[tokio::test]
async fn s3_within_the_age_of_the_policy_nothing_is_asked() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::seconds(299));
    ada.patch("/v1/me", json!({"displayName": "Ada"})).send().await.ok();
    app.admin().await.change_policy(json!({"stepUpMaxAgeMinutes": 1})).await;
    assert_step_up_required(&ada.patch("/v1/me", json!({"displayName": "Ada L."})).send().await, 60);
    ada.step_up().await;
    ada.patch("/v1/me", json!({"displayName": "Ada L."})).send().await.ok();
}

#[tokio::test]
async fn s3_without_a_factor_nothing_is_asked() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    app.clock.advance(TimeDelta::minutes(30));
    ada.refresh().await;
    ada.patch("/v1/me", json!({"displayName": "Ada L."})).send().await.ok();
    ada.post("/v1/me/authenticators", json!({})).send().await.created();
    ada.post("/v1/auth/step-up", json!({})).send().await.problem(409, "enroll_first");
}

#[tokio::test]
async fn a_step_up_gives_a_new_session_and_ends_the_old_one() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::minutes(4));
    let before = ada.clone();
    ada.step_up().await;
    assert!(ada.is_signed_in().await);
    assert!(!before.is_signed_in().await);
    before.refresh_call().send().await.problem(401, "session_expired");
    let (old, new) = (claims(&before.access), claims(&ada.access));
    assert_ne!(old["sid"], new["sid"]);
    assert_eq!(new["acr"], "aal2");
    assert_eq!(new["second_factor_time"], nightlatch::clock::Clock::now(&*app.clock).timestamp());
    assert_eq!(new["auth_time"], old["auth_time"], "the password is as old as it was");
    let sessions = ada.get("/v1/me/sessions").send().await.ok();
    assert_eq!(sessions["items"].as_array().unwrap().len(), 1, "{sessions}");
}

#[tokio::test]
async fn a_step_up_keeps_the_cookie() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let verified = ada.verify(&text(&login["challengeId"]), &ada.phone().next_code()).send().await;
    ada.adopt(&verified.ok());
    let challenge = ada.step_up_challenge().await;
    let stepped_up = ada.verify(&challenge, &ada.phone().next_code()).send().await;
    assert_eq!(stepped_up.ok()["session"].get("refreshToken"), None);
    assert!(stepped_up.set_cookie().is_some());
}

#[tokio::test]
async fn i1_a_code_that_signed_in_does_not_step_up() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    ada.sign_in().await;
    let challenge = ada.step_up_challenge().await;
    ada.verify(&challenge, &ada.phone().code()).send().await.problem(401, "code_rejected");
}

#[tokio::test]
async fn a_step_up_dies_with_its_session() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.step_up_challenge().await;
    ada.post("/v1/auth/logout", json!({})).send().await.no_content();
    let code = ada.phone().next_code();
    ada.verify(&challenge, &code).send().await.problem(410, "challenge_expired");
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0])
        .send()
        .await
        .problem(410, "challenge_expired");
    assert!(!ada.is_signed_in().await);
    // Neither was used up for nothing.
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 0);
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.ok();
}

#[tokio::test]
async fn a_step_up_does_not_prolong_the_absolute_life_of_a_session() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    for _ in 0..24 {
        app.clock.advance(TimeDelta::minutes(59));
        ada.refresh().await;
        ada.step_up().await;
    }
    app.clock.advance(TimeDelta::minutes(30));
    ada.refresh_call().send().await.problem(401, "session_expired");
}
