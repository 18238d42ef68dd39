//! Webhooks of the built program, to receivers that misbehave, and through its own death.

use std::{collections::BTreeMap, time::Duration};

use serde_json::json;

use crate::support::{
    installation::Installation,
    mail_server::until,
    receiver::{Receiver, Reply},
    tls_receiver::TlsReceiver,
};

/// What waits after a failure, or in the hands of a process that was killed, is due now.
const NO_PAUSE: &str = "UPDATE webhook_deliveries SET next_attempt_at = now() WHERE status = 'queued'";
const WAITING: &str = "webhook_deliveries WHERE status = 'queued'";
const EVENTS: &str = "SELECT id FROM audit_events";
const ROUNDS: usize = 20;

fn installation() -> Installation {
    Installation::start_with(&[("NIGHTLATCH_WEBHOOK_PRIVATE_TARGETS", "1")])
}

#[tokio::test]
async fn v4_no_event_is_lost_in_twenty_crashes() {
    let receiver = Receiver::start();
    let mut installation = installation();
    let admin = installation.admin().await;
    let before = installation.database.column(EVENTS);
    let hook = admin.hook(&receiver, &["*"]).await;
    let mut ada = installation.member("ada").await;
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for round in 0..ROUNDS {
        ada = installation.die_after_a_change(&ada, &format!("the secret words of round {round}")).await;
        // The lease of the dead.
        installation.database.execute(NO_PAUSE);
        installation.start();
        until("everything is delivered", || installation.database.count(WAITING) == 0).await;
        for told in receiver.take() {
            assert!(told.is_verified_by(&hook.secret), "{told:?}");
            *times.entry(told.id().to_owned()).or_default() += 1;
        }
    }
    let events = installation.database.column(EVENTS);
    let events: Vec<_> = events.into_iter().filter(|id| !before.contains(id)).collect();
    assert!(events.len() > ROUNDS, "{events:?}");
    let untold: Vec<_> = events.iter().filter(|id| !times.contains_key(*id)).collect();
    assert_eq!((untold, times.len()), (vec![], events.len()), "every event, and nothing else");
    assert!(times.values().all(|times| *times <= 2), "a crash repeats at most what it interrupts: {times:?}");
    assert_eq!(installation.database.count("webhook_deliveries WHERE status <> 'delivered'"), 0);
}

#[tokio::test]
async fn v4_https_is_spoken_with_whom_the_machine_trusts_and_nobody_else() {
    let (receiver, other) = (TlsReceiver::start(), TlsReceiver::start());
    let private = ("NIGHTLATCH_WEBHOOK_PRIVATE_TARGETS", "1");
    let installation = Installation::start_with(&[private, ("SSL_CERT_FILE", receiver.authority())]);
    let admin = installation.admin().await;
    for url in [receiver.url("localhost"), receiver.url("127.0.0.1"), other.url("localhost")] {
        admin.hook_call(&url, &["role.*"]).send().await.created();
    }
    let role = json!({"name": "help-desk", "description": "", "permissions": []});
    admin.post("/v1/roles", role).send().await.created();
    let delivered =
        |outcome: &str| installation.database.count(&format!("webhook_deliveries WHERE {outcome}"));
    until("each was tried", || delivered("status = 'delivered' OR last_error IS NOT NULL") == 3).await;
    let [told] = &receiver.received()[..] else { panic!("{:?}", receiver.received()) };
    assert!(told.starts_with("POST /hook HTTP/1.1\r\n") && told.contains("\"role.created\""), "{told}");
    assert_eq!(delivered("status = 'delivered'"), 1);
    assert_eq!(other.received(), [""; 0]);
    let told = "SELECT last_error FROM webhook_deliveries WHERE last_error IS NOT NULL ORDER BY 1";
    let why = ["its certificate is for another name", "its certificate is not trusted"];
    assert_eq!(installation.database.column(told), why);
}

#[tokio::test]
async fn v4_a_silent_receiver_holds_up_nobody_else() {
    let (silent, other) = (Receiver::start(), Receiver::start());
    silent.answer(Reply::Late(Duration::from_secs(300)));
    let installation = installation();
    let admin = installation.admin().await;
    let dead = admin.hook(&silent, &["role.*"]).await;
    admin.hook(&other, &["role.*"]).await;
    for number in 0..40 {
        let role = json!({"name": format!("role-{number}"), "description": "", "permissions": []});
        admin.post("/v1/roles", role).send().await.created();
    }
    until("the other one has everything", || other.received().len() >= 40).await;
    let held_up = format!("webhook_deliveries WHERE status = 'queued' AND webhook_id = '{}'", dead.id);
    assert_eq!(installation.database.count(&held_up), 40);
    let given_up = "webhook_deliveries WHERE last_error = 'no answer in time'";
    until("its time is over", || installation.database.count(given_up) > 0).await;
}

#[tokio::test]
async fn v4_a_receiver_that_is_down_is_told_later() {
    let installation = installation();
    let admin = installation.admin().await;
    let receiver = Receiver::start();
    let hook = admin.hook(&receiver, &["role.created"]).await;
    let port = receiver.port;
    drop(receiver);
    admin.test_hook(&hook).await;
    let failed = "webhook_deliveries WHERE status = 'queued' AND last_error LIKE '%onnection refused%'";
    until("an attempt fails", || installation.database.count(failed) == 1).await;

    let receiver = Receiver::start_at(port);
    installation.database.execute(NO_PAUSE);
    until("it is told", || installation.database.count(WAITING) == 0).await;
    let told = receiver.received();
    assert!(told.len() == 1 && told[0].is_verified_by(&hook.secret), "{told:?}");
}
