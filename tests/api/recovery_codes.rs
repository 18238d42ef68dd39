//! Recovery codes: once each, in place of any other method, and in fresh sets.

use serde_json::json;

use crate::support::{
    actor::{Actor, codes},
    app::TestApp,
};

fn regenerate(actor: &Actor, code: &str) -> crate::support::call::Call {
    actor.post("/v1/me/recovery-codes/regenerate", json!({"code": code}))
}

#[tokio::test]
async fn l6_a_recovery_code_signs_in_once() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let code = ada.recovery_codes[3].clone();
    let challenge = ada.challenge().await;
    let verified = ada.verify_recovery_code(&challenge, &code).send().await.ok();
    ada.adopt(&verified);
    assert!(ada.is_signed_in().await);

    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &code).send().await.problem(401, "code_rejected");
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[4]).send().await.ok();
}

#[tokio::test]
async fn l6_input_is_forgiven_as_people_type() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let typed = [
        ada.recovery_codes[0].to_lowercase(),
        ada.recovery_codes[1].replace('-', ""),
        ada.recovery_codes[2].replace('-', " "),
        ada.recovery_codes[3].replace('0', "O").replace('1', "l"),
        format!("  {} ", ada.recovery_codes[4]),
    ];
    for code in typed {
        let challenge = ada.challenge().await;
        ada.verify_recovery_code(&challenge, &code).send().await.ok();
    }
}

#[tokio::test]
async fn l6_used_codes_are_crossed_off_with_their_time() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[1]).send().await.ok();

    let listed = ada.get("/v1/me/recovery-codes").send().await.ok();
    assert_eq!(listed["remaining"], 9);
    assert_eq!(listed["suggestNew"], false);
    let now = serde_json::to_value(nightlatch::clock::Clock::now(&*app.clock)).unwrap();
    for (index, code) in listed["codes"].as_array().unwrap().iter().enumerate() {
        assert_eq!(code["number"], index + 1);
        assert_eq!(code.get("usedAt"), (index == 1).then_some(&now), "{code}");
    }
    assert_eq!(ada.two_factor().await["recoveryCodes"]["remaining"], 9);
}

#[tokio::test]
async fn l6_when_few_are_left_a_notice_offers_a_fresh_set() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    for left in (2..10).rev() {
        let code = ada.recovery_codes.remove(0);
        let challenge = ada.challenge().await;
        let verified = ada.verify_recovery_code(&challenge, &code).send().await.ok();
        let notices = verified["notices"].as_array().unwrap();
        assert_eq!(notices.len(), usize::from(left <= 3), "{left} left: {notices:?}");
        if left <= 3 {
            assert_eq!(
                (&notices[0]["code"], &notices[0]["remaining"]),
                (&json!("recovery_codes_low"), &json!(left))
            );
        }
    }
    assert_eq!(ada.get("/v1/me/recovery-codes").send().await.ok()["suggestNew"], true);
}

#[tokio::test]
async fn without_recovery_codes_the_method_is_not_offered() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    for code in ada.recovery_codes.split_off(0) {
        let challenge = ada.challenge().await;
        ada.verify_recovery_code(&challenge, &code).send().await.ok();
    }
    assert_eq!(ada.login().await.ok()["methods"], json!(["totp"]));
}

#[tokio::test]
async fn where_the_policy_forbids_recovery_codes_they_do_not_open() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let ada = app.enrolled_member("ada").await;
    let earlier = ada.challenge().await;
    admin.change_policy(json!({"allowedMethods": ["totp"]})).await;
    let login = ada.login().await.ok();
    assert_eq!(login["methods"], json!(["totp"]));
    for challenge in [login["challengeId"].as_str().unwrap(), &earlier] {
        let answer = ada.verify_recovery_code(challenge, &ada.recovery_codes[0]).send().await;
        assert!(answer.status.is_client_error(), "{}", answer.text());
        assert_eq!(answer.json().get("session"), None);
    }
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 0);
}

#[tokio::test]
async fn a_fresh_set_takes_a_current_code_and_kills_the_old_one() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    regenerate(&ada, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
    regenerate(&ada, "12345").send().await.invalid("code");
    assert_eq!(ada.get("/v1/me/recovery-codes").send().await.ok()["remaining"], 10);

    let code = ada.phone().next_code();
    let answer = regenerate(&ada, &code).send().await;
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let fresh = codes(&answer.ok()["recoveryCodes"]);
    assert_eq!(fresh.len(), 10);
    assert!(ada.is_signed_in().await, "the session goes on");
    regenerate(&ada, &code).send().await.problem(401, "code_rejected");

    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]).send().await.problem(401, "code_rejected");
    ada.verify_recovery_code(&challenge, &fresh[0]).send().await.ok();
}

#[tokio::test]
async fn i1_a_code_that_regenerated_does_not_sign_in() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let code = ada.phone().next_code();
    regenerate(&ada, &code).send().await.ok();
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.problem(401, "code_rejected");
}

#[tokio::test]
async fn without_a_factor_there_is_nothing_to_regenerate() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    regenerate(&ada, "123456").send().await.problem(409, "enroll_first");
    let listed = ada.get("/v1/me/recovery-codes").send().await.ok();
    assert_eq!(listed, json!({"codes": [], "remaining": 0, "suggestNew": false}));
}
