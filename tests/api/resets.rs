//! Help for who has lost a second factor: the administrator's reset, and the code that the next sign-in has to show.

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    answer::Answer,
    app::TestApp,
    call::Call,
    race::two_replicas,
};

/// Of the right form, and nobody's.
pub const WRONG: &str = "0123-4567-89AB-CDEF";

/// A member who lost a phone, the administrator who reset them, and the code that was read out.
pub async fn reset_member(app: &TestApp) -> (Actor, Actor, String) {
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let code = admin.reset(&ada).await;
    (admin, ada, code)
}

/// A member with a factor, an administrator, and a pass of an hour.
pub async fn member_with_pass(app: &TestApp) -> (Actor, Actor, String) {
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let pass = admin.issue_pass(&ada).await;
    (admin, ada, pass)
}

fn reset_with(admin: &Actor, user: &Actor, body: Value) -> Call {
    admin.post(&format!("/v1/users/{}/two-factor/reset", user.id), body)
}

pub fn in_time(app: &TestApp, from_now: TimeDelta) -> Value {
    serde_json::to_value(app.clock.now() + from_now).unwrap()
}

pub async fn methods(user: &Actor) -> Value {
    user.login().await.ok()["methods"].clone()
}

pub async fn reject(user: &Actor, code: &str) {
    let challenge = user.challenge().await;
    user.verify_pass(&challenge, code).send().await.problem(401, "code_rejected");
}

/// The events of an action, about a user, that an administrator reads.
pub async fn events(admin: &Actor, action: &str, user: &Actor) -> Vec<Value> {
    let path = format!("/v1/audit-events?action={action}&subject={}", user.id);
    admin.get(&path).send().await.ok()["items"].as_array().expect("a list").clone()
}

#[track_caller]
pub fn assert_only_permits_to_enroll(app: &TestApp, answer: &Answer) {
    let entered = answer.ok();
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.set_cookie(), None);
    assert!(text(&entered["enrollmentToken"]).starts_with("nle_"), "{entered}");
    let expected = json!({"status": "enrollment", "needs2FA": false, "needsEnrollment": true,
        "enrollmentToken": entered["enrollmentToken"], "offers": ["totp", "passkey"],
        "expiresAt": in_time(app, TimeDelta::minutes(15))});
    assert_eq!(entered, expected);
}

#[tokio::test]
async fn a2_after_a_reset_a_password_alone_leads_nowhere() {
    for mode in ["optional", "required"] {
        let app = TestApp::start();
        let ada = app.enrolled_member("ada").await;
        let admin = app.enrolled_admin().await;
        admin.change_policy(json!({"mode": mode})).await;
        admin.reset(&ada).await;
        let login = ada.login().await.ok();
        assert_eq!((&login["status"], &login["needs2FA"]), (&json!("challenge"), &json!(true)), "{mode}");
        assert_eq!(login["methods"], json!(["temporaryPass"]), "{mode}");
        assert_eq!(login["preferred"], "temporaryPass");
        for field in ["session", "enrollmentToken"] {
            assert_eq!(login.get(field), None, "{mode}");
        }
        let challenge = text(&login["challengeId"]);
        ada.verify(&challenge, &ada.phone().next_code()).send().await.invalid("method");
        ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.invalid("method");
        ada.verify_pass(&challenge, WRONG).send().await.problem(401, "code_rejected");
    }
}

#[tokio::test]
async fn a2_the_reset_code_leads_through_enrollment_to_a_new_factor() {
    let app = TestApp::start();
    let (admin, mut ada, code) = reset_member(&app).await;
    assert_eq!(admin.look_at(&ada).await["twoFactor"]["resetPending"], true);
    let old = ada.clone();
    let challenge = ada.challenge().await;
    let answer = ada.verify_pass(&challenge, &code).send().await;
    assert_only_permits_to_enroll(&app, &answer);
    ada.access = text(&answer.ok()["enrollmentToken"]);
    assert!(!ada.is_signed_in().await);
    assert_eq!(admin.look_at(&ada).await["twoFactor"]["resetPending"], true, "not enrolled yet");

    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    assert_eq!(ada.recovery_codes.len(), 10);
    let seen = admin.look_at(&ada).await;
    assert_eq!(
        (&seen["twoFactor"]["resetPending"], &seen["twoFactor"]["state"]),
        (&json!(false), &json!("enabled"))
    );
    assert_eq!(methods(&ada).await, json!(["totp", "recoveryCode"]));
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &old.phone().next_code()).send().await.problem(401, "code_rejected");
    for code in &old.recovery_codes[..3] {
        ada.verify_recovery_code(&challenge, code).send().await.problem(401, "code_rejected");
    }
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
    ada.sign_in().await;
}

#[tokio::test]
async fn l1_the_cookie_wish_survives_a_reset_code() {
    let app = TestApp::start();
    let (_, mut ada, code) = reset_member(&app).await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let entered = ada.verify_pass(&text(&login["challengeId"]), &code).send().await;
    assert_only_permits_to_enroll(&app, &entered);
    assert_eq!(entered.browser_cookie(), None);
    ada.access = text(&entered.ok()["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.code()).send().await;
    assert_eq!(confirmed.ok()["session"].get("refreshToken"), None);
    assert!(confirmed.set_cookie().is_some());
}

#[tokio::test]
async fn i7_a_reset_ends_whatever_was_open_on_every_replica() {
    let (app, replica) = two_replicas();
    let mut ada = app.enrolled_member("ada").await;
    let (elsewhere, challenges) = ada.open_everything().await;
    let (pending, phone) = ada.begin().await;
    app.clock.next_step();
    let admin = app.admin().await.at(&replica);
    admin.reset(&ada).await;

    for table in ["authenticators", "recovery_codes", "pending_enrollments", "recognized_browsers"] {
        assert_eq!(app.database.count(table), 0, "{table}");
    }
    for endpoint in [app.endpoint(), replica] {
        for dead in [ada.at(&endpoint), elsewhere.at(&endpoint)] {
            assert!(!dead.is_signed_in().await);
            dead.refresh_call().send().await.problem(401, "session_expired");
        }
        let ada = ada.at(&endpoint);
        for challenge in &challenges {
            ada.verify(challenge, &ada.phone().code()).send().await.problem(410, "challenge_expired");
            ada.verify_recovery_code(challenge, &ada.recovery_codes[0])
                .send()
                .await
                .problem(410, "challenge_expired");
        }
        ada.confirm(&pending, &phone.code()).send().await.problem(401, "unauthenticated");
    }
    assert!(admin.is_signed_in().await);
}

#[tokio::test]
async fn i7_a_permission_to_enroll_from_before_a_reset_is_dead() {
    let app = TestApp::start();
    let mut ada = app.user("ada", &["member"]).await;
    let admin = app.enrolled_admin().await;
    admin.change_policy(json!({"mode": "required"})).await;
    ada.access = text(&ada.login().await.ok()["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let code = admin.reset(&ada).await;
    ada.confirm(&id, &phone.code()).send().await.problem(401, "unauthenticated");
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(401, "unauthenticated");

    // Neither is the one that the code has bought, after the next reset.
    ada.enter_by(&code).await;
    let (id, phone) = ada.begin().await;
    admin.reset(&ada).await;
    ada.confirm(&id, &phone.code()).send().await.problem(401, "unauthenticated");
    assert_eq!(app.database.count(&format!("authenticators WHERE user_id = '{}'", ada.id)), 0);
}

#[tokio::test]
async fn a2_without_a_proof_the_next_sign_in_enrolls_right_away() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let admin = app.enrolled_admin().await;
    admin.change_policy(json!({"resetProof": "none"})).await;
    assert_eq!(admin.reset_call(&ada).send().await.ok(), json!({}));
    assert_eq!(ada.login().await.ok()["status"], "signedIn", "optional");

    admin.change_policy(json!({"mode": "required"})).await;
    let login = ada.login().await.ok();
    assert_eq!((&login["status"], login.get("challengeId")), (&json!("enrollment"), None));
    ada.access = text(&login["enrollmentToken"]);
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    assert_eq!(app.database.count("passes"), 0);
}

#[tokio::test]
async fn a2_a_reset_without_a_proof_takes_back_the_demand_of_an_earlier_one() {
    let app = TestApp::start();
    let (admin, mut ada, _) = reset_member(&app).await;
    admin.change_policy(json!({"resetProof": "none"})).await;
    assert_eq!(methods(&ada).await, json!(["temporaryPass"]), "the policy does not act backwards");
    assert_eq!(admin.reset_call(&ada).send().await.ok(), json!({}));
    ada.sign_in().await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

/// A password opens a session while nobody is asked for more, but no new factor.
#[tokio::test]
async fn a2_while_the_mode_is_off_nobody_enrolls_in_the_place_of_a_code() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let admin = app.enrolled_admin().await;
    admin.change_policy(json!({"mode": "off"})).await;
    let code = admin.reset(&ada).await;
    ada.sign_in().await;
    ada.get("/v1/me/sessions").send().await.ok();
    let enroll = |ada: &Actor| ada.post("/v1/me/authenticators", json!({}));
    enroll(&ada).send().await.problem(403, "blocked_by_policy");
    for mode in ["optional", "required"] {
        admin.change_policy(json!({"mode": mode})).await;
        enroll(&ada).send().await.problem(403, "blocked_by_policy");
        assert_eq!(methods(&ada).await, json!(["temporaryPass"]), "{mode}");
    }
    ada.enter_by(&code).await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a3_nobody_resets_themselves() {
    let app = TestApp::start();
    let mut other = app.user("other", &["admin"]).await;
    other.sign_in().await;
    let admin = app.enrolled_admin().await;
    let before = app.database.dump();
    for who in [&admin, &other] {
        who.reset_call(who).send().await.problem(409, "cannot_reset_self");
        who.pass_call(who, 60).send().await.problem(409, "cannot_reset_self");
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn a3_administrators_are_reset_by_their_peers_or_by_superadmins_only() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let mut admin = superadmin.create_user("admin", &["admin"]).await;
    admin.sign_in().await;
    let peer = superadmin.create_user("peer", &["admin", "member"]).await;
    let member = superadmin.create_user("member", &["manager"]).await;
    for (policy, allowed) in [("peer", true), ("superadmin", false)] {
        superadmin.change_policy(json!({"adminReset": policy})).await;
        let (reset, pass) = (admin.reset_call(&peer).send().await, admin.pass_call(&peer, 60).send().await);
        if allowed {
            reset.ok();
            pass.created();
        } else {
            reset.problem(403, "not_permitted");
            pass.problem(403, "not_permitted");
        }
        for who in [&admin, &superadmin] {
            who.reset_call(&member).send().await.ok();
            who.pass_call(&member, 60).send().await.created();
        }
        superadmin.reset_call(&peer).send().await.ok();
        superadmin.pass_call(&peer, 60).send().await.created();
        admin.reset_call(&superadmin).send().await.problem(403, "not_permitted");
        admin.pass_call(&superadmin, 60).send().await.problem(403, "not_permitted");
    }
}

#[tokio::test]
async fn a3_what_is_left_to_superadmins_is_not_had_by_a_detour() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let admin = superadmin.colleague("admin", "admin").await;
    let peer = superadmin.colleague("peer", "admin").await;
    superadmin.change_policy(json!({"adminReset": "superadmin"})).await;
    let (mut loosened, tag) = admin.policy().await;
    loosened["adminReset"] = json!("peer");
    let before = app.database.dump();

    let demote =
        |by: &Actor, whom: &Actor| by.patch(&format!("/v1/users/{}", whom.id), json!({"roles": ["member"]}));
    demote(&admin, &peer).send().await.problem(403, "not_permitted");
    admin.put_policy_call(loosened, &tag).send().await.problem(403, "not_permitted");
    assert_eq!(app.database.dump(), before);

    // Anything else is theirs, and so are they themselves.
    admin.change_policy(json!({"recoveryCodeCount": 12})).await;
    demote(&admin, &admin).send().await.ok();
    demote(&superadmin, &peer).send().await.ok();
    superadmin.change_policy(json!({"adminReset": "peer"})).await;
}

#[tokio::test]
async fn a_reset_or_pass_is_for_somebody_who_is_there() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for id in [uuid::Uuid::nil().to_string(), "none".to_owned()] {
        let nobody = Actor { id, ..admin.clone() };
        admin.reset_call(&nobody).send().await.problem(404, "not_found");
        admin.pass_call(&nobody, 60).send().await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn a2_a_reset_is_told_with_how_the_person_was_known_and_why() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    for (wiped, identity_check) in [(1, "call"), (0, "video"), (0, "inPerson"), (0, "other")] {
        app.clock.advance(TimeDelta::seconds(1));
        let reason = format!("Known by {identity_check}");
        let body = json!({"identityCheck": identity_check, "reason": reason, "ticket": "HELP-42"});
        let answer = reset_with(&admin, &ada, body).send().await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        answer.ok();
        let event = &events(&admin, "two_factor.reset", &ada).await[0];
        let detail = json!({"identityCheck": identity_check, "reason": reason, "ticket": "HELP-42",
            "authenticators": wiped, "passkeys": 0});
        assert_eq!((&event["detail"], &event["outcome"]), (&detail, &json!("success")));
        assert_eq!((&event["actor"]["id"], &event["subject"]["id"]), (&json!(admin.id), &json!(ada.id)));
        assert_eq!(event["sessionId"], claims(&admin.access)["sid"]);
    }
    app.clock.advance(TimeDelta::seconds(1));
    admin.reset(&ada).await;
    let told = events(&admin, "two_factor.reset", &ada).await;
    let detail = json!({"identityCheck": "call", "reason": "The phone is lost", "authenticators": 0,
        "passkeys": 0});
    assert_eq!((told.len(), &told[0]["detail"]), (5, &detail));
}

#[tokio::test]
async fn a2_what_is_wrong_with_a_reset_is_told_by_field() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let right = json!({"identityCheck": "video", "reason": "x".repeat(500), "ticket": "y".repeat(100)});
    let before = app.database.dump();
    for (field, value) in [
        ("identityCheck", json!("letter")),
        ("identityCheck", Value::Null),
        ("reason", json!("")),
        ("reason", json!(" ")),
        ("reason", json!("x".repeat(501))),
        ("reason", json!("a\u{0}b")),
        ("ticket", json!("")),
        ("ticket", json!("y".repeat(101))),
        ("ticket", json!("a\u{0}b")),
        ("code", json!("0000-0000-0000-0000")),
    ] {
        let mut wrong = right.clone();
        wrong[field] = value;
        reset_with(&admin, &ada, wrong).send().await.invalid(field);
    }
    for field in ["identityCheck", "reason"] {
        let mut incomplete = right.clone();
        incomplete.as_object_mut().unwrap().remove(field);
        reset_with(&admin, &ada, incomplete).send().await.invalid(field);
    }
    assert_eq!(app.database.dump(), before);
    reset_with(&admin, &ada, right).send().await.ok();
}

#[tokio::test]
async fn a2_nobody_is_reset_before_they_have_activated_their_account() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ivy = admin.invite("ivy", &["member"]).await;
    let link = app.link_to(&ivy, "activate").await;
    admin.reset_call(&ivy).send().await.problem(409, "nothing_to_reset");
    let all =
        json!({"action": "reset", "ids": [ivy.id], "identityCheck": "call", "reason": "The phone is lost"});
    let answer = admin.post("/v1/users/bulk", all).send().await.ok();
    assert_eq!(answer["results"][0]["code"], "nothing_to_reset");
    assert_eq!(ivy.activate_call(&link).send().await.ok()["status"], "signedIn");
}
