//! Passkeys as a second factor: enrolled, proven, renamed, removed.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{
    actor::{Actor, claims, text},
    app::TestApp,
    race::{by_turns, only_winner, race, two_replicas},
    security_key::{BACKED_UP, BACKUP_ELIGIBLE, SecurityKey},
    service::Service,
};

#[tokio::test]
async fn e9_a_first_passkey_brings_recovery_codes_and_signs_in_from_then_on() {
    let app = TestApp::start();
    let (mut ada, mut key) = (app.member("ada").await, SecurityKey::new());
    let options = ada.creation_options().await;
    assert_eq!(options["rp"], json!({"id": "login.lock.example", "name": "Lock & Key, Ltd."}));
    assert_eq!(options["user"]["name"], ada.email);
    assert_eq!(options["authenticatorSelection"]["residentKey"], "preferred");
    assert_eq!(options["attestation"], "none");
    ada.enroll_passkey(&mut key).await;
    assert_eq!(ada.recovery_codes.len(), 10);
    assert_eq!(claims(&ada.access)["acr"], "aal2");

    let described = ada.two_factor().await;
    assert_eq!(described["state"], "enabled");
    assert_eq!(described["methods"], json!(["passkey", "recoveryCode"]));
    assert_eq!(described["passkeys"][0]["name"], "Key ring");
    assert_eq!(described["canDisable"], true);

    let login = ada.login().await.ok();
    assert_eq!(
        (&login["methods"], &login["preferred"]),
        (&json!(["passkey", "recoveryCode"]), &json!("passkey"))
    );
    assert_eq!(login["codeLengths"], json!([]));
    ada.sign_in_with(&mut key).await;
    assert_eq!(claims(&ada.access)["amr"], json!(["pwd", "pop", "mfa"]));
    assert!(ada.two_factor().await["passkeys"][0]["lastUsedAt"].is_string());
    let mails = app.mail_to(&ada.email).await.0;
    assert!(
        mails.iter().any(|mail| mail.subject == "Your second factor is on" && mail.text.contains("passkey"))
    );
}

#[tokio::test]
async fn e9_a_passkey_stands_beside_an_authenticator_and_needs_a_step_up() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let (elsewhere, _) = ada.open_everything().await;
    app.clock.advance(TimeDelta::seconds(301));
    ada.refresh().await;
    ada.post("/v1/me/passkeys/options", json!({})).send().await.problem(401, "step_up_required");
    ada.step_up().await;
    let mut key = SecurityKey::without_verification();
    let old = ada.access.clone();
    ada.enroll_passkey(&mut key).await;
    assert_eq!(ada.two_factor().await["methods"], json!(["totp", "passkey", "recoveryCode"]));
    assert!(!elsewhere.is_signed_in().await, "other sessions end");
    assert!(!Actor { access: old, ..ada.clone() }.is_signed_in().await, "older tokens die");

    let excluded = ada.creation_options().await["excludeCredentials"].clone();
    assert_eq!(excluded[0]["transports"], json!(["usb", "nfc"]));
    ada.step_up_with(&mut key).await;
    ada.sign_in().await;
    let listed = app.admin().await.look_at(&ada).await;
    assert_eq!(listed["twoFactor"]["methods"], json!(["totp", "passkey", "recoveryCode"]));
}

#[tokio::test]
async fn a_passkey_says_whether_it_is_on_other_devices_too() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let mut key = SecurityKey { backup: BACKUP_ELIGIBLE, ..SecurityKey::new() };
    ada.enroll_passkey(&mut key).await;
    for (backup, synced) in [(BACKUP_ELIGIBLE | BACKED_UP, true), (BACKUP_ELIGIBLE, false)] {
        assert_eq!(ada.two_factor().await["passkeys"][0]["synced"], !synced);
        key.backup = backup;
        ada.sign_in_with(&mut key).await;
        assert_eq!(ada.two_factor().await["passkeys"][0]["synced"], synced);
    }
}

#[tokio::test]
async fn a_login_that_demands_a_factor_ends_with_a_passkey() {
    let app = TestApp::start();
    let mut ada = app.user("ada", &["member"]).await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    ada.access = text(&ada.login().await.ok()["enrollmentToken"]);
    ada.enroll_passkey(&mut SecurityKey::new()).await;
    assert_eq!(ada.recovery_codes.len(), 10);
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn o6_passkeys_are_removed_but_for_the_last_factor() {
    let app = TestApp::start();
    let (mut ada, mut key) = (app.member("ada").await, SecurityKey::new());
    let first = ada.enroll_passkey(&mut key).await;
    let renamed = ada.patch(&format!("/v1/me/passkeys/{first}"), json!({"name": "Laptop"})).send().await.ok();
    assert_eq!(renamed["name"], "Laptop");
    ada.remove_passkey_call(&first).send().await.problem(409, "last_factor");
    let mut second = SecurityKey::new();
    let id = ada.enroll_passkey(&mut second).await;
    let removed = ada.remove_passkey_call(&first).send().await.ok();
    ada.adopt(&removed);
    let challenge = ada.challenge().await;
    ada.answer_with(&challenge, &mut key).await.problem(401, "code_rejected");
    assert_eq!(app.refusals("code.rejected"), ["unknownCredential"]);

    ada.enroll().await;
    let removed = ada.remove_passkey_call(&id).send().await.ok();
    ada.adopt(&removed);
    assert_eq!(ada.two_factor().await["methods"], json!(["totp", "recoveryCode"]));
    ada.remove_call(&ada.authenticator).send().await.problem(409, "last_factor");
}

#[tokio::test]
async fn there_are_ten_passkeys_at_most() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    for _ in 0..10 {
        ada.enroll_passkey(&mut SecurityKey::new()).await;
    }
    ada.post("/v1/me/passkeys/options", json!({})).send().await.problem(409, "passkey_limit");
}

#[tokio::test]
async fn d1_disabling_takes_the_password_and_the_passkey() {
    let app = TestApp::start();
    let (mut ada, mut key) = app.passkey_member("ada").await;
    let disable = |body| ada.post("/v1/me/two-factor/disable", body);
    let assertion = ada.proof_of(&mut key).await;
    let alone = disable(json!({"assertion": assertion})).send().await;
    alone.problem(401, "code_rejected");
    disable(json!({"password": ada.password})).send().await.problem(401, "code_rejected");
    let stale = json!({"password": ada.password, "assertion": assertion});
    disable(stale).send().await.problem(401, "code_rejected");
    assert_eq!(app.refusals("code.rejected").last().map(String::as_str), Some("noCeremony"));

    let assertion = ada.proof_of(&mut key).await;
    disable(json!({"password": ada.password, "assertion": assertion})).send().await.no_content();
    ada.refresh().await;
    let described = ada.two_factor().await;
    assert_eq!((&described["state"], &described["passkeys"]), (&json!("notEnabled"), &json!([])));
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
}

#[tokio::test]
async fn a_passkey_makes_new_recovery_codes() {
    let app = TestApp::start();
    let (ada, mut key) = app.passkey_member("ada").await;
    let assertion = ada.proof_of(&mut key).await;
    let regenerate = |body| ada.post("/v1/me/recovery-codes/regenerate", body);
    let made = regenerate(json!({"assertion": assertion})).send().await.ok();
    assert_eq!(made["recoveryCodes"].as_array().map(Vec::len), Some(10));
    regenerate(json!({"assertion": assertion})).send().await.problem(401, "code_rejected");
    regenerate(json!({})).send().await.invalid("code");
}

#[tokio::test]
async fn a2_a_reset_removes_passkeys() {
    let app = TestApp::start();
    let (ada, mut key) = app.passkey_member("ada").await;
    let challenge = ada.challenge().await;
    let options = ada.assertion_options(&challenge).await;
    app.admin().await.reset_call(&ada).send().await.ok();
    ada.verify_passkey(&challenge, &key.sign(&options)).send().await.problem(410, "challenge_expired");
    assert_eq!(app.database.count("passkeys") + app.database.count("passkey_ceremonies"), 0);
    assert_eq!(ada.login().await.ok()["methods"], json!(["temporaryPass"]));
}

#[tokio::test]
async fn e10_a_passkey_supersedes_the_mailed_code() {
    let app = TestApp::start();
    let mut ada = app.mailed_member("ada").await;
    ada.enroll_passkey(&mut SecurityKey::new()).await;
    assert_eq!(ada.login().await.ok()["methods"], json!(["passkey", "recoveryCode"]));
}

#[tokio::test]
async fn v1_services_are_told_that_a_passkey_gives_no_codes() {
    let app = TestApp::start();
    let (ada, _) = app.passkey_member("ada").await;
    let admin = app.admin().await;
    let service = Service::new(&app, &admin, &["verify", "verify.explain"]).await;
    let refused = service.verify(&ada, "123456").await;
    assert_eq!((&refused["valid"], &refused["reason"]), (&json!(false), &json!("notEnrolled")));
    let taken = service.verify(&ada, &ada.recovery_codes[0]).await;
    assert_eq!((&taken["valid"], &taken["method"]), (&json!(true), &json!("recoveryCode")));
}

#[tokio::test]
async fn a_frozen_account_gets_no_passkey_and_a_begun_one_is_forgotten() {
    let app = TestApp::start();
    let (mut ada, mut key) = app.passkey_member("ada").await;
    app.database.execute(&format!("UPDATE users SET frozen_at = now() WHERE id = '{}'", ada.id));
    ada.post("/v1/me/passkeys/options", json!({})).send().await.problem(403, "account_frozen");
    ada.sign_in_with(&mut key).await;
    app.database.execute(&format!("UPDATE users SET frozen_at = NULL WHERE id = '{}'", ada.id));
}

#[tokio::test]
async fn i2_of_fifty_finishes_of_one_ceremony_one_succeeds() {
    let (app, replica) = two_replicas();
    let (mut ada, mut key) = (app.member("ada").await, SecurityKey::new());
    let credential = key.create(&ada.creation_options().await);
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.enroll_passkey_call(&credential))).await;
    let won: Vec<_> = answers.iter().filter(|answer| answer.status == 201).collect();
    assert_eq!(won.len(), 1, "one enrolls");
    ada.adopt(&won[0].json());
    assert_eq!(app.database.count("passkeys"), 1);

    let challenge = ada.challenge().await;
    let assertion = key.sign(&ada.assertion_options(&challenge).await);
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.verify_passkey(&challenge, &assertion))).await;
    only_winner(&answers, &[401, 410]);
}
