//! Codes of eight digits and of other hashes, where the policy has them for new authenticators.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    phone::Phone,
};

/// One more authenticator of the actor, with the phone that shows its codes.
async fn add(actor: &mut Actor) -> (String, Phone) {
    let (id, phone) = actor.begin().await;
    let confirmed = actor.confirm(&id, &phone.next_code()).send().await.ok();
    actor.adopt(&confirmed);
    (id, phone)
}

/// Opens a challenge by password; gives its id and the lengths of codes that it tells.
async fn challenge(actor: &Actor) -> (String, Value) {
    let login = actor.login().await.ok();
    (text(&login["challengeId"]), login["codeLengths"].clone())
}

#[tokio::test]
async fn e4_every_hash_and_length_enrolls_signs_in_steps_up_and_disables() {
    let app = TestApp::start();
    for (algorithm, digits) in
        [("SHA1", 6), ("SHA1", 8), ("SHA256", 6), ("SHA256", 8), ("SHA512", 6), ("SHA512", 8)]
    {
        let admin = app.admin().await;
        admin.change_policy(json!({"algorithm": algorithm, "digits": digits})).await;
        let mut ada = app.member(&format!("ada-{}-{digits}", algorithm.to_lowercase())).await;
        let begun = ada.post("/v1/me/authenticators", json!({"algorithm": algorithm})).send().await.created();
        assert_eq!((&begun["algorithm"], &begun["digits"]), (&json!(algorithm), &json!(digits)));
        let phone = ada.scan(&begun);
        assert_eq!((phone.algorithm.as_str(), phone.digits), (algorithm, digits), "{begun}");
        let confirmed = ada.confirm(&text(&begun["id"]), &phone.oathtool_code()).send().await.ok();
        let enrolled = &confirmed["authenticator"];
        assert_eq!((&enrolled["algorithm"], &enrolled["digits"]), (&json!(algorithm), &json!(digits)));
        ada.phone = Some(phone);

        app.clock.advance(TimeDelta::days(1));
        let (id, lengths) = challenge(&ada).await;
        assert_eq!(lengths, json!([digits]));
        let code = ada.phone().oathtool_code();
        assert_eq!(ada.phone().code(), code, "the tests' own phone, {algorithm}");
        ada.verify(&id, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
        let verified = ada.verify(&id, &code).send().await.ok();
        ada.adopt(&verified);
        ada.step_up().await;
        ada.disable_call(&ada.password, &ada.phone().next_code()).send().await.no_content();
    }
}

#[tokio::test]
async fn e4_old_authenticators_go_on_beside_new_ones() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    assert_eq!(challenge(&ada).await.1, json!([6]));
    app.admin().await.change_policy(json!({"algorithm": "SHA256", "digits": 8})).await;
    ada.sign_in().await;
    let (_, new) = add(&mut ada).await;
    assert_eq!((new.algorithm.as_str(), new.digits), ("SHA256", 8));
    let old = ada.phone().clone();
    assert_eq!(old.digits, 6);
    for phone in [&old, &new] {
        let (id, lengths) = challenge(&ada).await;
        assert_eq!(lengths, json!([6, 8]));
        ada.verify(&id, &phone.next_code()).send().await.ok();
        let step_up = ada.post("/v1/auth/step-up", json!({})).send().await.ok();
        assert_eq!(step_up["codeLengths"], json!([6, 8]));
        let verified = ada.verify(&text(&step_up["challengeId"]), &phone.next_code()).send().await.ok();
        ada.adopt(&verified);
    }
    let both = ada.two_factor().await["authenticators"].clone();
    let told: Vec<_> = both
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["algorithm"].clone(), one["digits"].clone()))
        .collect();
    assert_eq!(told, [(json!("SHA1"), json!(6)), (json!("SHA256"), json!(8))]);
    ada.disable_call(&ada.password, &new.next_code()).send().await.no_content();
}

#[tokio::test]
async fn e4_a_replacement_is_as_the_policy_has_it_by_now() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.admin().await.change_policy(json!({"algorithm": "SHA512", "digits": 8})).await;
    let path = format!("/v1/me/authenticators/{}/replace", ada.authenticator);
    let begun = ada.post(&path, json!({})).send().await.created();
    let phone = ada.scan(&begun);
    assert_eq!((phone.algorithm.as_str(), phone.digits), ("SHA512", 8));
    let confirmed = ada.confirm(&text(&begun["id"]), &phone.next_code()).send().await.ok();
    ada.adopt(&confirmed);
    let (id, lengths) = challenge(&ada).await;
    assert_eq!(lengths, json!([8]));
    ada.verify(&id, &phone.next_code()).send().await.ok();
}

/// The policy may change between the beginning and the confirmation: the phone shows what it scanned.
#[tokio::test]
async fn e4_what_was_begun_is_confirmed_as_it_was_begun() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    app.admin().await.change_policy(json!({"algorithm": "SHA256", "digits": 8})).await;
    let confirmed = ada.confirm(&id, &phone.next_code()).send().await.ok();
    assert_eq!(confirmed["authenticator"]["digits"], 6);
    ada.phone = Some(phone);
    ada.sign_in().await;
}

#[tokio::test]
async fn e4_a_code_of_the_other_length_is_wrong_and_of_any_other_none() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let (id, _) = challenge(&ada).await;
    let right = ada.phone().next_code();
    for padded in [format!("00{right}"), format!("{right}00")] {
        ada.verify(&id, &padded).send().await.problem(401, "code_rejected");
    }
    for malformed in [format!("0{right}"), right[1..].to_owned(), format!("{right}000")] {
        ada.verify(&id, &malformed).send().await.invalid("code");
    }
    ada.verify(&id, &right).send().await.ok();
}

#[tokio::test]
async fn e4_nobody_chooses_another_hash_than_the_policys() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let begin = |algorithm: &str| ada.post("/v1/me/authenticators", json!({"algorithm": algorithm}));
    begin("SHA256").send().await.invalid("algorithm");
    app.admin().await.change_policy(json!({"algorithm": "SHA256"})).await;
    begin("SHA1").send().await.invalid("algorithm");
    begin("SHA256").send().await.created();
}

#[tokio::test]
async fn e4_a_policy_has_six_digits_or_eight_of_a_hash_that_apps_know() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (policy, tag) = admin.policy().await;
    for (field, wrong) in
        [("digits", json!(7)), ("digits", json!(10)), ("digits", json!(5)), ("algorithm", json!("MD5"))]
    {
        let mut changed = policy.clone();
        changed[field] = wrong;
        admin.put_policy_call(changed, &tag).send().await.invalid(field);
    }
}
