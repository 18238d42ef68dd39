//! The alarm of the installation, when failures jump across all its organizations.

use std::thread;

use chrono::TimeDelta;
use futures_util::{StreamExt, stream};
use nightlatch::{
    app::App,
    domain::audit::Origin,
    flows::{Operation, alarms},
};
use serde_json::{Value, json};

use crate::support::app::TestApp;

/// As the background work does every minute.
fn watch(service: &App) -> usize {
    alarms::watch(&Operation::begin(service, &Origin::default())).expect("it is watched")
}

/// So many wrong passwords for so many people, each from an address of its own.
async fn guess(app: &TestApp, people: usize) {
    let guess = |number: usize| {
        let body = json!({"email": format!("user{number}@lock.example"), "password": "a guess of mine"});
        let call = app.endpoint().post("/v1/auth/login", body);
        call.forwarded_for(&format!("203.0.113.{number}")).send()
    };
    let answers: Vec<_> = stream::iter(0..people).map(guess).buffer_unordered(4).collect().await;
    for answer in answers {
        answer.problem(401, "login_failed");
    }
}

fn alarms_of(app: &TestApp) -> Vec<Value> {
    let told = "SELECT detail FROM audit_events WHERE action = 'installation.alarmed' AND outcome = 'failure' \
                AND org_id = '00000000-0000-0000-0000-000000000000' ORDER BY occurred_at";
    let details = app.database.column(told);
    details.iter().map(|detail| serde_json::from_str(detail).expect("it is JSON")).collect()
}

#[tokio::test]
async fn failures_that_jump_across_the_installation_give_the_alarm_once() {
    let mut app = TestApp::start();
    app.add_replica(|_| {});
    guess(&app, 99).await;
    assert_eq!(watch(&app.service()), 0, "few are none");
    guess(&app, 1).await;

    // What is before this moment counts.
    app.clock.advance(TimeDelta::seconds(1));
    let services = app.services();
    let given: usize = thread::scope(|scope| {
        let threads: Vec<_> = services.iter().map(|service| scope.spawn(|| watch(service))).collect();
        threads.into_iter().map(|thread| thread.join().expect("it ends")).sum()
    });
    assert_eq!(given, 1, "of two replicas one gives it");
    let told = json!({"failed": "login.failed", "failures": 100, "usual": 0, "minutes": 5});
    assert_eq!(alarms_of(&app), [told]);

    app.clock.advance(TimeDelta::minutes(4));
    assert_eq!(watch(&app.service()), 0, "not again within the hour");
    app.clock.advance(TimeDelta::minutes(10));
    assert_eq!(watch(&app.service()), 0, "it is over");
}

#[tokio::test]
async fn failures_that_are_usual_give_no_alarm() {
    let app = TestApp::start();
    for _ in 0..2 {
        guess(&app, 70).await;
        app.clock.advance(TimeDelta::minutes(6));
    }
    guess(&app, 110).await;
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(watch(&app.service()), 0, "ten times 140 in twelve times would be 117");
    guess(&app, 10).await;
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(watch(&app.service()), 1);
    assert_eq!(alarms_of(&app)[0]["usual"], 11);
}
