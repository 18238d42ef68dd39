//! A user's own profile, password and activity.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::Actor,
    app::{ORGANIZATION, TestApp},
    call::Call,
};

fn change_password(actor: &Actor, current: &str, new: &str) -> Call {
    actor.post("/v1/me/password", json!({"current": current, "new": new}))
}

const NEW: &str = "an entirely new set of words";

#[tokio::test]
async fn a_profile_says_who_one_is() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let me = ada.get("/v1/me").send().await.ok();
    assert_eq!(me["user"]["id"], ada.id);
    assert_eq!(me["user"]["email"], ada.email);
    assert_eq!((&me["user"]["roles"], &me["user"]["permissions"]), (&json!(["member"]), &json!([])));
    assert_eq!(me["organization"]["id"], me["user"]["organizationId"]);
    assert_eq!(
        (&me["organization"]["slug"], &me["organization"]["name"]),
        (&json!("lock-key-ltd"), &json!(ORGANIZATION))
    );
    assert_eq!(me["notices"][0]["code"], "set_up_two_factor");
}

#[tokio::test]
async fn a_user_renames_themselves() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let renamed =
        ada.patch("/v1/me", json!({"displayName": " Ada, Countess of Lovelace "})).send().await.ok();
    assert_eq!(renamed["user"]["displayName"], "Ada, Countess of Lovelace");
    assert_eq!(ada.get("/v1/me").send().await.ok(), renamed);
    ada.patch("/v1/me", json!({"displayName": "Ада \u{1f511}"})).send().await.ok();
    for name in ["", "  ", "a\tb", &"x".repeat(101)] {
        ada.patch("/v1/me", json!({"displayName": name})).send().await.invalid("displayName");
    }
    let german = ada.patch("/v1/me", json!({"language": "de"})).send().await.ok();
    assert_eq!(
        (&german["user"]["language"], &german["user"]["displayName"]),
        (&json!("de"), &json!("Ада \u{1f511}"))
    );
    ada.patch("/v1/me", json!({"language": "tlh"})).send().await.invalid("language");
    assert_eq!(ada.patch("/v1/me", json!({"language": "de"})).send().await.ok(), german);
    assert_eq!(app.database.count("audit_events WHERE action = 'user.updated'"), 3, "what stays is not told");
    for field in ["email", "roles", "id"] {
        ada.patch("/v1/me", json!({"displayName": "Ada", field: "admin"})).send().await.invalid(field);
    }
}

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let mut other = ada.clone();
    other.sign_in().await;
    let before = ada.clone();
    let changed = change_password(&ada, &ada.password, NEW).send().await.ok();
    ada.adopt(&changed);
    assert!(ada.is_signed_in().await);
    for dead in [&before, &other] {
        assert!(!dead.is_signed_in().await);
        dead.refresh_call().send().await.problem(401, "session_expired");
    }
    ada.login().await.problem(401, "login_failed");
    ada.password = NEW.to_owned();
    ada.login().await.ok();
    assert_eq!(app.database.count("sessions WHERE ended_because = 'passwordChanged'"), 1);
}

#[tokio::test]
async fn a_password_changes_for_the_current_one_only() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    for wrong in ["", "not her words at all", NEW] {
        let told = change_password(&ada, wrong, NEW).send().await.problem(401, "login_failed");
        assert_eq!(told["detail"], "The current password is wrong, or was wrong too often.");
    }
    assert!(ada.is_signed_in().await);
    ada.login().await.ok();
}

#[tokio::test]
async fn a_new_password_is_long_and_not_obvious() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    for new in ["", "fourteen chars", "ADA@lock.example", &"x".repeat(1_025)] {
        change_password(&ada, &ada.password, new).send().await.invalid("new");
    }
    let longest = format!("these words are put together by nobody: {}", "x".repeat(1_024 - 40));
    assert_eq!(longest.len(), 1_024);
    change_password(&ada, &ada.password, &longest).send().await.ok();
    let body = json!({"email": ada.email, "password": longest});
    ada.endpoint.post("/v1/auth/login", body).send().await.ok();
}

#[tokio::test]
async fn where_a_second_factor_is_required_eight_characters_are_enough() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    change_password(&ada, &ada.password, "8 chars!").send().await.invalid("new");
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    ada.step_up().await;
    change_password(&ada, &ada.password, "7 chars").send().await.invalid("new");
    change_password(&ada, &ada.password, "8 chars!").send().await.ok();
}

#[tokio::test]
async fn a_new_password_does_not_skip_the_second_factor() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let changed = change_password(&ada, &ada.password, NEW).send().await.ok();
    ada.adopt(&changed);
    ada.password = NEW.to_owned();
    assert_eq!(ada.login().await.ok()["status"], "challenge");
    assert_eq!(ada.two_factor().await["state"], "enabled");
}

#[tokio::test]
async fn an_open_challenge_does_not_outlive_the_password_that_opened_it() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let changed = change_password(&ada, &ada.password, NEW).send().await.ok();
    ada.adopt(&changed);
    ada.verify(&challenge, &ada.phone().next_code()).send().await.problem(410, "challenge_expired");
}

fn actions(page: &Value) -> Vec<&str> {
    page["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|event| event["action"].as_str().expect("a name"))
        .collect()
}

#[tokio::test]
async fn activity_is_what_one_did_oneself_newest_first() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut ada = app.user("ada", &["member"]).await;
    app.member("bob").await;
    app.clock.advance(TimeDelta::seconds(1));
    ada.sign_in().await;
    app.clock.advance(TimeDelta::seconds(1));
    ada.patch("/v1/me", json!({"displayName": "Ada L."})).send().await.ok();
    let page = ada.get("/v1/me/activity").send().await.ok();
    assert_eq!(actions(&page), ["user.updated", "login.succeeded", "user.created"]);
    assert_eq!(page.get("nextCursor"), None);
    let created = &page["items"][2];
    assert_eq!(
        (&created["actor"]["email"], &created["subject"]["id"]),
        (&json!(admin.email), &json!(ada.id))
    );
}

#[tokio::test]
async fn activity_leaves_out_what_happens_every_few_minutes() {
    let app = TestApp::start();
    let mut ada = app.user("ada", &["member"]).await;
    app.clock.advance(TimeDelta::seconds(1));
    ada.sign_in().await;
    ada.refresh().await;
    let page = ada.get("/v1/me/activity").send().await.ok();
    assert_eq!(actions(&page), ["login.succeeded", "user.created"]);
    assert_eq!(app.database.count("audit_events WHERE action = 'session.refreshed'"), 1, "the log has it");
}

#[tokio::test]
async fn activity_is_read_page_by_page() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    for _ in 0..6 {
        ada.sign_in().await;
    }
    let whole = ada.get("/v1/me/activity?limit=50").send().await.ok();
    let mut seen = Vec::new();
    let mut path = "/v1/me/activity?limit=3".to_owned();
    loop {
        let page = ada.get(&path).send().await.ok();
        let items = page["items"].as_array().unwrap();
        assert!((1..=3).contains(&items.len()));
        seen.extend(items.clone());
        let Some(cursor) = page["nextCursor"].as_str() else { break };
        path = format!("/v1/me/activity?limit=3&cursor={cursor}");
    }
    assert_eq!(seen, *whole["items"].as_array().unwrap());
    assert_eq!(seen.len(), 8);
}
