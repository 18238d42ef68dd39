//! A user's own address: another one by a mailed link, and the proof that it is theirs.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::Actor,
    answer::Answer,
    app::{ADMIN_EMAIL, TestApp},
    call::Call,
    mailbox::token,
    race::{AT_ONCE, by_turns, race, two_replicas, with_status},
};

const NEW: &str = "ada@lovelace.example";

const ASKED_FOR: &str = "A change of your email address was asked for";

fn change(actor: &Actor, email: &str) -> Call {
    actor.post("/v1/me/email", json!({"email": email, "password": actor.password}))
}

fn verify(actor: &Actor) -> Call {
    actor.post("/v1/me/email/verify", json!({}))
}

fn confirm(actor: &Actor, token: &str) -> Call {
    actor.endpoint.post("/v1/auth/email/confirm", json!({"token": token}))
}

async fn link_to(app: &TestApp, email: &str) -> String {
    token(&app.mail_to(email).await.only(), "confirm-email")
}

/// Asks for another address, which the old one is told; gives the token that was mailed there.
async fn link(app: &TestApp, actor: &Actor, email: &str) -> String {
    change(actor, email).send().await.expect(202);
    assert!(app.mail_to(&actor.email).await.0.iter().any(|mail| mail.subject == ASKED_FOR));
    link_to(app, email).await
}

async fn ask_four_times(actor: &Actor, email: &str) -> Vec<Answer> {
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(change(actor, email).send().await);
    }
    answers
}

async fn me(actor: &Actor) -> Value {
    actor.get("/v1/me").send().await.ok()["user"].clone()
}

#[tokio::test]
async fn an_address_changes_when_its_owner_says_so() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let old = ada.email.clone();
    change(&ada, "Ada@Lovelace.example").send().await.expect(202);
    let link = link_to(&app, NEW).await;
    assert!(link.starts_with("nlm_"));
    let told = app.mail_to(&old).await.only();
    assert_eq!(told.subject, ASKED_FOR);
    assert!(told.text.contains(NEW) && told.text.contains("/not-me#token="), "{}", told.text);
    assert_eq!(me(&ada).await["email"], old, "nothing has changed yet");

    confirm(&ada, &link).send().await.no_content();
    let user = me(&ada).await;
    assert_eq!((&user["email"], &user["emailVerified"]), (&json!(NEW), &json!(true)));
    for email in [&old, NEW] {
        let told = app.mail_to(email).await.only();
        assert_eq!(told.subject, "Your email address was changed");
        assert!(told.text.contains("/not-me#token="), "{}", told.text);
    }
    ada.login().await.problem(401, "login_failed");
    ada.email = NEW.to_owned();
    ada.login().await.ok();
    confirm(&ada, &link).send().await.problem(410, "link_expired");
    // The old one is free.
    let admin = app.admin().await;
    admin.create_user("ada", &["member"]).await.login().await.ok();
}

#[tokio::test]
async fn an_address_is_proven_to_be_ones_own() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    assert_eq!(me(&ada).await["emailVerified"], false);
    verify(&ada).send().await.expect(202);
    confirm(&ada, &link_to(&app, &ada.email).await).send().await.no_content();
    let user = me(&ada).await;
    assert_eq!((&user["email"], &user["emailVerified"]), (&json!(ada.email), &json!(true)));
    assert_eq!(app.admin().await.look_at(&ada).await["emailVerified"], true);
    assert!(app.mail_to(&ada.email).await.0.is_empty());
}

#[tokio::test]
async fn a_change_takes_the_current_password() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let wrong = ada.post("/v1/me/email", json!({"email": NEW, "password": "not her words at all"}));
    let told = wrong.send().await.problem(401, "login_failed");
    assert_eq!(told["detail"], "The current password is wrong, or was wrong too often.");
    assert!(app.mail_to(NEW).await.0.is_empty());
    for email in ["", "ada", "Ada <ada@lock.example>"] {
        change(&ada, email).send().await.invalid("email");
    }
    // Guesses are charged like those at a sign-in.
    for _ in 0..19 {
        let wrong = ada.post("/v1/me/email", json!({"email": NEW, "password": "not her words at all"}));
        wrong.send().await.problem(401, "login_failed");
    }
    change(&ada, NEW).send().await.problem(401, "login_failed");
    ada.login().await.problem(401, "login_failed");
    assert!(app.mail_to(NEW).await.0.is_empty());
}

#[tokio::test]
async fn s3_a_change_takes_a_fresh_second_factor() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::seconds(301));
    ada.refresh().await;
    change(&ada, NEW).send().await.problem(401, "step_up_required");
    verify(&ada).send().await.expect(202);
    ada.step_up().await;
    change(&ada, NEW).send().await.expect(202);
}

#[tokio::test]
async fn the_answer_does_not_tell_who_has_an_address() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let free = ask_four_times(&ada, NEW).await;
    ada.clock.advance(TimeDelta::minutes(15));
    ada.sign_in().await;
    let taken = ask_four_times(&ada, ADMIN_EMAIL).await;
    let seen = |answers: &[Answer]| answers.iter().map(Answer::appearance).collect::<Vec<_>>();
    assert_eq!(seen(&free), seen(&taken));
    free[2].expect(202);
    free[3].problem(429, "too_many_mails");
    assert!(app.mail_to(ADMIN_EMAIL).await.0.is_empty());
}

#[tokio::test]
async fn of_several_requests_the_last_is_good() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let first = link(&app, &ada, "first@lovelace.example").await;
    let second = link(&app, &ada, NEW).await;
    confirm(&ada, &first).send().await.problem(410, "link_expired");
    verify(&ada).send().await.expect(202);
    confirm(&ada, &second).send().await.problem(410, "link_expired");
    confirm(&ada, &link_to(&app, &ada.email).await).send().await.no_content();
    assert_eq!(me(&ada).await["email"], ada.email);
}

#[tokio::test]
async fn a_dead_link_is_a_dead_link() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let link = link(&app, &ada, NEW).await;
    for dead in ["", "nlm_", &link[..50], &link.replace("nlm_", "nlp_")] {
        confirm(&ada, dead).send().await.problem(410, "link_expired");
    }
    let admin = app.admin().await;
    admin.change(&ada, json!({"suspended": true})).await;
    confirm(&ada, &link).send().await.problem(410, "link_expired");
    admin.change(&ada, json!({"suspended": false})).await;
    app.clock.advance(TimeDelta::hours(24));
    confirm(&ada, &link).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn an_address_that_somebody_got_meanwhile_stays_theirs() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let link = link(&app, &ada, "bob@lock.example").await;
    let bob = app.user("bob", &["member"]).await;
    confirm(&ada, &link).send().await.problem(409, "email_taken");
    assert_eq!(me(&ada).await["email"], ada.email);
    bob.login().await.ok();
    ada.login().await.ok();
}

#[tokio::test]
async fn links_to_the_old_address_die_with_it() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let to_new = link(&app, &ada, NEW).await;
    let forgot = json!({"email": ada.email});
    ada.endpoint.post("/v1/auth/password/forgot", forgot).send().await.expect(202);
    let to_old = app.link_to(&ada, "reset-password").await;
    confirm(&ada, &to_new).send().await.no_content();
    let reset = json!({"token": to_old, "password": "an entirely new set of words"});
    ada.endpoint.post("/v1/auth/password/reset", reset).send().await.problem(410, "link_expired");
}

#[tokio::test]
async fn i7_whatever_ends_the_rest_ends_a_change_that_waits() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    let mut admin = app.enrolled_admin().await;
    let dead = async |ada: &Actor, link: &str, why: &str| {
        let answer = confirm(ada, link).send().await;
        assert_eq!(answer.status, 410, "{why}");
    };

    let asked = link(&app, &ada, NEW).await;
    let new = "her next secret words";
    ada.post("/v1/me/password", json!({"current": ada.password, "new": new})).send().await.ok();
    dead(&ada, &asked, "her password was changed").await;
    new.clone_into(&mut ada.password);
    ada.sign_in().await;

    let asked = link(&app, &ada, NEW).await;
    ada.enroll().await;
    dead(&ada, &asked, "she has a factor").await;

    app.clock.advance(TimeDelta::minutes(16));
    ada.sign_in().await;
    let asked = link(&app, &ada, NEW).await;
    admin.sign_in().await;
    admin.end_sessions_call(&ada).send().await.no_content();
    dead(&ada, &asked, "her sessions were ended").await;

    app.clock.advance(TimeDelta::minutes(16));
    ada.sign_in().await;
    let asked = link(&app, &ada, NEW).await;
    admin.sign_in().await;
    admin.reset(&ada).await;
    dead(&ada, &asked, "her factor was reset").await;
    assert_eq!(me(&admin).await["email"], ADMIN_EMAIL);
    assert_eq!(admin.look_at(&ada).await["email"], ada.email);
}

#[tokio::test]
async fn a_link_that_only_verifies_an_address_stays_good() {
    let app = TestApp::start();
    let mut ada = app.member("ada").await;
    verify(&ada).send().await.expect(202);
    let asked = link_to(&app, &ada.email).await;
    ada.enroll().await;
    confirm(&ada, &asked).send().await.no_content();
}

#[tokio::test]
async fn i2_a_link_changes_an_address_once() {
    let (app, replica) = two_replicas();
    let ada = app.member("ada").await;
    let link = link(&app, &ada, NEW).await;
    let answers = race(by_turns(&ada, &replica, |ada, _| confirm(ada, &link))).await;
    assert_eq!(with_status(&answers, 204), 1);
    assert_eq!(with_status(&answers, 410), AT_ONCE - 1);
    assert_eq!(app.database.count("audit_events WHERE action = 'email.changed'"), 1);
    assert_eq!(app.database.count("login_directory"), 2);
}

#[tokio::test]
async fn i2_of_two_who_want_an_address_one_gets_it() {
    let (app, replica) = two_replicas();
    for round in 0..10 {
        let (ada, bob) = (app.member(&format!("ada{round}")).await, app.member(&format!("bob{round}")).await);
        let wanted = format!("wanted{round}@lock.example");
        let hers = link(&app, &ada, &wanted).await;
        let his = link(&app, &bob, &wanted).await;
        let answers = race(vec![confirm(&ada, &hers), confirm(&bob.at(&replica), &his)]).await;
        assert_eq!((with_status(&answers, 204), with_status(&answers, 409)), (1, 1), "round {round}");
    }
}
