//! Deliveries of webhooks: each event once, signed, tried until it is acknowledged, and given up at last.

use std::{collections::BTreeSet, sync::Arc};

use chrono::TimeDelta;
use nightlatch::{
    background,
    flows::{Operation, housekeeping},
    store,
};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    receiver::{Received, Receiver, Reply},
    webhooks::Hook,
};

/// A service with a webhook that has got nothing yet, and its receiver.
async fn with_a_hook(events: &[&str]) -> (TestApp, Actor, Receiver, Hook) {
    let (app, receiver) = (TestApp::start(), Receiver::start());
    let admin = app.admin().await;
    let hook = admin.hook(&receiver, events).await;
    app.deliver().await;
    receiver.take();
    (app, admin, receiver, hook)
}

fn kinds(received: &[Received]) -> Vec<String> {
    received.iter().map(Received::event).collect()
}

/// Moves on, and sends what is due then.
async fn later(app: &TestApp, by: TimeDelta) -> usize {
    app.clock.advance(by);
    app.deliver().await
}

#[tokio::test]
async fn v4_an_event_is_told_once_signed_and_as_the_audit_log_has_it() {
    let (app, _, receiver, hook) = with_a_hook(&["login.succeeded"]).await;
    app.clock.advance(TimeDelta::seconds(1));
    let admin = app.admin().await;
    assert_eq!(app.deliver().await, 1);
    assert_eq!(app.deliver().await, 0);
    let [told] = &receiver.take()[..] else { panic!("one delivery") };
    told.assert_signed_with(&hook.secret);
    assert_eq!(told.path, "/hook?key=1");
    assert_eq!(told.header("content-type"), "application/json");
    assert!(told.header("user-agent").starts_with("Nightlatch/"));
    assert!(!told.is_signed_with("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));

    let logged = admin.get("/v1/audit-events?action=login.succeeded&limit=1").send().await.ok();
    let mut event = logged["items"][0].clone();
    for person in ["actor", "subject"] {
        event[person].as_object_mut().expect("a person").remove("email");
    }
    assert_eq!(told.id(), event["id"]);
    let expected = json!({"type": "login.succeeded", "timestamp": event["occurredAt"], "data": event});
    assert_eq!(told.json(), expected);

    let [delivery] = &admin.deliveries(&hook).await[..] else { panic!("one delivery") };
    assert_eq!(
        (&delivery["status"], &delivery["attempts"], &delivery["responseStatus"]),
        (&json!("delivered"), &json!(1), &json!(204))
    );
    assert_eq!(admin.get(&hook.path).send().await.ok()["lastDelivery"], *delivery);
}

#[tokio::test]
async fn v4_a_webhook_is_told_of_the_events_that_it_names() {
    let (app, receiver) = (TestApp::start(), Receiver::start());
    let admin = app.admin().await;
    for (path, events) in [
        ("all", &["*"][..]),
        ("roles", &["role.*"]),
        ("one", &["role.deleted", "login.failed"]),
        ("none", &["code.*"]),
    ] {
        admin.hook_call(&format!("http://127.0.0.1:{}/{path}", receiver.port), events).send().await.created();
    }
    app.deliver().await;
    receiver.take();
    let role = json!({"name": "desk", "description": "", "permissions": []});
    let role = admin.post("/v1/roles", role).send().await.created();
    admin.delete(&format!("/v1/roles/{}", text(&role["id"]))).send().await.no_content();
    app.deliver().await;
    let mut told: Vec<_> =
        receiver.take().iter().map(|one| format!("{} {}", one.path, one.event())).collect();
    told.sort();
    let expected = [
        "/all role.created",
        "/all role.deleted",
        "/one role.deleted",
        "/roles role.created",
        "/roles role.deleted",
    ];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn v4_after_a_rotation_both_secrets_sign_for_a_day() {
    let (app, admin, receiver, old) = with_a_hook(&["role.created"]).await;
    let rotate = format!("{}/rotate-secret", old.path);
    let made = admin.post(&rotate, json!({"overlapHours": 24})).send().await.ok();
    let until = (app.clock_now() + TimeDelta::hours(24)).to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    assert_eq!(made["webhook"]["formerSecretUntil"], json!(until));
    let new = Hook::of(&made);
    admin.test_hook(&new).await;
    app.deliver().await;
    let [both] = &receiver.take()[..] else { panic!("one delivery") };
    assert_eq!(both.signatures().len(), 2);
    both.assert_signed_with(&old.secret);
    both.assert_signed_with(&new.secret);

    app.clock.advance(TimeDelta::hours(24));
    let admin = app.admin().await;
    admin.test_hook(&new).await;
    app.deliver().await;
    let [only] = &receiver.take()[..] else { panic!("one delivery") };
    assert_eq!(only.signatures().len(), 1);
    assert!(only.is_signed_with(&new.secret) && !only.is_signed_with(&old.secret));

    // A leaked secret ends at once.
    let newest = Hook::of(&admin.post(&rotate, json!({"overlapHours": 0})).send().await.ok());
    admin.test_hook(&newest).await;
    app.deliver().await;
    let [only] = &receiver.take()[..] else { panic!("one delivery") };
    assert!(only.is_signed_with(&newest.secret) && !only.is_signed_with(&new.secret));
}

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
async fn v4_a_delivery_is_sent_once_more_on_demand() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
    let id = admin.test_hook(&hook).await;
    app.deliver().await;
    let again = admin.redeliver_call(&hook, &id).send().await.expect(202);
    assert_eq!((&again["status"], &again["attempts"]), (&json!("queued"), &json!(1)));
    assert_eq!(app.deliver().await, 1);
    let [first, second] = &receiver.take()[..] else { panic!("two") };
    assert_eq!((first.id(), &first.body), (second.id(), &second.body));
    let unknown = "0199f3a1-8e3f-7c62-8d5e-4c73ebf2f914";
    admin.redeliver_call(&hook, unknown).send().await.problem(404, "not_found");
    admin.patch(&hook.path, json!({"enabled": false})).send().await.ok();
    admin.redeliver_call(&hook, &id).send().await.problem(409, "webhook_disabled");
}

#[tokio::test]
async fn v4_what_waits_while_a_webhook_is_paused_comes_after() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
    let waiting = admin.test_hook(&hook).await;
    admin.patch(&hook.path, json!({"enabled": false})).send().await.ok();
    let role = json!({"name": "unheard", "description": "", "permissions": []});
    admin.post("/v1/roles", role).send().await.created();
    assert_eq!(app.deliver().await, 0);
    // Longer than anything is tried: it gets its one chance all the same.
    app.clock.advance(TimeDelta::days(4));
    let admin = app.admin().await;
    admin.patch(&hook.path, json!({"enabled": true})).send().await.ok();
    app.deliver().await;
    let told: Vec<_> = receiver.take().iter().map(|one| one.id().to_owned()).collect();
    assert_eq!(told, [waiting]);
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

#[tokio::test]
async fn deliveries_are_listed_by_parts_and_by_how_they_stand() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
    let mut made = Vec::new();
    for number in 0..5 {
        receiver.answer(Reply::Status(if number == 2 { 500 } else { 204 }));
        app.clock.advance(TimeDelta::milliseconds(10));
        made.insert(0, admin.test_hook(&hook).await);
        app.deliver().await;
    }
    let ids = |page: &Value| -> Vec<String> {
        page["items"].as_array().expect("a list").iter().map(|one| text(&one["id"])).collect()
    };
    let path = format!("{}/deliveries?limit=2", hook.path);
    let (mut listed, mut next) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("{path}{next}")).send().await.ok();
        listed.extend(ids(&page));
        let Some(cursor) = page["nextCursor"].as_str() else { break };
        next = format!("&cursor={cursor}");
    }
    assert_eq!(listed, made);
    let of = |status: &str| admin.get(&format!("{}/deliveries?status={status}", hook.path));
    assert_eq!(ids(&of("queued").send().await.ok()), [made[2].clone()]);
    assert_eq!(ids(&of("delivered").send().await.ok()).len(), 4);
    assert!(
        ids(&of("failed").send().await.ok()).is_empty() && ids(&of("givenUp").send().await.ok()).is_empty()
    );
}

#[tokio::test]
async fn what_has_ended_is_forgotten() {
    let (app, admin, receiver, hook) = with_a_hook(&["role.created"]).await;
    let deleted = admin.hook(&receiver, &["role.created"]).await;
    for hook in [&hook, &deleted] {
        admin.test_hook(hook).await;
    }
    app.deliver().await;
    admin.delete(&deleted.path).send().await.no_content();
    let sweep = || {
        let origin = Default::default();
        housekeeping::sweep(&Operation::begin(&app.service(), &origin)).expect("it is swept");
    };
    sweep();
    assert_eq!(app.database.count("webhook_deliveries"), 1, "what was deleted is gone");
    assert_eq!(app.database.count("webhooks"), 2, "but for what is written meanwhile");
    app.clock.advance(TimeDelta::hours(2));
    sweep();
    assert_eq!((app.database.count("webhook_deliveries"), app.database.count("webhooks")), (1, 1));

    let waiting = app.admin().await.test_hook(&hook).await;
    let forget = |before| {
        let service = app.service();
        service.db.write(|tx| store::webhook_deliveries::delete_ended(tx, before)).expect("they are deleted")
    };
    assert_eq!(forget(app.clock_now() - TimeDelta::hours(3)), 0);
    assert_eq!(forget(app.clock_now() + TimeDelta::hours(1)), 1);
    let left = app.database.column("SELECT event_id FROM webhook_deliveries");
    assert_eq!(left, [waiting], "what waits is kept");
}
