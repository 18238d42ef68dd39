//! Sessions: the tokens they are held by, how long they live, and how they end.

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, jwt_part, text},
    answer::Answer,
    app::{PUBLIC_URL, TestApp},
    call::Call,
};

async fn listed(actor: &Actor) -> Vec<Value> {
    let sessions = actor.get("/v1/me/sessions").send().await.ok();
    sessions["items"].as_array().expect("a list").clone()
}

fn session_id(actor: &Actor) -> String {
    text(&claims(&actor.access)["sid"])
}

/// Signs the same person in once more, elsewhere.
async fn elsewhere(actor: &Actor) -> Actor {
    let mut other = actor.clone();
    other.sign_in().await;
    other
}

#[tokio::test]
async fn s1_an_access_token_says_who_how_and_for_how_long() {
    let app = TestApp::start();
    let mut admin = app.administrator();
    let login = admin.login().await.ok();
    admin.adopt(&login);
    let header = jwt_part(&admin.access, 0);
    assert_eq!((&header["alg"], &header["typ"]), (&json!("EdDSA"), &json!("at+jwt")));
    assert!(header["kid"].is_string());
    let (claims, now) = (claims(&admin.access), app.clock.now().timestamp());
    let permissions = login["session"]["user"]["permissions"].as_array().expect("a list");
    let scope = permissions.iter().map(text).collect::<Vec<_>>().join(" ");
    for (claim, value) in [
        ("iss", json!(PUBLIC_URL)),
        ("aud", json!(PUBLIC_URL)),
        ("sub", login["session"]["user"]["id"].clone()),
        ("org", login["session"]["user"]["organizationId"].clone()),
        ("iat", json!(now)),
        ("nbf", json!(now)),
        ("exp", json!(now + 300)),
        ("auth_time", json!(now)),
        ("amr", json!(["pwd"])),
        ("acr", json!("aal1")),
        ("scope", json!(scope)),
        ("roles", login["session"]["user"]["roles"].clone()),
    ] {
        assert_eq!(claims[claim], value, "{claim}");
    }
    assert!(claims["sid"].is_string() && claims["jti"].is_string() && claims["epoch"].is_i64());
    assert_eq!(claims.get("second_factor_time"), None);
}

#[tokio::test]
async fn s2_claims_say_how_the_user_authenticated() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::minutes(1));
    ada.sign_in().await;
    let by_code = claims(&ada.access);
    assert_eq!((&by_code["acr"], &by_code["amr"]), (&json!("aal2"), &json!(["pwd", "otp", "mfa"])));
    assert_eq!(by_code["second_factor_time"], app.clock.now().timestamp());
    let challenge = ada.challenge().await;
    let verified = ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    ada.adopt(&verified);
    let by_recovery_code = claims(&ada.access);
    assert_eq!(
        (&by_recovery_code["acr"], &by_recovery_code["amr"]),
        (&json!("aal2"), &json!(["pwd", "rc", "mfa"]))
    );
    assert!(by_code["epoch"].as_i64() > Some(1), "the enrollment raised it");
}

#[tokio::test]
async fn s2_a_user_lists_their_sessions() {
    let app = TestApp::start();
    let mut ada = app.user("ada", &["member"]).await;
    let login =
        ada.login_call().forwarded_for("192.0.2.7").header("user-agent", "Her browser").send().await.ok();
    let mut there = ada.clone();
    there.adopt(&login);
    app.clock.advance(TimeDelta::minutes(1));
    ada.sign_in().await;

    let sessions = listed(&ada).await;
    assert_eq!(sessions.len(), 2);
    assert_eq!((&sessions[0]["id"], &sessions[0]["current"]), (&json!(session_id(&ada)), &json!(true)));
    let other = &sessions[1];
    assert_eq!((&other["id"], &other["current"]), (&json!(session_id(&there)), &json!(false)));
    assert_eq!((&other["address"], &other["userAgent"]), (&json!("192.0.2.7"), &json!("Her browser")));
    assert_eq!(other["amr"], json!(["pwd"]));
    let created = text(&other["createdAt"]).parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let expires = text(&other["expiresAt"]).parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(created, app.clock.now() - TimeDelta::minutes(1));
    assert_eq!(expires, created + TimeDelta::minutes(60));
}

#[tokio::test]
async fn i7_a_session_that_is_ended_is_dead_at_the_next_request_everywhere() {
    let mut app = TestApp::start();
    let ada = app.member("ada").await;
    let other = elsewhere(&ada).await;
    let replica = app.add_replica(|_| {});
    ada.delete(&format!("/v1/me/sessions/{}", session_id(&other))).send().await.no_content();
    assert!(!other.is_signed_in().await && !other.at(&replica).is_signed_in().await);
    other.refresh_call().send().await.problem(401, "session_expired");
    assert!(ada.is_signed_in().await);
    assert_eq!(listed(&ada).await.len(), 1);
    app.restart_with(|_| {});
    let other = other.at(&app.endpoint());
    assert!(!other.is_signed_in().await);
    other.refresh_call().send().await.problem(401, "session_expired");
}

#[tokio::test]
async fn ending_the_own_session_takes_the_cookie_away() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let answer = ada.delete(&format!("/v1/me/sessions/{}", session_id(&ada))).send().await;
    answer.no_content();
    assert_cookie_cleared(&answer);
    assert!(!ada.is_signed_in().await);
}

#[track_caller]
fn assert_cookie_cleared(answer: &Answer) {
    let (pair, attributes) = answer.set_cookie().expect("a cookie");
    assert_eq!(pair, "__Host-nightlatch=");
    assert!(attributes.contains(&"Max-Age=0".to_owned()), "{attributes:?}");
    assert!(
        attributes.contains(&"Path=/".to_owned()) && attributes.contains(&"Secure".to_owned()),
        "{attributes:?}"
    );
}

#[tokio::test]
async fn nobody_ends_the_session_of_another() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.member("ada").await);
    for id in [session_id(&ada), uuid::Uuid::nil().to_string()] {
        admin.delete(&format!("/v1/me/sessions/{id}")).send().await.problem(404, "not_found");
    }
    admin.delete("/v1/me/sessions/none").send().await.problem(404, "not_found");
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let other = elsewhere(&ada).await;
    let answer = ada.post("/v1/auth/logout", json!({})).send().await;
    answer.no_content();
    assert_cookie_cleared(&answer);
    assert!(!ada.is_signed_in().await);
    ada.refresh_call().send().await.problem(401, "session_expired");
    let empty = other.endpoint.call(reqwest::Method::POST, "/v1/auth/logout").bearer(&other.access);
    empty.send().await.no_content();
    assert!(!other.is_signed_in().await);
}

// Refresh.

#[tokio::test]
async fn s1_a_refresh_rotates_the_token() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let before = ada.clone();
    app.clock.advance(TimeDelta::minutes(10));
    assert!(!ada.is_signed_in().await, "an access token lives for five minutes");
    let answer = ada.refresh_call().send().await;
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    ada.adopt(&answer.ok());
    assert_ne!(ada.refresh_token, before.refresh_token);
    assert_eq!(session_id(&ada), session_id(&before));
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn i2_the_reuse_of_a_refresh_token_ends_its_session() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let other = elsewhere(&ada).await;
    let stolen = ada.clone();
    ada.refresh().await;
    stolen.refresh_call().send().await.problem(401, "session_expired");
    assert!(!ada.is_signed_in().await);
    ada.refresh_call().send().await.problem(401, "session_expired");
    assert!(other.is_signed_in().await, "another family");
    let told = format!("audit_events WHERE action = 'session.token_reused' AND subject_id = '{}'", ada.id);
    assert_eq!(app.database.count(&told), 1);
}

#[tokio::test]
async fn only_a_refresh_token_refreshes() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let altered = format!("{}AA", &ada.refresh_token[..ada.refresh_token.len() - 2]);
    for token in ["", "nonsense", "nlr_", &challenge, &ada.access, &altered] {
        let answer = ada.endpoint.post("/v1/auth/refresh", json!({"refreshToken": token})).send().await;
        answer.problem(401, "session_expired");
    }
    ada.endpoint.post("/v1/auth/refresh", json!({})).send().await.problem(401, "session_expired");
    assert!(ada.is_signed_in().await);
}

// The cookie.

struct Browser {
    actor: Actor,
    cookie: String,
}

impl Browser {
    async fn signed_in(mut actor: Actor) -> Self {
        let body = json!({"email": actor.email, "password": actor.password, "cookie": true});
        let login = actor.endpoint.post("/v1/auth/login", body).send().await;
        actor.adopt(&login.ok());
        Self { actor, cookie: login.set_cookie().expect("a cookie").0 }
    }

    fn refresh(&self) -> Call {
        self.actor.endpoint.post("/v1/auth/refresh", json!({})).header("cookie", &self.cookie)
    }
}

#[tokio::test]
async fn a_cookie_is_rotated_and_never_told() {
    let app = TestApp::start();
    let mut browser = Browser::signed_in(app.user("ada", &["member"]).await).await;
    for (name, value) in [("origin", PUBLIC_URL), ("sec-fetch-site", "same-origin")] {
        let answer = browser.refresh().header(name, value).send().await;
        assert_eq!(answer.ok()["session"].get("refreshToken"), None);
        let (pair, attributes) = answer.set_cookie().expect("a cookie");
        assert_ne!(pair, browser.cookie);
        assert!(
            attributes.contains(&"HttpOnly".to_owned()) && attributes.contains(&"SameSite=Strict".to_owned())
        );
        browser.cookie = pair;
    }
}

#[tokio::test]
async fn a_cookie_is_taken_from_the_own_pages_only() {
    let app = TestApp::start();
    let browser = Browser::signed_in(app.user("ada", &["member"]).await).await;
    let foreign = [
        ("origin", "https://evil.example"),
        ("origin", "https://login.lock.example.evil.example"),
        ("origin", "http://login.lock.example"),
        ("origin", "https://login.lock.example:8443"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ];
    for (name, value) in foreign {
        let answer = browser.refresh().header(name, value).send().await;
        answer.problem(403, "cross_origin");
        assert_eq!(answer.set_cookie(), None, "{name}: {value}");
    }
    let mixed =
        browser.refresh().header("origin", "https://evil.example").header("sec-fetch-site", "same-origin");
    mixed.send().await.problem(403, "cross_origin");
    browser.refresh().header("origin", PUBLIC_URL).send().await.ok();
}

#[tokio::test]
async fn a_cookie_without_any_origin_is_not_taken() {
    let app = TestApp::start();
    let browser = Browser::signed_in(app.user("ada", &["member"]).await).await;
    browser.refresh().send().await.problem(403, "cross_origin");
}

#[tokio::test]
async fn a_cookie_dies_with_its_session() {
    let app = TestApp::start();
    let browser = Browser::signed_in(app.user("ada", &["member"]).await).await;
    browser.actor.post("/v1/auth/logout", json!({})).send().await.no_content();
    let answer = browser.refresh().header("origin", PUBLIC_URL).send().await;
    answer.problem(401, "session_expired");
}

#[tokio::test]
async fn a_cookie_is_no_bearer() {
    let app = TestApp::start();
    let browser = Browser::signed_in(app.user("ada", &["member"]).await).await;
    let answer = browser.actor.endpoint.get("/v1/me").header("cookie", &browser.cookie).send().await;
    answer.problem(401, "unauthenticated");
}

// Lifetimes.

/// Refreshes so often, each time after so many minutes; gives whether the last one still worked.
async fn lives_through(app: &TestApp, actor: &mut Actor, minutes: i64, times: usize) -> bool {
    for _ in 0..times {
        app.clock.advance(TimeDelta::minutes(minutes));
        let answer = actor.refresh_call().send().await;
        if answer.status != 200 {
            answer.problem(401, "session_expired");
            return false;
        }
        actor.adopt(&answer.ok());
    }
    true
}

#[tokio::test]
async fn an_access_token_ends_after_five_minutes() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    app.clock.advance(TimeDelta::seconds(299));
    assert!(ada.is_signed_in().await);
    app.clock.advance(TimeDelta::seconds(6));
    assert!(!ada.is_signed_in().await);
}

#[tokio::test]
async fn a_session_ends_after_an_idle_hour() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let mut other = elsewhere(&ada).await;
    assert!(lives_through(&app, &mut ada, 59, 2).await);
    assert!(!lives_through(&app, &mut other, 0, 1).await, "118 minutes without use");
    assert!(!lives_through(&app, &mut ada, 60, 1).await);
}

#[tokio::test]
async fn a_session_ends_after_a_day_however_busy() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    assert!(lives_through(&app, &mut ada, 59, 24).await);
    assert!(lives_through(&app, &mut ada, 23, 1).await, "23 h 59 min");
    assert!(!lives_through(&app, &mut ada, 1, 1).await);
}

#[tokio::test]
async fn a_refresh_gives_no_token_that_outlives_its_session() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    assert!(lives_through(&app, &mut ada, 59, 24).await);
    assert!(lives_through(&app, &mut ada, 23, 1).await);
    assert!(ada.is_signed_in().await);
    app.clock.advance(TimeDelta::minutes(1));
    assert!(!ada.is_signed_in().await);
}

#[tokio::test]
async fn sessions_of_administrators_are_shorter() {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    let mut other = elsewhere(&admin).await;
    assert!(lives_through(&app, &mut admin, 14, 51).await, "11 h 54 min");
    assert!(!lives_through(&app, &mut other, 0, 1).await);
    assert!(lives_through(&app, &mut admin, 5, 1).await);
    assert!(!lives_through(&app, &mut admin, 1, 1).await, "12 h");
    let mut admin = app.admin().await;
    assert!(!lives_through(&app, &mut admin, 15, 1).await);
}

#[tokio::test]
async fn a_session_ends_earlier_for_whoever_is_made_an_administrator() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    assert!(lives_through(&app, &mut ada, 59, 12).await, "11 h 48 min");
    app.admin().await.change(&ada, json!({"roles": ["admin"]})).await;
    assert!(lives_through(&app, &mut ada, 11, 1).await, "11 h 59 min");
    assert!(!lives_through(&app, &mut ada, 1, 1).await, "12 h");
}

#[tokio::test]
async fn a_user_has_twenty_sessions_at_most() {
    let app = TestApp::start();
    let mut first = app.member("ada").await;
    app.clock.advance(TimeDelta::minutes(1));
    let second = elsewhere(&first).await;
    app.clock.advance(TimeDelta::minutes(1));
    first.refresh().await;
    for _ in 2..20 {
        elsewhere(&first).await;
    }
    assert!(first.is_signed_in().await && second.is_signed_in().await);
    let newest = elsewhere(&first).await;
    assert!(first.is_signed_in().await && newest.is_signed_in().await);
    assert!(!second.is_signed_in().await, "the one unused for longest");
    assert_eq!(listed(&first).await.len(), 20);
    assert_eq!(app.database.count("audit_events WHERE action = 'session.ended'"), 1);
}
