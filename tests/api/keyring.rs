//! The key ring and its database belong together: any other ring is refused, and nothing is changed.

use std::{fs, os::unix::fs::PermissionsExt, sync::Arc};

use chrono::TimeDelta;
use nightlatch::{
    app::StartError,
    crypto::keyring::{Keyring, KeyringError, Sort},
    domain::{audit::Origin, key_use::KeyUse},
    flows::{Operation, key_rotation},
    random::SystemRandom,
};
use serde_json::{Value, json};

use crate::support::{
    actor::jwt_part,
    app::{self, TestApp},
    audit_log::{check, seal, sealed_log},
    clock::TestClock,
    database::{Database, KEYRING},
    provider::Provider,
    receiver::Receiver,
    sso::Browser,
    webhooks::Hook,
};

fn start(database: &Database, keyring: Keyring) -> Result<(), StartError> {
    app::start(app::settings(database), keyring, Arc::new(TestClock::new())).map(drop)
}

#[test]
fn another_ring_does_not_start() {
    let database = Database::bootstrapped();
    let before = database.dump();
    let refused = start(&database, Keyring::generate(&SystemRandom));
    assert!(matches!(refused, Err(StartError::KeyMissing { .. })), "{refused:?}");
    assert_eq!(database.dump(), before);
    start(&database, KEYRING.clone()).expect("its own ring does");
}

#[test]
fn another_key_of_the_same_name_does_not_start() {
    let database = Database::bootstrapped();
    let before = database.dump();
    let mut stranger: Value = serde_json::from_str(&Keyring::generate(&SystemRandom).to_json()).unwrap();
    stranger["keys"][0]["kid"] = json!(KEYRING.active().kid);
    let refused = start(&database, Keyring::parse(&stranger.to_string()).unwrap());
    assert!(matches!(refused, Err(StartError::KeyDiffers { .. })), "{refused:?}");
    assert_eq!(database.dump(), before);
}

#[test]
fn a_database_that_lost_its_canary_does_not_start() {
    let database = Database::bootstrapped();
    database.execute("DELETE FROM keyring_canaries");
    let before = database.dump();
    for keyring in [KEYRING.clone(), Keyring::generate(&SystemRandom)] {
        let refused = start(&database, keyring);
        assert!(matches!(refused, Err(StartError::CanaryMissing)), "{refused:?}");
    }
    assert_eq!(database.dump(), before);
}

#[test]
fn an_empty_database_takes_the_first_ring_and_no_other() {
    let database = Database::empty();
    database.migrate();
    start(&database, KEYRING.clone()).expect("the first");
    assert!(matches!(start(&database, Keyring::generate(&SystemRandom)), Err(StartError::KeyMissing { .. })));
    start(&database, KEYRING.clone()).expect("the first again");
}

#[test]
fn a_ring_that_others_can_read_or_write_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keyring.json");
    KEYRING.save_new(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    for mode in [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o660, 0o666] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        assert!(matches!(Keyring::load(&path), Err(KeyringError::Exposed { .. })), "{mode:o}");
    }
    for mode in [0o600, 0o400] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(Keyring::load(&path).unwrap().active().kid, KEYRING.active().kid);
    }
}

/// The ring of the tests with its keys retired, behind fresh active ones.
fn rotated() -> Keyring {
    let [mut old, mut new]: [Value; 2] = [&*KEYRING, &Keyring::generate(&SystemRandom)]
        .map(|ring| serde_json::from_str(&ring.to_json()).expect("JSON"));
    for sort in ["keys", "signingKeys"] {
        old[sort][0]["state"] = json!("retired");
        new[sort].as_array_mut().expect("keys").push(old[sort][0].take());
    }
    Keyring::parse(&new.to_string()).expect("a ring")
}

#[tokio::test]
async fn a_retired_key_opens_what_it_closed() {
    let mut app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let new = rotated();
    app.restart_with_keyring(new.clone());
    ada = ada.at(&app.endpoint());
    assert!(ada.is_signed_in().await, "its access token");
    let old_kid = jwt_part(&ada.access, 0)["kid"].clone();
    ada.refresh().await;
    let new_kid = jwt_part(&ada.access, 0)["kid"].clone();
    assert_eq!(new_kid, json!(new.active_signing().kid));
    assert_ne!(old_kid, new_kid);
    ada.verify(&challenge, &ada.phone().next_code()).send().await.ok();
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();

    let kid = "SELECT password_kid FROM users WHERE email = 'ada@lock.example'";
    assert_eq!(app.database.column(kid), [new.active().kid.clone()], "hashed anew at the sign-in");
    let jwks = app.endpoint().get("/.well-known/jwks.json").send().await.ok();
    let kids: Vec<&Value> = jwks["keys"].as_array().unwrap().iter().map(|key| &key["kid"]).collect();
    assert!(kids.contains(&&old_kid) && kids.contains(&&new_kid), "{kids:?}");
    app.user("bob", &["member"]).await.login().await.ok();
}

/// The same ring without its retired keys.
fn dropped(ring: &Keyring) -> Keyring {
    let mut json: Value = serde_json::from_str(&ring.to_json()).expect("JSON");
    for sort in ["keys", "signingKeys"] {
        json[sort].as_array_mut().expect("keys").retain(|key| key["state"] != "retired");
    }
    Keyring::parse(&json.to_string()).expect("a ring")
}

#[tokio::test]
async fn what_was_left_unsealed_is_sealed_before_the_old_key_goes() {
    let (app, mut admin) = sealed_log().await;
    app.member("late").await;
    // Nobody sealed in the meantime, as the service did not run.
    app.clock.advance(TimeDelta::minutes(10));
    admin.refresh().await;
    let (service, ring) = (app.service(), rotated());
    service.take_keyring(ring.clone()).expect("it belongs to the database");
    key_rotation::rewrap(&service, |_| {}).expect("all of it opens");
    seal(&app);
    let (findings, [.., unsealed]) = check(&admin).await;
    assert_eq!((findings, unsealed), (Vec::new(), 0));
}

#[tokio::test]
async fn whatever_is_sealed_is_sealed_anew_and_outlives_the_old_key() {
    let app = TestApp::start();
    let (provider, receiver) = (Provider::start(&app.clock), Receiver::start());
    let admin = app.admin().await;
    let connection = admin.connect(&provider, json!({})).await;
    let hook = admin.hook(&receiver, &["login.succeeded"]).await;
    let rotate = format!("{}/rotate-secret", hook.path);
    let successor = Hook::of(&admin.post(&rotate, json!({})).send().await.ok());
    let mut ada = app.enrolled_member("ada").await;
    ada.link(&provider, &connection, json!({"sub": "ada"})).await;
    app.mail_to(&ada.email).await;

    let (service, ring) = (app.service(), rotated());
    service.take_keyring(ring.clone()).expect("it belongs to the database");
    let mut told = 0;
    let done = key_rotation::rewrap(&service, |values| told += values).expect("all of it opens");
    let kinds =
        [KeyUse::Authenticators, KeyUse::WebhookSecrets, KeyUse::FormerWebhookSecrets, KeyUse::ClientSecrets];
    assert_eq!((done.sealed, done.damaged), (kinds.map(|kind| (kind, 1)).into(), 0));
    assert_eq!(told, 4);
    let again = key_rotation::rewrap(&service, |_| {}).expect("there is nothing left");
    assert!(again.sealed.is_empty());
    let origin = Origin::default();
    key_rotation::release(&Operation::begin(&service, &origin), Sort::Sealing, &KEYRING.active().kid)
        .expect("nothing needs it");
    service.take_keyring(dropped(&ring)).expect("nothing is missing");

    app.clock.advance(TimeDelta::seconds(1));
    ada.sign_in().await;
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, json!({"sub": "ada"})).await;
    completed.ok();
    receiver.take();
    app.deliver().await;
    let told = receiver.take();
    assert!(!told.is_empty());
    for secret in [&hook.secret, &successor.secret] {
        told.iter().for_each(|told| told.assert_signed_with(secret));
    }
}

#[test]
fn a_key_in_use_cannot_be_dropped() {
    let database = Database::bootstrapped();
    let new = rotated();
    start(&database, new.clone()).expect("both keys");
    let before = database.dump();
    let mut without: Value = serde_json::from_str(&new.to_json()).unwrap();
    without["keys"].as_array_mut().unwrap().truncate(1);
    let refused = start(&database, Keyring::parse(&without.to_string()).unwrap());
    assert!(matches!(refused, Err(StartError::KeyMissing { .. })), "{refused:?}");
    let refused = start(&database, KEYRING.clone());
    assert!(matches!(refused, Err(StartError::KeyMissing { .. })), "the new key is in use, too: {refused:?}");
    assert_eq!(database.dump(), before);
}
