//! What is oversized or cut short is refused, told to the log where it was read, and breaks nothing.

use serde_json::{Value, json};

use crate::support::{
    app::TestApp,
    passkeys::{ask_to_sign_in, passkey_login_call},
    security_key::{decoded, encoded},
    soft_authenticator::SoftAuthenticator,
};

/// A valid answer with something else in its place.
fn garbled(valid: &Value, pointer: &str, value: Value) -> Value {
    let mut garbled = valid.clone();
    *garbled.pointer_mut(pointer).expect("a member") = value;
    garbled
}

#[tokio::test]
async fn nonsense_is_refused_and_told() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (ada, mut authenticator) = app.soft_member("ada").await;
    let (bob, endpoint) = (app.member("bob").await, app.endpoint());
    let nonsense =
        ["", "AA", "oA", "_____w", &encoded(&[0xbf; 300]), &encoded(b"{\"type\":1}"), &encoded(b"[[[[")];
    let (mut enrollments, mut answers) = (0, 0);
    for text in nonsense {
        for member in ["clientDataJSON", "attestationObject"] {
            let valid = SoftAuthenticator::new().create(&bob.creation_options().await);
            let credential = garbled(&valid, &format!("/response/{member}"), json!(text));
            bob.enroll_passkey_call(&credential).send().await.problem(422, "passkey_rejected");
            enrollments += 1;
        }
        for member in ["clientDataJSON", "authenticatorData", "signature"] {
            let pointer = format!("/response/{member}");
            let challenge = ada.challenge().await;
            let valid = authenticator.sign(&ada.assertion_options(&challenge).await);
            let assertion = garbled(&valid, &pointer, json!(text));
            ada.verify_passkey(&challenge, &assertion).send().await.problem(401, "code_rejected");
            let (ceremony, options) = ask_to_sign_in(&endpoint, Some(&ada.email)).await;
            let assertion = garbled(&authenticator.sign(&options), &pointer, json!(text));
            let refused = passkey_login_call(&endpoint, &ceremony, &assertion).send().await;
            refused.problem(401, "login_failed");
            answers += 1;
        }
    }
    assert_eq!(app.refusals("passkey.rejected").len(), enrollments);
    assert_eq!((app.refusals("code.rejected").len(), app.refusals("login.failed").len()), (answers, answers));
}

#[tokio::test]
async fn what_has_not_its_form_is_said_to() {
    let app = TestApp::start();
    let bob = app.member("bob").await;
    let valid = SoftAuthenticator::new().create(&bob.creation_options().await);
    for (pointer, value, field) in [
        ("/id", json!("***"), "credential.id"),
        ("/rawId", json!("AAAA"), "credential.rawId"),
        ("/type", json!("password"), "credential.type"),
        ("/response/attestationObject", json!("a b"), "credential.response.attestationObject"),
        ("/response/clientDataJSON", json!(7), "credential.response.clientDataJSON"),
    ] {
        bob.enroll_passkey_call(&garbled(&valid, pointer, value)).send().await.invalid(field);
    }
    let nothing = bob.post("/v1/me/passkeys", json!({"credential": null})).send().await;
    assert_eq!(nothing.status, 422, "{}", nothing.text());
    // No question was used up by what is no answer.
    bob.enroll_passkey_call(&valid).send().await.created();
}

#[tokio::test]
async fn an_answer_cut_short_anywhere_is_refused() {
    let app = TestApp::start();
    let (ada, mut authenticator) = app.soft_member("ada").await;
    let cut = |valid: &Value, pointer: &str, missing: usize| {
        let mut bytes = decoded(valid.pointer(pointer).expect("a member"));
        bytes.truncate(bytes.len().saturating_sub(missing));
        garbled(valid, pointer, json!(encoded(&bytes)))
    };
    for missing in (1..250).step_by(13) {
        let valid = SoftAuthenticator::new().create(&ada.creation_options().await);
        let credential = cut(&valid, "/response/attestationObject", missing);
        ada.enroll_passkey_call(&credential).send().await.problem(422, "passkey_rejected");
    }
    for (pointer, missing) in [("authenticatorData", 37), ("signature", 72)]
        .into_iter()
        .flat_map(|(member, length)| (1..=length).step_by(9).map(move |missing| (member, missing)))
    {
        let challenge = ada.challenge().await;
        let valid = authenticator.sign(&ada.assertion_options(&challenge).await);
        let assertion = cut(&valid, &format!("/response/{pointer}"), missing);
        ada.verify_passkey(&challenge, &assertion).send().await.problem(401, "code_rejected");
    }
    assert_eq!(app.database.count("passkeys"), 1);
}

#[tokio::test]
async fn what_is_larger_than_64_kib_is_not_read() {
    let app = TestApp::start();
    app.allow_passkey_login().await;
    let (ada, mut authenticator) = app.soft_member("ada").await;
    let zeros = |bytes: usize| json!(encoded(&vec![0; bytes]));
    let valid = SoftAuthenticator::new().create(&ada.creation_options().await);
    let enroll =
        |bytes| ada.enroll_passkey_call(&garbled(&valid, "/response/attestationObject", zeros(bytes)));
    enroll(60_000).send().await.problem(413, "payload_too_large");
    enroll(40_000).send().await.problem(422, "passkey_rejected");
    assert_eq!(app.refusals("passkey.rejected"), ["malformed"]);

    let (ceremony, options) = ask_to_sign_in(&ada.endpoint, Some(&ada.email)).await;
    let valid = authenticator.sign(&options);
    for member in ["clientDataJSON", "authenticatorData", "signature"] {
        let assertion = garbled(&valid, &format!("/response/{member}"), zeros(60_000));
        let large = passkey_login_call(&ada.endpoint, &ceremony, &assertion).send().await;
        large.problem(413, "payload_too_large");
    }
    let long_id = encoded(&[7; 20_000]);
    let assertion = garbled(&garbled(&valid, "/id", json!(long_id)), "/rawId", json!(long_id));
    passkey_login_call(&ada.endpoint, &ceremony, &assertion).send().await.problem(401, "login_failed");
    assert_eq!(app.refusals("login.failed"), ["unknownCredential"]);
}
