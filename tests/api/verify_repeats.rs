//! Questions to verify that are asked again: the same answer, charged and told once, whatever was lost on the way.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream};

use crate::{
    support::{
        answer::Answer,
        mail_server::until,
        race::{AT_ONCE, race, two_replicas, with_status},
        service::Service,
    },
    verify::{REFUSED, stage},
};

#[tokio::test]
async fn a_question_asked_again_gets_the_same_answer() {
    let (app, door, ada) = stage().await;
    let other = Service::new(&app, &app.admin().await, &["verify"]).await;
    let right = ada.phone().next_code();
    let ask = |door: &Service, code: &str, key: &str| {
        let body = json!({"userId": ada.id, "code": code, "nonce": "n-0S6_WzA2Mj"});
        door.post("/v1/verify", body).header("idempotency-key", key)
    };
    let first = ask(&door, &right, "one").send().await;
    assert_eq!(first.ok()["valid"], true);
    let told = app.database.dump();
    app.clock.advance(TimeDelta::seconds(50));
    for _ in 0..3 {
        assert_eq!(ask(&door, &right, "one").send().await.text(), first.text());
    }
    assert_eq!(app.database.dump(), told, "nothing is used up, and nothing told, a second time");

    let wrong = ada.phone().wrong_code();
    ask(&door, &wrong, "one").send().await.problem(409, "idempotency_conflict");
    assert_eq!(ask(&door, &right, "two").send().await.text(), REFUSED);
    assert_eq!(ask(&other, &right, "one").send().await.text(), REFUSED, "a key is its owner's own");
    let refused = ask(&door, &wrong, "three").send().await;
    let failures = app.database.count("audit_events WHERE action = 'verify.failed'");
    assert_eq!(ask(&door, &wrong, "three").send().await.text(), refused.text());
    assert_eq!(app.database.count("audit_events WHERE action = 'verify.failed'"), failures);

    app.clock.advance(TimeDelta::hours(24));
    assert_eq!(ask(&door, &wrong, "one").send().await.text(), REFUSED, "a day later it is another request");
}

#[tokio::test]
async fn a_question_asked_fifty_times_at_once_gets_one_answer() {
    let (app, replica) = two_replicas();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    let ada = app.enrolled_member("ada").await;
    let doors = [door.clone(), door.at(&replica)];
    let code = ada.phone().next_code();
    let call = |number: usize| doors[number % 2].verify_call(&ada, &code).header("idempotency-key", "one");
    let answers = race((0..AT_ONCE).map(call).collect()).await;
    let told: BTreeSet<String> = answers.iter().map(|answer| answer.text()).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(answers[0].ok()["valid"], true);
    assert_eq!(app.database.count("audit_events WHERE action LIKE 'verify.%'"), 1);
}

#[tokio::test]
async fn whatever_is_asked_fifty_times_at_once_is_charged_and_told_once() {
    let (app, replica) = two_replicas();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    let ada = app.enrolled_member("ada").await;
    let doors = [door.clone(), door.at(&replica)];
    for (code, valid) in [(ada.recovery_codes[0].clone(), true), (ada.phone().wrong_code(), false)] {
        let before = app.database.count("audit_events WHERE action LIKE 'verify.%'");
        let call =
            |number: usize| doors[number % 2].verify_call(&ada, &code).header("idempotency-key", &code[..4]);
        let answers = race((0..AT_ONCE).map(call).collect()).await;
        let answered: Vec<&Answer> = answers.iter().filter(|answer| answer.status == 200).collect();
        assert_eq!(answered.len() + with_status(&answers, 503), AT_ONCE, "or the service had no time");
        app.forgive(503);
        for answer in &answered {
            assert_eq!((&answer.ok()["valid"], answer.text()), (&json!(valid), answered[0].text()));
        }
        assert_eq!(app.database.count("audit_events WHERE action LIKE 'verify.%'"), before + 1);
    }
    assert_eq!(app.database.count("recovery_codes WHERE used_at IS NOT NULL"), 1);
}

#[tokio::test]
async fn an_answer_that_was_lost_on_the_way_can_be_asked_for_again() {
    let (app, door, ada) = stage().await;
    let body = json!({"userId": ada.id, "code": ada.phone().next_code()});
    let address = app.endpoint().base.replace("http://", "");
    let mut connection = TcpStream::connect(&address).await.expect("it listens");
    let text = body.to_string();
    let request = format!(
        "POST /v1/verify HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\nidempotency-key: lost\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{text}",
        address,
        door.key,
        text.len()
    );
    connection.write_all(request.as_bytes()).await.expect("it is sent");
    until("the code is used up", || {
        app.database.count("audit_events WHERE action = 'verify.succeeded'") == 1
    })
    .await;
    drop(connection);
    let again = door.post("/v1/verify", body).header("idempotency-key", "lost").send().await.ok();
    assert_eq!(again["valid"], true);
    assert_eq!(app.database.count("audit_events WHERE action LIKE 'verify.%'"), 1);
}
