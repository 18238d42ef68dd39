//! Requests released at once.

use std::{sync::Arc, time::Duration};

use tokio::sync::Barrier;

use super::{
    actor::Actor,
    answer::Answer,
    app::TestApp,
    call::{Call, Endpoint},
};

/// So many requests are released together.
pub const AT_ONCE: usize = 50;

/// The service on two servers.
pub fn two_replicas() -> (TestApp, Endpoint) {
    let mut app = TestApp::start();
    let replica = app.add_replica(|_| {});
    (app, replica)
}

/// Fifty requests of one user, by turns to one replica and to the other.
pub fn by_turns(actor: &Actor, replica: &Endpoint, request: impl Fn(&Actor, usize) -> Call) -> Vec<Call> {
    let both = [actor.clone(), actor.at(replica)];
    (0..AT_ONCE).map(|number| request(&both[number % 2], number)).collect()
}

/// Sends all calls at the same moment, each from a task of its own.
pub async fn race(calls: Vec<Call>) -> Vec<Answer> {
    let barrier = Arc::new(Barrier::new(calls.len()));
    let tasks: Vec<_> = calls
        .into_iter()
        .map(|call| {
            let barrier = Arc::clone(&barrier);
            tokio::spawn(async move {
                barrier.wait().await;
                call.send().await
            })
        })
        .collect();
    let mut answers = Vec::with_capacity(tasks.len());
    for task in tasks {
        answers.push(task.await.expect("the request is sent"));
    }
    answers
}

/// Waits until it is so.
pub async fn until(so: impl AsyncFn() -> bool) {
    let waited = async {
        while !so().await {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), waited).await.expect("it comes to that");
}

/// So many statements wait for what another transaction holds.
pub fn waiting_for_a_lock(app: &TestApp) -> usize {
    app.database.count("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
}

/// Asserts I2: of fifty challenges that one code answers at once, one opens a session.
pub async fn one_code_over_fifty_challenges(app: &TestApp, replica: &Endpoint) {
    let ada = app.enrolled_member("ada").await;
    let challenges = ada.challenges(AT_ONCE).await;
    let (sessions, code) = (app.database.count("sessions"), ada.phone().next_code());
    let answers = race(by_turns(&ada, replica, |ada, number| ada.verify(&challenges[number], &code))).await;
    only_winner(&answers, &[401, 429]);
    assert_eq!(app.database.count("sessions"), sessions + 1);
}

/// How many answers have that status.
pub fn with_status(answers: &[Answer], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status.as_u16() == status).count()
}

/// Asserts that one answer is 200 and every other one has one of these statuses, and gives the first.
#[track_caller]
pub fn only_winner(answers: &[Answer], others: &[u16]) -> Answer {
    for answer in answers {
        let status = answer.status.as_u16();
        assert!(status == 200 || others.contains(&status), "{}: {}", answer.request, answer.text());
    }
    assert_eq!(with_status(answers, 200), 1, "exactly one wins");
    answers.iter().find(|answer| answer.status == 200).expect("the winner").clone()
}
