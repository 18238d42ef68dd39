//! What cannot be written does not happen, and what was answered has happened.

use serde_json::json;

use crate::support::{
    actor::{Actor, codes, text},
    app::TestApp,
};

/// From now on no audit event can be written, and so nothing that one would tell of.
fn break_the_log(app: &TestApp) {
    app.database.execute(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''full''; END'; \
         CREATE TRIGGER refuse BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse()",
    );
}

fn mend_the_log(app: &TestApp) {
    app.database.execute("DROP TRIGGER refuse ON audit_events; DROP FUNCTION refuse");
}

#[tokio::test]
async fn i4_while_nothing_can_be_written_nobody_comes_in() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let (tablet, _) = ada.add_authenticator("Tablet").await;
    let admin = app.admin().await;
    let pass = admin.issue_pass(&ada).await;
    let (challenge, step_up) = (ada.challenge().await, ada.step_up_challenge().await);
    let code = ada.phone().next_code();
    let before = app.database.dump();

    break_the_log(&app);
    let calls = [
        ada.login_call(),
        ada.verify(&challenge, &code),
        ada.verify(&challenge, &ada.phone().wrong_code()),
        ada.verify_recovery_code(&challenge, &ada.recovery_codes[0]),
        ada.verify_pass(&challenge, &pass),
        ada.verify(&step_up, &code),
        ada.refresh_call(),
        ada.disable_call(&ada.password, &code),
        ada.post("/v1/me/authenticators", json!({})),
        ada.remove_call(&tablet),
        ada.post("/v1/me/password", json!({"current": ada.password, "new": "her next secret words"})),
        admin.change_call(&ada, json!({"suspended": true})),
        admin.change_call(&ada, json!({"roles": ["manager"]})),
        admin.end_sessions_call(&ada),
        admin.reset_call(&ada),
        admin.pass_call(&ada, 60),
    ];
    let refused = calls.len();
    for call in calls {
        call.send().await.problem(500, "internal");
    }
    mend_the_log(&app);
    assert_eq!(app.database.dump(), before, "nothing was half done");
    assert_eq!(app.forgive(500), refused);

    // Neither the code nor a try was used up.
    let problem =
        ada.verify(&challenge, &ada.phone().wrong_code()).send().await.problem(401, "code_rejected");
    assert_eq!(problem["attemptsRemaining"], 4);
    let other = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.ok();
    ada.verify_pass(&other, &pass).send().await.ok();
}

async fn opens(ada: &Actor, recovery_code: &str) -> bool {
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, recovery_code).send().await.status == 200
}

#[tokio::test]
async fn i6_a_set_that_was_not_given_out_leaves_the_old_one() {
    let mut app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let regenerate =
        |ada: &Actor| ada.post("/v1/me/recovery-codes/regenerate", json!({"code": ada.phone().next_code()}));
    break_the_log(&app);
    regenerate(&ada).send().await.problem(500, "internal");
    mend_the_log(&app);
    app.forgive(500);
    assert!(opens(&ada, &ada.recovery_codes[0]).await);

    let fresh = codes(&regenerate(&ada).send().await.ok()["recoveryCodes"]);
    app.restart_with(|_| {});
    let ada = ada.at(&app.endpoint());
    assert!(!opens(&ada, &ada.recovery_codes[1]).await);
    assert!(opens(&ada, &fresh[0]).await);
}

#[tokio::test]
async fn i6_an_enrollment_counts_exactly_when_it_was_confirmed() {
    let mut app = TestApp::start();
    let mut ada = app.member("ada").await;
    let (id, phone) = ada.begin().await;
    break_the_log(&app);
    ada.confirm(&id, &phone.code()).send().await.problem(500, "internal");
    mend_the_log(&app);
    app.forgive(500);
    assert_eq!(ada.two_factor().await["state"], "notEnabled");
    assert_eq!(ada.login().await.ok()["status"], "signedIn");

    let confirmed = ada.confirm(&id, &phone.code()).send().await.ok();
    app.restart_with(|_| {});
    ada = ada.at(&app.endpoint());
    let challenge = text(&ada.login().await.ok()["challengeId"]);
    ada.verify(&challenge, &phone.next_code()).send().await.ok();
    assert!(opens(&ada, &codes(&confirmed["recoveryCodes"])[9]).await);
}
