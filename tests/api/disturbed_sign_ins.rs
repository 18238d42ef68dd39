//! A sign-in, or the next use of one, is decided by what it has read, and written where that is still so: whatever changes in
//! between, it is decided anew.

use chrono::TimeDelta;
use nightlatch::domain::session::MOST;
use serde_json::json;

use crate::support::{
    actor::Actor,
    answer::Answer,
    app::TestApp,
    call::Call,
    race::{AT_ONCE, race, until, waiting_for_a_lock},
};

/// Somebody with a challenge and the code that answers it.
async fn about_to_answer() -> (TestApp, Actor, String, String) {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let (challenge, code) = (ada.challenge().await, ada.phone().next_code());
    (app, ada, challenge, code)
}

/// Sends a request; when it waits to be written, `change` is committed, which it was decided without.
async fn disturbed(app: &TestApp, call: Call, change: &str) -> Answer {
    let held = app.database.hold(change);
    let asked = tokio::spawn(call.send());
    until(async || waiting_for_a_lock(app) == 1).await;
    held.commit();
    asked.await.expect("it is sent")
}

/// Nothing was written of the sign-in that was refused.
fn nothing_came_of_it(app: &TestApp, ada: &Actor, before: &[String]) {
    assert_eq!(written(app, ada), before);
}

fn written(app: &TestApp, ada: &Actor) -> Vec<String> {
    let id = &ada.id;
    app.database.column(&format!(
        "SELECT (SELECT count(*) FROM sessions WHERE user_id = '{id}') \
         || ' ' || (SELECT count(*) FROM refresh_tokens) \
         || ' ' || (SELECT max(last_step) FROM authenticators WHERE user_id = '{id}') \
         || ' ' || (SELECT coalesce(max(last_success_at)::text, '') FROM budgets WHERE user_id = '{id}' AND kind = 'secondFactor') \
         || ' ' || (SELECT count(*) FROM audit_events WHERE subject_id = '{id}' AND action = 'login.succeeded')"
    ))
}

#[tokio::test]
async fn a_code_opens_nothing_for_somebody_suspended_meanwhile() {
    let (app, ada, challenge, code) = about_to_answer().await;
    let before = written(&app, &ada);
    let suspended = format!("UPDATE users SET suspended_at = now() WHERE id = '{}'", ada.id);
    disturbed(&app, ada.verify(&challenge, &code), &suspended).await.problem(410, "challenge_expired");
    nothing_came_of_it(&app, &ada, &before);
    // No event tells of it.
    app.database.execute("UPDATE users SET suspended_at = NULL");
}

#[tokio::test]
async fn a_code_opens_nothing_when_its_challenge_has_failed_meanwhile() {
    let (app, ada, challenge, code) = about_to_answer().await;
    let before = written(&app, &ada);
    let failed = "UPDATE challenges SET failures = 5 WHERE finished_at IS NULL";
    disturbed(&app, ada.verify(&challenge, &code), failed).await.problem(410, "challenge_expired");
    nothing_came_of_it(&app, &ada, &before);
}

#[tokio::test]
async fn a_code_that_is_used_meanwhile_is_charged_as_a_wrong_one() {
    let (app, ada, challenge, code) = about_to_answer().await;
    let sessions = app.database.count("sessions");
    let used = format!("UPDATE authenticators SET last_step = last_step + 2 WHERE user_id = '{}'", ada.id);
    let refused = disturbed(&app, ada.verify(&challenge, &code), &used).await;
    assert_eq!(refused.problem(401, "code_rejected")["attemptsRemaining"], json!(4));
    assert_eq!(app.database.count("sessions"), sessions);
}

#[tokio::test]
async fn a_code_gets_no_verdict_when_the_budget_is_used_up_meanwhile() {
    let (app, ada, challenge, code) = about_to_answer().await;
    let before = written(&app, &ada);
    let used_up = format!(
        "UPDATE budgets SET consecutive_failures = 1000 WHERE user_id = '{}' AND kind = 'secondFactor'",
        ada.id
    );
    disturbed(&app, ada.verify(&challenge, &code), &used_up).await.problem(429, "too_many_attempts");
    nothing_came_of_it(&app, &ada, &before);
}

#[tokio::test]
async fn a_password_that_is_changed_meanwhile_opens_no_challenge() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    let challenges = app.database.count("challenges");
    let changed = format!("UPDATE users SET password_hash = password_hash || 'x' WHERE id = '{}'", ada.id);
    disturbed(&app, ada.login_call(), &changed).await.problem(401, "login_failed");
    assert_eq!(app.database.count("challenges"), challenges);
}

#[tokio::test]
async fn whoever_enrolls_meanwhile_is_asked_for_the_factor() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let bob = app.enrolled_member("bob").await;
    let enrolled = format!(
        "UPDATE users AS u SET factor_enrolled_at = b.factor_enrolled_at, oldest_secret_at = b.oldest_secret_at \
         FROM users AS b WHERE b.id = '{}' AND u.id = '{}'",
        bob.id, ada.id
    );
    let sessions = app.database.count("sessions");
    let login = disturbed(&app, ada.login_call(), &enrolled).await.ok();
    assert_eq!(login["status"], json!("challenge"));
    assert_eq!(app.database.count("sessions"), sessions);
}

/// A lock that changes nothing is only waited for.
#[tokio::test]
async fn a_code_that_has_to_wait_opens_its_session_all_the_same() {
    let (app, ada, challenge, code) = about_to_answer().await;
    let locked = format!("SELECT FROM users WHERE id = '{}' FOR UPDATE", ada.id);
    disturbed(&app, ada.verify(&challenge, &code), &locked).await.ok();
}

#[tokio::test]
async fn who_signs_in_elsewhere_meanwhile_has_no_session_too_many() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let live = format!("sessions WHERE user_id = '{}' AND ended_at IS NULL", ada.id);
    while app.database.count(&live) < MOST - 1 {
        app.clock.advance(TimeDelta::seconds(1));
        ada.sign_in().await;
    }
    let elsewhere = format!(
        "INSERT INTO sessions SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), \
             'user_agent', 'elsewhere'))).* FROM sessions AS s WHERE s.user_id = '{0}' \
             ORDER BY s.last_seen_at DESC LIMIT 1; \
         UPDATE last_sign_ins SET signed_in_at = signed_in_at WHERE user_id = '{0}'",
        ada.id
    );
    disturbed(&app, ada.login_call(), &elsewhere).await.ok();
    assert_eq!(app.database.count(&live), MOST);
    // No event tells of it.
    app.database.execute("DELETE FROM sessions WHERE user_agent = 'elsewhere'");
}

#[tokio::test]
async fn of_many_sign_ins_at_once_no_more_sessions_stay_than_may() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    // More at once would be turned away.
    for _ in 0..AT_ONCE / 5 {
        for answer in race((0..5).map(|_| ada.login_call()).collect()).await {
            answer.ok();
        }
    }
    let live = format!("sessions WHERE user_id = '{}' AND ended_at IS NULL", ada.id);
    assert_eq!(app.database.count(&live), MOST);
}

/// They are administrators at once: no session of theirs lasts a day.
#[tokio::test]
async fn who_becomes_an_administrator_meanwhile_has_an_administrators_session() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.user("ada", &["member"]).await);
    // Read after the user, and by nobody else.
    let held = app.database.hold("LOCK TABLE address_failures IN ACCESS EXCLUSIVE MODE");
    let asked = tokio::spawn(ada.login_call().send());
    until(async || waiting_for_a_lock(&app) == 1).await;
    admin.change(&ada, json!({"roles": ["admin"]})).await;
    held.commit();
    asked.await.expect("it is sent").ok();
    let lasts = format!(
        "SELECT (absolute_expires_at - created_at)::text FROM sessions WHERE user_id = '{}' AND ended_at IS NULL",
        ada.id
    );
    assert_eq!(app.database.column(&lasts), ["12:00:00"]);
}

#[tokio::test]
async fn a_session_that_ends_meanwhile_is_not_prolonged() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let before = written(&app, &ada);
    let ended = format!("UPDATE sessions SET ended_at = now() WHERE user_id = '{}'", ada.id);
    disturbed(&app, ada.refresh_call(), &ended).await.problem(401, "session_expired");
    nothing_came_of_it(&app, &ada, &before);
    // No event tells of it.
    app.database.execute("UPDATE sessions SET ended_at = NULL");
}

#[tokio::test]
async fn a_refresh_token_that_is_used_meanwhile_is_a_stolen_one() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let used = "UPDATE refresh_tokens SET used_at = now()";
    disturbed(&app, ada.refresh_call(), used).await.problem(401, "session_expired");
    ada.get("/v1/me").send().await.problem(401, "unauthenticated");
    let told = "audit_events WHERE action = 'session.token_reused'";
    assert_eq!(app.database.count(told), 1);
}

/// Longer than a transaction that was given up is tried again.
#[tokio::test]
async fn a_wrong_code_that_was_read_for_slowly_is_told_so_all_the_same() {
    let (app, ada, challenge, _) = about_to_answer().await;
    let held = app.database.hold("LOCK TABLE authenticators IN ACCESS EXCLUSIVE MODE");
    let asked = tokio::spawn(ada.verify(&challenge, &ada.phone().wrong_code()).send());
    let waits = "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' \
                 AND now() - query_start > interval '3.1 seconds'";
    until(async || app.database.count(waits) == 1).await;
    held.commit();
    asked.await.expect("it is sent").problem(401, "code_rejected");
}
