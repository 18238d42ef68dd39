//! Reminders: by themselves as a deadline comes near, and by an administrator's hand.

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::{
    flows::{Operation, reminders},
    mail::Email,
};
use serde_json::{Value, json};

use crate::support::{actor::Actor, app::TestApp};

fn send_due(app: &TestApp) -> usize {
    let origin = Default::default();
    reminders::send_due(&Operation::begin(&app.service(), &origin)).expect("reminders are written")
}

/// Requires a factor of everybody from now on, after that many days.
async fn roll_out(admin: &Actor, grace_days: i64) -> DateTime<Utc> {
    let starts_at = admin.require(json!({"everyone": true}), grace_days, json!({"newUsers": "grace"})).await;
    starts_at + TimeDelta::days(grace_days)
}

async fn reminders_to(app: &TestApp, user: &Actor) -> Vec<Email> {
    let received = app.mail_to(&user.email).await.0;
    let kind = "SELECT id FROM outbox WHERE kind = 'setUpReminder'";
    let ids = app.database.column(kind);
    received.into_iter().filter(|email| ids.contains(&email.id.0.to_string())).collect()
}

#[tokio::test]
async fn a6_everybody_without_a_factor_is_reminded_at_three_times() {
    let app = TestApp::start();
    let (ann, ben) = (app.member("ann").await, app.enrolled_member("ben").await);
    let admin = app.enrolled_admin().await;
    roll_out(&admin, 14).await;
    let mut seen = Vec::new();
    for day in 0..16 {
        send_due(&app);
        assert_eq!(send_due(&app), 0, "each once");
        let reminded = reminders_to(&app, &ann).await.len();
        seen.extend((reminded > 0).then_some((day, reminded)));
        app.clock.advance(TimeDelta::days(1));
    }
    assert_eq!(seen, [(0, 1), (7, 1), (13, 1)]);
    assert!(reminders_to(&app, &ben).await.is_empty(), "who has a factor is left alone");
    assert_eq!(app.database.count("audit_events WHERE action = 'user.reminded'"), 3);
}

#[tokio::test]
async fn a6_with_a_week_of_grace_the_announcement_is_the_first_of_two() {
    let app = TestApp::start();
    let (ann, admin) = (app.member("ann").await, app.enrolled_admin().await);
    let deadline = roll_out(&admin, 7).await;
    for at in [deadline - TimeDelta::days(7), deadline - TimeDelta::hours(24)] {
        app.clock.set(at);
        assert_eq!((send_due(&app), reminders_to(&app, &ann).await.len()), (1, 1), "{at}");
    }
    app.clock.set(deadline);
    assert_eq!(send_due(&app), 0, "what is past is not announced");
}

#[tokio::test]
async fn a6_a_moved_deadline_is_announced_anew() {
    let app = TestApp::start();
    let (ann, admin) = (app.member("ann").await, app.enrolled_admin().await);
    roll_out(&admin, 7).await;
    assert_eq!(send_due(&app), 1);
    let mut admin = admin;
    admin.step_up().await;
    admin.set_deadline(&ann, admin.deadline_in(30)).await;
    assert_eq!((send_due(&app), send_due(&app)), (1, 0));
}

#[tokio::test]
async fn a6_nobody_is_reminded_who_cannot_sign_in_or_has_no_deadline() {
    let app = TestApp::start();
    let (ann, admin) = (app.member("ann").await, app.enrolled_admin().await);
    assert_eq!(send_due(&app), 0, "nothing is required");
    admin.change(&ann, json!({"suspended": true})).await;
    roll_out(&admin, 7).await;
    assert_eq!(send_due(&app), 0);
}

#[tokio::test]
async fn n3_an_organization_that_cannot_be_read_keeps_no_other_one() {
    let app = TestApp::start();
    let mut elsewhere = app.foreign_admin().await;
    elsewhere.enroll().await;
    let ann = elsewhere.create_user("ann", &["member"]).await;
    roll_out(&elsewhere, 7).await;
    app.database.execute(
        "UPDATE policies SET document = '{\"mode\": 1}' WHERE org_id <> (SELECT org_id FROM users WHERE email = 'root@elsewhere.example')",
    );
    assert_eq!((send_due(&app), reminders_to(&app, &ann).await.len()), (1, 1));
}

#[tokio::test]
async fn n3_of_replicas_that_remind_at_once_each_user_gets_one() {
    let app = TestApp::start();
    for name in ["ann", "ben", "cy"] {
        app.member(name).await;
    }
    let admin = app.enrolled_admin().await;
    roll_out(&admin, 7).await;
    let app = std::sync::Arc::new(app);
    let workers: Vec<_> = (0..8)
        .map(|_| {
            let app = std::sync::Arc::clone(&app);
            tokio::task::spawn_blocking(move || send_due(&app))
        })
        .collect();
    let mut sent = 0;
    for worker in workers {
        sent += worker.await.expect("it ran");
    }
    assert_eq!((sent, app.database.count("outbox WHERE kind = 'setUpReminder'")), (3, 3));
}

#[tokio::test]
async fn a6_an_administrator_reminds_by_hand() {
    let app = TestApp::start();
    let (ann, ben) = (app.member("ann").await, app.enrolled_member("ben").await);
    let admin = app.enrolled_admin().await;
    let nobody = "01ba60d3-0000-7000-8000-000000000000";
    let remind =
        || admin.post("/v1/users/bulk", json!({"action": "remind", "ids": [ann.id, ben.id, nobody]}));
    let answer = remind().send().await.ok();
    let code = |answer: &Value, id: &str| {
        let results = answer["results"].as_array().expect("results");
        results.iter().find(|result| result["id"] == *id).expect("a result")["code"].clone()
    };
    assert_eq!(code(&answer, &ann.id), Value::Null);
    assert_eq!(code(&answer, &ben.id), "nothing_to_remind");
    assert_eq!(code(&answer, nobody), "not_found");
    assert_eq!(reminders_to(&app, &ann).await.len(), 1);

    assert_eq!(code(&remind().send().await.ok(), &ann.id), "too_many_attempts");
    app.clock.advance(TimeDelta::hours(1));
    let mut later = admin.clone();
    later.sign_in().await;
    let body = json!({"action": "remind", "ids": [ann.id]});
    assert_eq!(code(&later.post("/v1/users/bulk", body).send().await.ok(), &ann.id), Value::Null);
}
