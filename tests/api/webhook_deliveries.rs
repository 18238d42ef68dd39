//! Deliveries of webhooks: each event once, signed, listed, and sent once more on demand.

use chrono::TimeDelta;
use nightlatch::domain::webhook_delivery;
use serde_json::{Value, json};

use crate::support::{
    actor::text,
    app::TestApp,
    receiver::{Receiver, Reply},
    webhooks::{Hook, kinds, with_a_hook},
};

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
async fn v4_of_two_rotations_in_one_day_the_first_secret_ends_with_the_second() {
    let (app, admin, receiver, first) = with_a_hook(&["role.created"]).await;
    let rotate = format!("{}/rotate-secret", first.path);
    let second = Hook::of(&admin.post(&rotate, json!({"overlapHours": 24})).send().await.ok());
    let third = Hook::of(&admin.post(&rotate, json!({"overlapHours": 24})).send().await.ok());
    admin.test_hook(&third).await;
    app.deliver().await;
    let [told] = &receiver.take()[..] else { panic!("one delivery") };
    let signed = [&first, &second, &third].map(|hook| told.is_signed_with(&hook.secret));
    assert_eq!(signed, [false, true, true]);
}

#[tokio::test]
async fn a_test_is_told_to_each_that_is_told_of_it() {
    let (app, admin, _, hook) = with_a_hook(&["role.created"]).await;
    let others =
        ["*", "webhook.*", "webhook.test", "webhook.created"].map(|events| (events, Receiver::start()));
    for (events, receiver) in &others {
        admin.hook(receiver, &[events]).await;
    }
    app.deliver().await;
    others.iter().for_each(|(_, receiver)| drop(receiver.take()));
    admin.test_hook(&hook).await;
    app.deliver().await;
    let told = others.each_ref().map(|(_, receiver)| kinds(&receiver.take()));
    assert_eq!(told, [&["webhook.test"][..], &["webhook.test"], &["webhook.test"], &[]]);
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
    app.clean_up().await;
    assert_eq!(app.database.count("webhook_deliveries"), 1, "what was deleted is gone");
    assert_eq!(app.database.count("webhooks"), 2, "but for what is written meanwhile");
    app.clock.advance(TimeDelta::hours(2));
    app.clean_up().await;
    assert_eq!((app.database.count("webhook_deliveries"), app.database.count("webhooks")), (1, 1));

    let waiting = app.admin().await.test_hook(&hook).await;
    app.clock.advance(webhook_delivery::KEPT - TimeDelta::hours(1));
    app.clean_up().await;
    assert_eq!(app.database.count("webhook_deliveries"), 1, "the first one was sent two hours before");
    let left = app.database.column("SELECT event_id FROM webhook_deliveries");
    assert_eq!(left, [waiting], "what waits is kept");
}
