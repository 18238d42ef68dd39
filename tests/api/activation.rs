//! Activation: whoever was invited sets a password, and is signed in or led to enroll.

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::{ORGANIZATION, TestApp},
    call::Call,
    race::{by_turns, only_winner, race, two_replicas},
};

fn describe(app: &TestApp, token: &str) -> Call {
    app.endpoint().post("/v1/auth/invitation", json!({"token": token}))
}

fn activate_with(user: &Actor, token: &str, changes: Value) -> Call {
    let mut body = json!({"token": token, "password": user.password, "displayName": "Ada"});
    for (field, value) in changes.as_object().expect("an object") {
        body[field] = value.clone();
    }
    user.endpoint.post("/v1/auth/activate", body)
}

/// A service in which Ada was invited, and the token of her link.
async fn invited() -> (TestApp, Actor, String) {
    let app = TestApp::start();
    let ada = app.admin().await.invite("ada", &["member"]).await;
    let link = app.link_to(&ada, "activate").await;
    (app, ada, link)
}

#[tokio::test]
async fn a5_the_page_shows_whom_an_invitation_is_for() {
    let (app, ada, link) = invited().await;
    let until = app.clock.now() + TimeDelta::hours(72);
    let expected = json!({"email": ada.email, "displayName": "ada", "organization": ORGANIZATION,
        "expiresAt": until, "passwordMinLength": 15});
    for _ in 0..2 {
        assert_eq!(describe(&app, &link).send().await.ok(), expected, "it is not used up by that");
    }
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    assert_eq!(describe(&app, &link).send().await.ok()["passwordMinLength"], 8);
}

#[tokio::test]
async fn a5_an_activated_user_is_signed_in_as_by_a_login() {
    let (app, mut ada, link) = invited().await;
    let answer = ada.activate_call(&link).send().await;
    let activated = answer.ok();
    assert_eq!((&activated["status"], &activated["needs2FA"]), (&json!("signedIn"), &json!(false)));
    assert_eq!(activated["session"]["user"]["displayName"], "Their Own Name");
    assert_eq!(answer.set_cookie(), None);
    ada.adopt(&activated);
    assert!(ada.is_signed_in().await);
    let user = app.admin().await.look_at(&ada).await;
    assert_eq!((&user["activated"], &user["emailVerified"]), (&json!(true), &json!(true)));
    assert_eq!(user.get("invitation"), None);
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
    describe(&app, &link).send().await.problem(410, "link_expired");
    ada.activate_call(&link).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn a5_the_cookies_are_those_of_a_login() {
    let (_app, ada, link) = invited().await;
    let answer = activate_with(&ada, &link, json!({"cookie": true})).send().await;
    assert!(answer.ok()["session"].get("refreshToken").is_none());
    assert!(answer.set_cookie().is_some() && answer.browser_cookie().is_some());
}

#[tokio::test]
async fn o4_a_new_user_enrolls_while_they_activate() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let rules = json!({"afterGrace": "block", "newUsers": "atActivation"});
    admin.require(json!({"everyone": true}), 7, rules).await;
    app.clock.advance(TimeDelta::seconds(1));
    let mut ada = admin.invite("ada", &["member"]).await;
    let activated = ada.activate_call(&app.link_to(&ada, "activate").await).send().await.ok();
    assert_eq!((&activated["status"], &activated["needsEnrollment"]), (&json!("enrollment"), &json!(true)));
    ada.access = text(&activated["enrollmentToken"]);
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    assert_eq!(app.database.count(&format!("sessions WHERE user_id = '{}'", ada.id)), 1);
}

#[tokio::test]
async fn where_the_account_is_frozen_the_invitation_waits() {
    let (app, ada, link) = invited().await;
    app.enrolled_admin()
        .await
        .require(json!({"everyone": true}), 0, json!({"newUsers": "atActivation"}))
        .await;
    app.clock.advance(TimeDelta::seconds(1));
    app.database.execute("UPDATE users SET frozen_at = created_at WHERE email LIKE 'ada@%'");
    ada.activate_call(&link).send().await.problem(403, "account_frozen");
    app.database.execute("UPDATE users SET frozen_at = NULL");
    ada.activate_call(&link).send().await.ok();
    let told = "SELECT detail ->> 'reason' FROM audit_events WHERE action = 'login.blocked'";
    assert_eq!(app.database.column(told), ["accountFrozen"]);
}

#[tokio::test]
async fn o3_where_a_login_is_blocked_the_invitation_waits() {
    let (app, ada, link) = invited().await;
    app.clock.advance(TimeDelta::seconds(1));
    let admin = app.enrolled_admin().await;
    admin.require(json!({"everyone": true}), 0, json!({"afterGrace": "block"})).await;
    ada.activate_call(&link).send().await.problem(403, "blocked_by_policy");
    assert_eq!(admin.look_at(&ada).await["activated"], false);
    admin.set_deadline(&ada, admin.deadline_in(3)).await;
    assert_eq!(ada.activate_call(&link).send().await.ok()["status"], "signedIn");
}

#[tokio::test]
async fn o4_where_a_factor_is_required_at_once_an_activation_leads_to_it() {
    let (app, mut ada, link) = invited().await;
    let admin = app.enrolled_admin().await;
    admin.change_policy(json!({"mode": "required", "afterGrace": "block", "phases": []})).await;
    let activated = ada.activate_call(&link).send().await.ok();
    assert_eq!(activated["status"], "enrollment");
    // Whoever leaves it there has had their time.
    ada.login_call().send().await.problem(403, "blocked_by_policy");
    ada.access = text(&activated["enrollmentToken"]);
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a5_a_bad_password_or_name_does_not_use_the_link_up() {
    let (_app, ada, link) = invited().await;
    for (field, value) in [
        ("password", json!("fourteen chars")),
        ("password", json!("ADA@lock.example")),
        ("displayName", json!(" ")),
        ("displayName", json!("x".repeat(101))),
    ] {
        activate_with(&ada, &link, json!({field: value})).send().await.invalid(field);
    }
    let both = activate_with(&ada, &link, json!({"password": "short", "displayName": ""})).send().await;
    let told = both.problem(422, "validation_failed");
    let told: Vec<_> = told["errors"].as_array().unwrap().iter().map(|error| text(&error["field"])).collect();
    assert_eq!(told, ["password", "displayName"]);
    activate_with(&ada, &link, json!({"roles": ["admin"]})).send().await.invalid("roles");
    ada.activate_call(&link).send().await.ok();
}

#[tokio::test]
async fn a5_a_dead_link_is_a_dead_link() {
    let (app, ada, link) = invited().await;
    let foreign = "nla_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let dead = ["", "nla_", foreign, &link[..link.len() - 1], &link.replace("nla_", "nlp_")];
    for token in dead {
        describe(&app, token).send().await.problem(410, "link_expired");
        ada.activate_call(token).send().await.problem(410, "link_expired");
    }
    app.clock.advance(TimeDelta::hours(72) - TimeDelta::seconds(1));
    describe(&app, &link).send().await.ok();
    app.clock.advance(TimeDelta::seconds(1));
    describe(&app, &link).send().await.problem(410, "link_expired");
    ada.activate_call(&link).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn a5_a_suspended_user_waits_for_being_restored() {
    let (app, ada, link) = invited().await;
    let admin = app.admin().await;
    admin.change(&ada, json!({"suspended": true})).await;
    describe(&app, &link).send().await.problem(410, "link_expired");
    ada.activate_call(&link).send().await.problem(410, "link_expired");
    admin.change(&ada, json!({"suspended": false})).await;
    ada.activate_call(&link).send().await.ok();
}

#[tokio::test]
async fn i2_an_invitation_is_followed_once() {
    let (app, replica) = two_replicas();
    let ada = app.admin().await.invite("ada", &["member"]).await;
    let link = app.link_to(&ada, "activate").await;
    let answers = race(by_turns(&ada, &replica, |ada, number| {
        let password = format!("words of number {number} that nobody guesses");
        activate_with(ada, &link, json!({"password": password, "displayName": format!("Ada {number}")}))
    }))
    .await;
    let winner = only_winner(&answers, &[410, 503]).ok();
    app.forgive(503);
    let name = text(&winner["session"]["user"]["displayName"]);
    let number = name.strip_prefix("Ada ").expect("a number");
    let password = format!("words of number {number} that nobody guesses");
    Actor { password, ..ada.clone() }.login().await.ok();
    assert_eq!(app.database.count(&format!("sessions WHERE user_id = '{}'", ada.id)), 2);
    assert_eq!(app.database.count("audit_events WHERE action = 'user.activated'"), 1);
}
