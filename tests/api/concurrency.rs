//! Many requests at the same moment, over two replicas: nothing succeeds twice, and no burst buys a guess.

use std::sync::Arc;

use chrono::TimeDelta;
use nightlatch::clock::{Clock, SystemClock};
use serde_json::json;

use crate::support::{
    actor::{Actor, codes, text},
    answer::Answer,
    app::{ADMIN_EMAIL, ADMIN_PASSWORD},
    call::Journal,
    clock::TestClock,
    database::Database,
    process::Process,
    race::{AT_ONCE, by_turns, one_code_over_fifty_challenges, only_winner, race, two_replicas, with_status},
};

#[tokio::test]
async fn i2_one_code_over_one_challenge_opens_once() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let sessions = app.database.count("sessions");
    let (challenge, code) = (ada.challenge().await, ada.phone().next_code());
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.verify(&challenge, &code))).await;
    only_winner(&answers, &[401, 410]);
    assert_eq!(app.database.count("sessions"), sessions + 1);
}

#[tokio::test]
async fn i2_one_code_over_fifty_challenges_opens_once() {
    let (app, replica) = two_replicas();
    one_code_over_fifty_challenges(&app, &replica).await;
}

#[tokio::test]
async fn i2_one_recovery_code_opens_once() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let challenges = ada.challenges(AT_ONCE).await;
    let (sessions, code) = (app.database.count("sessions"), &ada.recovery_codes[0]);
    let calls = by_turns(&ada, &replica, |ada, number| ada.verify_recovery_code(&challenges[number], code));
    only_winner(&race(calls).await, &[401]);
    assert_eq!(app.database.count("sessions"), sessions + 1);
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 1);
}

#[tokio::test]
async fn i2_one_challenge_takes_one_of_several_right_answers() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let calls = by_turns(&ada, &replica, |ada, number| {
        ada.verify_recovery_code(&challenge, &ada.recovery_codes[number % 10])
    });
    only_winner(&race(calls).await, &[401, 410]);
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 1);
}

#[tokio::test]
async fn i5_one_challenge_gives_five_verdicts_at_most() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let (challenge, right) = (ada.challenge().await, ada.phone().next_code());
    let mut guesses = ada.phone().wrong_codes(AT_ONCE);
    guesses[AT_ONCE / 2] = right;
    let answers =
        race(by_turns(&ada, &replica, |ada, number| ada.verify(&challenge, &guesses[number]))).await;
    let (opened, rejected) = (with_status(&answers, 200), with_status(&answers, 401));
    assert!(opened <= 1 && opened + rejected <= 5, "{opened} opened, {rejected} rejected");
    assert_eq!(opened + rejected + with_status(&answers, 410), AT_ONCE);
}

/// 200 guesses at once, the right one among them, over so many challenges that only the budget limits them.
#[tokio::test]
async fn i5_a_burst_of_guesses_gets_the_verdicts_that_the_budget_has_left() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    for _ in 0..3 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    let challenges = ada.challenges(AT_ONCE).await;
    let right = ada.phone().next_code();
    let mut guesses = ada.phone().wrong_codes(4 * AT_ONCE);
    guesses[2 * AT_ONCE] = right;
    let both = [ada.clone(), ada.at(&replica)];
    let calls =
        (0..guesses.len()).map(|n| both[n % 2].verify(&challenges[n % AT_ONCE], &guesses[n])).collect();
    let answers = race(calls).await;
    assert_eq!(with_status(&answers, 200) + with_status(&answers, 401), 7, "10, and 3 were used up");
    let others = |answer: &Answer| [200, 401, 410, 429].contains(&answer.status.as_u16());
    assert!(answers.iter().all(others));
}

#[tokio::test]
async fn i5_over_the_budget_right_and_wrong_are_identical() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    for _ in 0..10 {
        ada.fail_a_challenge().await.problem(401, "code_rejected");
    }
    let challenges = ada.challenges(AT_ONCE).await;
    let (right, wrong) = (ada.phone().next_code(), ada.phone().wrong_code());
    let calls = by_turns(&ada, &replica, |ada, number| {
        ada.verify(&challenges[number], if number % 4 < 2 { &right } else { &wrong })
    });
    let answers = race(calls).await;
    answers[0].problem(429, "too_many_attempts");
    for answer in &answers {
        assert_eq!(answer.appearance(), answers[0].appearance());
    }
}

#[tokio::test]
async fn i2_one_refresh_token_is_taken_once_and_its_reuse_ends_the_session() {
    let (app, replica) = two_replicas();
    let ada = app.member("ada").await;
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.refresh_call())).await;
    let winner = only_winner(&answers, &[401]);
    let mut refreshed = ada.clone();
    refreshed.adopt(&winner.ok());
    assert!(!refreshed.is_signed_in().await && !ada.is_signed_in().await);
    refreshed.refresh_call().send().await.problem(401, "session_expired");
    assert_eq!(app.database.count("sessions WHERE ended_because = 'tokenReused'"), 1);
    assert!(app.database.count("audit_events WHERE action = 'session.token_reused'") >= 1);
}

#[tokio::test]
async fn i2_one_step_up_challenge_gives_one_session() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let (challenge, code) = (ada.step_up_challenge().await, ada.phone().next_code());
    let sessions = app.database.count("sessions");
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.verify(&challenge, &code))).await;
    only_winner(&answers, &[401, 410]);
    assert_eq!(app.database.count("sessions"), sessions + 1);
}

#[tokio::test]
async fn i2_an_authenticator_is_removed_once() {
    let (app, replica) = two_replicas();
    let mut ada = app.enrolled_member("ada").await;
    let (tablet, _) = ada.add_authenticator("Tablet").await;
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.remove_call(&tablet))).await;
    let removed = only_winner(&answers, &[401, 404]);
    ada.adopt(&removed.ok());
    assert_eq!(app.database.count("audit_events WHERE action = 'authenticator.removed'"), 1);
    assert_eq!(ada.two_factor().await["state"], "enabled");
}

/// Fifty rounds in which both of somebody's authenticators are removed.
#[tokio::test]
async fn d1_of_two_authenticators_removed_at_once_one_stays() {
    let (app, replica) = two_replicas();
    let mut ada = app.enrolled_member("ada").await;
    let left = format!("SELECT id FROM authenticators WHERE user_id = '{}'", ada.id);
    for round in 0..50 {
        ada.add_authenticator("Tablet").await;
        let both = app.database.column(&left);
        let answers = race(vec![ada.remove_call(&both[0]), ada.at(&replica).remove_call(&both[1])]).await;
        ada.adopt(&only_winner(&answers, &[401, 409]).ok());
        assert_eq!(app.database.column(&left).len(), 1, "round {round}");
    }
}

#[tokio::test]
async fn i2_a_factor_is_disabled_once() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let code = ada.phone().next_code();
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.disable_call(&ada.password, &code))).await;
    assert_eq!(with_status(&answers, 204), 1);
    assert_eq!(
        with_status(&answers, 401) + with_status(&answers, 409) + with_status(&answers, 429),
        AT_ONCE - 1
    );
    assert_eq!(app.database.count("audit_events WHERE action = 'two_factor.disabled'"), 1);
    assert_eq!(app.database.count("authenticators"), 0);
}

#[tokio::test]
async fn i2_an_enrollment_is_confirmed_once_with_one_set_of_recovery_codes() {
    let (app, replica) = two_replicas();
    let mut ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    let code = phone.next_code();
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.confirm(&id, &code))).await;
    let confirmed = only_winner(&answers, &[401, 404, 422]).ok();
    ada.adopt(&confirmed);
    assert_eq!(app.database.count("authenticators"), 1);
    assert_eq!(app.database.count("recovery_codes"), 10);
    let challenge = ada.challenge().await;
    let shown = codes(&confirmed["recoveryCodes"]);
    ada.verify_recovery_code(&challenge, &shown[0]).send().await.ok();
}

#[tokio::test]
async fn i2_a_permission_to_enroll_is_good_for_one_session() {
    let (app, replica) = two_replicas();
    let mut ada = app.user("ada", &["member"]).await;
    app.enrolled_admin().await.change_policy(json!({"mode": "required"})).await;
    ada.access = text(&ada.login().await.ok()["enrollmentToken"]);
    let (id, phone) = ada.begin().await;
    let (code, sessions) = (phone.next_code(), app.database.count("sessions"));
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.confirm(&id, &code))).await;
    only_winner(&answers, &[401, 404, 422]);
    assert_eq!(app.database.count("sessions"), sessions + 1);
}

#[tokio::test]
async fn i2_one_code_regenerates_one_set() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let code = ada.phone().next_code();
    let path = "/v1/me/recovery-codes/regenerate";
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.post(path, json!({"code": code})))).await;
    let regenerated = only_winner(&answers, &[401, 429]).ok();
    assert_eq!(app.database.count("recovery_codes"), 10);
    assert_eq!(app.database.count("audit_events WHERE action = 'recovery_codes.regenerated'"), 1);
    let challenge = ada.challenge().await;
    let shown = codes(&regenerated["recoveryCodes"]);
    ada.verify_recovery_code(&challenge, &shown[9]).send().await.ok();
}

#[tokio::test]
async fn an_address_is_taken_once() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let body = json!({"email": "ada@lock.example", "displayName": "Ada", "roles": ["member"],
        "password": "her very own secret words"});
    let answers = race(by_turns(&admin, &replica, |admin, _| admin.post("/v1/users", body.clone()))).await;
    assert_eq!(with_status(&answers, 201), 1);
    assert_eq!(with_status(&answers, 409) + with_status(&answers, 503), AT_ONCE - 1);
    app.forgive(503);
    assert_eq!(app.database.count("users WHERE email = 'ada@lock.example'"), 1);
}

/// Two processes of the built program, twenty users, fifty tries of each one's code.
#[tokio::test]
async fn i2_no_code_succeeds_twice_over_two_processes() {
    let database = Database::bootstrapped();
    let journal = Journal::default();
    let processes = [Process::serve(&database), Process::serve(&database)];
    let [one, other] = processes.each_ref().map(|process| process.endpoint(&journal));
    let clock = Arc::new(TestClock::new());
    let mut admin = Actor::new(one, Arc::clone(&clock), ADMIN_EMAIL, ADMIN_PASSWORD);
    admin.sign_in().await;
    for round in 0..20 {
        let mut user = admin.create_user(&format!("user{round}"), &["member"]).await;
        user.sign_in().await;
        clock.set(SystemClock.now());
        let (id, phone) = user.begin().await;
        let confirmed = user.confirm(&id, &phone.code()).send().await.ok();
        user.adopt(&confirmed);

        let challenges = user.challenges(if round % 2 == 0 { 1 } else { AT_ONCE }).await;
        let told = format!("audit_events WHERE action = 'login.succeeded' AND subject_id = '{}'", user.id);
        let sessions = format!("sessions WHERE user_id = '{}'", user.id);
        let before = (database.count(&sessions), database.count(&told));
        // The code after the one that confirmed: fresh, also when the step changes meanwhile.
        let code = phone.code_off_by(30);
        let calls = by_turns(&user, &other, |user, number| {
            user.verify(&challenges[number % challenges.len()], &code)
        });
        only_winner(&race(calls).await, &[401, 410, 429]);
        let after = (database.count(&sessions), database.count(&told));
        assert_eq!(after, (before.0 + 1, before.1 + 1), "round {round}");
    }
}

/// A burst that is over leaves nothing behind that would keep its user out.
#[tokio::test]
async fn after_a_race_the_user_signs_in_as_ever() {
    let (app, replica) = two_replicas();
    let mut ada = app.enrolled_member("ada").await;
    let (challenge, code) = (ada.challenge().await, ada.phone().next_code());
    only_winner(&race(by_turns(&ada, &replica, |ada, _| ada.verify(&challenge, &code))).await, &[401, 410]);
    app.clock.advance(TimeDelta::minutes(1));
    ada.sign_in().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a_confirmation_that_meets_a_sign_out_is_refused() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let ada = app.member(&format!("ada{round}")).await;
        let (id, phone) = ada.begin().await;
        let log_out = ada.at(&replica).post("/v1/auth/logout", json!({}));
        let answers = race(vec![ada.confirm(&id, &phone.code()), log_out]).await;
        let factor = format!("users WHERE id = '{}' AND oldest_secret_at IS NOT NULL", ada.id);
        match answers[0].status.as_u16() {
            200 => assert_eq!(app.database.count(&factor), 1),
            401 => assert_eq!(app.database.count(&factor), 0),
            other => panic!("{other}: {}", answers[0].text()),
        }
    }
}

#[tokio::test]
async fn a_disable_that_meets_a_sign_out_is_refused() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let ada = app.enrolled_member(&format!("ada{round}")).await;
        let log_out = ada.at(&replica).post("/v1/auth/logout", json!({}));
        let disable = ada.disable_call(&ada.password, &ada.phone().next_code());
        let answers = race(vec![disable, log_out]).await;
        let factor = format!("users WHERE id = '{}' AND oldest_secret_at IS NOT NULL", ada.id);
        match answers[0].status.as_u16() {
            204 => assert_eq!(app.database.count(&factor), 0),
            401 => assert_eq!(app.database.count(&factor), 1),
            other => panic!("{other}: {}", answers[0].text()),
        }
    }
}
