//! Sign-in on a single form: password and code arrive together, and nobody learns which of the two was wrong.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    answer::Answer,
    app::TestApp,
    call::Call,
    race::{AT_ONCE, by_turns, only_winner, race, two_replicas},
};

/// Of the right form, and nobody's.
const RECOVERY_CODE: &str = "0123-4567-89AB-CDEF-0123-4567";
const PASS: &str = "0123-4567-89AB-CDEF";

/// A form filled in with the actor's address and password, and that code.
fn form(actor: &Actor, code: &str) -> Call {
    filled(actor, &actor.password, code)
}

fn filled(actor: &Actor, password: &str, code: &str) -> Call {
    actor.endpoint.post("/v1/auth/login", json!({"email": actor.email, "password": password, "code": code}))
}

/// An organization with a single form; gives a superadmin without a factor, and a member with one.
async fn single_form() -> (TestApp, Actor, Actor) {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    admin.change_policy(json!({"loginStyle": "singleForm"})).await;
    app.clock.next_step();
    (app, admin, ada)
}

#[track_caller]
fn assert_signed_in(answer: &Answer) -> Value {
    let login = answer.ok();
    assert_eq!((&login["status"], &login["needs2FA"]), (&json!("signedIn"), &json!(false)), "{login}");
    login
}

#[tokio::test]
async fn l4_password_and_code_together_sign_in_once() {
    let (app, _, mut ada) = single_form().await;
    let code = ada.phone().code();
    let login = assert_signed_in(&form(&ada, &code).send().await);
    assert_eq!(login["notices"], json!([]));
    ada.adopt(&login);
    ada.get("/v1/me/sessions").send().await.ok();
    form(&ada, &code).send().await.problem(401, "login_failed");
    app.clock.next_step();
    assert_signed_in(&form(&ada, &ada.phone().code()).send().await);
    assert_eq!(app.database.count("challenges"), 0);
}

#[tokio::test]
async fn l4_whatever_is_wrong_is_answered_alike() {
    let (app, admin, ada) = single_form().await;
    let sue = admin.create_user("sue", &["member"]).await;
    admin.change(&sue, json!({"suspended": true})).await;
    let (right, wrong) = (ada.phone().code(), ada.phone().wrong_code());
    let (used, long) = (&ada.phone().code_off_by(-30), "12345678");
    let nobody = Actor { email: "nobody@lock.example".to_owned(), ..ada.clone() };
    let mut failures = Vec::new();
    for call in [
        filled(&ada, "not her password", &right),
        filled(&ada, "not her password", &wrong),
        filled(&ada, "not her password", ""),
        ada.endpoint.post("/v1/auth/login", json!({"email": ada.email, "password": "not her password"})),
        form(&nobody, &right),
        form(&nobody, ""),
        form(&sue, &right),
        form(&ada, &wrong),
        form(&ada, used),
        form(&ada, long),
        form(&ada, RECOVERY_CODE),
        form(&ada, PASS),
        form(&ada, ""),
        form(&ada, "  "),
        ada.login_call(),
    ] {
        failures.push(call.send().await);
    }
    failures[0].problem(401, "login_failed");
    for failure in &failures {
        assert_eq!(failure.appearance(), failures[0].appearance());
    }
    let reasons = "SELECT detail ->> 'reason' FROM audit_events WHERE action = 'login.failed' ORDER BY 1";
    let mut expected = vec!["codeMissing"; 4];
    expected.extend(["suspended", "unknownUser", "unknownUser"]);
    expected.extend(["wrongCode"; 4]);
    expected.extend(["wrongPassword"; 4]);
    assert_eq!(app.database.column(reasons), expected, "the audit log knows");
    assert_signed_in(&form(&ada, &right).send().await);
}

#[tokio::test]
async fn l4_a_failing_password_uses_no_code_up() {
    let (_app, admin, ada) = single_form().await;
    let pass = admin.issue_pass(&ada).await;
    let code = ada.phone().code();
    for held in [&code, &ada.recovery_codes[0], &pass] {
        filled(&ada, "not her password", held).send().await.problem(401, "login_failed");
    }
    assert_signed_in(&form(&ada, &code).send().await);
    assert_signed_in(&form(&ada, &ada.recovery_codes[0]).send().await);
    assert_eq!(form(&ada, &pass).send().await.ok()["status"], "enrollment");
}

#[tokio::test]
async fn l4_a_recovery_code_signs_in_once() {
    let (app, _, ada) = single_form().await;
    let code = &ada.recovery_codes[3];
    let typed = code.to_lowercase().replace('-', "");
    assert_signed_in(&form(&ada, &typed).send().await);
    form(&ada, code).send().await.problem(401, "login_failed");
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 1);
}

#[tokio::test]
async fn a4_a_pass_leads_to_the_set_up_once() {
    let (_app, admin, mut ada) = single_form().await;
    let pass = admin.issue_pass(&ada).await;
    let entered = form(&ada, &pass).send().await.ok();
    assert_eq!(entered["status"], "enrollment");
    form(&ada, &pass).send().await.problem(401, "login_failed");
    ada.access = text(&entered["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let confirmed = ada.confirm(&id, &phone.next_code()).send().await.ok();
    ada.adopt(&confirmed);
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a2_after_a_reset_the_administrators_code_stands_in_the_field() {
    let (_app, admin, mut ada) = single_form().await;
    let code = admin.reset(&ada).await;
    assert_eq!(
        form(&ada, "").send().await.ok()["methods"],
        json!(["temporaryPass"]),
        "who has none is asked"
    );
    for wrong in [PASS, RECOVERY_CODE, "123456"] {
        form(&ada, wrong).send().await.problem(401, "login_failed");
    }
    let entered = form(&ada, &code).send().await.ok();
    assert_eq!(entered["status"], "enrollment");
    form(&ada, &code).send().await.problem(401, "login_failed");
    ada.access = text(&entered["enrollmentToken"]);
    ada.enroll().await;
}

#[tokio::test]
async fn l4_who_has_no_factor_leaves_the_field_empty() {
    let (_app, admin, _) = single_form().await;
    let bob = admin.create_user("bob", &["member"]).await;
    for call in [form(&bob, ""), bob.login_call(), form(&bob, "123456")] {
        let login = assert_signed_in(&call.send().await);
        assert_eq!(login["notices"][0]["code"], "set_up_two_factor");
    }
    filled(&bob, "not his password", "").send().await.problem(401, "login_failed");
    let mut root = admin;
    root.enroll().await;
    root.change_policy(json!({"mode": "required"})).await;
    assert_eq!(form(&bob, "").send().await.ok()["status"], "enrollment");
    root.change_policy(json!({"mode": "off"})).await;
    assert_signed_in(&form(&bob, "").send().await);
}

#[tokio::test]
async fn a_code_of_no_known_form_is_told_before_it_costs_a_try() {
    let (app, _, ada) = single_form().await;
    for malformed in ["12345", "1234567", "123456789", "12 3456", "abcdef", "１２３４５６", "0123-4567"]
    {
        form(&ada, malformed).send().await.invalid("code");
    }
    assert_eq!(app.database.count("audit_events WHERE action = 'login.failed'"), 0);
    ada.endpoint
        .post("/v1/auth/login", json!({"email": ada.email, "password": ada.password, "code": 123_456}))
        .send()
        .await
        .invalid("code");
}

#[tokio::test]
async fn i5_over_the_budget_right_and_wrong_are_identical() {
    let (app, _, ada) = single_form().await;
    let wrong = ada.phone().wrong_codes(11);
    let first = form(&ada, &wrong[0]).send().await;
    for code in &wrong[1..10] {
        form(&ada, code).send().await.problem(401, "login_failed");
    }
    let (right, code) = (ada.phone().next_code(), &wrong[10]);
    for call in [form(&ada, &right), form(&ada, code), filled(&ada, "not her password", &right)] {
        assert_eq!(call.send().await.appearance(), first.appearance());
    }
    let throttled = "audit_events WHERE action = 'login.failed' AND detail ->> 'reason' = 'codeThrottled'";
    assert_eq!(app.database.count(throttled), 2);
    // What cannot be guessed is never withheld.
    assert_signed_in(&form(&ada, &ada.recovery_codes[0]).send().await);
}

/// Else somebody could try passwords with any code, and see by their own account whether the last one was right.
#[tokio::test]
async fn l4_a_wrong_code_counts_against_its_address_as_a_wrong_password_does() {
    let (app, admin, ada) = single_form().await;
    let bob = admin.create_user("bob", &["member"]).await;
    let nobody = Actor { email: "nobody@lock.example".to_owned(), ..ada.clone() };
    let here = "203.0.113.7";
    for _ in 0..99 {
        form(&nobody, "123456").forwarded_for(here).send().await.problem(401, "login_failed");
    }
    assert_signed_in(&form(&bob, "").forwarded_for(here).send().await);
    form(&ada, &ada.phone().wrong_code()).forwarded_for(here).send().await.problem(401, "login_failed");
    form(&bob, "").forwarded_for(here).send().await.problem(401, "login_failed");
    assert_signed_in(&form(&bob, "").forwarded_for("203.0.113.8").send().await);
    assert_eq!(app.database.count("address_failures"), 1);
}

#[tokio::test]
async fn i2_fifty_forms_with_one_code_give_one_session() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    app.admin().await.change_policy(json!({"loginStyle": "singleForm"})).await;
    for code in [ada.phone().next_code(), ada.recovery_codes[0].clone()] {
        let sessions = app.database.count("sessions");
        let calls = by_turns(&ada, &replica, |ada, _| form(ada, &code));
        assert_eq!(calls.len(), AT_ONCE);
        let answers = race(calls).await;
        assert_signed_in(&only_winner(&answers, &[401, 503]));
        app.forgive(503);
        assert_eq!(app.database.count("sessions"), sessions + 1);
        app.clock.next_step();
    }
}

#[tokio::test]
async fn in_two_steps_a_code_beside_the_password_is_not_looked_at() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let right = ada.phone().next_code();
    for code in [&ada.phone().wrong_code(), &right, &ada.recovery_codes[0]] {
        assert_eq!(form(&ada, code).send().await.ok()["status"], "challenge");
    }
    assert_eq!(app.database.count("audit_events WHERE action LIKE 'code.%'"), 0);
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &right).send().await.ok();
}

#[tokio::test]
async fn the_sign_in_page_is_told_which_form_to_draw() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let config = |query: &str| app.anonymous("GET", &format!("/v1/auth/config{query}")).send();
    let own = "?organization=lock-key-ltd";
    assert_eq!(config("").await.ok()["loginStyle"], "twoStep");
    admin.change_policy(json!({"loginStyle": "singleForm"})).await;
    for query in ["", own] {
        assert_eq!(config(query).await.ok()["loginStyle"], "singleForm", "{query}");
    }
    // Nobody is locked out where there are several: the page for all has the field as soon as one of them needs it.
    app.foreign_admin().await;
    let elsewhere = "?organization=elsewhere";
    for (query, style) in [("", "singleForm"), (own, "singleForm"), (elsewhere, "twoStep")] {
        assert_eq!(config(query).await.ok()["loginStyle"], style, "{query}");
    }
    admin.change_policy(json!({"loginStyle": "twoStep"})).await;
    assert_eq!(config("").await.ok()["loginStyle"], "twoStep");
    config("?organization=nowhere").await.problem(404, "not_found");
}

#[tokio::test]
async fn s3_a_step_up_asks_alone_for_the_code() {
    let (app, _, mut ada) = single_form().await;
    let login = assert_signed_in(&form(&ada, &ada.phone().code()).send().await);
    ada.adopt(&login);
    app.clock.advance(TimeDelta::minutes(6));
    ada.refresh().await;
    ada.post("/v1/me/authenticators", json!({})).send().await.problem(401, "step_up_required");
    ada.step_up().await;
    ada.post("/v1/me/authenticators", json!({})).send().await.created();
}
