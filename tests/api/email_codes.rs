//! Codes by mail at sign-in: for whom, how often, for how long, and what they do not stand for.

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::{clock::Clock, flows::housekeeping::INTERVAL};
use serde_json::json;

use crate::support::{
    actor::{Actor, claims, text},
    app::TestApp,
    mailbox,
    race::{by_turns, only_winner, race, two_replicas, with_status},
};

#[tokio::test]
async fn e10_a_mailed_code_finishes_the_sign_in() {
    let app = TestApp::start();
    let mut mia = app.mailed_member("mia").await;
    let login = mia.login().await.ok();
    assert_eq!((&login["status"], &login["methods"]), (&json!("challenge"), &json!(["email"])));
    let challenge = text(&login["challengeId"]);
    let sent = mia.send_code_call(&challenge).send().await.expect(202);
    assert_eq!((&sent["sentTo"], &sent["expiresAt"]), (&json!("m…@lock.example"), &login["expiresAt"]));
    let code = mailbox::code(&app.mail_to(&mia.email).await.only());
    let verified = mia.verify_mailed_code(&challenge, &code).send().await.ok();
    mia.adopt(&verified);
    let claims = claims(&mia.access);
    assert_eq!((&claims["amr"], &claims["acr"]), (&json!(["pwd", "email"]), &json!("aal1")));
    assert_eq!(claims.get("second_factor_time"), None);
    mia.patch("/v1/me", json!({"displayName": "Mia M."})).send().await.ok();
    mia.verify_mailed_code(&challenge, &code).send().await.problem(410, "challenge_expired");
}

#[tokio::test]
async fn e10_it_is_turned_on_by_whoever_has_proven_the_address() {
    let app = TestApp::start();
    let (admin, mia) = (app.admin().await, app.member("mia").await);
    let state = json!({"verified": false, "enabled": false, "available": true, "passwordByMail": false});
    assert_eq!(mia.two_factor().await["email"], state);
    mia.email_codes_call(true).send().await.problem(409, "email_unverified");
    app.verify_address(&mia);
    let on = mia.email_codes_call(true).send().await.ok();
    assert_eq!(on, json!({"verified": true, "enabled": true, "available": true, "passwordByMail": false}));
    mia.email_codes_call(true).send().await.ok();
    assert_eq!(app.database.count("audit_events WHERE action = 'email_verification.changed'"), 1);

    app.verify_address(&admin);
    admin.email_codes_call(true).send().await.problem(403, "not_permitted");
    for changes in [json!({"mode": "off"}), json!({"mode": "optional", "allowedMethods": ["totp"]})] {
        admin.change_policy(changes).await;
        mia.email_codes_call(true).send().await.problem(403, "blocked_by_policy");
        assert_eq!(mia.login().await.ok()["status"], "signedIn");
        assert_eq!(mia.two_factor().await["email"]["available"], false);
    }
    mia.email_codes_call(false).send().await.ok();
}

#[tokio::test]
async fn e10_an_address_that_is_no_longer_proven_takes_no_code() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    app.database.execute("UPDATE users SET email_verified_at = NULL");
    mia.send_code_call(&challenge).send().await.invalid("method");
    assert_eq!(mia.login().await.ok()["status"], "signedIn");
}

#[tokio::test]
async fn e10_an_administrator_is_never_asked_for_a_mailed_code() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    app.admin().await.change(&mia, json!({"roles": ["admin"]})).await;
    mia.send_code_call(&challenge).send().await.invalid("method");
    assert_eq!(mia.login().await.ok()["status"], "signedIn");
}

#[tokio::test]
async fn e10_an_authenticator_supersedes_it() {
    let app = TestApp::start();
    let mut mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    let code = mia.mailed_code(&app, &challenge).await;
    mia.enroll().await;
    mia.verify_mailed_code(&challenge, &code).send().await.problem(410, "challenge_expired");
    let challenge = mia.challenge().await;
    mia.send_code_call(&challenge).send().await.invalid("method");
    mia.verify_mailed_code(&challenge, &code).send().await.invalid("method");
    let step_up = mia.step_up_challenge().await;
    mia.send_code_call(&step_up).send().await.invalid("method");
    mia.verify_mailed_code(&step_up, &code).send().await.invalid("method");
}

#[tokio::test]
async fn e10_wrong_codes_are_charged_like_those_of_an_authenticator() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    let first = mia.challenge().await;
    mia.verify_mailed_code(&first, "1234567").send().await.invalid("code");
    let code = mia.mailed_code(&app, &first).await;
    let wrong = if code == "00000000" { "00000001" } else { "00000000" };
    for left in [4, 3, 2, 1, 0] {
        let problem = mia.verify_mailed_code(&first, wrong).send().await.problem(401, "code_rejected");
        assert_eq!(problem["attemptsRemaining"], left);
    }
    mia.verify_mailed_code(&first, &code).send().await.problem(410, "challenge_expired");
    // Five more of the pool, over another challenge and before any code was mailed for it.
    let second = mia.challenge().await;
    for _ in 0..5 {
        mia.verify_mailed_code(&second, &code).send().await.problem(401, "code_rejected");
    }
    let third = mia.challenge().await;
    let code = mia.mailed_code(&app, &third).await;
    mia.verify_mailed_code(&third, &code).send().await.problem(429, "too_many_attempts");
}

#[tokio::test]
async fn e10_the_newest_code_of_its_challenge_is_good_and_no_other() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    let (first, second) = (mia.challenge().await, mia.challenge().await);
    let older = mia.mailed_code(&app, &first).await;
    let newer = mia.mailed_code(&app, &first).await;
    let others = mia.mailed_code(&app, &second).await;
    for wrong in [&older, &others] {
        mia.verify_mailed_code(&first, wrong).send().await.problem(401, "code_rejected");
    }
    mia.verify_mailed_code(&first, &newer).send().await.ok();
    app.clock.advance(TimeDelta::minutes(5));
    mia.verify_mailed_code(&second, &others).send().await.problem(410, "challenge_expired");
    mia.send_code_call(&second).send().await.problem(410, "challenge_expired");
    mia.send_code_call("nonsense").send().await.problem(410, "challenge_expired");
}

#[tokio::test]
async fn e10_three_codes_are_mailed_in_a_quarter_of_an_hour_and_ten_a_day() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    let begun = app.clock.now();
    let (mut sent, mut refused) = (0, 0);
    for _ in 0..30 {
        let challenge = mia.challenge().await;
        for _ in 0..2 {
            let answer = mia.send_code_call(&challenge).send().await;
            if answer.status == 202 {
                sent += 1;
                continue;
            }
            refused += 1;
            let seconds = answer.problem(429, "too_many_mails")["retryAfter"].as_i64().unwrap();
            let longest = if sent < 10 { TimeDelta::minutes(15) } else { TimeDelta::days(1) };
            assert!((1..=longest.num_seconds()).contains(&seconds), "{seconds}");
        }
        app.clock.advance(TimeDelta::minutes(5));
    }
    assert_eq!((sent, refused), (10, 50));
    let told = |outcome| {
        app.database
            .count(&format!("audit_events WHERE action = 'email_code.sent' AND outcome = '{outcome}'"))
    };
    assert_eq!((told("success"), told("failure")), (10, 50));
    app.clock.set(begun + TimeDelta::days(1));
    let challenge = mia.challenge().await;
    mia.send_code_call(&challenge).send().await.expect(202);
}

#[tokio::test]
async fn i2_one_mailed_code_opens_once_and_fifty_requests_mail_three() {
    let (app, replica) = two_replicas();
    let mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    let code = mia.mailed_code(&app, &challenge).await;
    let sessions = app.database.count("sessions");
    let answers = race(by_turns(&mia, &replica, |mia, _| mia.verify_mailed_code(&challenge, &code))).await;
    only_winner(&answers, &[401, 410]);
    assert_eq!(app.database.count("sessions"), sessions + 1);

    let challenge = mia.challenge().await;
    let answers = race(by_turns(&mia, &replica, |mia, _| mia.send_code_call(&challenge))).await;
    assert_eq!((with_status(&answers, 202), with_status(&answers, 429)), (2, 48), "one was mailed before");
}

#[tokio::test]
async fn i2_a_burst_of_guesses_gets_five_verdicts() {
    let (app, replica) = two_replicas();
    let mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    let code = mia.mailed_code(&app, &challenge).await;
    let number: u32 = code.parse().unwrap();
    let guess = |n: usize| {
        if n == 25 { code.clone() } else { format!("{:08}", (number + n as u32 + 1) % 100_000_000) }
    };
    let calls = by_turns(&mia, &replica, |mia, n| mia.verify_mailed_code(&challenge, &guess(n)));
    let answers = race(calls).await;
    let (opened, rejected) = (with_status(&answers, 200), with_status(&answers, 401));
    assert!(opened <= 1 && opened + rejected <= 5, "{opened} opened, {rejected} rejected");
}

#[tokio::test]
async fn o3_a_mailed_code_does_not_stand_for_a_required_factor() {
    let app = TestApp::start();
    let mut mia = app.mailed_member("mia").await;
    let admin = app.enrolled_admin().await;
    let policy = admin.policy().await.0;
    let changed = json!({"mode": "required", "phases": [], "afterGrace": "enrollAtLogin"});
    let before = admin.preview(policy).await["counts"].clone();
    assert_eq!(
        (&before["notice"], &before["ready"]),
        (&json!(1), &json!(1)),
        "codes by mail make nobody ready"
    );
    app.clock.next_step();
    admin.change_policy(changed).await;
    assert_eq!(admin.look_at(&mia).await["twoFactor"]["standing"], "mustEnroll");
    let challenge = mia.challenge().await;
    let code = mia.mailed_code(&app, &challenge).await;
    let entered = mia.verify_mailed_code(&challenge, &code).send().await.ok();
    assert_eq!(entered["status"], "enrollment");
    mia.access = text(&entered["enrollmentToken"]);
    mia.enroll().await;
    assert_eq!(claims(&mia.access)["acr"], "aal2");
}

#[tokio::test]
async fn o3_who_is_past_the_deadline_is_blocked_all_the_same() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    let admin = app.enrolled_admin().await;
    admin.require(json!({"everyone": true}), 1, json!({"afterGrace": "block"})).await;
    app.clock.advance(TimeDelta::days(1) - TimeDelta::minutes(1));
    let challenge = mia.challenge().await;
    let code = mia.mailed_code(&app, &challenge).await;
    app.clock.advance(TimeDelta::minutes(1));
    mia.verify_mailed_code(&challenge, &code).send().await.problem(410, "challenge_expired");
    mia.login().await.problem(403, "blocked_by_policy");
}

#[tokio::test]
async fn a_password_that_came_by_mail_is_followed_by_no_mailed_code() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    let code = mia.mailed_code(&app, &challenge).await;
    app.database.execute("UPDATE users SET password_by_mail = true");
    mia.send_code_call(&challenge).send().await.invalid("method");
    mia.verify_mailed_code(&challenge, &code).send().await.invalid("method");
    let blocked = mia.login().await.problem(403, "blocked_by_policy");
    assert!(text(&blocked["detail"]).contains("administrator"), "{blocked}");
    assert_eq!(blocked["reason"], "passwordByMail");

    let pass = admin.issue_pass(&mia).await;
    assert_eq!(mia.login().await.ok()["methods"], json!(["temporaryPass"]));
    mia.enter_by(&pass).await;
    mia.enroll().await;
    assert_eq!(mia.login().await.ok()["methods"][0], "totp");
}

#[tokio::test]
async fn whoever_has_a_password_by_mail_chooses_another_before_turning_codes_on() {
    let app = TestApp::start();
    let mut mia = app.member("mia").await;
    app.verify_address(&mia);
    app.database.execute("UPDATE users SET password_by_mail = true");
    assert_eq!(mia.two_factor().await["email"]["passwordByMail"], true);
    mia.email_codes_call(true).send().await.problem(409, "password_by_mail");
    assert_eq!(mia.login().await.ok()["status"], "signedIn");

    let changed = json!({"current": mia.password, "new": "her next secret words"});
    let changed = mia.post("/v1/me/password", changed).send().await.ok();
    mia.adopt(&changed);
    let on = mia.email_codes_call(true).send().await.ok();
    assert_eq!((&on["enabled"], &on["passwordByMail"]), (&json!(true), &json!(false)));
}

#[tokio::test]
async fn a_password_that_its_owner_changes_came_by_no_mail() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    app.database.execute("UPDATE users SET password_by_mail = true");
    let changed = json!({"current": mia.password, "new": "her next secret words"});
    mia.post("/v1/me/password", changed).send().await.ok();
    let mia = Actor { password: "her next secret words".to_owned(), ..mia };
    assert_eq!(mia.login().await.ok()["methods"], json!(["email"]));
}

#[tokio::test]
async fn a4_a_pass_stands_beside_the_mailed_code() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut mia = app.mailed_member("mia").await;
    let pass = admin.issue_pass(&mia).await;
    let login = mia.login().await.ok();
    assert_eq!(
        (&login["methods"], &login["preferred"]),
        (&json!(["email", "temporaryPass"]), &json!("email"))
    );
    mia.enter_by(&pass).await;
    mia.enroll().await;
}

#[tokio::test]
async fn l4_on_a_single_form_the_mailed_code_is_asked_for_after_it() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut mia = app.mailed_member("mia").await;
    admin.change_policy(json!({"loginStyle": "singleForm"})).await;
    let form = |password: &str, code: &str| {
        let body = json!({"email": mia.email, "password": password, "code": code});
        mia.endpoint.post("/v1/auth/login", body)
    };
    for code in ["", "123456", "12345678"] {
        form("not her password", code).send().await.problem(401, "login_failed");
        assert_eq!(form(&mia.password, code).send().await.ok()["methods"], json!(["email"]));
    }
    let pass = admin.issue_pass(&mia).await;
    assert_eq!(form(&mia.password, &pass).send().await.ok()["status"], "enrollment");
    mia.sign_in_by_mail(&app).await;
}

#[tokio::test]
async fn codes_are_forgotten_when_their_time_is_over() {
    let app = TestApp::start();
    let mia = app.mailed_member("mia").await;
    let challenge = mia.challenge().await;
    let sent = mia.send_code_call(&challenge).send().await.expect(202);
    let expires_at: DateTime<Utc> = sent["expiresAt"].as_str().unwrap().parse().unwrap();
    assert_eq!(app.clock.now() + TimeDelta::minutes(5), expires_at, "with its challenge");
    app.clean_up().await;
    assert_eq!(app.database.count("email_codes"), 1);
    app.clock.advance(INTERVAL);
    app.clean_up().await;
    assert_eq!(app.database.count("email_codes"), 0);
}
