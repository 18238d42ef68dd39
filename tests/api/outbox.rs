//! The outbox: a message is written with its change, sent once, tried again, and given up at last.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use chrono::TimeDelta;
use nightlatch::{
    flows::{Operation, outbox},
    mail::Undelivered,
};

use crate::support::app::TestApp;

fn undelivered(for_good: bool) -> Result<(), Undelivered> {
    Err(Undelivered { for_good, why: "421 try later".to_owned() })
}

/// A service in which one mail waits: that a factor was enabled.
async fn with_a_mail() -> (TestApp, String) {
    let app = TestApp::start();
    let member = app.enrolled_member("nina").await;
    (app, member.email)
}

fn claim(app: &TestApp) -> Vec<outbox::Claim> {
    let origin = Default::default();
    outbox::claim(&Operation::begin(&app.service(), &origin), 10).expect("mail is claimed")
}

fn settle(app: &TestApp, claim: &outbox::Claim, sent: &Result<(), Undelivered>) {
    let origin = Default::default();
    outbox::settle(&Operation::begin(&app.service(), &origin), claim, sent).expect("it is settled");
}

#[tokio::test]
async fn n3_a_mail_is_sent_once() {
    let (app, address) = with_a_mail().await;
    let email = app.mail_to(&address).await.only();
    assert_eq!(email.to, address);
    assert!(app.mail_to(&address).await.0.is_empty());
    assert_eq!(app.database.column("SELECT outcome FROM outbox"), ["sent"]);
    assert_eq!(app.database.count("outbox WHERE sealed_secrets IS NOT NULL"), 0, "nothing secret is kept");
}

#[tokio::test]
async fn n3_workers_share_the_mail_between_them() {
    let app = TestApp::start();
    for name in ["ann", "bob", "cy", "dee"] {
        app.enrolled_member(name).await;
    }
    let app = Arc::new(app);
    let workers: Vec<_> = (0..8)
        .map(|_| {
            let app = Arc::clone(&app);
            tokio::task::spawn_blocking(move || claim(&app))
        })
        .collect();
    let mut claimed = Vec::new();
    for worker in workers {
        claimed.extend(worker.await.expect("it ran").into_iter().map(|claim| claim.email.to));
    }
    claimed.sort();
    let expected = ["ann", "bob", "cy", "dee"].map(|name| format!("{name}@lock.example"));
    assert_eq!(claimed, expected);
}

#[tokio::test]
async fn n3_a_mail_that_was_not_taken_is_tried_again_later() {
    let (app, address) = with_a_mail().await;
    let [first] = &claim(&app)[..] else { panic!("one mail is due") };
    assert!(claim(&app).is_empty(), "it is in the hands of a worker");
    settle(&app, first, &undelivered(false));
    assert!(claim(&app).is_empty(), "not before a pause");
    app.clock.advance(TimeDelta::minutes(1));
    let again = app.mail_to(&address).await.only();
    assert_eq!(again.id, first.email.id, "under the same id");
}

#[tokio::test]
async fn n3_another_worker_takes_over_from_a_dead_one() {
    let (app, address) = with_a_mail().await;
    let [of_the_dead] = &claim(&app)[..] else { panic!("one mail is due") };
    app.clock.advance(TimeDelta::minutes(4));
    let email = app.mail_to(&address).await.only();
    assert_eq!(email.id, of_the_dead.email.id);
    // What the dead one says later changes nothing.
    settle(&app, of_the_dead, &undelivered(true));
    assert_eq!(app.database.column("SELECT outcome FROM outbox"), ["sent"]);
}

#[tokio::test]
async fn n3_a_mail_is_given_up_after_three_days() {
    let (app, address) = with_a_mail().await;
    let tried = AtomicBool::new(false);
    for _ in 0..80 {
        for claim in claim(&app) {
            tried.store(true, Ordering::Relaxed);
            settle(&app, &claim, &undelivered(false));
        }
        app.clock.advance(TimeDelta::hours(1));
    }
    assert!(tried.into_inner() && app.mail_to(&address).await.0.is_empty());
    assert_eq!(app.database.column("SELECT outcome FROM outbox"), ["expired"]);
    assert_eq!(app.database.count("outbox WHERE sealed_secrets IS NOT NULL"), 0);
    let told = "SELECT detail ->> 'reason' FROM audit_events WHERE action = 'mail.given_up'";
    assert_eq!(app.database.column(told), ["expired"]);
}

#[tokio::test]
async fn n3_a_refused_mail_is_given_up_at_once() {
    let (app, address) = with_a_mail().await;
    let [refused] = &claim(&app)[..] else { panic!("one mail is due") };
    settle(&app, refused, &undelivered(true));
    app.clock.advance(TimeDelta::days(1));
    assert!(app.mail_to(&address).await.0.is_empty());
    let told = "SELECT detail ->> 'reason' FROM audit_events WHERE action = 'mail.given_up'";
    assert_eq!(app.database.column(told), ["refused"]);
}

#[tokio::test]
async fn n3_a_mail_that_cannot_be_read_keeps_no_other_one() {
    let (app, unreadable) = with_a_mail().await;
    let foreign = app.enrolled_member("otto").await.email;
    app.database.execute(&format!(
        "UPDATE outbox SET content = jsonb_set(content, '{{message}}', '{{\"kind\": \"ofAnotherVersion\"}}') \
         WHERE recipient = '{unreadable}'; \
         UPDATE outbox SET sealed_secrets = 'of another key' WHERE recipient = '{foreign}'"
    ));
    let readable = app.enrolled_member("ruth").await.email;
    assert_eq!(claim(&app).iter().map(|claim| &*claim.email.to).collect::<Vec<_>>(), [readable]);
    // Whoever can read it may come yet, as in the middle of an upgrade; it is tried as often as one that is not taken.
    let tries = "SELECT attempts::text FROM outbox WHERE finished_at IS NULL ORDER BY recipient";
    app.clock.advance(TimeDelta::minutes(2));
    claim(&app);
    assert_eq!(app.database.column(tries)[..2], ["2", "2"]);
    app.clock.advance(TimeDelta::days(4));
    claim(&app);
    assert_eq!(app.database.column("SELECT outcome FROM outbox"), ["expired"; 3]);
}

#[tokio::test]
async fn n3_an_organization_whose_mail_cannot_be_written_keeps_no_other_one() {
    let (app, address) = with_a_mail().await;
    app.foreign_admin().await.enroll().await;
    app.database.execute(
        "INSERT INTO branding (org_id, version, support_contact, updated_at) \
         SELECT org_id, 1, 'nobody', now() FROM users WHERE email = 'root@elsewhere.example'",
    );
    let origin = Default::default();
    // Either organization comes first now and then.
    let claims = (0..100).find_map(|_| outbox::claim(&Operation::begin(&app.service(), &origin), 10).ok());
    let addresses: Vec<_> = claims.iter().flatten().map(|claim| claim.email.to.clone()).collect();
    assert_eq!(addresses, [address]);
    assert_eq!(app.database.column("SELECT attempts FROM outbox ORDER BY attempts"), ["0", "1"]);
}
