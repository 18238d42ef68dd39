//! "This was not me": the account is frozen, and what that means until an administrator lifts it.

use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::{ADMIN_EMAIL, TestApp},
    call::Call,
    demands::{closed, request},
    mailbox,
    race::{by_turns, race, two_replicas, with_status},
};

fn object(actor: &Actor, token: &str) -> Call {
    actor.endpoint.post("/v1/auth/objection", json!({"token": token}))
}

/// The link of the last notice to the actor.
async fn objection(app: &TestApp, actor: &Actor) -> String {
    let received = app.mail_to(&actor.email).await;
    mailbox::token(received.0.last().expect("a notice"), "not-me")
}

/// A member with an authenticator who has just said that it was not them.
async fn with_a_frozen_member() -> (TestApp, Actor) {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let token = objection(&app, &ada).await;
    object(&ada, &token).send().await.no_content();
    ada.sign_in().await;
    (app, ada)
}

/// Changes of the caller's own that a frozen account allows.
const ALLOWED: [&str; 2] = ["PATCH /v1/me", "DELETE /v1/me/sessions/{id}"];

#[tokio::test]
async fn an_objection_ends_whatever_is_open_and_tells_the_administrators() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let boss = app.admin().await.create_user("boss", &["admin"]).await;
    let gone = app.admin().await.create_user("gone", &["admin"]).await;
    app.admin().await.change(&gone, json!({"suspended": true})).await;
    let browser = ada.sign_in_browser().await;
    let challenge = ada.challenge().await;
    assert!(browser.contains("-browser="));
    let token = objection(&app, &ada).await;
    object(&ada, &token).send().await.no_content();

    assert!(!ada.is_signed_in().await);
    ada.refresh_call().send().await.problem(401, "session_expired");
    ada.verify(&challenge, &ada.phone().next_code()).send().await.problem(410, "challenge_expired");
    assert_eq!(app.database.count("recognized_browsers"), 0);
    for (address, mails) in [(ADMIN_EMAIL, 1), (&boss.email, 1), (&gone.email, 0)] {
        let received = app.mail_to(address).await.0;
        assert_eq!(received.len(), mails, "{address}");
    }
    assert_eq!(app.database.count("audit_events WHERE action = 'account.frozen'"), 1);
    object(&ada, &token).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn only_the_link_of_a_notice_objects() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let token = objection(&app, &ada).await;
    let last = if token.ends_with('A') { 'B' } else { 'A' };
    let altered = format!("{}{last}", &token[..token.len() - 1]);
    for wrong in ["", "nonsense", &altered, &token.replace("nlo_", "nlp_"), &ada.refresh_token] {
        object(&ada, wrong).send().await.problem(410, "link_expired");
    }
    app.clock.advance(chrono::TimeDelta::days(10));
    object(&ada, &token).send().await.problem(410, "link_expired");
    assert_eq!(app.database.count("users WHERE frozen_at IS NOT NULL"), 0);
}

#[tokio::test]
async fn i2_fifty_objections_by_one_link_freeze_once() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let token = objection(&app, &ada).await;
    let answers = race(by_turns(&ada, &replica, |ada, _| object(ada, &token))).await;
    assert_eq!((with_status(&answers, 204), with_status(&answers, 410)), (1, 49));
    app.mail_to(ADMIN_EMAIL).await.only();
}

#[tokio::test]
async fn links_that_an_intruder_had_mailed_are_dead() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let token = objection(&app, &ada).await;
    for kind in ["passwordReset", "emailConfirmation"] {
        app.database.execute(&format!(
            "INSERT INTO mailed_tokens (org_id, digest, user_id, kind, email, expires_at) \
             SELECT org_id, '\\x{}', id, '{kind}', 'new-' || email, now() + interval '9 years' FROM users WHERE id = '{}'",
            data_encoding::HEXLOWER.encode(kind.as_bytes()),
            ada.id
        ));
    }
    object(&ada, &token).send().await.no_content();
    assert_eq!(app.database.count("mailed_tokens WHERE kind <> 'objection' AND used_at IS NULL"), 0);
}

#[tokio::test]
async fn nothing_of_a_frozen_account_changes() {
    let (app, ada) = with_a_frozen_member().await;
    let before = app.database.dump();
    let mut refused = 0;
    for operation in closed() {
        let (name, own) = (operation.name(), operation.path.starts_with("/v1/me"));
        if !own || name.starts_with("GET") || ALLOWED.contains(&name.as_str()) {
            continue;
        }
        let answer = request(&operation, &ada).bearer(&ada.access).send().await;
        assert_eq!(answer.status, 403, "{name}: {}", answer.text());
        answer.problem(403, "account_frozen");
        refused += 1;
    }
    assert!(refused >= 10, "{refused}");
    assert_eq!(app.database.dump(), before);

    let notices = ada.get("/v1/me").send().await.ok()["notices"].clone();
    assert_eq!(notices[0]["code"], "account_frozen");
    ada.patch("/v1/me", json!({"displayName": "Ada L."})).send().await.ok();
    ada.get("/v1/me/sessions").send().await.ok();
}

#[tokio::test]
async fn an_enrollment_that_was_begun_before_comes_to_nothing() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let (_, phone) = ada.begin().await;
    let token = objection(&app, &ada).await;
    object(&ada, &token).send().await.no_content();
    assert_eq!(app.database.count("pending_enrollments"), 0);
    drop(phone);
}

#[tokio::test]
async fn who_is_frozen_without_a_factor_is_led_to_no_enrollment() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    ada.disable_call(&ada.password, &ada.phone().next_code()).send().await.no_content();
    let admin = app.enrolled_admin().await;
    let pass = admin.issue_pass(&ada).await;
    let token = objection(&app, &ada).await;
    object(&ada, &token).send().await.no_content();
    ada.phone = None;
    ada.sign_in().await;
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(403, "account_frozen");

    admin.change_policy(json!({"mode": "required"})).await;
    ada.login().await.problem(403, "account_frozen");
    let wrong = json!({"email": ada.email, "password": "not her password"});
    ada.endpoint.post("/v1/auth/login", wrong).send().await.problem(401, "login_failed");
    admin.change(&ada, json!({"frozen": false})).await;
    assert_eq!(ada.login().await.ok()["status"], "enrollment");
    drop(pass);
}

#[tokio::test]
async fn an_administrator_sees_and_lifts_it() {
    let (app, mut ada) = with_a_frozen_member().await;
    let admin = app.admin().await;
    assert_eq!(admin.look_at(&ada).await["frozen"], true);
    let code = admin.reset(&ada).await;
    assert_eq!(admin.look_at(&ada).await["frozen"], true, "a reset does not lift it");
    ada.login().await.problem(403, "account_frozen");
    admin.change_call(&ada, json!({"frozen": true})).send().await.invalid("frozen");
    for _ in 0..2 {
        assert_eq!(admin.change(&ada, json!({"frozen": false})).await["frozen"], false);
    }
    assert_eq!(app.database.count("audit_events WHERE action = 'account.unfrozen'"), 1);
    ada.enter_by(&code).await;
    ada.enroll().await;
    assert_eq!(ada.get("/v1/me").send().await.ok()["notices"], json!([]));
}

#[tokio::test]
async fn an_administrator_has_a_new_password_set_before_the_freeze_is_lifted() {
    let (app, mut ada) = with_a_frozen_member().await;
    let admin = app.enrolled_admin().await;
    app.mail_to(&ada.email).await;
    ada.endpoint.post("/v1/auth/password/forgot", json!({"email": ada.email})).send().await.expect(202);
    assert!(app.mail_to(&ada.email).await.0.is_empty(), "whoever asks may be the intruder");

    admin.post(&format!("/v1/users/{}/password-reset", ada.id), json!({})).send().await.expect(202);
    let link = app.link_to(&ada, "reset-password").await;
    let new = "words that no intruder has ever seen";
    let reset = json!({"token": link, "password": new});
    ada.endpoint.post("/v1/auth/password/reset", reset).send().await.no_content();
    assert_eq!(admin.look_at(&ada).await["frozen"], true, "a password does not lift it");
    ada.login().await.problem(401, "login_failed");
    ada.password = new.to_owned();
    assert_eq!(text(&ada.login().await.ok()["status"]), "challenge");
}

#[tokio::test]
async fn a_link_for_a_password_from_before_the_freeze_is_dead() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let token = objection(&app, &ada).await;
    ada.endpoint.post("/v1/auth/password/forgot", json!({"email": ada.email})).send().await.expect(202);
    let link = app.link_to(&ada, "reset-password").await;
    object(&ada, &token).send().await.no_content();
    let reset = json!({"token": link, "password": "words that an intruder has chosen"});
    ada.endpoint.post("/v1/auth/password/reset", reset).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn nobody_lifts_their_own_freeze() {
    let app = TestApp::start();
    let mut admin = app.enrolled_admin().await;
    let token = objection(&app, &admin).await;
    object(&admin, &token).send().await.no_content();
    admin.sign_in().await;
    let changes: Value = json!({"frozen": false});
    admin.change_call(&admin, changes).send().await.problem(403, "not_permitted");
    let member = admin.create_user("max", &["member"]).await;
    let max = Actor { ..member };
    assert_eq!(text(&max.login().await.ok()["status"]), "signedIn");
}
