//! The code of a reset: good once, for a day, for one user, however it is typed.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::{
    resets::{WRONG, events, in_time, member_with_pass, methods, reject, reset_member},
    support::{actor::text, app::TestApp},
};

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
