//! Help for who has lost a second factor: the administrator's reset with its code, and the temporary access pass.

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    answer::Answer,
    app::TestApp,
    call::Call,
};

/// Of the right form, and nobody's.
const WRONG: &str = "0123-4567-89AB-CDEF";

/// A member who lost a phone, the administrator who reset them, and the code that was read out.
async fn reset_member(app: &TestApp) -> (Actor, Actor, String) {
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let code = admin.reset(&ada).await;
    (admin, ada, code)
}

/// A member with a factor, an administrator, and a pass of an hour.
async fn member_with_pass(app: &TestApp) -> (Actor, Actor, String) {
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let pass = admin.issue_pass(&ada).await;
    (admin, ada, pass)
}

fn reset_with(admin: &Actor, user: &Actor, body: Value) -> Call {
    admin.post(&format!("/v1/users/{}/two-factor/reset", user.id), body)
}

fn pass_with(admin: &Actor, user: &Actor, body: Value) -> Call {
    admin.post(&format!("/v1/users/{}/temporary-pass", user.id), body)
}

fn in_time(app: &TestApp, from_now: TimeDelta) -> Value {
    serde_json::to_value(app.clock.now() + from_now).unwrap()
}

async fn methods(user: &Actor) -> Value {
    user.login().await.ok()["methods"].clone()
}

async fn reject(user: &Actor, code: &str) {
    let challenge = user.challenge().await;
    user.verify_pass(&challenge, code).send().await.problem(401, "code_rejected");
}

/// The events of an action, about a user, that an administrator reads.
async fn events(admin: &Actor, action: &str, user: &Actor) -> Vec<Value> {
    let path = format!("/v1/audit-events?action={action}&subject={}", user.id);
    admin.get(&path).send().await.ok()["items"].as_array().expect("a list").clone()
}

#[track_caller]
fn assert_only_permits_to_enroll(app: &TestApp, answer: &Answer) {
    let entered = answer.ok();
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.set_cookie(), None);
    assert!(text(&entered["enrollmentToken"]).starts_with("nle_"), "{entered}");
    let expected = json!({"status": "enrollment", "needs2FA": false, "needsEnrollment": true,
        "enrollmentToken": entered["enrollmentToken"], "expiresAt": in_time(app, TimeDelta::minutes(15))});
    assert_eq!(entered, expected);
}

// The reset.

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
    let mut app = TestApp::start();
    let replica = app.add_replica(|_| {});
    let mut ada = app.enrolled_member("ada").await;
    let mut elsewhere = ada.clone();
    elsewhere.sign_in().await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let verified = ada.verify(&text(&login["challengeId"]), &ada.phone().next_code()).send().await;
    assert!(verified.browser_cookie().is_some(), "recognized from now on");
    ada.sign_in().await;
    let (challenge, step_up) = (ada.challenge().await, ada.step_up_challenge().await);
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
        for challenge in [&challenge, &step_up] {
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
async fn i2_a_reset_code_is_good_once() {
    let mut app = TestApp::start();
    let replica = app.add_replica(|_| {});
    let (_, mut ada, code) = reset_member(&app).await;
    ada.enter_by(&code).await;
    for endpoint in [app.endpoint(), replica] {
        reject(&ada.at(&endpoint), &code).await;
    }
    app.restart_with(|_| {});
    ada = ada.at(&app.endpoint());
    reject(&ada, &code).await;

    // Who let the permission pass by needs a new code.
    app.clock.advance(TimeDelta::minutes(15));
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(401, "unauthenticated");
    reject(&ada, &code).await;
    let code = app.admin().await.reset(&ada).await;
    ada.enter_by(&code).await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a2_a_reset_code_is_good_for_a_day() {
    let app = TestApp::start();
    let (mut ada, mut bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let late = admin.reset(&bob).await;
    let reset = admin.reset_call(&ada).send().await.ok();
    assert_eq!(reset["expiresAt"], in_time(&app, TimeDelta::hours(24)));
    app.clock.advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
    let challenge = bob.challenge().await;
    ada.enter_by(&text(&reset["code"])).await;
    app.clock.advance(TimeDelta::seconds(1));
    bob.verify_pass(&challenge, &late).send().await.problem(401, "code_rejected");
    assert_eq!(methods(&bob).await, json!(["temporaryPass"]), "the password is not enough for that");
    reject(&bob, &late).await;

    let code = app.admin().await.reset(&bob).await;
    bob.enter_by(&code).await;
    bob.enroll().await;
    assert!(bob.is_signed_in().await);
}

#[tokio::test]
async fn a2_a_reset_code_belongs_to_one_user() {
    let app = TestApp::start();
    let (mut ada, mut bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let (hers, his) = (admin.reset(&ada).await, admin.reset(&bob).await);
    assert_ne!(hers, his);
    reject(&ada, &his).await;
    reject(&bob, &hers).await;
    ada.enter_by(&hers).await;
    bob.enter_by(&his).await;
}

#[tokio::test]
async fn a2_a_reset_code_dies_with_a_newer_one() {
    let app = TestApp::start();
    let (admin, mut ada, first) = reset_member(&app).await;
    let challenge = ada.challenge().await;
    let second = admin.reset(&ada).await;
    assert_ne!(first, second);
    ada.verify_pass(&challenge, &first).send().await.problem(410, "challenge_expired");
    reject(&ada, &first).await;
    ada.enter_by(&second).await;
    let told = events(&admin, "two_factor.reset", &ada).await;
    let mut wiped: Vec<&Value> = told.iter().map(|event| &event["detail"]["authenticators"]).collect();
    wiped.sort_by_key(|count| count.as_u64());
    assert_eq!(wiped, [&json!(0), &json!(1)]);
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
            "authenticators": wiped});
        assert_eq!((&event["detail"], &event["outcome"]), (&detail, &json!("success")));
        assert_eq!((&event["actor"]["id"], &event["subject"]["id"]), (&json!(admin.id), &json!(ada.id)));
        assert_eq!(event["sessionId"], claims(&admin.access)["sid"]);
    }
    app.clock.advance(TimeDelta::seconds(1));
    admin.reset(&ada).await;
    let told = events(&admin, "two_factor.reset", &ada).await;
    let detail = json!({"identityCheck": "call", "reason": "The phone is lost", "authenticators": 0});
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
async fn a2_a_code_is_shown_once_and_never_told() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let codes = [admin.reset(&ada).await, admin.issue_pass(&bob).await];
    reject(&ada, WRONG).await;
    for path in [
        "/v1/users".to_owned(),
        format!("/v1/users/{}", ada.id),
        format!("/v1/users/{}", bob.id),
        "/v1/audit-events?limit=100".to_owned(),
        "/v1/me/activity?limit=100".to_owned(),
    ] {
        let shown = admin.get(&path).send().await;
        shown.ok();
        for code in codes.iter().chain([&WRONG.to_owned()]) {
            for form in [code.clone(), code.replace('-', "")] {
                assert!(!shown.text().contains(&form), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn a2_a_code_is_read_as_people_type() {
    let app = TestApp::start();
    let (admin, ada, _) = reset_member(&app).await;
    let typed: [fn(&str) -> String; 6] = [
        str::to_owned,
        str::to_lowercase,
        |code| code.replace('-', ""),
        |code| code.replace('-', " "),
        |code| code.replace('0', "O").replace('1', "l"),
        |code| format!("  {code} "),
    ];
    for as_typed in typed {
        let code = admin.reset(&ada).await;
        let groups: Vec<&str> = code.split('-').collect();
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4; 4], "{code}");
        let plain = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() && !"ILOU".contains(c);
        assert!(groups.concat().chars().all(plain), "{code}");
        let challenge = ada.challenge().await;
        ada.verify_pass(&challenge, &as_typed(&code)).send().await.ok();
    }
}

#[tokio::test]
async fn a_pass_that_is_no_pass_costs_no_try() {
    let app = TestApp::start();
    let (_, ada, code) = reset_member(&app).await;
    let challenge = ada.challenge().await;
    for wrong in [
        "",
        "123456",
        "0123-4567-89AB",
        "0123-4567-89AB-CDEF-GHJK-MNPQ",
        "UUUU-UUUU-UUUU-UUUU",
        "0123-4567-89AB-CDE\u{0}",
        "٠١٢٣-4567-89AB-CDEF",
    ] {
        ada.verify_pass(&challenge, wrong).send().await.invalid("code");
    }
    let problem = ada.verify_pass(&challenge, WRONG).send().await.problem(401, "code_rejected");
    assert_eq!(problem["attemptsRemaining"], 4);
    ada.verify_pass(&challenge, &code).send().await.ok();
}

#[tokio::test]
async fn a_wrong_pass_counts_on_its_challenge_alone() {
    let app = TestApp::start();
    let (_, mut ada, pass) = member_with_pass(&app).await;
    for _ in 0..3 {
        let challenge = ada.challenge().await;
        for left in [4, 3, 2, 1, 0] {
            let problem = ada.verify_pass(&challenge, WRONG).send().await.problem(401, "code_rejected");
            assert_eq!(problem["attemptsRemaining"], left);
        }
        ada.verify_pass(&challenge, &pass).send().await.problem(410, "challenge_expired");
    }
    ada.sign_in().await;
    ada.enter_by(&pass).await;
}

// The temporary pass.

#[tokio::test]
async fn a4_a_pass_stands_in_for_the_factor_and_leads_to_a_further_one() {
    let app = TestApp::start();
    let (admin, mut ada, pass) = member_with_pass(&app).await;
    let login = ada.login().await.ok();
    assert_eq!(login["methods"], json!(["totp", "recoveryCode", "temporaryPass"]));
    assert_eq!(login["preferred"], "totp");
    let other = ada.challenge().await;
    let answer = ada.verify_pass(&text(&login["challengeId"]), &pass).send().await;
    assert_only_permits_to_enroll(&app, &answer);
    ada.verify_pass(&other, &pass).send().await.problem(401, "code_rejected");
    assert_eq!(methods(&ada).await, json!(["totp", "recoveryCode"]));
    let told = events(&admin, "login.enrollment_demanded", &ada).await;
    assert_eq!((told.len(), &told[0]["detail"]["method"]), (1, &json!("temporaryPass")));

    ada.access = text(&answer.ok()["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.next_code()).send().await.ok();
    assert_eq!(confirmed.get("recoveryCodes"), None, "only with the first factor");
    ada.adopt(&confirmed);
    assert_eq!(ada.two_factor().await["authenticators"].as_array().unwrap().len(), 2);
    for kept in [&phone, ada.phone()] {
        let challenge = ada.challenge().await;
        ada.verify(&challenge, &kept.next_code()).send().await.ok();
    }
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.ok();
}

#[tokio::test]
async fn a4_a_pass_lets_in_who_has_no_factor_left() {
    let app = TestApp::start();
    let (admin, mut ada, _) = reset_member(&app).await;
    let pass = admin.issue_pass(&ada).await;
    ada.enter_by(&pass).await;
    reject(&ada, &pass).await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
    assert_eq!(ada.recovery_codes.len(), 10);
}

#[tokio::test]
async fn a4_a_pass_changes_nothing_for_who_never_had_a_factor() {
    let app = TestApp::start();
    let mut ada = app.user("ada", &["member"]).await;
    let admin = app.enrolled_admin().await;
    admin.issue_pass(&ada).await;
    assert_eq!(ada.login().await.ok()["status"], "signedIn");
    admin.change_policy(json!({"mode": "required"})).await;
    let login = ada.login().await.ok();
    assert_eq!(login["status"], "enrollment");
    ada.access = text(&login["enrollmentToken"]);
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a4_a_pass_is_good_for_its_minutes() {
    let app = TestApp::start();
    let (mut ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let issued = admin.pass_call(&ada, 10).send().await;
    assert_eq!(issued.header("cache-control"), Some("no-store"));
    let issued = issued.created();
    assert_eq!(issued["expiresAt"], in_time(&app, TimeDelta::minutes(10)));
    let late = text(&admin.pass_call(&bob, 10).send().await.created()["code"]);
    app.clock.advance(TimeDelta::seconds(599));
    let challenge = bob.challenge().await;
    ada.enter_by(&text(&issued["code"])).await;
    app.clock.advance(TimeDelta::seconds(1));
    bob.verify_pass(&challenge, &late).send().await.problem(401, "code_rejected");
    assert_eq!(methods(&bob).await, json!(["totp", "recoveryCode"]));
}

#[tokio::test]
async fn a4_its_minutes_are_an_hour_or_what_the_policy_allows() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let usual = json!({"reason": "The phone is at home"});
    let issued = pass_with(&admin, &ada, usual.clone()).send().await.created();
    assert_eq!(issued["expiresAt"], in_time(&app, TimeDelta::minutes(60)));
    for (minutes, allowed) in [(9, false), (10, true), (1_440, true), (1_441, false)] {
        let answer = admin.pass_call(&ada, minutes).send().await;
        if allowed {
            answer.created();
        } else {
            answer.invalid("minutes");
        }
    }
    admin.change_policy(json!({"temporaryPass": {"enabled": true, "maxMinutes": 30}})).await;
    let issued = pass_with(&admin, &ada, usual).send().await.created();
    assert_eq!(issued["expiresAt"], in_time(&app, TimeDelta::minutes(30)));
    admin.pass_call(&ada, 30).send().await.created();
    admin.pass_call(&ada, 31).send().await.invalid("minutes");
}

#[tokio::test]
async fn a4_what_is_wrong_with_a_pass_is_told_by_field() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let before = app.database.dump();
    for (body, field) in [
        (json!({"minutes": 60}), "reason"),
        (json!({"reason": ""}), "reason"),
        (json!({"reason": "x".repeat(501)}), "reason"),
        (json!({"reason": "a\u{0}b"}), "reason"),
        (json!({"reason": "Why not", "minutes": "60"}), "minutes"),
        (json!({"reason": "Why not", "minutes": -1}), "minutes"),
        (json!({"reason": "Why not", "minutes": 70_000}), "minutes"),
        (json!({"reason": "Why not", "code": "0000-0000-0000-0000"}), "code"),
    ] {
        pass_with(&admin, &ada, body).send().await.invalid(field);
    }
    assert_eq!(app.database.dump(), before);
    pass_with(&admin, &ada, json!({"reason": "x".repeat(500)})).send().await.created();
}

#[tokio::test]
async fn a4_a_pass_is_told_with_its_reason_and_seen_until_it_ends() {
    let app = TestApp::start();
    let (mut ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let shown = async |user: &Actor| admin.look_at(user).await["twoFactor"].get("temporaryPass").cloned();
    assert_eq!(shown(&ada).await, None);
    let pass = text(&admin.pass_call(&ada, 20).send().await.created()["code"]);
    admin.pass_call(&bob, 10).send().await.created();
    assert_eq!(shown(&ada).await, Some(json!({"expiresAt": in_time(&app, TimeDelta::minutes(20))})));
    let told = events(&admin, "temporary_pass.issued", &ada).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["detail"], json!({"reason": "The phone is at home", "minutes": 20}));
    assert_eq!((&told[0]["actor"]["id"], &told[0]["subject"]["id"]), (&json!(admin.id), &json!(ada.id)));
    ada.enter_by(&pass).await;
    assert_eq!(shown(&ada).await, None, "it is used");
    app.clock.advance(TimeDelta::minutes(10));
    let admin = app.admin().await;
    assert_eq!(admin.look_at(&bob).await["twoFactor"].get("temporaryPass"), None, "its time is over");
}

#[tokio::test]
async fn a4_a_pass_dies_with_a_newer_one_and_with_a_reset() {
    let app = TestApp::start();
    let (admin, mut ada, first) = member_with_pass(&app).await;
    let second = admin.issue_pass(&ada).await;
    reject(&ada, &first).await;
    let code = admin.reset(&ada).await;
    reject(&ada, &second).await;
    ada.enter_by(&code).await;
}

#[tokio::test]
async fn a4_a_pass_is_not_for_a_step_up() {
    let app = TestApp::start();
    let (_, mut ada, pass) = member_with_pass(&app).await;
    let step_up = ada.post("/v1/auth/step-up", json!({})).send().await.ok();
    assert_eq!(step_up["methods"], json!(["totp", "recoveryCode"]));
    ada.verify_pass(&text(&step_up["challengeId"]), &pass).send().await.invalid("method");
    ada.enter_by(&pass).await;
}

#[tokio::test]
async fn a4_where_passes_are_disabled_there_are_none_but_resets_are() {
    let app = TestApp::start();
    let (admin, mut ada, pass) = member_with_pass(&app).await;
    let challenge = ada.challenge().await;
    let rules = |enabled: bool| json!({"temporaryPass": {"enabled": enabled, "maxMinutes": 60}});
    admin.change_policy(rules(false)).await;
    admin.pass_call(&ada, 60).send().await.problem(403, "blocked_by_policy");
    assert_eq!(methods(&ada).await, json!(["totp", "recoveryCode"]));
    let answer = ada.verify_pass(&challenge, &pass).send().await;
    assert!([401, 422].contains(&answer.status.as_u16()), "{}", answer.text());
    assert_eq!(app.database.count("enrollment_grants"), 0);

    let code = admin.reset(&ada).await;
    ada.enter_by(&code).await;
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a4_a_pass_is_offered_whatever_methods_the_policy_allows() {
    let app = TestApp::start();
    let (admin, mut ada, pass) = member_with_pass(&app).await;
    admin.change_policy(json!({"allowedMethods": ["totp"]})).await;
    assert_eq!(methods(&ada).await, json!(["totp", "temporaryPass"]));
    ada.enter_by(&pass).await;
}

#[tokio::test]
async fn a4_neither_pass_nor_code_opens_anything_for_a_suspended_user() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    let admin = app.admin().await;
    let held = [(&ada, admin.issue_pass(&ada).await), (&bob, admin.reset(&bob).await)];
    for (user, code) in held {
        let challenge = user.challenge().await;
        admin.change(user, json!({"suspended": true})).await;
        user.login().await.problem(401, "login_failed");
        user.verify_pass(&challenge, &code).send().await.problem(410, "challenge_expired");
    }
    assert_eq!(app.database.count("enrollment_grants"), 0);
}

#[tokio::test]
async fn a4_a_pass_needs_the_password_first() {
    let app = TestApp::start();
    let (_, ada, pass) = member_with_pass(&app).await;
    let guess = json!({"email": ada.email, "password": pass});
    ada.endpoint.post("/v1/auth/login", guess).send().await.problem(401, "login_failed");
    for none in [pass.as_str(), "nlc_", ada.access.as_str()] {
        ada.verify_pass(none, &pass).send().await.problem(410, "challenge_expired");
    }
    ada.post("/v1/me/recovery-codes/regenerate", json!({"code": pass})).send().await.invalid("code");
    ada.disable_call(&ada.password, &pass).send().await.invalid("code");
}
