//! After the deadline: guided through the set-up, or refused until an administrator helps.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
};

/// A member without a factor, of an organization where everyone is required to have one within a day.
async fn day_of_grace(after_grace: &str) -> (TestApp, Actor, Actor, DateTime<Utc>) {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    app.clock.next_step();
    let begin = admin.require(json!({"everyone": true}), 1, json!({"afterGrace": after_grace})).await;
    let deadline = begin + TimeDelta::days(1);
    (app, admin, ada, deadline)
}

/// The same, at the deadline, with the administrator signed in.
async fn past_deadline(after_grace: &str) -> (TestApp, Actor, Actor, DateTime<Utc>) {
    let (app, mut admin, ada, deadline) = day_of_grace(after_grace).await;
    app.clock.set(deadline);
    admin.sign_in().await;
    (app, admin, ada, deadline)
}

async fn notice_deadline(actor: &Actor) -> Value {
    let login = actor.login().await.ok();
    assert_eq!(login["status"], "signedIn", "{login}");
    login["notices"][0]["deadline"].clone()
}

#[tokio::test]
async fn o3_the_deadline_is_the_first_moment_after_grace() {
    for (after_grace, blocked) in [("enrollAtLogin", false), ("block", true)] {
        let (app, _, ada, deadline) = day_of_grace(after_grace).await;
        app.clock.set(deadline - TimeDelta::microseconds(1));
        assert_eq!(notice_deadline(&ada).await, json!(deadline));
        app.clock.set(deadline);
        let login = ada.login().await;
        if blocked {
            assert_eq!(login.problem(403, "blocked_by_policy")["reason"], "pastDeadline");
        } else {
            assert_eq!(login.ok()["status"], "enrollment");
        }
    }
}

#[tokio::test]
async fn o3_the_login_that_is_led_through_the_set_up_goes_on() {
    let (app, _, mut ada, deadline) = past_deadline("enrollAtLogin").await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await;
    assert_eq!((login.set_cookie(), login.browser_cookie()), (None, None));
    let login = login.ok();
    assert_eq!((&login["status"], &login["needsEnrollment"]), (&json!("enrollment"), &json!(true)));
    assert_eq!(login["deadline"], json!(deadline));
    assert_eq!(login.get("session"), None);

    let sessions = format!("sessions WHERE user_id = '{}'", ada.id);
    assert_eq!(app.database.count(&sessions), 0);
    ada.access = text(&login["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.code()).send().await;
    assert!(confirmed.set_cookie().is_some(), "as the login wished");
    let session = confirmed.ok()["session"].clone();
    assert_eq!(session["user"]["email"], ada.email);
    ada.access = text(&session["accessToken"]);
    assert!(ada.is_signed_in().await);
    assert_eq!(app.database.count(&sessions), 1);
    assert_eq!(ada.two_factor().await.get("deadline"), None);
}

#[tokio::test]
async fn o3_only_a_right_password_is_told_that_it_is_blocked() {
    let (app, admin, ada, _) = past_deadline("block").await;
    let login = |email: &str, password: &str| {
        ada.endpoint.post("/v1/auth/login", json!({"email": email, "password": password}))
    };
    let wrong = login(&ada.email, "not her password").send().await;
    wrong.problem(401, "login_failed");
    let unknown = login("nobody@lock.example", &ada.password).send().await;
    assert_eq!(wrong.appearance(), unknown.appearance());
    login(&ada.email, &ada.password).send().await.problem(403, "blocked_by_policy");
    assert_eq!(
        app.database.count("sessions WHERE user_id <> (SELECT id FROM users WHERE email LIKE 'root%')"),
        0
    );
    let events = admin.get("/v1/audit-events?action=login.blocked").send().await.ok();
    assert_eq!(events["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&events["items"][0]["subject"]["id"], &events["items"][0]["outcome"]),
        (&json!(ada.id), &json!("failure"))
    );
}

#[tokio::test]
async fn o3_more_time_opens_the_login_until_that_is_over_too() {
    let (app, mut admin, ada, deadline) = past_deadline("block").await;
    ada.login().await.problem(403, "blocked_by_policy");
    let later = deadline + TimeDelta::days(3);
    let user = admin.set_deadline(&ada, later).await;
    assert_eq!(
        (&user["twoFactor"]["standing"], &user["twoFactor"]["deadline"]),
        (&json!("notice"), &json!(later))
    );
    assert_eq!(notice_deadline(&ada).await, json!(later));
    let effective = admin.effective_policy(&ada).await;
    assert_eq!(
        (&effective["rule"], &effective["next"], &effective["nextAt"]),
        (&json!("extended"), &json!("block"), &json!(later))
    );
    app.clock.set(later);
    ada.login().await.problem(403, "blocked_by_policy");
    admin.sign_in().await;
    assert_eq!(admin.effective_policy(&ada).await["standing"], "blocked");
}

#[tokio::test]
async fn o3_a_pass_lets_in_once_and_leads_to_the_set_up() {
    let (_app, admin, mut ada, _) = past_deadline("block").await;
    let pass = admin.issue_pass(&ada).await;
    let login = ada.login().await.ok();
    assert_eq!((&login["status"], &login["methods"]), (&json!("challenge"), &json!(["temporaryPass"])));
    let challenge = text(&login["challengeId"]);
    ada.verify_pass(&challenge, "0123-4567-89AB-CDEF").send().await.problem(401, "code_rejected");
    let entered = ada.verify_pass(&challenge, &pass).send().await.ok();
    assert_eq!(entered["status"], "enrollment");

    ada.verify_pass(&challenge, &pass).send().await.problem(410, "challenge_expired");
    ada.login().await.problem(403, "blocked_by_policy");
    ada.access = text(&entered["enrollmentToken"]);
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    assert_eq!(ada.login().await.ok()["methods"][0], "totp");
}

#[tokio::test]
async fn a4_a_pass_that_is_over_or_not_allowed_opens_nothing() {
    let (app, mut admin, ada, _) = past_deadline("block").await;
    admin.issue_pass(&ada).await;
    let challenge = ada.challenge().await;
    admin.change_policy(json!({"temporaryPass": {"enabled": false, "maxMinutes": 60}})).await;
    ada.login().await.problem(403, "blocked_by_policy");
    assert_eq!(admin.effective_policy(&ada).await["standing"], "blocked");
    assert_eq!(admin.look_at(&ada).await["twoFactor"]["standing"], "blocked");
    admin.change_policy(json!({"temporaryPass": {"enabled": true, "maxMinutes": 60}})).await;
    assert_eq!(ada.login().await.ok()["status"], "challenge");

    app.clock.advance(TimeDelta::hours(1));
    ada.verify_pass(&challenge, "0123-4567-89AB-CDEF").send().await.problem(410, "challenge_expired");
    ada.login().await.problem(403, "blocked_by_policy");
    admin.sign_in().await;
    assert_eq!(admin.effective_policy(&ada).await["standing"], "blocked");
}

/// Two minutes before the deadline, so that the access token is good beyond it.
async fn inside_at_deadline() -> (TestApp, Actor, Actor, String, String) {
    let (app, admin, mut ada, deadline) = day_of_grace("block").await;
    app.clock.set(deadline - TimeDelta::minutes(2));
    ada.sign_in().await;
    ada.get("/v1/me/sessions").send().await.ok();
    let (id, phone) = ada.begin().await;
    app.clock.set(deadline);
    (app, admin, ada, id, phone.code())
}

#[tokio::test]
async fn i7_a_session_of_somebody_blocked_is_refused_at_its_next_request() {
    let (app, _, mut ada, ..) = inside_at_deadline().await;
    for _ in 0..2 {
        for call in [
            ada.get("/v1/me/sessions"),
            ada.get("/v1/me/activity"),
            ada.patch("/v1/me", json!({"displayName": "Ada L."})),
            ada.post("/v1/me/authenticators", json!({})),
        ] {
            call.send().await.problem(403, "blocked_by_policy");
        }
        app.clock.next_step();
        ada.refresh().await;
    }
    assert_eq!(ada.two_factor().await["effectivePolicy"]["standing"], "blocked");
    ada.post("/v1/auth/logout", json!({})).send().await.no_content();
}

#[tokio::test]
async fn i7_what_somebody_began_in_grace_they_do_not_finish_blocked() {
    let (app, mut admin, ada, id, code) = inside_at_deadline().await;
    ada.confirm(&id, &code).send().await.problem(403, "blocked_by_policy");
    assert_eq!(app.database.count(&format!("authenticators WHERE user_id = '{}'", ada.id)), 0);
    admin.sign_in().await;
    admin.set_deadline(&ada, admin.deadline_in(1)).await;
    ada.confirm(&id, &code).send().await.ok();
}

#[tokio::test]
async fn i7_a_raised_policy_acts_on_live_sessions() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let mut ada = admin.create_user("ada", &["member"]).await;
    ada.sign_in().await;
    app.clock.next_step();
    let own = || ada.get("/v1/me/sessions").send();
    own().await.ok();
    admin.require(json!({"everyone": true}), 1, json!({"afterGrace": "block"})).await;
    own().await.ok();
    assert_eq!(ada.get("/v1/me").send().await.ok()["notices"][0]["code"], "set_up_two_factor");
    admin.change_policy(json!({"phases": []})).await;
    assert_eq!(own().await.problem(403, "blocked_by_policy")["reason"], "pastDeadline");
    admin.change_policy(json!({"afterGrace": "enrollAtLogin"})).await;
    own().await.problem(403, "enrollment_required");
    admin.change_policy(json!({"mode": "optional"})).await;
    own().await.ok();
}
