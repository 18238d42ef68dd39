//! Several authenticators: add, rename, replace, remove.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
};

async fn names(actor: &Actor) -> Vec<Value> {
    let state = actor.two_factor().await;
    state["authenticators"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect()
}

#[tokio::test]
async fn e5_each_of_several_authenticators_signs_in() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let (_, tablet) = ada.add_authenticator("Tablet").await;
    assert_eq!(names(&ada).await, ["Authenticator app", "Tablet"]);
    for phone in [ada.phone().clone(), tablet] {
        let challenge = ada.challenge().await;
        ada.verify(&challenge, &phone.next_code()).send().await.ok();
    }
}

#[tokio::test]
async fn e5_a_user_has_five_at_most() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    for name in ["two", "three", "four", "five"] {
        ada.add_authenticator(name).await;
    }
    let sixth = ada.post("/v1/me/authenticators", json!({"name": "six"})).send().await;
    sixth.problem(409, "authenticator_limit");

    // One of the five may still be replaced.
    let path = format!("/v1/me/authenticators/{}/replace", ada.authenticator);
    let begun = ada.post(&path, json!({})).send().await.created();
    let code = ada.scan(&begun).next_code();
    let confirmed = ada.confirm(&text(&begun["id"]), &code).send().await.ok();
    ada.adopt(&confirmed);
    assert_eq!(names(&ada).await.len(), 5);
}

#[tokio::test]
async fn e5_an_authenticator_is_renamed() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let path = format!("/v1/me/authenticators/{}", ada.authenticator);
    let renamed = ada.patch(&path, json!({"name": "  1Password "})).send().await.ok();
    assert_eq!(renamed["name"], "1Password");
    assert_eq!(names(&ada).await, ["1Password"]);
    for name in ["", "   ", "line\nbreak"] {
        ada.patch(&path, json!({"name": name})).send().await.invalid("name");
    }
    let bob = app.enrolled_member("bob").await;
    bob.patch(&path, json!({"name": "mine"})).send().await.problem(404, "not_found");
    assert_eq!(names(&ada).await, ["1Password"]);
}

#[tokio::test]
async fn e5_an_authenticator_is_removed_with_its_secret() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let (tablet_id, tablet) = ada.add_authenticator("Tablet").await;
    let old = ada.clone();

    let bob = app.enrolled_member("bob").await;
    bob.remove_call(&tablet_id).send().await.problem(404, "not_found");

    let removed = ada.remove_call(&tablet_id).send().await.ok();
    ada.adopt(&removed);
    assert!(ada.is_signed_in().await && !old.is_signed_in().await);
    assert_eq!(names(&ada).await, ["Authenticator app"]);
    assert_eq!(app.database.count(&format!("authenticators WHERE id = '{tablet_id}'")), 0);
    ada.remove_call(&tablet_id).send().await.problem(404, "not_found");

    let challenge = ada.challenge().await;
    ada.verify(&challenge, &tablet.next_code()).send().await.problem(401, "code_rejected");
    ada.verify(&challenge, &ada.phone().code()).send().await.ok();
}

#[tokio::test]
async fn d1_the_last_authenticator_is_not_removed_for_a_recovery_code() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::minutes(6));
    ada.refresh().await;
    let challenge = ada.step_up_challenge().await;
    let verified = ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    ada.adopt(&verified);

    let problem = ada.remove_call(&ada.authenticator).send().await.problem(409, "last_factor");
    let detail = text(&problem["detail"]);
    for way_out in ["/v1/me/two-factor/disable", "/replace"] {
        assert!(detail.contains(way_out), "{detail}");
    }
    assert!(ada.is_signed_in().await);
    assert_eq!(ada.two_factor().await["state"], "enabled");
    assert_eq!(ada.two_factor().await["recoveryCodes"]["remaining"], 9);
    assert_eq!(ada.login().await.ok()["status"], "challenge");
}

#[tokio::test]
async fn d1_an_administrator_disables_as_everybody_does() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    root.remove_call(&root.authenticator).send().await.problem(409, "last_factor");
    root.disable_call(&root.password, &root.phone().next_code()).send().await.no_content();
}

#[tokio::test]
async fn e6_the_old_secret_goes_when_the_new_device_confirms() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let (old_id, old_phone) = (ada.authenticator.clone(), ada.phone().clone());
    let begun =
        ada.post(&format!("/v1/me/authenticators/{old_id}/replace"), json!({})).send().await.created();
    let (new_id, new_phone) = (text(&begun["id"]), ada.scan(&begun));
    assert_ne!(new_id, old_id);

    // The old device does not confirm, and still signs in.
    let theirs = ada.confirm(&new_id, &old_phone.next_code()).send().await;
    theirs.problem(422, "enrollment_code_rejected");
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &old_phone.code()).send().await.ok();

    let confirmed = ada.confirm(&new_id, &new_phone.code()).send().await.ok();
    assert_eq!(confirmed.get("recoveryCodes"), None, "the set lives on");
    ada.adopt(&confirmed);
    let state = ada.two_factor().await;
    assert_eq!(state["authenticators"].as_array().unwrap().len(), 1);
    assert_eq!(state["authenticators"][0]["id"], new_id);
    assert_eq!(state["recoveryCodes"]["remaining"], 10);
    assert_eq!(app.database.count(&format!("authenticators WHERE id = '{old_id}'")), 0);

    let challenge = ada.challenge().await;
    ada.verify(&challenge, &old_phone.next_code()).send().await.problem(401, "code_rejected");
    ada.verify(&challenge, &new_phone.code()).send().await.ok();
}

#[tokio::test]
async fn e6_a_replacement_keeps_the_name_and_needs_an_own_authenticator() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let bob = app.enrolled_member("bob").await;
    let path = format!("/v1/me/authenticators/{}/replace", ada.authenticator);
    bob.post(&path, json!({})).send().await.problem(404, "not_found");
    ada.patch(&format!("/v1/me/authenticators/{}", ada.authenticator), json!({"name": "Work"}))
        .send()
        .await
        .ok();
    let begun = ada.post(&path, json!({})).send().await.created();
    let code = ada.scan(&begun).next_code();
    let confirmed = ada.confirm(&text(&begun["id"]), &code).send().await.ok();
    ada.adopt(&confirmed);
    assert_eq!(names(&ada).await, ["Work"]);
}

#[tokio::test]
async fn e6_a_recovery_code_is_enough_for_the_changed_phone() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::minutes(6));
    ada.refresh().await;
    let path = format!("/v1/me/authenticators/{}/replace", ada.authenticator);
    ada.post(&path, json!({})).send().await.problem(401, "step_up_required");

    let challenge = ada.step_up_challenge().await;
    let verified = ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    ada.adopt(&verified);
    let begun = ada.post(&path, json!({})).send().await.created();
    let code = ada.scan(&begun).next_code();
    ada.confirm(&text(&begun["id"]), &code).send().await.ok();
}

#[tokio::test]
async fn e8_an_old_secret_expires_and_still_works() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::days(180));
    let challenge = ada.challenge().await;
    let verified = ada.verify(&challenge, &ada.phone().code()).send().await.ok();
    assert_eq!(verified["notices"][0]["code"], "renew_authenticator", "{verified}");
    ada.adopt(&verified);
    let state = ada.two_factor().await;
    assert_eq!(state["state"], "expired");
    assert_eq!(state["authenticators"][0]["expired"], true);

    let begun = ada
        .post(&format!("/v1/me/authenticators/{}/replace", ada.authenticator), json!({}))
        .send()
        .await
        .created();
    let code = ada.scan(&begun).next_code();
    let confirmed = ada.confirm(&text(&begun["id"]), &code).send().await.ok();
    assert_eq!(confirmed["notices"], json!([]));
    ada.adopt(&confirmed);
    assert_eq!(ada.two_factor().await["state"], "enabled");
}

#[tokio::test]
async fn e8_zero_days_means_never() {
    let app = TestApp::start();
    app.admin().await.change_policy(json!({"secretMaxAgeDays": 0})).await;
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::days(3_650));
    ada.sign_in().await;
    let state = ada.two_factor().await;
    assert_eq!(state["state"], "enabled");
    assert_eq!(state.get("renewBy"), None);
}
