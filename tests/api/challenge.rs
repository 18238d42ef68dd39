//! The second step of a sign-in: which codes open it, how often, and for how long.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::app::TestApp;

#[tokio::test]
async fn l2_a_code_finishes_the_sign_in() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let answer = ada.verify(&challenge, &ada.phone().next_code()).send().await;
    let verified = answer.ok();
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(verified["session"]["user"]["email"], ada.email);
    assert_eq!(verified["notices"], json!([]));
    ada.adopt(&verified);
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn l3_codes_of_the_step_before_and_after_are_accepted() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    for (seconds, accepted) in [(-60, false), (60, false), (-30, true), (0, true), (30, true)] {
        app.clock.advance(TimeDelta::minutes(5));
        let challenge = ada.challenge().await;
        let answer = ada.verify(&challenge, &ada.phone().code_off_by(seconds)).send().await;
        assert_eq!(answer.status == 200, accepted, "{seconds} s off: {}", answer.text());
    }
}

#[tokio::test]
async fn l3_without_skew_only_the_current_step_is_accepted() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = app.enrolled_member("ada").await;
    admin.change_policy(json!({"skewSteps": 0})).await;
    app.clock.advance(TimeDelta::minutes(1));
    let challenge = ada.challenge().await;
    for seconds in [-30, 30] {
        ada.verify(&challenge, &ada.phone().code_off_by(seconds)).send().await.problem(401, "code_rejected");
    }
    ada.verify(&challenge, &ada.phone().code()).send().await.ok();
}

#[tokio::test]
async fn i1_an_accepted_code_is_never_accepted_again() {
    let mut app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let code = ada.phone().next_code();
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.ok();

    let again = ada.challenge().await;
    ada.verify(&again, &code).send().await.problem(401, "code_rejected");

    // Nor by another replica, nor after a restart.
    let replica = app.add_replica(|_| {});
    ada.at(&replica).verify(&again, &code).send().await.problem(401, "code_rejected");
    app.restart_with(|_| {});
    let ada = ada.at(&app.endpoint());
    ada.verify(&again, &code).send().await.problem(401, "code_rejected");
    ada.verify(&again, &ada.phone().next_code()).send().await.ok();
}

#[tokio::test]
async fn i1_after_a_newer_code_an_older_one_is_refused() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::minutes(1));
    let current = ada.phone().code();
    let first = ada.challenge().await;
    ada.verify(&first, &ada.phone().code_off_by(30)).send().await.ok();
    let second = ada.challenge().await;
    ada.verify(&second, &current).send().await.problem(401, "code_rejected");
}

#[tokio::test]
async fn i1_the_code_that_confirmed_an_enrollment_does_not_sign_in() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    ada.enroll().await;
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().code()).send().await.problem(401, "code_rejected");
}

#[tokio::test]
async fn l9_a_wrong_code_says_how_many_tries_are_left() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    for left in [4, 3, 2, 1, 0] {
        let problem =
            ada.verify(&challenge, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
        assert_eq!(problem["attemptsRemaining"], left);
        assert_eq!(problem.get("clockSkewSeconds"), None, "an oracle");
    }
    let right = ada.verify(&challenge, &ada.phone().next_code()).send().await;
    right.problem(410, "challenge_expired");

    // The account itself is not locked: another challenge takes the same code.
    let next = ada.challenge().await;
    ada.verify(&next, &ada.phone().code()).send().await.ok();
}

#[tokio::test]
async fn e7_a_sign_in_never_tells_how_far_a_clock_is_off() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::minutes(10));
    let challenge = ada.challenge().await;
    let late =
        ada.verify(&challenge, &ada.phone().code_off_by(-180)).send().await.problem(401, "code_rejected");
    let wrong = ada.verify(&challenge, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
    let fields =
        |problem: &serde_json::Value| problem.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&late), fields(&wrong));
    assert_eq!(late["title"], wrong["title"]);
    assert_eq!(late["detail"], wrong["detail"]);
}

#[tokio::test]
async fn a_challenge_ends_after_five_minutes() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let (early, late) = (ada.challenge().await, ada.challenge().await);
    app.clock.advance(TimeDelta::seconds(299));
    ada.verify(&early, &ada.phone().code()).send().await.ok();
    app.clock.advance(TimeDelta::seconds(1));
    ada.verify(&late, &ada.phone().code_off_by(30)).send().await.problem(410, "challenge_expired");
}

#[tokio::test]
async fn i2_a_challenge_opens_once() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &ada.phone().next_code()).send().await.ok();
    let sessions = app.database.count("sessions");
    ada.verify(&challenge, &ada.phone().next_code()).send().await.problem(410, "challenge_expired");
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0])
        .send()
        .await
        .problem(410, "challenge_expired");
    assert_eq!(app.database.count("sessions"), sessions);
}

#[tokio::test]
async fn only_a_challenge_is_a_challenge() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let altered = format!("{}{}", &challenge[..challenge.len() - 2], "AA");
    for other in
        ["nonsense", ada.refresh_token.as_str(), ada.access.as_str(), altered.as_str(), "nlc_", "%00"]
    {
        let answer = ada.verify(other, &ada.phone().next_code()).send().await;
        answer.problem(410, "challenge_expired");
    }
}

#[tokio::test]
async fn a_code_that_is_no_code_costs_no_try() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    for code in ["", "12345", "1234567", "12 456", " 123456", "12345a", "١٢٣٤٥٦", "-12345", "12345\0"] {
        ada.verify(&challenge, code).send().await.invalid("code");
    }
    ada.verify_recovery_code(&challenge, "ABCD-EFGH").send().await.invalid("code");
    let path = format!("/v1/auth/challenges/{challenge}/verify");
    let number = json!({"method": "totp", "code": 123_456});
    ada.endpoint.post(&path, number).send().await.problem(422, "validation_failed");
    ada.answer(&challenge, "guess", "123456").send().await.problem(422, "validation_failed");

    let problem =
        ada.verify(&challenge, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
    assert_eq!(problem["attemptsRemaining"], 4);
}

#[tokio::test]
async fn a_challenge_belongs_to_one_user() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let bob = app.enrolled_member("bob").await;
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &bob.phone().next_code()).send().await.problem(401, "code_rejected");
    let theirs = ada.verify_recovery_code(&challenge, &bob.recovery_codes[0]).send().await;
    theirs.problem(401, "code_rejected");
    let verified = ada.verify(&challenge, &ada.phone().code()).send().await.ok();
    assert_eq!(verified["session"]["user"]["email"], ada.email);
}

#[tokio::test]
async fn a_user_suspended_meanwhile_does_not_come_in() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    app.admin().await.change(&ada, json!({"suspended": true})).await;
    let answer = ada.verify(&challenge, &ada.phone().next_code()).send().await;
    answer.problem(410, "challenge_expired");
}

#[tokio::test]
async fn e4_codes_are_those_of_any_other_authenticator() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    for days in [1, 3_650] {
        app.clock.advance(TimeDelta::days(days));
        let code = ada.phone().oathtool_code();
        assert_eq!(ada.phone().code(), code, "the tests' own phone");
        let challenge = ada.challenge().await;
        ada.verify(&challenge, &code).send().await.ok();
    }
}
