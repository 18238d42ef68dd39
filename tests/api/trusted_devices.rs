//! Trusted devices: browsers in which the second factor is not asked for, until something happens.

use chrono::TimeDelta;
use nightlatch::{clock::Clock, flows::housekeeping::INTERVAL};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    answer::Answer,
    app::TestApp,
    call::Call,
    race::{until, waiting_for_a_lock},
};

/// A browser with the cookie that it is trusted by.
struct Browser {
    actor: Actor,
    cookie: String,
}

impl Browser {
    fn login_call(&self) -> Call {
        login_in_browser(&self.actor).header("cookie", &self.cookie)
    }

    /// Signs in there, and asserts that nothing but the password is asked for.
    async fn sign_in(&mut self) {
        let login = self.login_call().send().await.ok();
        assert_eq!(login["status"], "signedIn", "{login}");
        self.actor.adopt(&login);
    }

    async fn is_asked(&self) -> bool {
        self.login_call().send().await.ok()["status"] == "challenge"
    }

    async fn get(&self, path: &str) -> Answer {
        self.actor.get(path).header("cookie", &self.cookie).send().await
    }

    async fn list(&self) -> Vec<Value> {
        self.get("/v1/me/trusted-devices").await.ok()["items"].as_array().expect("a list").clone()
    }
}

fn login_in_browser(actor: &Actor) -> Call {
    let body = json!({"email": actor.email, "password": actor.password, "cookie": true});
    actor.endpoint.post("/v1/auth/login", body)
}

fn trusting_answer(actor: &Actor, challenge: &str, method: &str, code: &str) -> Call {
    let path = format!("/v1/auth/challenges/{challenge}/verify");
    actor.endpoint.post(&path, json!({"method": method, "code": code, "trustDevice": true}))
}

/// Signs in and trusts the browser.
async fn trust(actor: &Actor) -> Browser {
    let login = login_in_browser(actor).send().await.ok();
    let challenge = text(&login["challengeId"]);
    let answer = trusting_answer(actor, &challenge, "totp", &actor.phone().next_code()).send().await;
    let mut actor = actor.clone();
    actor.adopt(&answer.ok());
    Browser { actor, cookie: answer.device_cookie().expect("it is trusted").0 }
}

/// An organization in which browsers are trusted for a week; with a member who trusts one.
async fn with_a_trusted_browser() -> (TestApp, Actor, Browser) {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    admin.change_policy(json!({"trustedDeviceDays": 7})).await;
    let browser = trust(&ada).await;
    (app, admin, browser)
}

#[tokio::test]
async fn l7_a_trusted_browser_is_asked_for_the_password_alone() {
    let (app, _, mut browser) = with_a_trusted_browser().await;
    browser.sign_in().await;
    let claims = claims(&browser.actor.access);
    assert_eq!((&claims["amr"], &claims["acr"]), (&json!(["pwd", "td"]), &json!("aal1")));
    assert_eq!(claims.get("second_factor_time"), None);
    browser.get("/v1/me/sessions").await.ok();
    assert_eq!(browser.get("/v1/me/session").await.ok()["amr"], json!(["pwd", "td"]));
    browser.actor.get("/v1/me/session").send().await.problem(401, "step_up_required");
    assert_eq!(browser.actor.login().await.ok()["status"], "challenge", "elsewhere it is asked for");
    let script = browser.actor.login_call().header("cookie", &browser.cookie).send().await.ok();
    assert_eq!(script["status"], "challenge", "no browser asked");

    app.clock.advance(TimeDelta::days(7) - TimeDelta::minutes(1));
    browser.sign_in().await;
    app.clock.advance(TimeDelta::minutes(1));
    assert!(browser.is_asked().await, "its week is over");
}

#[tokio::test]
async fn l7_the_cookie_is_kept_from_scripts_as_long_as_the_policy_says() {
    let (_app, _, browser) = with_a_trusted_browser().await;
    let login = login_in_browser(&browser.actor).send().await.ok();
    assert_eq!(login["trustDeviceDays"], 7);
    let challenge = text(&login["challengeId"]);
    let code = browser.actor.phone().next_code();
    let answer = trusting_answer(&browser.actor, &challenge, "totp", &code).send().await;
    let (pair, attributes) = answer.device_cookie().expect("a cookie");
    assert!(pair.starts_with("__Host-nightlatch-device=nld_"), "{pair}");
    assert_eq!(attributes, ["HttpOnly", "Max-Age=604800", "Path=/", "SameSite=Strict", "Secure"]);
}

#[tokio::test]
async fn l7_only_an_authenticators_code_in_a_browser_makes_it_trusted() {
    let (app, admin, browser) = with_a_trusted_browser().await;
    let ada = browser.actor;
    let trusted = app.database.count("trusted_devices");
    let script = ada.login().await.ok();
    assert_eq!(script.get("trustDeviceDays"), None);
    let code = ada.phone().next_code();
    let answer = trusting_answer(&ada, &text(&script["challengeId"]), "totp", &code).send().await;
    assert_eq!((answer.ok(), answer.device_cookie()).1, None);
    let login = login_in_browser(&ada).send().await.ok();
    let answer = trusting_answer(&ada, &text(&login["challengeId"]), "recoveryCode", &ada.recovery_codes[0])
        .send()
        .await;
    assert_eq!((answer.ok(), answer.device_cookie()).1, None);
    assert_eq!((trusted, app.database.count("trusted_devices")), (1, 0), "and that one ended it all");

    admin.change_policy(json!({"trustedDeviceDays": 0})).await;
    let login = login_in_browser(&ada).send().await.ok();
    assert_eq!(login.get("trustDeviceDays"), None);
    let code = ada.phone().next_code();
    let answer = trusting_answer(&ada, &text(&login["challengeId"]), "totp", &code).send().await;
    assert_eq!((answer.ok(), answer.device_cookie()).1, None);
}

#[tokio::test]
async fn l7_a_stricter_policy_asks_again() {
    let (app, admin, mut browser) = with_a_trusted_browser().await;
    browser.sign_in().await;
    app.clock.advance(TimeDelta::minutes(2));
    let days = |days: u8| admin.change_policy(json!({"trustedDeviceDays": days}));
    days(30).await;
    browser.sign_in().await;
    assert_eq!(
        browser.list().await[0]["expiresAt"],
        json!(trusted_until(&browser, 7).await),
        "not prolonged"
    );
    days(3).await;
    assert_eq!(browser.list().await[0]["expiresAt"], json!(trusted_until(&browser, 3).await));
    app.clock.advance(TimeDelta::days(3));
    assert!(browser.is_asked().await);
}

/// Whoever turns trust off and on again wants everybody to be asked once.
#[tokio::test]
async fn l7_trust_that_was_turned_off_does_not_come_back() {
    let (app, admin, mut browser) = with_a_trusted_browser().await;
    browser.sign_in().await;
    app.clock.advance(TimeDelta::minutes(2));
    let days = |days: u8| admin.change_policy(json!({"trustedDeviceDays": days}));
    for allowed in [0, 7, 30] {
        days(allowed).await;
        assert!(browser.is_asked().await, "{allowed}");
        browser.get("/v1/me/sessions").await.problem(401, "step_up_required");
        app.clock.advance(TimeDelta::seconds(1));
    }
    let mut anew = trust(&browser.actor).await;
    anew.sign_in().await;
    assert_eq!(anew.list().await.len(), 1, "what counts no more is not listed");
    days(7).await;
    anew.sign_in().await;
}

/// A sign-in that began while browsers were trusted ends when they are not.
#[tokio::test]
async fn l7_trust_that_meets_its_end_does_not_come_back() {
    let (app, admin, browser) = with_a_trusted_browser().await;
    let ada = browser.actor;
    let login = login_in_browser(&ada).send().await.ok();
    let (challenge, code) = (text(&login["challengeId"]), ada.phone().next_code());
    let held = app.database.hold(&format!("SELECT FROM users WHERE id = '{}' FOR UPDATE", ada.id));
    let asked = tokio::spawn(trusting_answer(&ada, &challenge, "totp", &code).send());
    until(async || waiting_for_a_lock(&app) == 1).await;
    admin.change_policy(json!({"trustedDeviceDays": 0})).await;
    held.commit();
    let cookie = asked.await.expect("it is sent").device_cookie().expect("it was trusted").0;
    app.clock.advance(TimeDelta::minutes(1));
    admin.change_policy(json!({"trustedDeviceDays": 7})).await;
    assert!(Browser { actor: ada, cookie }.is_asked().await);
}

async fn trusted_until(browser: &Browser, days: i64) -> String {
    let trusted_at = text(&browser.list().await[0]["trustedAt"]);
    let trusted_at: chrono::DateTime<chrono::Utc> = trusted_at.parse().expect("a time");
    text(&json!(trusted_at + TimeDelta::days(days)))
}

#[tokio::test]
async fn l7_it_stands_for_no_step_up_no_disabling_and_no_administration() {
    let (app, admin, mut browser) = with_a_trusted_browser().await;
    app.clock.advance(TimeDelta::minutes(1));
    browser.sign_in().await;
    let ada = &browser.actor;
    for call in [
        ada.patch("/v1/me", json!({"displayName": "Ada L."})),
        ada.post("/v1/me/password", json!({"current": ada.password, "new": "another long password"})),
        ada.post("/v1/me/authenticators", json!({})),
        ada.email_codes_call(false),
    ] {
        call.header("cookie", &browser.cookie).send().await.problem(401, "step_up_required");
    }
    let disabled = json!({"password": ada.password});
    let disabled = ada.post("/v1/me/two-factor/disable", disabled).header("cookie", &browser.cookie);
    disabled.send().await.problem(401, "code_rejected");

    let max = admin.create_user("max", &["manager"]).await;
    let mut max = Actor { ..max };
    max.sign_in().await;
    max.enroll().await;
    let mut of_max = trust(&max).await;
    of_max.get("/v1/users").await.ok();
    of_max.sign_in().await;
    of_max.get("/v1/me/sessions").await.ok();
    of_max.get("/v1/users").await.problem(401, "step_up_required");
    of_max.actor.step_up().await;
    assert_eq!(claims(&of_max.actor.access)["acr"], "aal2");
    of_max.get("/v1/users").await.ok();
}

#[tokio::test]
async fn l7_a_session_that_it_began_is_good_in_that_browser_alone() {
    let (_app, _, mut browser) = with_a_trusted_browser().await;
    browser.sign_in().await;
    browser.actor.get("/v1/me/sessions").send().await.problem(401, "step_up_required");
    browser.get("/v1/me/sessions").await.ok();
}

#[tokio::test]
async fn l7_devices_are_listed_and_revoked_one_by_one() {
    let (app, _, mut browser) = with_a_trusted_browser().await;
    let mut other = trust(&browser.actor).await;
    app.clock.advance(TimeDelta::minutes(6));
    browser.sign_in().await;
    let listed = browser.list().await;
    assert_eq!(listed.len(), 2);
    assert_eq!(
        (&listed[0]["current"], &listed[1]["current"]),
        (&json!(true), &json!(false)),
        "the last used first"
    );
    assert_eq!(listed[0]["lastUsedAt"], json!(app.clock.now()));
    assert!(listed.iter().all(|device| device["address"].is_string()), "{listed:?}");

    let path = format!("/v1/me/trusted-devices/{}", text(&listed[1]["id"]));
    browser
        .actor
        .delete(&path)
        .header("cookie", &browser.cookie)
        .send()
        .await
        .problem(401, "step_up_required");
    other.sign_in().await;
    browser.actor.step_up().await;
    browser.actor.delete(&path).send().await.no_content();
    browser.actor.delete(&path).send().await.problem(404, "not_found");
    assert!(other.is_asked().await);
    other.get("/v1/me/sessions").await.problem(401, "step_up_required");
    browser.sign_in().await;
}

#[tokio::test]
async fn l7_a_device_is_trusted_by_its_own_user() {
    let (app, _, browser) = with_a_trusted_browser().await;
    let bob = app.enrolled_member("bob").await;
    let foreign = Browser { actor: bob, cookie: browser.cookie.clone() };
    assert!(foreign.is_asked().await);
    let last = if browser.cookie.ends_with('A') { 'B' } else { 'A' };
    let cookie = format!("{}{last}", &browser.cookie[..browser.cookie.len() - 1]);
    let garbage = Browser { actor: browser.actor, cookie };
    assert!(garbage.is_asked().await);
}

#[tokio::test]
async fn l7_ten_devices_are_trusted() {
    let (app, _, oldest) = with_a_trusted_browser().await;
    for _ in 0..9 {
        trust(&oldest.actor).await;
    }
    assert!(!oldest.is_asked().await);
    let newest = trust(&oldest.actor).await;
    assert_eq!(app.database.count("trusted_devices"), 10);
    assert!(oldest.is_asked().await && !newest.is_asked().await);
}

// What ends the trust.

#[tokio::test]
async fn i7_a_new_password_asks_again() {
    let (_app, _, mut browser) = with_a_trusted_browser().await;
    let new = "her next secret words";
    let body = json!({"current": browser.actor.password, "new": new});
    browser.actor.post("/v1/me/password", body).send().await.ok();
    browser.actor.password = new.to_owned();
    assert!(browser.is_asked().await);
}

#[tokio::test]
async fn i7_another_authenticator_asks_again() {
    let (_app, _, browser) = with_a_trusted_browser().await;
    let (id, phone) = browser.actor.begin().await;
    browser.actor.confirm(&id, &phone.next_code()).send().await.ok();
    assert!(browser.is_asked().await);
}

#[tokio::test]
async fn i7_a_replaced_authenticator_asks_again() {
    let (_app, _, browser) = with_a_trusted_browser().await;
    let ada = &browser.actor;
    let path = format!("/v1/me/authenticators/{}/replace", ada.authenticator);
    let begun = ada.post(&path, json!({})).send().await.created();
    let code = ada.scan(&begun).next_code();
    assert!(!browser.is_asked().await, "not yet");
    ada.confirm(&text(&begun["id"]), &code).send().await.ok();
    assert!(browser.is_asked().await);
}

#[tokio::test]
async fn i7_a_used_recovery_code_asks_again() {
    let (_app, _, mut browser) = with_a_trusted_browser().await;
    browser.sign_in().await;
    let ada = &browser.actor;
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    assert!(browser.is_asked().await);
    browser.get("/v1/me/sessions").await.problem(401, "step_up_required");
}

#[tokio::test]
async fn i7_an_administrators_reset_and_end_of_sessions_ask_again() {
    let (app, admin, browser) = with_a_trusted_browser().await;
    admin.end_sessions_call(&browser.actor).send().await.no_content();
    assert!(browser.is_asked().await);
    let browser = trust(&browser.actor).await;
    admin.reset(&browser.actor).await;
    assert!(browser.is_asked().await);
    assert_eq!(app.database.count("trusted_devices"), 0);
}

#[tokio::test]
async fn i7_disabling_forgets_all_devices() {
    let (app, _, mut browser) = with_a_trusted_browser().await;
    let ada = &mut browser.actor;
    let code = ada.phone().next_code();
    ada.disable_call(&ada.password, &code).send().await.no_content();
    assert_eq!(app.database.count("trusted_devices"), 0);
    ada.sign_in().await;
    ada.enroll().await;
    assert!(browser.is_asked().await);
}

#[tokio::test]
async fn l7_on_a_single_form_the_field_is_left_empty_there() {
    let (_app, admin, mut browser) = with_a_trusted_browser().await;
    admin.change_policy(json!({"loginStyle": "singleForm"})).await;
    browser.sign_in().await;
    login_in_browser(&browser.actor).send().await.problem(401, "login_failed");
    let wrong = browser.actor.phone().wrong_code();
    let body = json!({"email": browser.actor.email, "password": browser.actor.password, "cookie": true, "code": wrong});
    let guess = browser.actor.endpoint.post("/v1/auth/login", body).header("cookie", &browser.cookie);
    guess.send().await.problem(401, "login_failed");
}

#[tokio::test]
async fn devices_are_forgotten_when_their_time_is_over() {
    let (app, _, _browser) = with_a_trusted_browser().await;
    app.clock.advance(TimeDelta::days(7) - INTERVAL);
    app.clean_up().await;
    assert_eq!(app.database.count("trusted_devices"), 1);
    app.clock.advance(INTERVAL);
    app.clean_up().await;
    assert_eq!(app.database.count("trusted_devices"), 0);
}

/// What is written rests on the device still being there.
#[tokio::test]
async fn l7_a_browser_that_is_trusted_no_more_meanwhile_is_asked() {
    let (app, _, browser) = with_a_trusted_browser().await;
    let sessions = app.database.count("sessions");
    let held = app.database.hold("DELETE FROM trusted_devices");
    let asked = tokio::spawn(browser.login_call().send());
    until(async || waiting_for_a_lock(&app) == 1).await;
    held.commit();
    assert_eq!(asked.await.expect("it is sent").ok()["status"], "challenge");
    assert_eq!(app.database.count("sessions"), sessions);
}
