//! Browsers in which a user has signed in: strangers who guess do not lock them out.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    answer::Answer,
    app::TestApp,
    call::Call,
};

/// A browser with the cookie that it is recognized by.
struct Browser<'a> {
    actor: &'a Actor,
    cookie: String,
}

impl Browser<'_> {
    fn login(&self, password: &str) -> Call {
        self.actor
            .endpoint
            .post("/v1/auth/login", credentials(self.actor, password))
            .header("cookie", &self.cookie)
    }

    async fn challenge(&self) -> String {
        text(&self.login(&self.actor.password).send().await.ok()["challengeId"])
    }

    async fn verify(&self, code: &str) -> Answer {
        let challenge = self.challenge().await;
        self.actor.verify(&challenge, code).header("cookie", &self.cookie).send().await
    }
}

fn credentials(actor: &Actor, password: &str) -> Value {
    json!({"email": actor.email, "password": password, "cookie": true})
}

/// Signs in completely in a browser of its own.
async fn browser_of(actor: &Actor) -> Browser<'_> {
    Browser { actor, cookie: actor.sign_in_browser().await }
}

/// Ten wrong codes from nowhere in particular.
async fn guess_codes(actor: &Actor) {
    // A success takes a place among the ten for half a minute.
    actor.clock.next_step();
    for _ in 0..10 {
        actor.fail_a_challenge().await.problem(401, "code_rejected");
    }
}

#[tokio::test]
async fn the_cookie_is_kept_from_scripts_for_ninety_days() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.endpoint.post("/v1/auth/login", credentials(&ada, &ada.password)).send().await.ok();
    let answer = ada.verify(&text(&challenge["challengeId"]), &ada.phone().next_code()).send().await;
    let (pair, attributes) = answer.browser_cookie().expect("a cookie");
    assert!(pair.starts_with("__Host-nightlatch-browser=nlb_"), "{pair}");
    assert_eq!(attributes, ["HttpOnly", "Max-Age=7776000", "Path=/", "SameSite=Strict", "Secure"]);

    let browser = Browser { actor: &ada, cookie: pair };
    assert_eq!(browser.verify(&ada.phone().next_code()).await.browser_cookie(), None, "it has one");
    let script = ada.clone().login().await;
    assert_eq!(script.browser_cookie(), None, "no browser asked");
}

#[tokio::test]
async fn strangers_who_guess_codes_lock_out_strangers_only() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let browser = browser_of(&ada).await;
    guess_codes(&ada).await;
    let challenge = ada.challenge().await;
    let code = ada.phone().next_code();
    ada.verify(&challenge, &code).send().await.problem(429, "too_many_attempts");
    browser.verify(&code).await.ok();
}

#[tokio::test]
async fn strangers_who_guess_passwords_lock_out_strangers_only() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let browser = browser_of(&ada).await;
    for _ in 0..20 {
        let guess = ada.endpoint.post("/v1/auth/login", credentials(&ada, "a wild guess"));
        guess.send().await.problem(401, "login_failed");
    }
    ada.login().await.problem(401, "login_failed");
    browser.verify(&ada.phone().next_code()).await.ok();
}

/// From ten places, so that no address is stopped before the account is.
#[tokio::test]
async fn a_thousand_wrong_passwords_lock_nobody_out_of_a_known_browser() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let browser = browser_of(&ada).await;
    let mut guesses = Vec::new();
    for number in 0..1_000 {
        let guess = ada.endpoint.post("/v1/auth/login", credentials(&ada, "a wild guess"));
        guesses.push(guess.forwarded_for(&format!("198.51.100.{}", number % 10)));
    }
    for guess in guesses {
        guess.send().await.problem(401, "login_failed");
    }
    ada.login().await.problem(401, "login_failed");
    browser.verify(&ada.phone().next_code()).await.ok();
}

#[tokio::test]
async fn neighbours_at_the_same_address_do_not_count() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let browser = browser_of(&ada).await;
    for number in 0..100 {
        let body = json!({"email": format!("nobody{number}@lock.example"), "password": "a wild guess"});
        let guess = ada.endpoint.post("/v1/auth/login", body).forwarded_for("198.51.100.7");
        guess.send().await.problem(401, "login_failed");
    }
    ada.login_call().forwarded_for("198.51.100.7").send().await.problem(401, "login_failed");
    browser.login(&ada.password).forwarded_for("198.51.100.7").send().await.ok();
}

#[tokio::test]
async fn a_recognized_browser_has_ten_guesses_of_its_own() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let browser = browser_of(&ada).await;
    for _ in 0..10 {
        browser.verify(&ada.phone().wrong_code()).await.problem(401, "code_rejected");
    }
    browser.verify(&ada.phone().next_code()).await.problem(429, "too_many_attempts");
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().code()).send().await.ok();
}

#[tokio::test]
async fn a_browser_is_recognized_for_its_own_user() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let cookie = browser_of(&bob).await.cookie;
    guess_codes(&ada).await;
    let foreign = Browser { actor: &ada, cookie: cookie.clone() };
    foreign.verify(&ada.phone().next_code()).await.problem(429, "too_many_attempts");
    let garbage = Browser { actor: &ada, cookie: format!("{}A", &cookie[..cookie.len() - 1]) };
    garbage.verify(&ada.phone().code()).await.problem(429, "too_many_attempts");
}

#[tokio::test]
async fn i7_a_new_password_or_factor_forgets_all_browsers() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let stolen = browser_of(&ada).await.cookie;
    assert_eq!(app.database.count("recognized_browsers"), 1);
    let body = json!({"current": ada.password, "new": "her next secret words"});
    let changed = ada.post("/v1/me/password", body).send().await.ok();
    ada.adopt(&changed);
    ada.password = "her next secret words".to_owned();
    assert_eq!(app.database.count("recognized_browsers"), 0);
    guess_codes(&ada).await;
    let thief = Browser { actor: &ada, cookie: stolen };
    thief.verify(&ada.phone().next_code()).await.problem(429, "too_many_attempts");
}

#[tokio::test]
async fn ten_browsers_are_recognized_for_ninety_days() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let oldest = browser_of(&ada).await;
    for _ in 0..10 {
        browser_of(&ada).await;
    }
    assert_eq!(app.database.count("recognized_browsers"), 10);
    let newest = browser_of(&ada).await;
    guess_codes(&ada).await;
    oldest.verify(&ada.phone().next_code()).await.problem(429, "too_many_attempts");
    newest.verify(&ada.phone().code()).await.ok();

    app.clock.advance(TimeDelta::days(90));
    guess_codes(&ada).await;
    newest.verify(&ada.phone().next_code()).await.problem(429, "too_many_attempts");
}
