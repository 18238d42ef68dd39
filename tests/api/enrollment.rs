//! Setting up the first factor: in a session, or at a sign-in that demands it.

use std::{fs, process::Command};

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, codes, text},
    app::{ORGANIZATION, TestApp},
    clock::TestClock,
};

#[tokio::test]
async fn e1_beginning_gives_qr_code_uri_and_key() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let answer = ada.post("/v1/me/authenticators", json!({"name": "Phone"})).send().await;
    let begun = answer.created();
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let phone = ada.scan(&begun);
    let key = text(&begun["secret"]);
    assert_eq!(data_encoding::BASE32_NOPAD.decode(key.as_bytes()).unwrap(), phone.secret);
    assert_eq!(phone.secret.len(), 20, "160 bit");
    assert_eq!(phone.issuer, ORGANIZATION);
    assert_eq!((phone.algorithm.as_str(), phone.digits), ("SHA1", 6), "what every app supports");
    assert_eq!(phone.label, "Lock%20%26%20Key%2C%20Ltd.:ada%40lock.example");
    let expires_at = text(&begun["expiresAt"]).parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(expires_at, TestClock::start() + TimeDelta::minutes(15));
}

/// What `zbarimg` reads from the picture that `rsvg-convert` makes of it.
fn read_qr_code(svg: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let [drawing, picture] = ["code.svg", "code.png"].map(|name| folder.path().join(name));
    fs::write(&drawing, svg).expect("written");
    let drawn = Command::new("rsvg-convert")
        .args(["--width", "600", "--output"])
        .arg(&picture)
        .arg(&drawing)
        .output();
    assert!(drawn.expect("rsvg-convert is installed").status.success(), "{svg}");
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&picture).output();
    String::from_utf8(read.expect("zbarimg is installed").stdout).expect("UTF-8").trim_end().to_owned()
}

#[tokio::test]
async fn e1_the_qr_code_is_the_uri() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let begun = ada.post("/v1/me/authenticators", json!({})).send().await.created();
    let svg = text(&begun["qrSvg"]);
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>"), "{svg}");
    assert_eq!(read_qr_code(&svg), text(&begun["otpauthUri"]));
}

#[tokio::test]
async fn e2_nothing_is_enabled_before_a_code_confirms_it() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    let state = ada.two_factor().await;
    assert_eq!(state["state"], "notEnabled");
    assert_eq!(state["authenticators"], json!([]));
    assert_eq!(ada.login().await.ok()["status"], "signedIn");

    let rejected = ada.confirm(&id, &phone.wrong_code()).send().await;
    rejected.problem(422, "enrollment_code_rejected");
    assert_eq!(ada.two_factor().await["state"], "notEnabled");

    let confirmed = ada.confirm(&id, &phone.code()).send().await.ok();
    ada.adopt(&confirmed);
    assert_eq!(confirmed["authenticator"]["id"], id);
    let state = ada.two_factor().await;
    assert_eq!(state["state"], "enabled");
    assert_eq!(state["methods"], json!(["totp", "recoveryCode"]));
    assert_eq!(state["authenticators"][0]["id"], id);
    assert_eq!(ada.login().await.ok()["status"], "challenge");
}

#[tokio::test]
async fn e2_a_pending_enrollment_ends_after_fifteen_minutes() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    app.clock.advance(TimeDelta::minutes(15));
    ada.refresh().await;
    ada.confirm(&id, &phone.code()).send().await.problem(404, "not_found");
    assert_eq!(ada.two_factor().await["state"], "notEnabled");
}

#[tokio::test]
async fn e2_the_next_enrollment_takes_the_place_of_the_pending_one() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let (first, first_phone) = ada.begin().await;
    let (second, second_phone) = ada.begin().await;
    assert_ne!(first_phone.secret, second_phone.secret);
    ada.confirm(&first, &first_phone.code()).send().await.problem(404, "not_found");
    ada.confirm(&second, &first_phone.code()).send().await.problem(422, "enrollment_code_rejected");
    ada.confirm(&second, &second_phone.code()).send().await.ok();
}

#[tokio::test]
async fn e2_nobody_confirms_for_another() {
    let app = TestApp::start();
    let (ada, bob) = (app.member("ada").await, app.member("bob").await);
    let (id, phone) = ada.begin().await;
    bob.confirm(&id, &phone.code()).send().await.problem(404, "not_found");
    assert_eq!(bob.two_factor().await["state"], "notEnabled");
    ada.confirm(&id, &phone.code()).send().await.ok();
}

#[tokio::test]
async fn e3_the_first_factor_brings_recovery_codes_once() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.code()).send().await.ok();
    ada.adopt(&confirmed);
    let first = codes(&confirmed["recoveryCodes"]);
    assert_eq!(first.len(), 10);
    let mut distinct = first.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 10);
    for code in &first {
        let groups: Vec<&str> = code.split('-').collect();
        assert_eq!(groups.len(), 6, "{code}");
        assert!(groups.iter().all(|group| group.len() == 4), "{code}");
    }
    let listed = ada.get("/v1/me/recovery-codes").send().await;
    assert_eq!(listed.ok()["remaining"], 10);
    assert!(first.iter().all(|code| !listed.text().contains(code)), "shown exactly once");

    let (id, second_phone) = ada.begin().await;
    let second = ada.confirm(&id, &second_phone.code()).send().await.ok();
    assert_eq!(second.get("recoveryCodes"), None, "only with the first factor");
}

#[tokio::test]
async fn e3_their_number_is_policy() {
    let app = TestApp::start();
    app.admin().await.change_policy(json!({"recoveryCodeCount": 6})).await;
    assert_eq!(app.enrolled_member("ada").await.recovery_codes.len(), 6);
}

#[tokio::test]
async fn e7_a_clock_that_is_off_is_told() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    for seconds in [-600, -180, -60, 60, 600] {
        let answer = ada.confirm(&id, &phone.code_off_by(seconds)).send().await;
        assert_eq!(answer.problem(422, "enrollment_code_rejected")["clockSkewSeconds"], seconds);
    }
    for code in [phone.code_off_by(-660), phone.code_off_by(660), phone.wrong_code()] {
        let problem = ada.confirm(&id, &code).send().await.problem(422, "enrollment_code_rejected");
        assert_eq!(problem.get("clockSkewSeconds"), None, "{problem}");
    }
    assert_eq!(ada.two_factor().await["state"], "notEnabled");
    ada.confirm(&id, &phone.code_off_by(-30)).send().await.ok();
}

#[tokio::test]
async fn an_enrollment_answers_what_it_was_asked() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    for (body, field) in [
        (json!({"name": ""}), "name"),
        (json!({"name": "x".repeat(51)}), "name"),
        (json!({"name": "a\u{0}b"}), "name"),
    ] {
        ada.post("/v1/me/authenticators", body).send().await.invalid(field);
    }
    let unknown = ada.post("/v1/me/authenticators", json!({"algorithm": "MD5"})).send().await;
    unknown.problem(422, "validation_failed");
    let begun =
        ada.post("/v1/me/authenticators", json!({"name": " Pocket ", "algorithm": "SHA1"})).send().await;
    let begun = begun.created();
    let confirmed = ada.confirm(&text(&begun["id"]), &ada.scan(&begun).code()).send().await.ok();
    assert_eq!(confirmed["authenticator"]["name"], "Pocket");
    assert_eq!(confirmed["authenticator"]["expired"], false);
}

#[tokio::test]
async fn a_factor_gives_the_session_fresh_tokens_and_ends_the_others() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let mut elsewhere = ada.clone();
    elsewhere.sign_in().await;
    let old = ada.clone();
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    for dead in [&old, &elsewhere] {
        assert!(!dead.is_signed_in().await);
        dead.refresh_call().send().await.problem(401, "session_expired");
    }
    ada.refresh().await;
    assert!(ada.is_signed_in().await);
}

/// A member whom the policy makes enroll: the actor's bearer is the enrollment token.
async fn demanded(app: &TestApp) -> (Actor, Value) {
    let mut ada = app.user("ada", &["member"]).await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    let login = ada.login().await.ok();
    ada.access = text(&login["enrollmentToken"]);
    (ada, login)
}

#[tokio::test]
async fn l1_a_sign_in_that_demands_a_factor_gives_a_token_to_enroll() {
    let app = TestApp::start();
    let (mut ada, login) = demanded(&app).await;
    assert_eq!(login["status"], "enrollment");
    assert_eq!(login["needs2FA"], false);
    assert_eq!(login["needsEnrollment"], true);
    assert_eq!(login.get("session"), None);

    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.next_code()).send().await.ok();
    assert_eq!(codes(&confirmed["recoveryCodes"]).len(), 10);
    let token = ada.access.clone();
    ada.adopt(&confirmed);
    assert!(ada.is_signed_in().await);
    ada.phone = Some(phone);
    assert_eq!(ada.login().await.ok()["status"], "challenge");

    // The token was good for one enrollment.
    ada.access = token;
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn l1_an_enrollment_token_does_nothing_else_and_ends_after_fifteen_minutes() {
    let app = TestApp::start();
    let (ada, _) = demanded(&app).await;
    assert!(!ada.is_signed_in().await);
    let (id, phone) = ada.begin().await;
    app.clock.advance(TimeDelta::minutes(15));
    ada.confirm(&id, &phone.code()).send().await.problem(401, "unauthenticated");
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(401, "unauthenticated");
    assert_eq!(
        app.database.count(
            "authenticators WHERE user_id <> (SELECT id FROM users WHERE email = 'root@lock.example')"
        ),
        0
    );
}

#[tokio::test]
async fn l1_the_cookie_wish_survives_the_enrollment() {
    let app = TestApp::start();
    let (mut ada, _) = demanded(&app).await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await;
    assert_eq!(login.set_cookie(), None);
    ada.access = text(&login.ok()["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.code()).send().await;
    assert_eq!(confirmed.ok()["session"].get("refreshToken"), None);
    assert!(confirmed.set_cookie().is_some());
}

#[tokio::test]
async fn an_enrollment_token_dies_when_the_user_enrolls_elsewhere() {
    let app = TestApp::start();
    let (ada, _) = demanded(&app).await;
    let mut other = ada.clone();
    other.access = text(&other.login().await.ok()["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    ada.confirm(&id, &phone.code()).send().await.ok();
    other.post("/v1/me/authenticators", json!({})).send().await.problem(401, "unauthenticated");
}
