//! Webhooks as administrators make them: who may, what they may be, and what is shown and told of them.

use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    receiver::Receiver,
    webhooks::Hook,
};

const URL: &str = "https://hooks.example.org/secret-path?key=hidden";

async fn events(admin: &Actor, action: &str) -> Vec<Value> {
    let page = admin.get(&format!("/v1/audit-events?action={action}")).send().await.ok();
    page["items"].as_array().expect("a list").iter().map(|event| event["detail"].clone()).collect()
}

async fn list(admin: &Actor) -> Vec<Value> {
    admin.get("/v1/webhooks").send().await.ok()["items"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn v4_a_webhook_is_made_read_changed_and_deleted() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let made = admin.hook_call(URL, &["login.*", "authenticator.enrolled"]).send().await.created();
    let hook = Hook::of(&made);
    let expected = json!({"id": hook.id, "name": "Receiver", "url": URL, "events": ["authenticator.enrolled", "login.*"],
        "enabled": true, "createdAt": made["webhook"]["createdAt"], "createdBy": admin.id});
    assert_eq!(made["webhook"], expected);
    assert_eq!(json!(list(&admin).await), json!([expected]));
    assert_eq!(admin.get(&hook.path).send().await.ok(), expected);

    let changes = json!({"name": "Chat", "url": "https://chat.example.org/", "events": ["*"]});
    let changed = admin.patch(&hook.path, changes).send().await.ok();
    assert_eq!(
        (&changed["name"], &changed["url"], &changed["events"]),
        (&json!("Chat"), &json!("https://chat.example.org/"), &json!(["*"]))
    );
    let paused = admin.patch(&hook.path, json!({"enabled": false})).send().await.ok();
    assert_eq!((&paused["enabled"], &paused["disabledBecause"]), (&json!(false), &json!("paused")));
    assert!(paused["disabledAt"].is_string() && paused["name"] == "Chat");
    assert_eq!(admin.patch(&hook.path, json!({"enabled": true})).send().await.ok()["enabled"], true);
    admin.patch(&hook.path, json!({})).send().await.ok();

    admin.delete(&hook.path).send().await.no_content();
    admin.get(&hook.path).send().await.problem(404, "not_found");
    admin.delete(&hook.path).send().await.problem(404, "not_found");
    assert!(list(&admin).await.is_empty());
    let told = ["webhook.created", "webhook.updated", "webhook.deleted"];
    let told = [events(&admin, told[0]).await, events(&admin, told[1]).await, events(&admin, told[2]).await];
    assert_eq!(told.each_ref().map(Vec::len), [1, 3, 1], "what changes nothing is not told");
}

#[tokio::test]
async fn v4_the_secret_is_shown_once_and_told_to_nobody() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let hook = Hook::of(&admin.hook_call(URL, &["*"]).send().await.created());
    assert_eq!((hook.secret.len(), &hook.secret[..6]), (50, "whsec_"));
    let rotate = format!("{}/rotate-secret", hook.path);
    let rotated = Hook::of(&admin.post(&rotate, json!({})).send().await.ok());
    assert_ne!(rotated.secret, hook.secret);
    admin.patch(&hook.path, json!({"url": "https://hooks.example.org/another-path"})).send().await.ok();

    let seen = [
        admin.get("/v1/webhooks").send().await.text(),
        admin.get(&hook.path).send().await.text(),
        admin.get(&format!("{}/deliveries", hook.path)).send().await.text(),
        admin.get("/v1/audit-events").send().await.text(),
    ];
    for secret in [&hook.secret, &rotated.secret] {
        assert!(!seen.iter().any(|text| text.contains(&secret[6..])), "a secret is shown again");
        assert!(!app.database.dump().contains(&secret[6..]), "a secret is in the database");
    }
    for path in ["secret-path", "hidden", "another-path"] {
        assert!(!seen[3].contains(path), "the path of a URL may be secret");
    }
    let updated = events(&admin, "webhook.updated").await;
    assert_eq!(
        (&updated[0]["urlChanged"], &updated[0]["new"]["origin"]),
        (&json!(true), &json!("https://hooks.example.org"))
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_webhook_is_told_by_field() {
    let app = TestApp::start_with(|settings| settings.webhook_private_targets = false);
    let admin = app.admin().await;
    let hook = Hook::of(&admin.hook_call(URL, &["*"]).send().await.created());
    let before = app.database.dump();
    for (field, value) in [
        ("name", json!("")),
        ("name", json!("x".repeat(101))),
        ("name", json!("two\nlines")),
        ("url", json!("nonsense")),
        ("url", json!("http://hooks.example.org/")),
        ("url", json!("ftp://hooks.example.org/")),
        ("url", json!("https://user:word@hooks.example.org/")),
        ("url", json!("https://localhost/")),
        ("url", json!("https://127.0.0.1/")),
        ("url", json!("https://10.0.0.1/")),
        ("url", json!("https://169.254.169.254/latest/meta-data")),
        ("url", json!("https://100.64.0.1/")),
        ("url", json!("https://[::1]/")),
        ("url", json!("https://[::ffff:192.168.0.1]/")),
        ("url", json!("https://[fd00::1]/")),
        ("url", json!("https://224.0.0.1/")),
        ("events", json!([])),
        ("events", json!("*")),
        ("events[1]", json!(["*", "login.flown"])),
        ("enabled", json!("yes")),
        ("secret", json!("whsec_AAAA")),
    ] {
        let mut body = json!({"name": "Receiver", "url": URL, "events": ["*"]});
        let name = field.split('[').next().expect("a name");
        body[name] = value.clone();
        admin.post("/v1/webhooks", body).send().await.invalid(field);
        admin.patch(&hook.path, json!({name: value})).send().await.invalid(field);
    }
    let rotate = format!("{}/rotate-secret", hook.path);
    for wrong in [json!({"overlapHours": 169}), json!({"overlapHours": -1}), json!({"overlapHours": "1"})] {
        admin.post(&rotate, wrong).send().await.invalid("overlapHours");
    }
    let deliveries = format!("{}/deliveries", hook.path);
    admin.get(&format!("{deliveries}?status=lost")).send().await.invalid("status");
    admin.get(&format!("{deliveries}?cursor=x")).send().await.invalid("cursor");
    admin.get(&format!("{deliveries}?limit=0")).send().await.invalid("limit");
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn an_organization_has_twenty_webhooks_at_most() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut hooks = Vec::new();
    for _ in 0..20 {
        hooks.push(Hook::of(&admin.hook_call(URL, &["*"]).send().await.created()));
    }
    let refused = admin.hook_call(URL, &["*"]).send().await.invalid("");
    assert_eq!(refused["errors"][0]["code"], "too_many_webhooks");
    admin.delete(&hooks[0].path).send().await.no_content();
    admin.hook_call(URL, &["*"]).send().await.created();
}

#[tokio::test]
async fn a_webhook_of_another_organization_is_none() {
    let app = TestApp::start();
    let (admin, receiver) = (app.admin().await, Receiver::start());
    let hook = admin.hook(&receiver, &["*"]).await;
    app.deliver().await;
    let delivery = text(&admin.deliveries(&hook).await[0]["id"]);
    let foreign = app.foreign_admin().await;
    let before = app.database.dump();
    for call in [
        foreign.get(&hook.path),
        foreign.patch(&hook.path, json!({"enabled": false})),
        foreign.delete(&hook.path),
        foreign.post(&format!("{}/rotate-secret", hook.path), json!({})),
        foreign.post(&format!("{}/test", hook.path), json!({})),
        foreign.get(&format!("{}/deliveries", hook.path)),
        foreign.redeliver_call(&hook, &delivery),
    ] {
        call.send().await.problem(404, "not_found");
    }
    assert_eq!(app.database.dump(), before);
    assert!(list(&foreign).await.is_empty());

    // What happens there is told to nobody here.
    receiver.take();
    foreign.hook_call(URL, &["*"]).send().await.created();
    app.deliver().await;
    assert!(receiver.received().is_empty());
}

#[tokio::test]
async fn the_permission_decides_and_not_the_role() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let role = json!({"name": "integrator", "description": "", "permissions": ["webhooks.write"]});
    admin.post("/v1/roles", role).send().await.created();
    let mut ivo = admin.create_user("ivo", &["integrator"]).await;
    ivo.sign_in().await;
    let hook = Hook::of(&ivo.hook_call(URL, &["login.*"]).send().await.created());
    assert_eq!(ivo.get(&hook.path).send().await.ok()["createdBy"], json!(ivo.id));
    admin.change(&ivo, json!({"roles": ["member"]})).await;
    ivo.get(&hook.path).send().await.problem(403, "not_permitted");
    ivo.delete(&hook.path).send().await.problem(403, "not_permitted");
}

#[tokio::test]
async fn a_superadministrator_makes_webhooks_of_another_organization() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let me = foreign.get("/v1/me").send().await.ok();
    let there = admin.acting_in(&text(&me["user"]["organizationId"]));
    let hook = Hook::of(&there.hook_call(URL, &["role.*"]).send().await.created());
    assert_eq!(list(&foreign).await[0]["id"], json!(hook.id));
    assert!(list(&admin).await.is_empty());
}
