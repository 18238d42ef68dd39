//! What is good once, used at the same moment in every place that takes it.

use serde_json::json;

use crate::support::{
    actor::Actor,
    answer::Answer,
    call::Call,
    race::{AT_ONCE, race, two_replicas, with_status},
    service::Service,
};

fn succeeded(answer: &Answer) -> bool {
    answer.status.is_success() && answer.json()["valid"] != false
}

/// Every place that takes a code of an authenticator, ten times each.
fn everywhere(ada: &Actor, door: &Service, [login, step_up]: &[String; 2], code: &str) -> Vec<Call> {
    let regenerate = || ada.post("/v1/me/recovery-codes/regenerate", json!({"code": code}));
    let calls = (0..AT_ONCE).map(|number| match number % 5 {
        0 => ada.verify(login, code),
        1 => ada.verify(step_up, code),
        2 => door.verify_call(ada, code),
        3 => regenerate(),
        _ => ada.disable_call(&ada.password, code),
    });
    calls.collect()
}

#[tokio::test]
async fn one_code_in_every_place_at_once_is_taken_once() {
    let (app, replica) = two_replicas();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    for round in 0..5 {
        let ada = app.enrolled_member(&format!("ada{round}")).await;
        let challenges = [ada.challenge().await, ada.step_up_challenge().await];
        let code = ada.phone().next_code();
        let calls = everywhere(&ada.at(&replica), &door, &challenges, &code);
        let answers = race(calls).await;
        let won: Vec<&str> =
            answers.iter().filter(|answer| succeeded(answer)).map(|answer| answer.request.as_str()).collect();
        assert_eq!(won.len(), 1, "round {round}: {won:?}");
        let told = format!(
            "audit_events WHERE subject_id = '{}' AND outcome = 'success' AND action IN ('login.succeeded', \
             'step_up.succeeded', 'verify.succeeded', 'recovery_codes.regenerated', 'two_factor.disabled')",
            ada.id
        );
        // One more, of the password alone before she enrolled.
        assert_eq!(app.database.count(&told), 2, "round {round}: {won:?}");
    }
}

#[tokio::test]
async fn one_recovery_code_at_sign_ins_and_at_services_at_once_is_taken_once() {
    let (app, replica) = two_replicas();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    let ada = app.enrolled_member("ada").await;
    let (challenges, code) = (ada.challenges(5).await, &ada.recovery_codes[3]);
    let both = [ada.clone(), ada.at(&replica)];
    let calls = (0..AT_ONCE).map(|number| {
        let ada = &both[number % 2];
        if number % 4 < 2 {
            door.verify_call(ada, code)
        } else {
            ada.verify_recovery_code(&challenges[number % 5], code)
        }
    });
    let answers = race(calls.collect()).await;
    assert_eq!(answers.iter().filter(|answer| succeeded(answer)).count(), 1);
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 1);
}

/// A session that is renewed while it is ended: whichever comes first, nothing of it is left.
#[tokio::test]
async fn i7_a_refresh_that_meets_a_sign_out_leaves_no_session() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let ada = app.member(&format!("ada{round}")).await;
        let log_out = ada.at(&replica).post("/v1/auth/logout", json!({}));
        let answers = race(vec![ada.refresh_call(), log_out]).await;
        answers[1].no_content();
        let live = format!("sessions WHERE user_id = '{}' AND ended_at IS NULL", ada.id);
        assert_eq!(app.database.count(&live), 0, "round {round}");
        if answers[0].status == 200 {
            let mut renewed = ada.clone();
            renewed.adopt(&answers[0].json());
            assert!(!renewed.is_signed_in().await);
            renewed.refresh_call().send().await.problem(401, "session_expired");
        }
    }
}

#[tokio::test]
async fn a_challenge_that_meets_a_new_password_opens_nothing_afterwards() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let ada = app.enrolled_member(&format!("ada{round}")).await;
        let challenge = ada.challenge().await;
        let body = json!({"current": ada.password, "new": "an entirely new set of words"});
        let change = ada.at(&replica).post("/v1/me/password", body);
        let answers = race(vec![ada.verify(&challenge, &ada.phone().next_code()), change]).await;
        answers[1].ok();
        let live = format!("sessions WHERE user_id = '{}' AND ended_at IS NULL", ada.id);
        assert_eq!(app.database.count(&live), 1, "round {round}: that which changed it");
        assert_eq!(
            with_status(&answers[..1], 200) + with_status(&answers[..1], 410),
            1,
            "{}",
            answers[0].text()
        );
    }
}
