//! What services ask at the same time goes to the database together, and each is answered as if it had come alone.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::{
    support::{
        actor::{Actor, text},
        answer::Answer,
        app::TestApp,
        call::Call,
        figures::Figures,
        race::{AT_ONCE, race, two_replicas, until, waiting_for_a_lock, with_status},
        service::Service,
        statements::{self, verbs},
        webhooks::{kinds, with_a_hook},
    },
    verify::{REFUSED, stage},
};

/// So many people are asked for together.
const PEOPLE: usize = 10;

async fn people(app: &TestApp, count: usize) -> Vec<Actor> {
    let mut people = Vec::new();
    for number in 0..count {
        people.push(app.enrolled_member(&format!("user{number}")).await);
    }
    people
}

/// The use of a key is noted once a minute, by whoever comes first.
async fn note_use(door: &Service) {
    door.post("/v1/verify", json!({"email": "nobody@lock.example", "code": "123456"})).send().await.ok();
}

#[tokio::test]
async fn questions_that_come_while_others_are_under_way_share_their_statements() {
    statements::listen();
    let app = TestApp::measured();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    let people = people(&app, PEOPLE).await;
    note_use(&door).await;
    let held = app.database.hold("LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE");
    app.clock.next_step();
    let ask = |user: &Actor| tokio::spawn(door.verify_call(user, &user.phone().code()).send());
    let (answers, statements) = statements::during(&app.database, async {
        let mut asked = Vec::new();
        for (number, user) in people.iter().enumerate() {
            asked.push(ask(user));
            if number < 2 {
                until(async || waiting_for_a_lock(&app) > number).await;
            }
        }
        let in_flight = |figures: Figures| figures.value("nightlatch_requests_in_flight");
        until(async || in_flight(app.scrape().await) >= 10.0).await;
        held.let_go();
        join_all(asked).await
    })
    .await;
    for answer in answers {
        assert_eq!(answer.expect("it is sent").ok()["valid"], true);
    }
    // Others are those of whoever looks at the figures.
    let of = |name: &str| statements.iter().filter(|statement| statement.to_string() == name).count();
    let (read, written) = (of("SELECT api_keys"), of("WITH budgets"));
    // Two that came first, and the others in one or two goes, as they arrived.
    assert!((3..=4).contains(&read) && (3..=4).contains(&written), "{read} and {written}");
    assert_eq!(app.database.count("audit_events WHERE action = 'verify.succeeded'"), PEOPLE);
    let figures = app.scrape().await;
    let group = |what: &str| figures.value(&format!("nightlatch_verify_group_size_{what}")) as usize;
    // And the one that noted the use of the key.
    assert_eq!((group("count"), group("sum")), (read + 1, PEOPLE + 1));
}

#[tokio::test]
async fn a_question_waits_for_no_lock_that_anothers_waits_for() {
    let (app, door, ada) = stage().await;
    let people = people(&app, PEOPLE).await;
    note_use(&door).await;
    for table in ["budgets", "authenticators"] {
        let hers = format!("SELECT FROM {table} WHERE user_id = '{}' FOR UPDATE", ada.id);
        let held = app.database.hold(&hers);
        let code = ada.phone().next_code();
        let asked: Vec<_> = (0..2).map(|_| tokio::spawn(door.verify_call(&ada, &code).send())).collect();
        until(async || waiting_for_a_lock(&app) == 2).await;
        let others = people.iter().map(|user| door.verify_call(user, &user.phone().code()));
        for answer in race(others.collect()).await {
            assert_eq!(answer.ok()["valid"], true, "nobody holds theirs");
        }
        assert_eq!(waiting_for_a_lock(&app), 2, "hers is held all the time");
        held.let_go();
        let found: Vec<Answer> =
            join_all(asked).await.into_iter().map(|answer| answer.expect("it is sent")).collect();
        assert_eq!(found.iter().filter(|answer| answer.ok()["valid"] == true).count(), 1, "one code, once");
    }
}

#[tokio::test]
async fn what_takes_too_long_for_several_is_told_to_each_after_one_wait() {
    let app = TestApp::start();
    let people = people(&app, 4).await;
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    note_use(&door).await;
    app.clock.next_step();
    let held = app.database.hold("LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE");
    let calls = people.iter().map(|user| door.verify_call(user, &user.phone().code())).collect();
    for answer in race(calls).await {
        let problem = answer.problem(503, "overloaded");
        let detail = problem["detail"].as_str().unwrap_or_default();
        assert!(!detail.contains("may have happened"), "it was given up: {detail}");
    }
    held.let_go();
    assert_eq!(app.forgive(503), 4);
    for user in &people {
        assert_eq!(door.verify(user, &user.phone().code()).await["valid"], true, "nothing was used up");
    }
}

#[tokio::test]
async fn a_question_that_has_to_be_asked_alone_uses_the_key_once() {
    let app = TestApp::start();
    let (ada, bob) = (app.enrolled_member("ada").await, app.enrolled_member("bob").await);
    for _ in 0..10 {
        ada.fail_a_challenge().await;
    }
    let admin = app.admin().await;
    let body = json!({"name": "Door control", "scopes": ["verify"], "callsPerMinute": 5});
    let made = admin.post("/v1/api-keys", body).send().await.expect(201);
    let door = Service::new(&app, &admin, &["verify"]).await.showing(text(&made["key"]));
    note_use(&door).await;
    let held = app.database.hold(&format!("SELECT FROM budgets WHERE user_id = '{}' FOR UPDATE", bob.id));
    let waiting = tokio::spawn(door.verify_call(&bob, &bob.phone().next_code()).send());
    until(async || waiting_for_a_lock(&app) == 1).await;
    held.let_go();
    assert_eq!(waiting.await.expect("it is sent").ok()["valid"], true);
    // The budget is exhausted: no verdict.
    for _ in 0..4 {
        assert_eq!(door.verify_call(&ada, &ada.phone().code()).send().await.text(), REFUSED);
    }
    door.verify_call(&ada, &ada.phone().code()).send().await.problem(429, "rate_limited");
}

#[tokio::test]
async fn each_is_told_what_is_so_of_their_own_and_noted_by_their_own_request() {
    let (app, replica) = two_replicas();
    let people = people(&app, PEOPLE).await;
    let admin = app.admin().await;
    let door = Service::new(&app, &admin, &["verify", "verify.explain"]).await;
    let doors = [door.clone(), door.at(&replica)];
    let bob = app.member("bob").await;
    let used = people[0].phone().next_code();
    assert_eq!(door.verify(&people[0], &used).await["valid"], true);
    admin.change(&people[1], json!({"suspended": true})).await;
    app.clock.next_step();
    let mut expected: Vec<(&Actor, String, Value)> = vec![
        (&people[0], used, json!("replayed")),
        (&people[1], people[1].phone().code(), json!("suspended")),
        (&bob, "123456".to_owned(), json!("notEnrolled")),
    ];
    expected.extend(people[2..5].iter().map(|user| (user, user.phone().wrong_code(), json!("wrongCode"))));
    expected.extend(people[5..].iter().map(|user| (user, user.phone().code(), Value::Null)));
    let calls = expected.iter().enumerate();
    let calls = calls.map(|(number, (user, code, _))| doors[number % 2].verify_call(user, code)).collect();
    let answers = race(calls).await;
    let events = admin.get("/v1/audit-events?limit=100").send().await.ok();
    let by_request: BTreeMap<&str, &Value> = events["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|event| Some((event["requestId"].as_str()?, event)))
        .collect();
    for ((user, _, reason), answer) in expected.iter().zip(&answers) {
        let found = answer.ok();
        assert_eq!((&found["valid"], &found["reason"]), (&json!(reason.is_null()), reason));
        let event = by_request[answer.request_id()];
        assert_eq!(
            (&event["subject"]["id"], &event["detail"]["reason"]),
            (&json!(user.id), reason),
            "{event}"
        );
    }
}

#[tokio::test]
async fn a_key_that_is_not_right_does_not_go_along_with_one_that_is() {
    let (app, door, _) = stage().await;
    let people = people(&app, PEOPLE).await;
    note_use(&door).await;
    app.clock.next_step();
    let (public, secret) = door.key.rsplit_once('_').expect("its parts");
    let first = if secret.starts_with('a') { 'b' } else { 'a' };
    let wrong = door.showing(format!("{public}_{first}{}", &secret[1..]));
    let calls = |number: usize| -> Call {
        let user = &people[number % PEOPLE];
        let by = if number < PEOPLE { &door } else { &wrong };
        by.verify_call(user, &user.phone().code())
    };
    let answers = race((0..AT_ONCE).map(calls).collect()).await;
    let (right, wrong) = answers.split_at(PEOPLE);
    for answer in right {
        assert_eq!(answer.ok()["valid"], true);
    }
    assert_eq!(with_status(wrong, 401), wrong.len());
}

#[tokio::test]
async fn webhooks_are_told_of_each() {
    let (app, admin, receiver, _) = with_a_hook(&["verify.*"]).await;
    let door = Service::new(&app, &admin, &["verify"]).await;
    let people = people(&app, PEOPLE).await;
    app.clock.next_step();
    let calls = people.iter().enumerate().map(|(number, user)| {
        let code = if number < 3 { user.phone().wrong_code() } else { user.phone().code() };
        door.verify_call(user, &code)
    });
    let answers = race(calls.collect()).await;
    assert_eq!(answers.iter().filter(|answer| answer.text() == REFUSED).count(), 3);
    app.deliver().await;
    let told = kinds(&receiver.take());
    let of = |kind: &str| told.iter().filter(|told| *told == kind).count();
    assert_eq!((of("verify.failed"), of("verify.succeeded")), (3, PEOPLE - 3), "{told:?}");
}

#[tokio::test]
async fn the_questions_of_one_call_share_their_statements_and_keep_their_order() {
    statements::listen();
    let app = TestApp::start();
    let people = people(&app, PEOPLE).await;
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    note_use(&door).await;
    app.clock.next_step();
    let question = |user: &Actor| json!({"userId": user.id, "code": user.phone().code()});
    let ask = async |questions: Vec<Value>| {
        let call = door.post("/v1/verify/batch", json!({"items": questions}));
        let (answer, statements) = statements::during(&app.database, call.send()).await;
        let items = answer.ok()["items"].as_array().expect("a list").clone();
        let found: Vec<bool> = items.iter().map(|item| item["valid"] == true).collect();
        (found, verbs(&statements).into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let (found, statements) = ask(people.iter().map(question).collect()).await;
    assert_eq!(found, [true; PEOPLE]);
    assert_eq!(statements, ["SELECT", "WITH", "SELECT", "WITH"], "eight and two of them");

    app.clock.next_step();
    let (ada, bob) = (question(&people[0]), question(&people[1]));
    let wrong = json!({"email": people[0].email, "code": people[0].phone().wrong_code()});
    let (found, _) = ask(vec![ada.clone(), bob.clone(), ada, wrong.clone(), wrong, bob]).await;
    assert_eq!(found, [true, true, false, false, false, false]);
    let told = app.database.column(
        "SELECT detail->>'reason' FROM audit_events WHERE action = 'verify.failed' AND subject_id IS NOT NULL ORDER BY occurred_at, id",
    );
    assert_eq!(told, ["replayed", "wrongCode", "wrongCode", "replayed"]);
}
