//! Sign-in by email and password: what follows, and what never tells.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    answer::Answer,
    app::{ADMIN_EMAIL, ADMIN_PASSWORD, TestApp},
    clock::TestClock,
};

async fn login(app: &TestApp, body: Value) -> Answer {
    app.endpoint().post("/v1/auth/login", body).send().await
}

fn credentials(email: &str, password: &str) -> Value {
    json!({"email": email, "password": password})
}

#[tokio::test]
async fn l1_a_right_password_without_a_factor_signs_in() {
    let app = TestApp::start();
    let answer = login(&app, credentials(ADMIN_EMAIL, ADMIN_PASSWORD)).await;
    let signed_in = answer.ok();
    assert_eq!(signed_in["status"], "signedIn");
    assert_eq!(signed_in["needs2FA"], false);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.set_cookie(), None);
    let session = &signed_in["session"];
    assert_eq!(session["tokenType"], "Bearer");
    assert_eq!(session["expiresIn"], 300);
    assert_eq!(session["user"]["email"], ADMIN_EMAIL);
    let permissions = [
        "audit.read",
        "keys.write",
        "organizations.read",
        "organizations.write",
        "policy.read",
        "policy.write",
        "roles.write",
        "sso.write",
        "users.read",
        "users.reset2fa",
        "users.write",
        "webhooks.write",
    ];
    assert_eq!(session["user"]["permissions"], json!(permissions));
    let token = session["accessToken"].as_str().unwrap();
    let me = app.endpoint().get("/v1/me").bearer(token).send().await.ok();
    assert_eq!(me["user"], session["user"]);
}

#[tokio::test]
async fn l1_a_right_password_with_a_factor_opens_a_challenge() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let before = app.database.count("sessions");
    let challenge = ada.login().await.ok();
    assert_eq!(challenge["status"], "challenge");
    assert_eq!(challenge["needs2FA"], true);
    assert_eq!(challenge["methods"], json!(["totp", "recoveryCode"]));
    assert_eq!(challenge["preferred"], "totp");
    let expires_at =
        challenge["expiresAt"].as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(expires_at, TestClock::start() + TimeDelta::seconds(30) + TimeDelta::minutes(5));
    assert_eq!(challenge.get("session"), None);
    assert_eq!(app.database.count("sessions"), before);
}

#[tokio::test]
async fn l4_every_failed_login_looks_the_same() {
    let app = TestApp::start();
    let admin = app.admin().await;
    admin.create_user("ada", &["member"]).await;
    let suspended = admin.create_user("sue", &["member"]).await;
    admin.change(&suspended, json!({"suspended": true})).await;

    let wrong_password = login(&app, credentials("ada@lock.example", "not her words at all")).await;
    let problem = wrong_password.problem(401, "login_failed");
    let sentence = "Login failed. Please check your login details and try again. \
                    Otherwise contact your administrator.";
    assert!(problem["detail"] == sentence || problem["title"] == sentence, "{problem}");

    let others = [
        login(&app, credentials("nobody@lock.example", "not her words at all")).await,
        login(&app, credentials("ada@lock.example", "")).await,
        login(&app, credentials("sue@lock.example", "not her words at all")).await,
        suspended.login().await,
    ];
    for other in others {
        assert_eq!(other.appearance(), wrong_password.appearance());
    }
}

#[tokio::test]
async fn an_address_is_read_whatever_its_case() {
    let app = TestApp::start();
    let signed_in = login(&app, credentials(" Root@LOCK.example ", ADMIN_PASSWORD)).await.ok();
    assert_eq!(signed_in["session"]["user"]["email"], ADMIN_EMAIL);
}

#[tokio::test]
async fn compatible_spellings_of_a_password_are_one() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let body = json!({"email": "zoe@lock.example", "displayName": "Zoë", "roles": ["member"],
        "password": "Zo\u{eb} and her long words"});
    admin.post("/v1/users", body).send().await.created();
    login(&app, credentials("zoe@lock.example", "Zoe\u{308} and her long words")).await.ok();
}

#[tokio::test]
async fn a_cookie_holds_the_refresh_token_where_it_is_asked_for() {
    let app = TestApp::start();
    let body = json!({"email": ADMIN_EMAIL, "password": ADMIN_PASSWORD, "cookie": true});
    let answer = login(&app, body).await;
    assert_eq!(answer.ok()["session"].get("refreshToken"), None);
    let (pair, attributes) = answer.set_cookie().expect("a cookie");
    assert!(pair.starts_with("__Host-nightlatch=nlr_"), "{pair}");
    for attribute in ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
        assert!(attributes.iter().any(|given| given == attribute), "{attribute} of {attributes:?}");
    }
    assert!(!attributes.iter().any(|given| given.starts_with("Domain")), "{attributes:?}");
}

#[tokio::test]
async fn on_plain_localhost_the_cookie_has_a_plain_name() {
    let app = TestApp::start_with(|settings| settings.public_url = "http://localhost:8080".parse().unwrap());
    let body = json!({"email": ADMIN_EMAIL, "password": ADMIN_PASSWORD, "cookie": true});
    let (pair, attributes) = login(&app, body).await.set_cookie().expect("a cookie");
    assert!(pair.starts_with("nightlatch="), "{pair}");
    assert!(
        attributes.contains(&"HttpOnly".to_owned()) && attributes.contains(&"SameSite=Strict".to_owned())
    );
    assert!(!attributes.contains(&"Secure".to_owned()), "{attributes:?}");
}

#[tokio::test]
async fn the_cookie_comes_after_the_challenge_and_not_before() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let challenged = login(&app, body).await;
    assert_eq!(challenged.set_cookie(), None);
    let challenge = challenged.ok()["challengeId"].as_str().unwrap().to_owned();
    let verified = ada.verify(&challenge, &ada.phone().next_code()).send().await;
    assert_eq!(verified.ok()["session"].get("refreshToken"), None);
    assert!(verified.set_cookie().is_some_and(|(pair, _)| pair.starts_with("__Host-nightlatch=")));
}

#[tokio::test]
async fn a_hash_of_another_cost_is_made_anew() {
    let mut app = TestApp::start();
    let hash = |app: &TestApp| {
        app.database.column("SELECT password_hash FROM users WHERE email = 'root@lock.example'").remove(0)
    };
    let cheap = hash(&app);
    assert!(cheap.starts_with("$2b$04$"), "{cheap}");
    app.restart_with(|settings| settings.bcrypt_cost = 5);
    login(&app, credentials(ADMIN_EMAIL, "not these words")).await.problem(401, "login_failed");
    assert_eq!(hash(&app), cheap);
    app.admin().await;
    let renewed = hash(&app);
    assert!(renewed.starts_with("$2b$05$"), "{renewed}");
    app.admin().await;
    assert_eq!(hash(&app), renewed);
}

#[tokio::test]
async fn l5_the_sign_in_page_is_told_what_to_draw() {
    let app = TestApp::start();
    let config = app.endpoint().get("/v1/auth/config").send().await.ok();
    assert_eq!(config["loginStyle"], "twoStep");
    assert_eq!(config["passkeyLogin"], false);
    assert_eq!(config["sso"], json!([]));
    assert_eq!(config.get("organization"), None);
    let server_time =
        config["serverTime"].as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(server_time, TestClock::start());

    let config = app.endpoint().get("/v1/auth/config?organization=lock-key-ltd").send().await.ok();
    assert_eq!(config["organization"], json!({"slug": "lock-key-ltd", "name": "Lock & Key, Ltd."}));
    app.endpoint().get("/v1/auth/config?organization=elsewhere").send().await.problem(404, "not_found");
}

#[tokio::test]
async fn o9_without_a_factor_a_notice_leads_to_its_set_up() {
    let app = TestApp::start();
    let signed_in = login(&app, credentials(ADMIN_EMAIL, ADMIN_PASSWORD)).await.ok();
    let notices = signed_in["notices"].as_array().unwrap();
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert_eq!(notices[0]["code"], "set_up_two_factor");
    assert!(notices[0]["link"].as_str().unwrap().starts_with("/security"), "{notices:?}");

    let ada = app.enrolled_member("ada").await;
    assert_eq!(ada.get("/v1/me").send().await.ok()["notices"], json!([]));
}
