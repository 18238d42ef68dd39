//! Attempts at a delivery: tried until it is acknowledged, by one worker at a time, and given up at last.

use std::{collections::BTreeSet, net::TcpListener, sync::Arc, thread};

use chrono::TimeDelta;
use nightlatch::{background, flows::Operation};
use serde_json::json;

use crate::support::{
    app::TestApp,
    receiver::{Received, Receiver, Reply},
    tls_receiver::TlsReceiver,
    webhooks::{Hook, kinds, later, with_a_hook},
};

#[tokio::test]
async fn v4_it_is_tried_with_the_same_bytes_until_the_receiver_is_well_again() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
    receiver.answer(Reply::Status(500));
    admin.test_hook(&hook).await;
    assert_eq!(app.deliver().await, 1);
    assert_eq!(app.deliver().await, 0, "not before a pause");
    assert_eq!(later(&app, TimeDelta::seconds(6)).await, 1);
    assert_eq!(later(&app, TimeDelta::minutes(4)).await, 0);
    assert_eq!(later(&app, TimeDelta::minutes(2)).await, 1);
    receiver.answer(Reply::Status(200));
    assert_eq!(later(&app, TimeDelta::minutes(40)).await, 1);
    assert_eq!(later(&app, TimeDelta::hours(100)).await, 0);
    let told = receiver.take();
    assert_eq!(told.len(), 4);
    let same = |one: &Received| (one.id().to_owned(), one.body.clone());
    assert!(told.iter().all(|one| same(one) == same(&told[0])), "the same id and bytes");
    let times: BTreeSet<&str> = told.iter().map(|one| one.header("webhook-timestamp")).collect();
    assert_eq!(times.len(), 4, "each attempt has its own time");
    told.iter().for_each(|one| one.assert_signed_with(&hook.secret));
    assert_eq!(app.database.column("SELECT attempts || status FROM webhook_deliveries"), ["4delivered"]);
}

#[tokio::test]
async fn v4_a_receiver_that_asks_for_time_gets_it() {
    for status in [429, 503] {
        let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
        receiver.answer(Reply::With(status, "retry-after", "600".to_owned()));
        admin.test_hook(&hook).await;
        assert_eq!(app.deliver().await, 1);
        assert_eq!(later(&app, TimeDelta::seconds(599)).await, 0);
        receiver.answer(Reply::Status(204));
        assert_eq!(later(&app, TimeDelta::seconds(1)).await, 1);
    }
}

#[tokio::test]
async fn v4_a_redirect_is_not_followed_and_an_endless_answer_not_read() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
    let elsewhere = Receiver::start();
    receiver.answer(Reply::With(307, "location", elsewhere.url()));
    admin.test_hook(&hook).await;
    app.deliver().await;
    assert!(elsewhere.received().is_empty());
    let [delivery] = &admin.deliveries(&hook).await[..] else { panic!("one delivery") };
    assert_eq!((&delivery["status"], &delivery["responseStatus"]), (&json!("queued"), &json!(307)));

    receiver.answer(Reply::Endless);
    assert_eq!(later(&app, TimeDelta::seconds(6)).await, 1);
    assert_eq!(admin.deliveries(&hook).await[0]["status"], "delivered");
}

#[tokio::test]
async fn v4_a_private_target_is_refused_at_the_connection_too() {
    let receiver = Receiver::start();
    let mut app = TestApp::start();
    let admin = app.admin().await;
    let by_name = format!("http://localhost:{}/", receiver.port);
    let hooks = [
        Hook::of(&admin.hook_call(&receiver.url(), &["role.*"]).send().await.created()),
        Hook::of(&admin.hook_call(&by_name, &["role.*"]).send().await.created()),
    ];
    for hook in &hooks {
        admin.test_hook(hook).await;
    }
    app.restart_with(|settings| settings.webhook_private_targets = false);
    assert_eq!(app.deliver().await, 2);
    assert!(receiver.received().is_empty());
    let told = app.database.column("SELECT DISTINCT last_error FROM webhook_deliveries");
    assert_eq!(told, ["the address is not on the public Internet"]);
}

#[tokio::test]
async fn why_nobody_answered_is_told_in_plain_words() {
    let (app, admin, receiver, _) = with_a_hook(&["role.deleted"]).await;
    let hangs_up = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = hangs_up.local_addr().expect("an address").port();
    thread::spawn(move || hangs_up.incoming().for_each(drop));
    let places = [
        ("connection refused", "http://127.0.0.1:1/".to_owned()),
        ("its certificate is not trusted", TlsReceiver::start().url("localhost")),
        ("no TLS there", format!("https://127.0.0.1:{}/", receiver.port)),
        ("no such host name", "https://nobody.invalid/".to_owned()),
        ("the connection broke off", format!("http://127.0.0.1:{port}/")),
    ];
    for (_, url) in &places {
        let hook = Hook::of(&admin.hook_call(url, &["role.created"]).send().await.created());
        admin.test_hook(&hook).await;
    }
    assert_eq!(app.deliver().await, places.len());
    let told =
        app.database.column("SELECT last_error FROM webhook_deliveries ORDER BY last_error COLLATE \"C\"");
    assert_eq!(told, places.map(|(why, _)| why));
}

#[tokio::test]
async fn v4_a_receiver_that_is_gone_ends_its_webhook() {
    let (app, admin, receiver, hook) = with_a_hook(&["*"]).await;
    let other = Receiver::start();
    admin.hook(&other, &["webhook.*"]).await;
    receiver.answer(Reply::Status(410));
    admin.test_hook(&hook).await;
    app.deliver().await;
    let found = admin.get(&hook.path).send().await.ok();
    assert_eq!((&found["enabled"], &found["disabledBecause"]), (&json!(false), &json!("gone")));
    assert_eq!(app.database.count("audit_events WHERE action = 'webhook.disabled'"), 1);
    app.deliver().await;
    assert!(kinds(&other.take()).contains(&"webhook.disabled".to_owned()));

    // Nothing is sent any more, and nothing is written for it.
    let (sent, rows) = (receiver.take().len(), app.database.count("webhook_deliveries"));
    admin.post(&format!("{}/test", hook.path), json!({})).send().await.problem(409, "webhook_disabled");
    later(&app, TimeDelta::minutes(1)).await;
    assert!(receiver.take().is_empty() && sent > 0);
    assert_eq!(app.database.count("webhook_deliveries"), rows);
}

#[tokio::test]
async fn v4_what_nobody_takes_in_three_days_is_given_up_and_told_once() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.*"]).await;
    let second = Receiver::start();
    // Two that are told of each other, and do not work.
    admin.hook(&second, &["*"]).await;
    admin.patch(&hook.path, json!({"events": ["*"]})).send().await.ok();
    app.deliver().await;
    for receiver in [&receiver, &second] {
        receiver.answer(Reply::Status(500));
    }
    let lost = admin.test_hook(&hook).await;
    for _ in 0..200 {
        later(&app, TimeDelta::hours(1)).await;
    }
    let given_up = "audit_events WHERE action = 'webhook.given_up'";
    assert_eq!(app.database.count(given_up), 2, "once for each of them");
    assert_eq!(app.database.count("webhook_deliveries WHERE status = 'queued'"), 0);
    let to_itself = "webhook_deliveries AS d JOIN audit_events AS e ON e.id = d.event_id \
                     WHERE e.action = 'webhook.given_up' AND e.detail #>> '{webhook,id}' = d.webhook_id::text";
    assert_eq!(app.database.count(to_itself), 0);

    // When it works again, the next time is told again.
    receiver.answer(Reply::Status(204));
    second.answer(Reply::Status(204));
    let admin = app.admin().await;
    admin.redeliver_call(&hook, &lost).send().await.expect(202);
    app.deliver().await;
    assert!(receiver.received().iter().filter(|one| one.id() == lost).count() > 5);
    receiver.answer(Reply::Status(500));
    admin.test_hook(&hook).await;
    for _ in 0..100 {
        later(&app, TimeDelta::hours(1)).await;
    }
    assert_eq!(app.database.count(given_up), 3);
}

#[tokio::test]
async fn v4_two_replicas_send_each_delivery_once() {
    let (mut app, receiver) = (TestApp::start(), Receiver::start());
    app.add_replica(|_| {});
    let admin = app.admin().await;
    let hooks = [admin.hook(&receiver, &["*"]).await, admin.hook(&receiver, &["role.*"]).await];
    for number in 0..12 {
        let role = json!({"name": format!("role-{number}"), "description": "", "permissions": []});
        admin.post("/v1/roles", role).send().await.created();
    }
    let workers = app.services().into_iter().flat_map(|service| [Arc::clone(&service), service]);
    let workers: Vec<_> =
        workers.map(|service| tokio::spawn(async move { background::deliver_due(&service).await })).collect();
    let mut attempts = 0;
    for worker in workers {
        attempts += worker.await.expect("it ran");
    }
    let rows = app.database.count("webhook_deliveries");
    assert_eq!((attempts, receiver.received().len()), (rows, rows));
    let told: BTreeSet<_> = receiver
        .received()
        .iter()
        .map(|one| (one.id().to_owned(), one.is_signed_with(&hooks[0].secret)))
        .collect();
    assert_eq!(told.len(), rows, "each event once for each webhook");
    assert_eq!(app.database.count("webhook_deliveries WHERE status <> 'delivered'"), 0);
}

#[tokio::test]
async fn v4_another_worker_takes_over_from_a_dead_one() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
    admin.test_hook(&hook).await;
    let origin = Default::default();
    let service = app.service();
    let claim = || {
        let operation = Operation::begin(&service, &origin);
        nightlatch::flows::webhook_queue::claim(&operation, 10, &[]).expect("it is claimed")
    };
    let [of_the_dead] = &claim()[..] else { panic!("one is due") };
    assert_eq!((claim().len(), app.deliver().await), (0, 0), "it is in the hands of a worker");
    assert_eq!(later(&app, TimeDelta::minutes(1)).await, 1);
    // What the dead one says later changes nothing.
    let unreached = Err(nightlatch::webhook::Unreached("late".to_owned()));
    let operation = Operation::begin(&service, &origin);
    nightlatch::flows::webhook_queue::settle(&operation, of_the_dead, &unreached, 1).expect("it is settled");
    assert_eq!(receiver.take().len(), 1);
    assert_eq!(app.database.column("SELECT status FROM webhook_deliveries"), ["delivered"]);
}
