//! The check of a session: whether a token is still good, asked for many at a time.

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::clock::Clock;
use serde_json::json;

use crate::support::{
    actor::{Actor, claims, text},
    app::TestApp,
    call::Call,
    race::{AT_ONCE, race, until, waiting_for_a_lock},
    statements,
};

fn check(actor: &Actor) -> Call {
    actor.get("/v1/me/session")
}

#[tokio::test]
async fn a_good_session_says_whose_it_is_and_how_they_signed_in() {
    let app = TestApp::start();
    let mut ada = app.enrolled_member("ada").await;
    ada.sign_in().await;
    let now = app.clock.now();
    let found = check(&ada).send().await.ok();
    let claims = claims(&ada.access);
    assert_eq!((&found["id"], &found["amr"]), (&claims["sid"], &claims["amr"]));
    assert_eq!((&found["user"]["id"], &found["user"]["email"]), (&json!(ada.id), &json!(ada.email)));
    assert_eq!(found["user"]["roles"], json!(["member"]));
    let begun = text(&found["authenticatedAt"]).parse::<DateTime<Utc>>().expect("a time").timestamp();
    assert_eq!((&json!(begun), &found["secondFactorAt"]), (&claims["auth_time"], &json!(now)));
    assert_eq!(found["expiresAt"], json!(now + TimeDelta::minutes(60)));

    let bob = app.member("bob").await;
    assert_eq!(check(&bob).send().await.ok().get("secondFactorAt"), None, "he proved none");
}

#[tokio::test]
async fn checks_that_come_while_others_are_under_way_share_their_statement() {
    statements::listen();
    let app = TestApp::measured();
    let mut people = Vec::new();
    for number in 0..10 {
        people.push(app.member(&format!("user{number}")).await);
    }
    let held = app.database.hold("LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE");
    let (answers, statements) = statements::during(&app.database, async {
        let mut asked = Vec::new();
        for (number, user) in people.iter().enumerate() {
            asked.push(tokio::spawn(check(user).send()));
            if number < 2 {
                until(async || waiting_for_a_lock(&app) > number).await;
            }
        }
        until(async || app.scrape().await.value("nightlatch_requests_in_flight") >= 10.0).await;
        held.let_go();
        futures_util::future::join_all(asked).await
    })
    .await;
    for (user, answer) in people.iter().zip(answers) {
        assert_eq!(answer.expect("it is sent").ok()["user"]["id"], json!(user.id));
    }
    let read = statements.iter().filter(|statement| statement.to_string() == "SELECT sessions").count();
    // Two that came first, and the others in one or two goes, as they arrived.
    assert!((3..=4).contains(&read), "{read}");
    let figures = app.scrape().await;
    let group = |what: &str| figures.value(&format!("nightlatch_session_check_group_size_{what}")) as usize;
    assert_eq!((group("count"), group("sum")), (read, people.len()));
}

/// I7, of sessions that are checked together.
#[tokio::test]
async fn i7_each_of_fifty_is_told_what_is_so_of_their_own() {
    let mut app = TestApp::start();
    let mut admin = app.admin().await;
    let mut good = Vec::new();
    for number in 0..5 {
        good.push(app.enrolled_member(&format!("user{number}")).await);
    }
    let ended = app.member("ended").await;
    let suspended = app.member("suspended").await;
    let moved_on = app.member("moved-on").await;
    let unenrolled = app.member("unenrolled").await;
    let other = app.foreign_admin().await;
    let mut after = moved_on.clone();
    after.enroll().await;
    let session = claims(&ended.access)["sid"].clone();
    ended.delete(&format!("/v1/me/sessions/{}", text(&session))).send().await.no_content();
    admin.change(&suspended, json!({"suspended": true})).await;
    admin.enroll().await;
    admin.change_policy(json!({"mode": "required"})).await;
    let replica = app.add_replica(|_| {});

    let refused = Some((401, "unauthenticated"));
    let mut expected = vec![
        (&ended, refused),
        (&suspended, refused),
        (&moved_on, refused),
        (&unenrolled, Some((403, "enrollment_required"))),
        (&other, None),
    ];
    expected.extend(good.iter().map(|user| (user, None)));
    let asked: Vec<_> = expected.iter().cycle().take(AT_ONCE).collect();
    let calls = asked
        .iter()
        .enumerate()
        .map(|(number, (actor, _))| if number % 2 == 0 { check(actor) } else { check(&actor.at(&replica)) });
    for ((actor, refusal), answer) in asked.iter().zip(race(calls.collect()).await) {
        match refusal {
            Some((status, code)) => drop(answer.problem(*status, code)),
            None => assert_eq!(answer.ok()["user"]["email"], json!(actor.email)),
        }
    }
    assert!(after.is_signed_in().await);
}

#[tokio::test]
async fn a_check_that_the_database_cannot_answer_is_a_problem_for_each() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let held = app.database.hold("LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE");
    for answer in race((0..4).map(|_| check(&ada)).collect()).await {
        answer.problem(503, "overloaded");
    }
    held.let_go();
    assert_eq!(app.forgive(503), 4);
    check(&ada).send().await.ok();
}
