//! What a policy says of passkeys: whether they are taken, and for whom nothing else is.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    administration::phase,
    app::TestApp,
    passkeys::log_in_by,
    security_key::SecurityKey,
    standings::filtered,
};

/// A policy that asks managers for a passkey within seven days, and everybody for any factor.
fn passkeys_for_managers(admin: &Actor, after_grace: &str) -> Value {
    let everyone = phase(json!({"everyone": true}), admin.clock.now(), 7);
    json!({"mode": "required", "phases": [everyone], "newUsers": "grace", "afterGrace": after_grace,
        "passkeyOnly": ["manager"]})
}

#[tokio::test]
async fn the_documents_of_policies_say_what_they_take() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (policy, tag) = admin.policy().await;
    assert_eq!(policy["allowedMethods"], json!(["totp", "passkey", "email", "recoveryCode"]));
    assert_eq!((&policy["passkeyLogin"], &policy["passkeyOnly"]), (&json!(false), &json!([])));
    for (changes, field) in [
        (json!({"allowedMethods": ["recoveryCode"]}), "allowedMethods"),
        (json!({"allowedMethods": ["totp"], "passkeyLogin": true}), "passkeyLogin"),
        (json!({"allowedMethods": ["totp"], "passkeyOnly": ["admin"]}), "passkeyOnly"),
        (json!({"passkeyOnly": ["nobody"]}), "passkeyOnly[0]"),
    ] {
        let mut draft = policy.clone();
        for (name, value) in changes.as_object().expect("an object") {
            draft[name] = value.clone();
        }
        admin.put_policy_call(draft, &tag).send().await.invalid(field);
    }
    let presets = admin.get("/v1/policy/presets").send().await.ok();
    let with: Vec<&Value> = presets["items"]
        .as_array()
        .expect("presets")
        .iter()
        .filter(|preset| {
            preset["policy"]["allowedMethods"].as_array().is_some_and(|all| all.contains(&json!("passkey")))
        })
        .map(|preset| &preset["id"])
        .collect();
    assert_eq!(with, ["recommendedRollout"], "the others behave like products without passkeys");
}

#[tokio::test]
async fn a_policy_without_passkeys_enrolls_none_and_lets_holders_in_by_theirs() {
    let app = TestApp::start();
    let (mut ada, mut key) = app.passkey_member("ada").await;
    let admin = app.enrolled_admin().await;
    admin.change_policy(json!({"allowedMethods": ["totp", "recoveryCode"]})).await;
    ada.post("/v1/me/passkeys/options", json!({})).send().await.problem(403, "blocked_by_policy");
    log_in_by(&app.endpoint(), &mut key).await.problem(401, "login_failed");
    ada.sign_in_with(&mut key).await;
    let notices = ada.get("/v1/me").send().await.ok()["notices"].clone();
    assert_eq!(notices[0]["code"], "set_up_other_factor");
    assert_eq!(notices[0]["link"], "/security#authenticators");

    admin.change_policy(json!({"mode": "required"})).await;
    let challenge = ada.challenge().await;
    let answer = ada.answer_with(&challenge, &mut key).await.ok();
    assert_eq!(answer["status"], "enrollment", "{answer}");
    ada.access = text(&answer["enrollmentToken"]);
    ada.enroll().await;
    assert_eq!(ada.two_factor().await["methods"], json!(["totp", "recoveryCode"]));
    ada.sign_in().await;
}

#[tokio::test]
async fn passkey_only_leads_from_an_authenticator_to_a_passkey() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let mut ada = admin.create_user("ada", &["manager"]).await;
    ada.sign_in().await;
    ada.enroll().await;
    admin.change_policy(passkeys_for_managers(&admin, "enrollAtLogin")).await;
    ada.sign_in().await;
    let me = ada.get("/v1/me").send().await.ok();
    assert_eq!(me["notices"][0]["code"], "set_up_other_factor");
    assert!(me["notices"][0]["deadline"].is_string(), "{me}");
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(403, "blocked_by_policy");
    assert_eq!(filtered(&app.admin_by(&admin).await, "inGrace").await, [ada.email.clone()].into());

    app.clock.advance(TimeDelta::days(7));
    let admin = app.admin_by(&admin).await;
    assert_eq!(admin.look_at(&ada).await["twoFactor"]["standing"], "mustEnroll");
    assert_eq!(filtered(&admin, "overdue").await, [ada.email.clone()].into());
    let login = ada.login().await.ok();
    assert_eq!(login["methods"], json!(["totp", "recoveryCode"]), "never the password alone");
    let answer = ada.verify(&text(&login["challengeId"]), &ada.phone().next_code()).send().await.ok();
    assert_eq!(answer["status"], "enrollment");
    ada.access = text(&answer["enrollmentToken"]);
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(403, "blocked_by_policy");
    let mut key = SecurityKey::new();
    let codes = ada.recovery_codes.clone();
    let passkey = ada.enroll_passkey(&mut key).await;
    assert_eq!(ada.recovery_codes, codes, "it is not the first factor");
    assert_eq!(ada.login().await.ok()["methods"], json!(["passkey", "recoveryCode"]), "codes count no more");
    ada.remove_passkey_call(&passkey).send().await.problem(409, "required_by_policy");
    assert_eq!(admin.look_at(&ada).await["twoFactor"]["standing"], "ready");
}

#[tokio::test]
async fn passkey_only_blocks_where_the_deadline_does() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let mut ada = admin.create_user("ada", &["manager"]).await;
    ada.sign_in().await;
    ada.enroll().await;
    admin.change_policy(passkeys_for_managers(&admin, "block")).await;
    app.clock.advance(TimeDelta::days(7));
    ada.login().await.problem(403, "blocked_by_policy");
    let admin = app.admin_by(&admin).await;
    assert_eq!(filtered(&admin, "blocked").await, [ada.email.clone()].into());
    let code = text(&admin.pass_call(&ada, 60).send().await.created()["code"]);
    assert_eq!(ada.login().await.ok()["methods"], json!(["temporaryPass"]));
    ada.enter_by(&code).await;
    ada.enroll_passkey(&mut SecurityKey::new()).await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn o5_passkeys_are_demanded_of_administrators_by_one_who_has_one() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    let (mut policy, tag) = admin.policy().await;
    policy["mode"] = json!("required");
    policy["passkeyOnly"] = json!(["superadmin", "admin"]);
    admin.put_policy_call(policy.clone(), &tag).send().await.problem(409, "enroll_first");
    admin.enroll_passkey(&mut SecurityKey::new()).await;
    admin.put_policy_call(policy, &tag).send().await.ok();
}

#[tokio::test]
async fn a_single_form_asks_for_a_passkey_after_the_password() {
    let app = TestApp::start();
    let (mut ada, mut key) = app.passkey_member("ada").await;
    let admin = app.enrolled_admin().await;
    let (mut draft, _) = admin.policy().await;
    draft["loginStyle"] = json!("singleForm");
    let warnings = admin.preview(draft).await["warnings"].clone();
    let codes: Vec<&Value> = warnings.as_array().expect("warnings").iter().map(|one| &one["code"]).collect();
    assert!(codes.contains(&&json!("passkeys_on_single_form")), "{warnings}");
    admin.change_policy(json!({"loginStyle": "singleForm"})).await;
    ada.sign_in_with(&mut key).await;
    // Whoever has an authenticator fails as ever without its code.
    ada.enroll().await;
    ada.login().await.problem(401, "login_failed");
}

#[tokio::test]
async fn the_overview_counts_users_by_each_kind_of_factor() {
    let app = TestApp::start();
    let (mut ada, _) = app.passkey_member("ada").await;
    ada.enroll().await;
    app.passkey_member("bob").await;
    let overview = app.admin().await.get("/v1/overview").send().await.ok();
    let counts: BTreeMap<String, u64> = overview["byMethod"]
        .as_array()
        .expect("methods")
        .iter()
        .map(|one| (text(&one["method"]), one["users"].as_u64().expect("a number")))
        .collect();
    assert_eq!(counts["totp"], 1);
    assert_eq!(counts["passkey"], 2);
    assert_eq!(overview["users"]["enabled"], 2);
}
