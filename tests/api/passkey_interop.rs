//! An authenticator that knows nothing of this project: what it makes and signs is taken, and what it signs for another site is
//! not.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use url::Url;
use webauthn_authenticator_rs::{AuthenticatorBackend, WebauthnAuthenticator, softpasskey::SoftPasskey};

use crate::support::{
    actor::Actor,
    app::{PUBLIC_URL, TestApp},
    passkeys::{ask_to_sign_in, passkey_login_call},
};

fn site() -> Url {
    PUBLIC_URL.parse().expect("a URL")
}

/// What the service asks, as the authenticator reads it.
fn asked<T: DeserializeOwned>(options: &Value) -> T {
    serde_json::from_value(json!({"publicKey": options})).expect("WebAuthn's JSON")
}

/// What the authenticator says, as browsers send it: without what is not there.
fn said(answer: impl Serialize) -> Value {
    let mut answer = serde_json::to_value(answer).expect("JSON");
    let response = answer["response"].as_object_mut().expect("a response");
    response.retain(|_, value| !value.is_null());
    answer
}

/// A member with a passkey on the authenticator.
async fn holder(app: &TestApp, authenticator: &mut SoftPasskey) -> Actor {
    let mut ada = app.member("ada").await;
    let made = authenticator.do_registration(site(), asked(&ada.creation_options().await));
    let credential = said(made.expect("a credential"));
    let enrolled = ada.enroll_passkey_call(&credential).send().await.created();
    ada.adopt(&enrolled);
    ada
}

#[tokio::test]
async fn e9_it_is_a_second_factor_and_signs_in_alone() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let mut authenticator = SoftPasskey::new(true);
    let ada = holder(&app, &mut authenticator).await;

    let challenge = ada.challenge().await;
    let signed = authenticator.do_authentication(site(), asked(&ada.assertion_options(&challenge).await));
    ada.verify_passkey(&challenge, &said(signed.expect("a signature"))).send().await.ok();

    let (ceremony, options) = ask_to_sign_in(&ada.endpoint, Some(&ada.email)).await;
    let signed = said(authenticator.do_authentication(site(), asked(&options)).expect("a signature"));
    passkey_login_call(&ada.endpoint, &ceremony, &signed).send().await.ok();
    passkey_login_call(&ada.endpoint, &ceremony, &signed).send().await.problem(401, "login_failed");
    assert_eq!(app.refusals("login.failed"), ["noCeremony"]);
}

#[tokio::test]
async fn what_it_signs_for_another_site_or_account_is_refused() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let mut authenticator = SoftPasskey::new(true);
    let ada = holder(&app, &mut authenticator).await;
    let evil: Url = "https://login.lock.example.evil.test".parse().expect("a URL");

    // Its own checks of the site are left out, as a browser in bad hands would.
    let (ceremony, options) = ask_to_sign_in(&ada.endpoint, Some(&ada.email)).await;
    let request: webauthn_authenticator_rs::prelude::RequestChallengeResponse = asked(&options);
    let signed = authenticator.perform_auth(evil, request.public_key, 1_000).expect("a signature");
    passkey_login_call(&ada.endpoint, &ceremony, &said(signed)).send().await.problem(401, "login_failed");

    let (ceremony, mut options) = ask_to_sign_in(&ada.endpoint, Some(&ada.email)).await;
    options["rpId"] = json!("evil.test");
    let request: webauthn_authenticator_rs::prelude::RequestChallengeResponse = asked(&options);
    let signed = authenticator.perform_auth(site(), request.public_key, 1_000).expect("a signature");
    passkey_login_call(&ada.endpoint, &ceremony, &said(signed)).send().await.problem(401, "login_failed");
    assert_eq!(app.refusals("login.failed"), ["wrongOrigin", "wrongRelyingParty"]);
}
