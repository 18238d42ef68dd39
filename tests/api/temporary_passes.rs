//! The temporary access pass: stands in for a factor that is out of reach, once, and leads to a further one.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::{
    resets::{
        assert_only_permits_to_enroll, events, in_time, member_with_pass, methods, reject, reset_member,
    },
    support::{
        actor::{Actor, text},
        app::TestApp,
        call::Call,
    },
};

fn pass_with(admin: &Actor, user: &Actor, body: Value) -> Call {
    admin.post(&format!("/v1/users/{}/temporary-pass", user.id), body)
}

#[tokio::test]
async fn a4_a_pass_stands_in_for_the_factor_and_leads_to_a_further_one() {
    let app = TestApp::start();
    let (admin, mut ada, pass) = member_with_pass(&app).await;
    let login = ada.login().await.ok();
    assert_eq!(login["methods"], json!(["totp", "recoveryCode", "temporaryPass"]));
    assert_eq!(login["preferred"], "totp");
    let other = ada.challenge().await;
    let answer = ada.verify_pass(&text(&login["challengeId"]), &pass).send().await;
    assert_only_permits_to_enroll(&app, &answer);
    ada.verify_pass(&other, &pass).send().await.problem(401, "code_rejected");
    assert_eq!(methods(&ada).await, json!(["totp", "recoveryCode"]));
    let told = events(&admin, "login.enrollment_demanded", &ada).await;
    assert_eq!((told.len(), &told[0]["detail"]["method"]), (1, &json!("temporaryPass")));

    ada.access = text(&answer.ok()["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.next_code()).send().await.ok();
    assert_eq!(confirmed.get("recoveryCodes"), None, "only with the first factor");
    ada.adopt(&confirmed);
    assert_eq!(ada.two_factor().await["authenticators"].as_array().unwrap().len(), 2);
    for kept in [&phone, ada.phone()] {
        let challenge = ada.challenge().await;
        ada.verify(&challenge, &kept.next_code()).send().await.ok();
    }
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
}

#[tokio::test]
async fn a4_a_pass_lets_in_who_has_no_factor_left() {
    let app = TestApp::start();
    let (admin, mut ada, _) = reset_member(&app).await;
    let pass = admin.issue_pass(&ada).await;
    ada.enter_by(&pass).await;
    reject(&ada, &pass).await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    assert_eq!(ada.recovery_codes.len(), 10);
}

#[tokio::test]
async fn a4_a_pass_changes_nothing_for_who_never_had_a_factor() {
    let app = TestApp::start();
    let mut ada = app.user("ada", &["member"]).await;
    let admin = app.enrolled_admin().await;
    admin.issue_pass(&ada).await;
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
    admin.change_policy(json!({"mode": "required"})).await;
    let login = ada.login().await.ok();
    assert_eq!(login["status"], "enrollment");
    ada.access = text(&login["enrollmentToken"]);
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a4_a_pass_is_good_for_its_minutes() {
    let app = TestApp::start();
    let (mut ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let issued = admin.pass_call(&ada, 10).send().await;
    assert_eq!(issued.header("cache-control"), Some("no-store"));
    let issued = issued.created();
    assert_eq!(issued["expiresAt"], in_time(&app, TimeDelta::minutes(10)));
    let late = text(&admin.pass_call(&bob, 10).send().await.created()["code"]);
    app.clock.advance(TimeDelta::seconds(599));
    let challenge = bob.challenge().await;
    ada.enter_by(&text(&issued["code"])).await;
    app.clock.advance(TimeDelta::seconds(1));
    bob.verify_pass(&challenge, &late).send().await.problem(401, "code_rejected");
    assert_eq!(methods(&bob).await, json!(["totp", "recoveryCode"]));
}

#[tokio::test]
async fn a4_its_minutes_are_an_hour_or_what_the_policy_allows() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let usual = json!({"reason": "The phone is at home"});
    let issued = pass_with(&admin, &ada, usual.clone()).send().await.created();
    assert_eq!(issued["expiresAt"], in_time(&app, TimeDelta::minutes(60)));
    for (minutes, allowed) in [(9, false), (10, true), (1_440, true), (1_441, false)] {
        let answer = admin.pass_call(&ada, minutes).send().await;
        if allowed {
            answer.created();
        } else {
            answer.invalid("minutes");
        }
    }
    admin.change_policy(json!({"temporaryPass": {"enabled": true, "maxMinutes": 30}})).await;
    let issued = pass_with(&admin, &ada, usual).send().await.created();
    assert_eq!(issued["expiresAt"], in_time(&app, TimeDelta::minutes(30)));
    admin.pass_call(&ada, 30).send().await.created();
    admin.pass_call(&ada, 31).send().await.invalid("minutes");
}

#[tokio::test]
async fn a4_what_is_wrong_with_a_pass_is_told_by_field() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let before = app.database.dump();
    for (body, field) in [
        (json!({"minutes": 60}), "reason"),
        (json!({"reason": ""}), "reason"),
        (json!({"reason": "x".repeat(501)}), "reason"),
        (json!({"reason": "a\u{0}b"}), "reason"),
        (json!({"reason": "Why not", "minutes": "60"}), "minutes"),
        (json!({"reason": "Why not", "minutes": -1}), "minutes"),
        (json!({"reason": "Why not", "minutes": 70_000}), "minutes"),
        (json!({"reason": "Why not", "code": "0000-0000-0000-0000"}), "code"),
    ] {
        pass_with(&admin, &ada, body).send().await.invalid(field);
    }
    assert_eq!(app.database.dump(), before);
    pass_with(&admin, &ada, json!({"reason": "x".repeat(500)})).send().await.created();
}

#[tokio::test]
async fn a4_a_pass_is_told_with_its_reason_and_seen_until_it_ends() {
    let app = TestApp::start();
    let (mut ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let shown = async |user: &Actor| admin.look_at(user).await["twoFactor"].get("temporaryPass").cloned();
    assert_eq!(shown(&ada).await, None);
    let pass = text(&admin.pass_call(&ada, 20).send().await.created()["code"]);
    admin.pass_call(&bob, 10).send().await.created();
    assert_eq!(shown(&ada).await, Some(json!({"expiresAt": in_time(&app, TimeDelta::minutes(20))})));
    let told = events(&admin, "temporary_pass.issued", &ada).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["detail"], json!({"reason": "The phone is at home", "minutes": 20}));
    assert_eq!((&told[0]["actor"]["id"], &told[0]["subject"]["id"]), (&json!(admin.id), &json!(ada.id)));
    ada.enter_by(&pass).await;
    assert_eq!(shown(&ada).await, None, "it is used");
    app.clock.advance(TimeDelta::minutes(10));
    let admin = app.admin().await;
    assert_eq!(admin.look_at(&bob).await["twoFactor"].get("temporaryPass"), None, "its time is over");
}

#[tokio::test]
async fn a4_a_pass_dies_with_a_newer_one_and_with_a_reset() {
    let app = TestApp::start();
    let (admin, mut ada, first) = member_with_pass(&app).await;
    let second = admin.issue_pass(&ada).await;
    reject(&ada, &first).await;
    let code = admin.reset(&ada).await;
    reject(&ada, &second).await;
    ada.enter_by(&code).await;
}

#[tokio::test]
async fn a4_a_pass_is_not_for_a_step_up() {
    let app = TestApp::start();
    let (_, mut ada, pass) = member_with_pass(&app).await;
    let step_up = ada.post("/v1/auth/step-up", json!({})).send().await.ok();
    assert_eq!(step_up["methods"], json!(["totp", "recoveryCode"]));
    ada.verify_pass(&text(&step_up["challengeId"]), &pass).send().await.invalid("method");
    ada.enter_by(&pass).await;
}

#[tokio::test]
async fn a4_where_passes_are_disabled_there_are_none_but_resets_are() {
    let app = TestApp::start();
    let (admin, mut ada, pass) = member_with_pass(&app).await;
    let challenge = ada.challenge().await;
    let rules = |enabled: bool| json!({"temporaryPass": {"enabled": enabled, "maxMinutes": 60}});
    admin.change_policy(rules(false)).await;
    admin.pass_call(&ada, 60).send().await.problem(403, "blocked_by_policy");
    assert_eq!(methods(&ada).await, json!(["totp", "recoveryCode"]));
    let answer = ada.verify_pass(&challenge, &pass).send().await;
    assert!([401, 422].contains(&answer.status.as_u16()), "{}", answer.text());
    assert_eq!(app.database.count("enrollment_grants"), 0);

    let code = admin.reset(&ada).await;
    ada.enter_by(&code).await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a4_a_pass_is_offered_whatever_methods_the_policy_allows() {
    let app = TestApp::start();
    let (admin, mut ada, pass) = member_with_pass(&app).await;
    admin.change_policy(json!({"allowedMethods": ["totp"]})).await;
    assert_eq!(methods(&ada).await, json!(["totp", "temporaryPass"]));
    ada.enter_by(&pass).await;
}

#[tokio::test]
async fn a4_neither_pass_nor_code_opens_anything_for_a_suspended_user() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let held = [(&ada, admin.issue_pass(&ada).await), (&bob, admin.reset(&bob).await)];
    for (user, code) in held {
        let challenge = user.challenge().await;
        admin.change(user, json!({"suspended": true})).await;
        user.login().await.problem(401, "login_failed");
        user.verify_pass(&challenge, &code).send().await.problem(410, "challenge_expired");
    }
    assert_eq!(app.database.count("enrollment_grants"), 0);
}

#[tokio::test]
async fn a4_a_pass_needs_the_password_first() {
    let app = TestApp::start();
    let (_, ada, pass) = member_with_pass(&app).await;
    let guess = json!({"email": ada.email, "password": pass});
    ada.endpoint.post("/v1/auth/login", guess).send().await.problem(401, "login_failed");
    for none in [pass.as_str(), "nlc_", ada.access.as_str()] {
        ada.verify_pass(none, &pass).send().await.problem(410, "challenge_expired");
    }
    ada.post("/v1/me/recovery-codes/regenerate", json!({"code": pass})).send().await.invalid("code");
    ada.disable_call(&ada.password, &pass).send().await.invalid("code");
}

#[tokio::test]
async fn a4_no_pass_is_issued_that_would_open_nothing() {
    let app = TestApp::start();
    let (sue, fred) = (app.enrolled_member("sue").await, app.enrolled_member("fred").await);
    let admin = app.admin().await;
    admin.change(&sue, json!({"suspended": true})).await;
    app.database.execute(&format!("UPDATE users SET frozen_at = now() WHERE id = '{}'", fred.id));
    for user in [&sue, &fred] {
        admin.pass_call(user, 60).send().await.problem(409, "suspended_or_frozen");
    }
    admin.change(&sue, json!({"suspended": false})).await;
    admin.change(&fred, json!({"frozen": false})).await;
    for user in [&sue, &fred] {
        admin.issue_pass(user).await;
    }
}
