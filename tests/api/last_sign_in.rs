//! When users last signed in: noted at the end of each way in, and by nothing else.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    passkeys::log_in_by,
    provider::Provider,
    sso::Browser,
};

/// As the user's own page and the list say it alike.
async fn seen(app: &TestApp, user: &Actor) -> Option<DateTime<Utc>> {
    let admin = app.admin().await;
    let one = admin.look_at(user).await["lastSignInAt"].clone();
    let listed = admin.get(&format!("/v1/users?q={}", user.email)).send().await.ok();
    assert_eq!(listed["items"][0]["lastSignInAt"], one);
    serde_json::from_value(one).expect("a time, or null")
}

/// Asserts that a way in that has just been gone was noted, and lets time pass.
async fn assert_noted(app: &TestApp, user: &Actor) {
    assert_eq!(seen(app, user).await, Some(app.clock_now()));
    app.clock.advance(TimeDelta::minutes(1));
}

#[tokio::test]
async fn who_never_signed_in_has_none_and_a_password_alone_is_noted_where_it_is_enough() {
    let app = TestApp::start();
    let mut ada = app.admin().await.create_user("ada", &["member"]).await;
    assert_eq!(seen(&app, &ada).await, None);
    for _ in 0..2 {
        app.clock.advance(TimeDelta::minutes(1));
        ada.sign_in().await;
        assert_noted(&app, &ada).await;
    }
}

#[tokio::test]
async fn every_second_step_is_noted() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.verify_address(&ada);
    app.clock.advance(TimeDelta::minutes(1));
    ada.sign_in().await;
    assert_noted(&app, &ada).await;

    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    assert_noted(&app, &ada).await;

    app.admin().await.change_policy(json!({"trustedDeviceDays": 7})).await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let browser = || ada.endpoint.post("/v1/auth/login", body.clone());
    let challenge = text(&browser().send().await.ok()["challengeId"]);
    let answer = json!({"method": "totp", "code": ada.phone().next_code(), "trustDevice": true});
    let verify = ada.endpoint.post(&format!("/v1/auth/challenges/{challenge}/verify"), answer).send().await;
    let (cookie, _) = verify.device_cookie().expect("it is trusted");
    assert_noted(&app, &ada).await;
    assert_eq!(browser().header("cookie", &cookie).send().await.ok()["status"], "signedIn");
    assert_noted(&app, &ada).await;
}

#[tokio::test]
async fn a_passkey_a_mailed_code_and_a_provider_are_noted() {
    let app = TestApp::start();
    let (_, mut key) = app.passkey_member("ada").await;
    app.allow_passkey_login().await;
    app.clock.advance(TimeDelta::minutes(1));
    let by_passkey = log_in_by(&app.endpoint(), &mut key).await.ok();
    let user = &by_passkey["session"]["user"];
    let ada = Actor::new(app.endpoint(), app.clock.clone(), &text(&user["email"]), "");
    let ada = Actor { id: text(&user["id"]), ..ada };
    assert_noted(&app, &ada).await;

    let mut bob = app.mailed_member("bob").await;
    app.clock.advance(TimeDelta::minutes(1));
    bob.sign_in_by_mail(&app).await;
    assert_noted(&app, &bob).await;

    let cleo = app.member("cleo").await;
    let provider = Provider::start(&app.clock);
    let connection = app.admin().await.connect(&provider, json!({})).await;
    cleo.link(&provider, &connection, json!({"sub": "cleo"})).await;
    app.clock.advance(TimeDelta::minutes(1));
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, json!({"sub": "cleo"})).await;
    assert_eq!(completed.ok()["status"], "signedIn");
    assert_noted(&app, &cleo).await;
}

#[tokio::test]
async fn an_activation_is_noted_and_one_that_leads_to_an_enrollment_at_its_end() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let ada = admin.invite("ada", &["member"]).await;
    assert_eq!(seen(&app, &ada).await, None);
    ada.activate_call(&app.link_to(&ada, "activate").await).send().await.ok();
    assert_noted(&app, &ada).await;

    let mut bob = admin.invite("bob", &["member"]).await;
    admin.enroll().await;
    admin.change_policy(json!({"mode": "required"})).await;
    let demanded = bob.activate_call(&app.link_to(&bob, "activate").await).send().await.ok();
    let sight = |admin: Value| admin["lastSignInAt"].clone();
    assert_eq!(sight(admin.look_at(&bob).await), json!(null), "nobody is in yet");
    bob.access = text(&demanded["enrollmentToken"]);
    bob.enroll().await;
    assert_eq!(sight(admin.look_at(&bob).await), json!(app.clock_now()));
}

#[tokio::test]
async fn what_is_refused_or_goes_on_is_no_sign_in() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let before = seen(&app, &ada).await;
    assert!(before.is_some());
    app.clock.advance(TimeDelta::minutes(1));
    ada.refresh().await;
    ada.step_up().await;
    ada.add_authenticator("Second phone").await;
    assert_eq!(seen(&app, &ada).await, before, "it goes on");

    let wrong = json!({"email": ada.email, "password": "not her own words"});
    ada.endpoint.post("/v1/auth/login", wrong).send().await.problem(401, "login_failed");
    let challenge = ada.challenge().await;
    ada.verify(&challenge, "000000").send().await.problem(401, "code_rejected");
    assert_eq!(seen(&app, &ada).await, before, "it is refused");
    app.admin().await.change(&ada, json!({"suspended": true})).await;
    ada.login().await.problem(401, "login_failed");
    assert_eq!(seen(&app, &ada).await, before, "they are suspended");
}

#[tokio::test]
async fn it_outlives_the_sessions() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let then = seen(&app, &ada).await;
    app.clock.advance(TimeDelta::days(60));
    app.clean_up().await;
    assert_eq!(app.database.count("sessions"), 0);
    assert_eq!(seen(&app, &ada).await, then);
}
