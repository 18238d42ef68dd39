//! Forgotten passwords: asked for without being told anything, set by a mailed link, once.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::{
    actor::Actor,
    app::TestApp,
    call::{Call, Endpoint},
    mailbox::token,
    race::{AT_ONCE, by_turns, race, two_replicas, with_status},
};

const NEW: &str = "an entirely new set of words";

fn forgot(endpoint: &Endpoint, email: &str) -> Call {
    endpoint.post("/v1/auth/password/forgot", json!({"email": email}))
}

fn reset(endpoint: &Endpoint, token: &str, password: &str) -> Call {
    endpoint.post("/v1/auth/password/reset", json!({"token": token, "password": password}))
}

/// Asks for a link; gives its token.
async fn link(app: &TestApp, user: &Actor) -> String {
    forgot(&user.endpoint, &user.email).send().await.expect(202);
    let mail = app.mail_to(&user.email).await.0.pop().expect("a mail");
    token(&mail, "reset-password")
}

/// Known, unknown, suspended and invited.
async fn four_kinds(app: &TestApp) -> [String; 4] {
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    let sue = admin.create_user("sue", &["member"]).await;
    admin.change(&sue, json!({"suspended": true})).await;
    let ivy = admin.invite("ivy", &["member"]).await;
    app.mail_to(&ivy.email).await.only();
    [ada.email, "nobody@lock.example".to_owned(), sue.email, ivy.email]
}

#[tokio::test]
async fn a_forgotten_password_tells_nobody_who_is_there() {
    let app = TestApp::start();
    let emails = four_kinds(&app).await;
    let mut answers = Vec::new();
    for email in &emails {
        let answer = forgot(&app.endpoint(), email).send().await;
        assert_eq!(answer.expect(202), Value::Null);
        answers.push(answer.appearance());
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    assert!(token(&app.mail_to(&emails[0]).await.only(), "reset-password").starts_with("nlp_"));
    for email in &emails[1..] {
        assert!(app.mail_to(email).await.0.is_empty(), "{email}");
    }
    let told =
        "SELECT detail ->> 'reason' FROM audit_events WHERE action = 'password.reset_requested' ORDER BY 1";
    assert_eq!(app.database.column(told), ["notActivated", "suspended", "unknownUser", ""]);
    for wrong in ["", "nobody"] {
        forgot(&app.endpoint(), wrong).send().await.invalid("email");
    }
}

/// The medians of the times of many answers, all kinds asked for at the same moment.
async fn medians(app: &TestApp, emails: &[String; 4]) -> [Duration; 4] {
    let mut times = [const { Vec::new() }; 4];
    for round in 0..21 {
        // A mail is allowed in each round.
        app.clock.advance(TimeDelta::hours(3));
        let asked = (0..4).map(|turn| {
            let (kind, endpoint) = ((round + turn) % 4, app.endpoint());
            async move {
                let begun = Instant::now();
                forgot(&endpoint, &emails[kind]).send().await.expect(202);
                (kind, begun.elapsed())
            }
        });
        for (kind, time) in join_all(asked).await {
            times[kind].push(time);
        }
    }
    times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    })
}

/// What a busy machine adds by chance differs from one measurement to the next; what the service adds does not.
#[tokio::test]
async fn i9_the_time_of_the_answer_tells_nothing() {
    let app = TestApp::start();
    let emails = four_kinds(&app).await;
    let mut measured = Vec::new();
    for _ in 0..4 {
        let medians = medians(&app, &emails).await;
        let (least, most) = (medians.iter().min().unwrap(), medians.iter().max().unwrap());
        assert!(*least >= Duration::from_millis(300), "{medians:?}");
        if *most - *least < Duration::from_millis(5) {
            return;
        }
        measured.push(medians);
    }
    panic!("{measured:?}");
}

#[tokio::test]
async fn a_link_sets_a_password_and_ends_what_is_open() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let browser = ada.sign_in_browser().await;
    app.mail_to(&ada.email).await;
    let link = link(&app, &ada).await;
    let answer = reset(&ada.endpoint, &link, NEW).send().await;
    answer.no_content();
    assert_eq!((answer.set_cookie(), answer.browser_cookie()), (None, None), "it does not sign in");

    assert!(!ada.is_signed_in().await);
    ada.refresh_call().send().await.problem(401, "session_expired");
    ada.verify(&challenge, &ada.phone().next_code()).send().await.problem(410, "challenge_expired");
    assert_eq!(app.database.count("recognized_browsers"), 0, "{browser}");
    assert_eq!(app.database.count("sessions WHERE ended_because = 'passwordChanged'"), 2);
    ada.login().await.problem(401, "login_failed");
    ada.password = NEW.to_owned();
    assert_eq!(ada.login().await.ok()["status"], "challenge", "the second factor is untouched");
    ada.sign_in().await;
    let by_mail = "users WHERE password_by_mail AND email_verified_at IS NOT NULL";
    assert_eq!(app.database.count(by_mail), 1);
    let told = app.mail_to(&ada.email).await.only();
    assert!(told.text.contains("/not-me#token="), "{}", told.text);

    // A password that was chosen inside a session is no mailed one.
    let change = json!({"current": NEW, "new": "and yet another set of words"});
    ada.post("/v1/me/password", change).send().await.ok();
    assert_eq!(app.database.count(by_mail), 0);
}

/// A page asks so before anybody thinks of a password: no core that others hash on is waited for.
#[tokio::test]
async fn i7_a_link_ends_when_the_password_is_changed() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let asked = link(&app, &ada).await;
    let changed = json!({"current": ada.password, "new": "her next secret words"});
    ada.post("/v1/me/password", changed).send().await.ok();
    reset(&ada.endpoint, &asked, NEW).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn whether_a_link_is_good_costs_no_hash() {
    let app = TestApp::measured();
    let ada = app.user("ada", &["member"]).await;
    let link = link(&app, &ada).await;
    let series = "nightlatch_hashing_wait_seconds_count";
    let before = app.scrape().await.value(series);
    reset(&ada.endpoint, &link, "").send().await.invalid("password");
    for dead in ["nlp_nothing", "nonsense", ""] {
        reset(&ada.endpoint, dead, "").send().await.problem(410, "link_expired");
    }
    assert_eq!(app.scrape().await.value(series), before);
    reset(&ada.endpoint, &link, NEW).send().await.no_content();
    assert_eq!(app.scrape().await.value(series), before + 1.0);
    reset(&ada.endpoint, &link, "").send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn a_bad_password_does_not_use_the_link_up() {
    let app = TestApp::start();
    let ada = app.user("ada", &["member"]).await;
    let link = link(&app, &ada).await;
    for bad in ["fourteen chars", "ADA@lock.example", "passwordpassword", &"x".repeat(1_025)] {
        reset(&ada.endpoint, &link, bad).send().await.invalid("password");
    }
    reset(&ada.endpoint, &link, NEW).send().await.no_content();
}

#[tokio::test]
async fn a_dead_link_is_a_dead_link() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (ada, sue) =
        (admin.create_user("ada", &["member"]).await, admin.create_user("sue", &["member"]).await);
    let (first, second) = (link(&app, &ada).await, link(&app, &ada).await);
    let of_sue = link(&app, &sue).await;
    admin.change(&sue, json!({"suspended": true})).await;
    reset(&ada.endpoint, &second, NEW).send().await.no_content();
    let others = ["", "nlp_", &second[..60], &second.replace("nlp_", "nla_")];
    for dead in [&first, &second, &of_sue].into_iter().map(String::as_str).chain(others) {
        reset(&ada.endpoint, dead, "fourteen chars").send().await.problem(410, "link_expired");
        // The page asks so before anybody types a password.
        reset(&ada.endpoint, dead, "").send().await.problem(410, "link_expired");
        reset(&ada.endpoint, dead, NEW).send().await.problem(410, "link_expired");
    }
    let third = link(&app, &ada).await;
    app.clock.advance(TimeDelta::minutes(30));
    reset(&ada.endpoint, &third, NEW).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn so_many_links_are_mailed_and_no_more() {
    let app = TestApp::start();
    let ada = app.user("ada", &["member"]).await;
    let ask = || async {
        forgot(&ada.endpoint, &ada.email).send().await.expect(202);
        app.mail_to(&ada.email).await.0.len()
    };
    let mut mailed = Vec::new();
    for _ in 0..4 {
        mailed.push(ask().await);
    }
    assert_eq!(mailed, [1, 1, 1, 0], "in a quarter of an hour");
    for expected in [1, 1, 1, 1, 1, 1, 1, 0] {
        app.clock.advance(TimeDelta::minutes(15));
        assert_eq!(ask().await, expected, "a day");
    }
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(ask().await, 1);
}

fn send(administrator: &Actor, user: &Actor) -> Call {
    administrator.post(&format!("/v1/users/{}/password-reset", user.id), json!({}))
}

#[tokio::test]
async fn an_administrator_has_a_link_mailed_and_learns_nothing() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    let admin = app.enrolled_admin().await;
    for user in [&ada, &admin] {
        app.mail_to(&user.email).await;
    }
    assert_eq!(send(&admin, &ada).send().await.expect(202), Value::Null);
    assert!(ada.is_signed_in().await, "nothing ends before it is used");
    let mail = app.mail_to(&ada.email).await.only();
    assert!(mail.text.contains("asks you to choose a new password"), "{}", mail.text);
    assert!(app.mail_to(&admin.email).await.0.is_empty());

    reset(&ada.endpoint, &token(&mail, "reset-password"), NEW).send().await.no_content();
    assert!(!ada.is_signed_in().await);
    ada.password = NEW.to_owned();
    assert_eq!(ada.login().await.ok()["status"], "challenge");
    let told = format!(
        "audit_events WHERE action = 'password.reset_requested' AND actor_id = '{}' AND subject_id = '{}'",
        admin.id, ada.id
    );
    assert_eq!(app.database.count(&told), 1);
}

#[tokio::test]
async fn an_administrator_reaches_nobody_above_and_nobody_without_a_password() {
    let app = TestApp::start();
    let superadmin = app.admin().await;
    let mut admin = superadmin.create_user("admin", &["admin"]).await;
    admin.sign_in().await;
    send(&admin, &superadmin).send().await.problem(403, "not_permitted");
    let (ivy, sue) =
        (superadmin.invite("ivy", &["member"]).await, superadmin.create_user("sue", &["member"]).await);
    app.mail_to(&ivy.email).await.only();
    superadmin.change(&sue, json!({"suspended": true})).await;
    for user in [&ivy, &sue] {
        send(&admin, user).send().await.problem(409, "nothing_to_reset");
        assert!(app.mail_to(&user.email).await.0.is_empty());
    }
}

#[tokio::test]
async fn links_of_administrators_count_with_those_of_the_user() {
    let app = TestApp::start();
    let (ada, admin) = (app.user("ada", &["member"]).await, app.admin().await);
    for _ in 0..2 {
        link(&app, &ada).await;
    }
    send(&admin, &ada).send().await.expect(202);
    let refused = send(&admin, &ada).send().await;
    refused.problem(429, "too_many_mails");
    assert!(refused.header("retry-after").is_some());
    assert_eq!(app.mail_to(&ada.email).await.0.len(), 1);
}

#[tokio::test]
async fn an_address_asks_so_often_and_no_more() {
    let app = TestApp::start();
    let ada = app.user("ada", &["member"]).await;
    let from = |email: &str| forgot(&ada.endpoint, email).forwarded_for("203.0.113.7");
    let calls = (0..100).map(|number| from(&format!("nobody{number}@lock.example"))).collect();
    assert_eq!(with_status(&race(calls).await, 202), 100);
    from(&ada.email).send().await.expect(202);
    assert!(app.mail_to(&ada.email).await.0.is_empty());
    forgot(&ada.endpoint, &ada.email).send().await.expect(202);
    app.mail_to(&ada.email).await.only();
}

#[tokio::test]
async fn i2_a_link_sets_one_password() {
    let (app, replica) = two_replicas();
    let ada = app.user("ada", &["member"]).await;
    let link = link(&app, &ada).await;
    let password = |number: usize| format!("words of number {number} that nobody guesses");
    let calls = by_turns(&ada, &replica, |ada, number| reset(&ada.endpoint, &link, &password(number)));
    let answers = race(calls).await;
    assert_eq!(with_status(&answers, 204), 1);
    assert_eq!(with_status(&answers, 410) + with_status(&answers, 503), AT_ONCE - 1);
    app.forgive(503);
    let winner = answers.iter().position(|answer| answer.status == 204).expect("the winner");
    Actor { password: password(winner), ..ada }.login().await.ok();
    assert_eq!(app.database.count("audit_events WHERE action = 'password.reset'"), 1);
}
