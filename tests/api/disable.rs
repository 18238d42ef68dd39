//! Turning one's own second factor off.

use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn d1_password_and_code_together_disable() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let mut elsewhere = ada.clone();
    elsewhere.sign_in().await;
    app.clock.next_step();

    ada.disable_call(&ada.password, &ada.phone().code()).send().await.no_content();
    assert_eq!(app.database.count("authenticators"), 0, "secrets are wiped");
    assert_eq!(app.database.count("recovery_codes"), 0);
    assert!(!elsewhere.is_signed_in().await);
    elsewhere.refresh_call().send().await.problem(401, "session_expired");

    assert!(!ada.is_signed_in().await, "its access token goes with the epoch");
    ada.refresh().await;
    let state = ada.two_factor().await;
    assert_eq!(state["state"], "notEnabled");
    assert_eq!(state["methods"], json!([]));
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
}

#[tokio::test]
async fn d1_either_alone_is_refused() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let code = ada.phone().next_code();
    let path = "/v1/me/two-factor/disable";
    for (password, code) in [
        ("not her password", code.as_str()),
        ("", code.as_str()),
        (ada.password.as_str(), &ada.phone().wrong_code()),
    ] {
        ada.disable_call(password, code).send().await.problem(401, "code_rejected");
    }
    for body in [json!({"password": ada.password}), json!({"code": code}), json!({})] {
        ada.post(path, body).send().await.problem(401, "code_rejected");
    }
    assert_eq!(ada.two_factor().await["state"], "enabled");
    assert!(ada.is_signed_in().await);
    ada.disable_call(&ada.password, &ada.phone().next_code()).send().await.no_content();
}

#[tokio::test]
async fn d1_wrong_password_and_wrong_code_cannot_be_told_apart() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let mut seen = Vec::new();
    let code = ada.phone().next_code();
    for (password, code) in [("not her password", code), (&ada.password, ada.phone().wrong_code())] {
        let mut problem = ada.disable_call(password, &code).send().await.problem(401, "code_rejected");
        let remaining = problem["attemptsRemaining"].as_u64().expect("how many are left");
        problem["attemptsRemaining"].take();
        problem["instance"].take();
        seen.push((problem, remaining));
    }
    assert_eq!(seen[0].0, seen[1].0);
    assert_eq!(seen[0].1, seen[1].1 + 1, "each is charged once");
}

#[tokio::test]
async fn d1_a_recovery_code_does_not_disable() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let answer = ada.disable_call(&ada.password, &ada.recovery_codes[0]).send().await;
    answer.invalid("code");
    assert_eq!(ada.two_factor().await["state"], "enabled");
}

#[tokio::test]
async fn i1_a_code_that_signed_in_does_not_disable() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    ada.sign_in().await;
    ada.disable_call(&ada.password, &ada.phone().code()).send().await.problem(401, "code_rejected");
    assert_eq!(ada.two_factor().await["state"], "enabled");
}

#[tokio::test]
async fn without_a_factor_there_is_nothing_to_disable() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    ada.disable_call(&ada.password, "123456").send().await.problem(409, "enroll_first");
}

#[tokio::test]
async fn o6_while_it_is_required_nobody_disables() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    let answer = ada.disable_call(&ada.password, &ada.phone().next_code()).send().await;
    answer.problem(409, "required_by_policy");
    let state = ada.two_factor().await;
    assert_eq!(
        (&state["state"], &state["required"], &state["canDisable"]),
        (&json!("enabled"), &json!(true), &json!(false))
    );
    let removed = ada.remove_call(&ada.authenticator).send().await;
    removed.problem(409, "required_by_policy");
    assert!(ada.is_signed_in().await);
}
