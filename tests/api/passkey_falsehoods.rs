//! What authenticators and browsers may say that is not so: all of it is refused, told to the log, and used up.

use serde_json::{Value, json};

use crate::support::{
    actor::Actor,
    app::TestApp,
    passkeys::{ask_to_sign_in, passkey_login_call},
    security_key::{SecurityKey, decoded, encoded},
};

type Lie = fn(SecurityKey) -> SecurityKey;

/// What is false, and how it is told in the log.
const LIES: [(&str, Lie, &str); 6] = [
    (
        "another site's origin",
        |key| SecurityKey { origin: "https://login.lock.example.evil.test".into(), ..key },
        "wrongOrigin",
    ),
    (
        "a subdomain's origin",
        |key| SecurityKey { origin: "https://evil.login.lock.example".into(), ..key },
        "wrongOrigin",
    ),
    (
        "another port",
        |key| SecurityKey { origin: "https://login.lock.example:8443".into(), ..key },
        "wrongOrigin",
    ),
    (
        "another site's id",
        |key| SecurityKey { rp_id: Some("lock.example".into()), ..key },
        "wrongRelyingParty",
    ),
    ("another challenge", |key| SecurityKey { challenge: Some(encoded(&[7; 32])), ..key }, "wrongChallenge"),
    ("nobody present", |key| SecurityKey { user_present: false, ..key }, "userNotPresent"),
];

#[tokio::test]
async fn no_lie_enrolls_a_passkey() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let wrong_type: (&str, Lie, &str) =
        ("a signature's type", |key| SecurityKey { kind: Some("webauthn.get"), ..key }, "wrongType");
    for (lie, tell, reason) in LIES.into_iter().chain([wrong_type]) {
        let options = ada.creation_options().await;
        let credential = tell(SecurityKey::new()).create(&options);
        let refused = ada.enroll_passkey_call(&credential).send().await;
        assert_eq!(refused.status, 422, "{lie}: {}", refused.text());
        refused.problem(422, "passkey_rejected");
        assert!(app.refusals("passkey.rejected").contains(&reason.to_owned()), "{lie}");
        let honest = SecurityKey::new().create(&options);
        ada.enroll_passkey_call(&honest).send().await.problem(422, "passkey_rejected");
    }
    assert_eq!(app.database.count("passkeys"), 0);
    assert_eq!(app.database.count("users WHERE factor_enrolled_at IS NOT NULL"), 0);
}

#[tokio::test]
async fn no_lie_answers_a_challenge() {
    let app = TestApp::start();
    let (ada, key) = app.passkey_member("ada").await;
    let wrong_type: (&str, Lie, &str) =
        ("an enrollment's type", |key| SecurityKey { kind: Some("webauthn.create"), ..key }, "wrongType");
    let another_key: (&str, Lie, &str) = (
        "another key's signature",
        |key| SecurityKey { credential_id: key.credential_id, handle: key.handle, ..SecurityKey::new() },
        "wrongSignature",
    );
    let another_user: (&str, Lie, &str) =
        ("another user", |key| SecurityKey { handle: vec![7; 32], ..key }, "wrongUserHandle");
    let unverified: (&str, Lie, &str) = (
        "no PIN, of a key that asked for one",
        |key| SecurityKey { verifies_user: false, ..key },
        "userNotVerified",
    );
    let mut told = Vec::new();
    for (lie, tell, reason) in LIES.into_iter().chain([wrong_type, another_key, another_user, unverified]) {
        let challenge = ada.challenge().await;
        let options = ada.assertion_options(&challenge).await;
        let mut liar = tell(key.clone());
        let refused = ada.verify_passkey(&challenge, &liar.sign(&options)).send().await;
        assert_eq!(refused.status, 401, "{lie}: {}", refused.text());
        assert_eq!(refused.problem(401, "code_rejected")["attemptsRemaining"], 4, "{lie}");
        told.push(reason.to_owned());
        told.sort();
        assert_eq!(app.refusals("code.rejected"), told, "{lie}");
        let mut honest = key.clone();
        let late = ada.verify_passkey(&challenge, &honest.sign(&options)).send().await;
        assert_eq!(late.problem(401, "code_rejected")["attemptsRemaining"], 3, "{lie}: asked once");
        told.push("noCeremony".to_owned());
        told.sort();
    }
}

#[tokio::test]
async fn no_lie_signs_in_alone() {
    let app = TestApp::start();
    let (_, key) = app.passkey_member("ada").await;
    let (bob, _) = app.passkey_member("bob").await;
    app.allow_passkey_login().await;
    let endpoint = app.endpoint();
    for (lie, tell, reason) in LIES {
        let (ceremony, options) = ask_to_sign_in(&endpoint, None).await;
        let mut liar = tell(key.clone());
        let refused = passkey_login_call(&endpoint, &ceremony, &liar.sign(&options)).send().await;
        assert_eq!(refused.status, 401, "{lie}: {}", refused.text());
        assert!(app.refusals("login.failed").contains(&reason.to_owned()), "{lie}");
        let mut honest = key.clone();
        let late = passkey_login_call(&endpoint, &ceremony, &honest.sign(&options)).send().await;
        late.problem(401, "login_failed");
    }
    // Another's handle leads to another's credentials, among which this one is not.
    let (ceremony, options) = ask_to_sign_in(&endpoint, None).await;
    let other = handle_of(&app, &bob);
    let mut liar = SecurityKey { handle: other, ..key.clone() };
    let refused = passkey_login_call(&endpoint, &ceremony, &liar.sign(&options)).send().await;
    refused.problem(401, "login_failed");
    assert!(app.refusals("login.failed").contains(&"unknownCredential".to_owned()));
    let (ceremony, options) = ask_to_sign_in(&endpoint, Some(&bob.email)).await;
    let mut honest = key.clone();
    passkey_login_call(&endpoint, &ceremony, &honest.sign(&options))
        .send()
        .await
        .problem(401, "login_failed");
    assert!(app.refusals("login.failed").contains(&"wrongUserHandle".to_owned()));
}

fn handle_of(app: &TestApp, user: &Actor) -> Vec<u8> {
    let organization = app.database.column(&format!("SELECT org_id FROM users WHERE id = '{}'", user.id));
    let bytes = |id: &str| uuid::Uuid::parse_str(id).expect("an id").into_bytes();
    [bytes(&organization[0]), bytes(&user.id)].concat()
}

#[tokio::test]
async fn a_question_is_answered_by_whom_it_was_asked_of() {
    let app = TestApp::start();
    let (ada, mut hers) = app.passkey_member("ada").await;
    let (bob, _) = app.passkey_member("bob").await;
    let (of_ada, of_bob) = (ada.challenge().await, bob.challenge().await);
    let (asked_of_ada, _) = (ada.assertion_options(&of_ada).await, bob.assertion_options(&of_bob).await);
    let assertion = hers.sign(&asked_of_ada);
    bob.verify_passkey(&of_bob, &assertion).send().await.problem(401, "code_rejected");
    assert_eq!(app.refusals("code.rejected"), ["unknownCredential"]);
    ada.verify_passkey(&of_ada, &assertion).send().await.ok();
    ada.verify_passkey(&of_ada, &assertion).send().await.problem(410, "challenge_expired");

    // Neither does one question's answer do for another.
    let (first, second) = (ada.challenge().await, ada.challenge().await);
    let (asked_first, _) = (ada.assertion_options(&first).await, ada.assertion_options(&second).await);
    ada.verify_passkey(&second, &hers.sign(&asked_first)).send().await.problem(401, "code_rejected");
    // Nor a question inside the session for one at sign-in.
    let assertion = ada.proof_of(&mut hers).await;
    ada.verify_passkey(&first, &assertion).send().await.problem(401, "code_rejected");
}

#[tokio::test]
async fn a_counter_that_does_not_rise_is_refused_and_raises_an_alarm() {
    let app = TestApp::start();
    let (mut ada, mut key) = app.passkey_member("ada").await;
    let mut copy = key.clone();
    key.counter = 41;
    ada.sign_in_with(&mut key).await;
    for counter in [0, 40, 41] {
        copy.counter = counter;
        let challenge = ada.challenge().await;
        ada.answer_with(&challenge, &mut copy).await.problem(401, "code_rejected");
    }
    assert_eq!(app.refusals("code.rejected"), ["counterNotRisen"; 3]);
    assert_eq!(app.database.count("audit_events WHERE action = 'passkey.clone_suspected'"), 3);
    ada.sign_in_with(&mut key).await;
}

#[tokio::test]
async fn an_authenticator_that_counts_nothing_works_on() {
    let app = TestApp::start();
    let (ada, key) = app.passkey_member("ada").await;
    for _ in 0..2 {
        let challenge = ada.challenge().await;
        let options = ada.assertion_options(&challenge).await;
        ada.verify_passkey(&challenge, &key.sign_uncounted(&options)).send().await.ok();
    }
}

#[tokio::test]
async fn a_credential_that_somebody_has_is_not_enrolled_again() {
    let app = TestApp::start();
    let (_, key) = app.passkey_member("ada").await;
    let bob = app.member("bob").await;
    let mut copy = SecurityKey { counter: 0, ..key };
    let credential = copy.create(&bob.creation_options().await);
    bob.enroll_passkey_call(&credential).send().await.problem(422, "passkey_rejected");
    assert_eq!(app.refusals("passkey.rejected"), ["alreadyEnrolled"]);
}

/// A valid answer with something else in its place.
fn garbled(valid: &Value, pointer: &str, value: Value) -> Value {
    let mut garbled = valid.clone();
    *garbled.pointer_mut(pointer).expect("a member") = value;
    garbled
}

#[tokio::test]
async fn what_is_malformed_is_refused_and_breaks_nothing() {
    let app = TestApp::start();
    let (ada, mut key) = app.passkey_member("ada").await;
    let bob = app.member("bob").await;
    let nonsense =
        ["", "AA", "oA", "_____w", &encoded(&[0xbf; 300]), &encoded(b"{\"type\":1}"), &encoded(b"[[[[")];
    let mut refused = 0;
    for text in nonsense {
        for member in ["clientDataJSON", "attestationObject"] {
            let valid = SecurityKey::new().create(&bob.creation_options().await);
            let credential = garbled(&valid, &format!("/response/{member}"), json!(text));
            bob.enroll_passkey_call(&credential).send().await.problem(422, "passkey_rejected");
            refused += 1;
        }
        for member in ["clientDataJSON", "authenticatorData", "signature"] {
            let challenge = ada.challenge().await;
            let valid = key.sign(&ada.assertion_options(&challenge).await);
            let assertion = garbled(&valid, &format!("/response/{member}"), json!(text));
            ada.verify_passkey(&challenge, &assertion).send().await.problem(401, "code_rejected");
        }
    }
    assert_eq!(app.refusals("passkey.rejected").len(), refused);
    let valid = SecurityKey::new().create(&bob.creation_options().await);
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
}

#[tokio::test]
async fn an_authenticator_cut_short_anywhere_is_refused() {
    let app = TestApp::start();
    let bob = app.member("bob").await;
    for missing in (1..190).step_by(13) {
        let valid = SecurityKey::new().create(&bob.creation_options().await);
        let mut object = decoded(&valid["response"]["attestationObject"]);
        object.truncate(object.len() - missing);
        let cut = garbled(&valid, "/response/attestationObject", json!(encoded(&object)));
        bob.enroll_passkey_call(&cut).send().await.problem(422, "passkey_rejected");
    }
}

#[tokio::test]
async fn what_is_larger_than_64_kib_is_not_read() {
    let app = TestApp::start();
    let bob = app.member("bob").await;
    let valid = SecurityKey::new().create(&bob.creation_options().await);
    let padded =
        |bytes: usize| garbled(&valid, "/response/attestationObject", json!(encoded(&vec![0; bytes])));
    bob.enroll_passkey_call(&padded(40_000)).send().await.problem(422, "passkey_rejected");
    bob.enroll_passkey_call(&padded(60_000)).send().await.problem(413, "payload_too_large");
}
