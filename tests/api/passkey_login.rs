//! Sign-in by a passkey alone.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{
    actor::claims,
    app::TestApp,
    passkeys::{ask_to_sign_in, log_in_by, passkey_login_call},
    race::{by_turns, only_winner, race},
    security_key::{SecurityKey, decoded},
};

#[tokio::test]
async fn e9_a_passkey_that_verified_its_user_stands_for_both_factors() {
    let app = TestApp::start();
    let (mut ada, mut key) = app.passkey_member("ada").await;
    assert_eq!(app.endpoint().get("/v1/auth/config").send().await.ok()["passkeyLogin"], false);
    app.allow_passkey_login().await;
    assert_eq!(app.endpoint().get("/v1/auth/config").send().await.ok()["passkeyLogin"], true);

    let (_, options) = ask_to_sign_in(&app.endpoint(), None).await;
    assert_eq!(
        (&options["allowCredentials"], &options["userVerification"]),
        (&json!([]), &json!("required"))
    );
    let signed_in = log_in_by(&app.endpoint(), &mut key).await.ok();
    ada.adopt(&signed_in);
    let claims = claims(&ada.access);
    assert_eq!((&claims["amr"], &claims["acr"]), (&json!(["pop", "mfa"]), &json!("aal2")));
    ada.post("/v1/me/passkeys/options", json!({})).send().await.ok();
}

#[tokio::test]
async fn e9_an_authenticator_of_others_is_a_second_factor_and_signs_in_alone() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (ada, mut authenticator) = app.soft_member("ada").await;
    let challenge = ada.challenge().await;
    let signed = authenticator.sign(&ada.assertion_options(&challenge).await);
    ada.verify_passkey(&challenge, &signed).send().await.ok();

    let (ceremony, options) = ask_to_sign_in(&ada.endpoint, Some(&ada.email)).await;
    passkey_login_call(&ada.endpoint, &ceremony, &authenticator.sign(&options)).send().await.ok();
}

#[tokio::test]
async fn without_verification_it_is_a_second_factor_only() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (mut ada, mut key) = (app.member("ada").await, SecurityKey::without_verification());
    ada.enroll_passkey(&mut key).await;
    ada.sign_in_with(&mut key).await;
    log_in_by(&app.endpoint(), &mut key).await.problem(401, "login_failed");
    assert_eq!(app.refusals("login.failed"), ["userNotVerified"]);
}

#[tokio::test]
async fn a_policy_without_it_refuses_like_a_wrong_password() {
    let app = TestApp::start();
    let (ada, mut key) = app.passkey_member("ada").await;
    let refused = log_in_by(&app.endpoint(), &mut key).await;
    refused.problem(401, "login_failed");
    let mut nobody = SecurityKey { handle: vec![7; 32], ..SecurityKey::new() };
    let unknown = log_in_by(&app.endpoint(), &mut nobody).await;
    let wrong =
        ada.endpoint.post("/v1/auth/login", json!({"email": ada.email, "password": "not her own words"}));
    let wrong = wrong.send().await;
    for other in [&unknown, &wrong] {
        assert_eq!(refused.appearance(), other.appearance());
    }
    app.allow_passkey_login().await;
    app.admin().await.change(&ada, json!({"suspended": true})).await;
    log_in_by(&app.endpoint(), &mut key).await.problem(401, "login_failed");
    assert!(app.refusals("login.failed").contains(&"suspended".to_owned()));
}

#[tokio::test]
async fn the_options_do_not_tell_who_has_an_account() {
    let app = TestApp::start();
    let (ada, key) = app.passkey_member("ada").await;
    let bob = app.member("bob").await;
    let endpoint = app.endpoint();
    let ids = |options: &serde_json::Value| -> Vec<Vec<u8>> {
        let allowed = options["allowCredentials"].as_array().expect("a list");
        assert!(allowed.iter().all(|one| one.as_object().is_some_and(|one| one.len() == 2)), "{options}");
        allowed.iter().map(|one| decoded(&one["id"])).collect()
    };
    let (_, hers) = ask_to_sign_in(&endpoint, Some(&ada.email)).await;
    assert_eq!(ids(&hers), std::slice::from_ref(&key.credential_id));
    for email in [bob.email.as_str(), "nobody@lock.example"] {
        let (_, once) = ask_to_sign_in(&endpoint, Some(email)).await;
        let (_, again) = ask_to_sign_in(&endpoint, Some(&email.to_uppercase())).await;
        let (once, again) = (ids(&once), ids(&again));
        assert_eq!(once, again, "the same each time");
        assert!((1..=2).contains(&once.len()) && once.iter().all(|id| (16..=64).contains(&id.len())));
    }
}

#[tokio::test]
async fn a_key_that_keeps_nothing_signs_in_whoever_typed_their_address() {
    let app = TestApp::start();
    let (ada, key) = app.passkey_member("ada").await;
    app.allow_passkey_login().await;
    let mut key = SecurityKey { shows_user: false, ..key };
    let (ceremony, options) = ask_to_sign_in(&app.endpoint(), Some(&ada.email)).await;
    let assertion = key.sign(&options);
    passkey_login_call(&app.endpoint(), &ceremony, &assertion).send().await.ok();
    log_in_by(&app.endpoint(), &mut key).await.problem(401, "login_failed");
    assert_eq!(app.refusals("login.failed"), ["unknownUser"]);
}

#[tokio::test]
async fn a_sign_in_is_asked_for_once_and_not_for_long() {
    let app = TestApp::start();
    let (ada, mut key) = app.passkey_member("ada").await;
    app.allow_passkey_login().await;
    let endpoint = app.endpoint();
    let (ceremony, options) = ask_to_sign_in(&endpoint, None).await;
    let assertion = key.sign(&options);
    let calls = by_turns(&ada, &endpoint, |_, _| passkey_login_call(&endpoint, &ceremony, &assertion));
    only_winner(&race(calls).await, &[401]);

    let (ceremony, options) = ask_to_sign_in(&endpoint, None).await;
    app.clock.advance(TimeDelta::minutes(5));
    passkey_login_call(&endpoint, &ceremony, &key.sign(&options)).send().await.problem(401, "login_failed");
    assert!(app.refusals("login.failed").iter().all(|reason| reason == "noCeremony"));
}

#[tokio::test]
async fn it_opens_a_pool_of_guesses_that_was_closed() {
    let app = TestApp::start();
    let (mut ada, mut key) = (app.enrolled_member("ada").await, SecurityKey::new());
    ada.enroll_passkey(&mut key).await;
    app.allow_passkey_login().await;
    app.database.execute(&format!(
        "UPDATE budgets SET consecutive_failures = 100 WHERE user_id = '{}' AND kind = 'secondFactor'",
        ada.id
    ));
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().next_code()).send().await.problem(429, "too_many_attempts");
    log_in_by(&app.endpoint(), &mut key).await.ok();
    ada.sign_in().await;
}
