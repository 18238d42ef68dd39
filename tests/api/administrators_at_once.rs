//! Administrators and resets at the same moment: an organization always keeps somebody, and nothing taken away comes back.

use serde_json::json;

use crate::support::{
    actor::{Actor, text},
    race::{AT_ONCE, by_turns, only_winner, race, two_replicas, with_status},
};

/// One more superadmin, signed in.
async fn superadmin(admin: &Actor, name: &str) -> Actor {
    let mut superadmin = admin.create_user(name, &["superadmin"]).await;
    superadmin.sign_in().await;
    superadmin
}

/// Fifty rounds in which the last two administrators end each other's office, or both their own, in every way there is.
#[tokio::test]
async fn of_the_last_two_administrators_one_stays() {
    let (app, replica) = two_replicas();
    let mut one = app.admin().await;
    let mut other = superadmin(&one, "other").await;
    let left = "users AS u WHERE suspended_at IS NULL AND EXISTS (SELECT FROM user_roles AS r \
                WHERE r.user_id = u.id AND r.left_at IS NULL AND r.role IN ('admin', 'superadmin'))";
    for round in 0..50 {
        let (demoted, suspended) = (json!({"roles": ["member"]}), json!({"suspended": true}));
        let there = other.at(&replica);
        let (own, calls) = match round % 4 {
            0 => (false, [one.change_call(&other, demoted.clone()), there.change_call(&one, demoted)]),
            1 => (false, [one.change_call(&other, suspended.clone()), there.change_call(&one, suspended)]),
            2 => (false, [one.change_call(&other, demoted), there.change_call(&one, suspended)]),
            _ => (true, [one.change_call(&one, demoted.clone()), there.change_call(&other, demoted)]),
        };
        let answers = race(calls.into()).await;
        only_winner(&answers, &[401, 403, 409]);
        assert_eq!(app.database.count(left), 1, "round {round}");

        let first_stays = (answers[0].status == 200) != own;
        let (stays, mut back) = if first_stays { (one, other) } else { (other, one) };
        stays.change(&back, json!({"roles": ["superadmin"], "suspended": false})).await;
        back.sign_in().await;
        (one, other) = (stays, back);
    }
}

/// What was under way when an administrator was demoted is done before it, or not at all.
#[tokio::test]
async fn i7_nobody_undoes_their_own_demotion() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    for round in 0..5 {
        let mut eve = admin.create_user(&format!("eve{round}"), &["admin"]).await;
        eve.sign_in().await;
        let mut calls = by_turns(&eve, &replica, |eve, _| eve.change_call(eve, json!({"roles": ["admin"]})));
        calls.insert(AT_ONCE / 4, admin.change_call(&eve, json!({"roles": ["member"]})));
        let answers = race(calls).await;
        assert_eq!(with_status(&answers, 200) + with_status(&answers, 403), AT_ONCE + 1);
        answers[AT_ONCE / 4].ok();
        assert_eq!(admin.look_at(&eve).await["roles"], json!(["member"]), "round {round}");
    }
}

#[tokio::test]
async fn of_two_administrators_who_reset_each_other_one_keeps_factor_and_session() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let admin = app.admin().await;
        let mut pair = Vec::new();
        for name in ["one", "other"] {
            let mut half = superadmin(&admin, &format!("{name}{round}")).await;
            half.enroll().await;
            pair.push(half);
        }
        let [one, other] = [&pair[0], &pair[1]];
        let answers = race(vec![one.reset_call(other), other.at(&replica).reset_call(one)]).await;
        let winner = text(&only_winner(&answers, &[401, 409]).ok()["code"]);
        let (kept, mut reset) =
            if answers[0].status == 200 { (one, other.clone()) } else { (other, one.clone()) };
        assert!(kept.is_signed_in().await && !reset.is_signed_in().await);
        assert_eq!(kept.two_factor().await["state"], "enabled");
        reset.enter_by(&winner).await;
    }
}

#[tokio::test]
async fn i2_one_pass_opens_one_enrollment() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let pass = app.admin().await.issue_pass(&ada).await;
    let challenges = ada.challenges(AT_ONCE).await;
    let calls = by_turns(&ada, &replica, |ada, number| ada.verify_pass(&challenges[number], &pass));
    let winner = only_winner(&race(calls).await, &[401]).ok();
    assert_eq!(winner["status"], "enrollment");
    assert_eq!(app.database.count("enrollment_grants"), 1);
}

#[tokio::test]
async fn i2_one_reset_code_over_one_challenge_opens_one_enrollment() {
    let (app, replica) = two_replicas();
    let mut ada = app.enrolled_member("ada").await;
    let code = app.admin().await.reset(&ada).await;
    let challenge = ada.challenge().await;
    let answers = race(by_turns(&ada, &replica, |ada, _| ada.verify_pass(&challenge, &code))).await;
    ada.access = text(&only_winner(&answers, &[401, 410]).ok()["enrollmentToken"]);
    assert_eq!(app.database.count("enrollment_grants"), 1);
    ada.enroll().await;
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn i2_of_resets_at_once_one_code_is_good() {
    let (app, replica) = two_replicas();
    let ada = app.enrolled_member("ada").await;
    let admin = app.admin().await;
    let answers = race(by_turns(&admin, &replica, |admin, _| admin.reset_call(&ada))).await;
    let given: Vec<String> = answers.iter().map(|answer| text(&answer.ok()["code"])).collect();
    let wiped = "audit_events WHERE action = 'two_factor.reset' AND detail ->> 'authenticators' = '1'";
    assert_eq!(app.database.count(wiped), 1);
    let challenges = ada.challenges(AT_ONCE).await;
    let calls = by_turns(&ada, &replica, |ada, number| ada.verify_pass(&challenges[number], &given[number]));
    only_winner(&race(calls).await, &[401]);
}

/// A sign-in that meets a reset comes in before it, and then it is ended, or not at all.
#[tokio::test]
async fn i7_a_sign_in_that_meets_a_reset_leaves_nothing_open() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let ada = app.enrolled_member(&format!("ada{round}")).await;
        let admin = app.admin().await;
        let (challenge, code) = (ada.challenge().await, ada.phone().next_code());
        let answers =
            race(vec![ada.verify(&challenge, &code), admin.at(&replica).reset_call(&ada), ada.login_call()])
                .await;
        assert!([200, 410].contains(&answers[0].status.as_u16()), "{}", answers[0].text());
        answers[1].ok();
        if answers[0].status == 200 {
            let mut inside = ada.clone();
            inside.adopt(&answers[0].ok());
            assert!(!inside.is_signed_in().await);
        }
        let open = format!("sessions WHERE user_id = '{}' AND ended_at IS NULL", ada.id);
        assert_eq!(app.database.count(&open), 0);
        assert_eq!(ada.login().await.ok()["methods"], json!(["temporaryPass"]));
    }
}

#[tokio::test]
async fn i7_a_sign_in_that_meets_a_suspension_leaves_nothing_open() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let ada = app.user(&format!("ada{round}"), &["member"]).await;
        let suspend = app.admin().await.at(&replica).change_call(&ada, json!({"suspended": true}));
        let answers = race(vec![ada.login_call(), suspend]).await;
        assert!([200, 401].contains(&answers[0].status.as_u16()), "{}", answers[0].text());
        answers[1].ok();
        let open = format!("sessions WHERE user_id = '{}' AND ended_at IS NULL", ada.id);
        assert_eq!(app.database.count(&open), 0);
    }
}
