//! API keys: what services and scripts show in place of a session.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    call::Call,
    demands::{closed, request},
    schema::Operation,
};

const SCOPES: [&str; 7] =
    ["audit.read", "policy.read", "users.read", "users.reset2fa", "users.write", "verify", "verify.explain"];

fn draft(scopes: &[&str]) -> Value {
    json!({"name": "Door control", "scopes": scopes})
}

async fn list(admin: &Actor) -> Value {
    admin.get("/v1/api-keys").send().await.ok()["items"].clone()
}

/// Whether a key is good for reading users.
async fn reads(app: &TestApp, key: &str) -> bool {
    let answer = app.endpoint().get("/v1/users").bearer(key).send().await;
    match answer.status.as_u16() {
        200 => true,
        _ => {
            answer.problem(401, "unauthenticated");
            false
        }
    }
}

#[tokio::test]
async fn v2_a_key_is_shown_once_and_stored_as_a_digest() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let made = admin.post("/v1/api-keys", draft(&["users.read"])).send().await.expect(201);
    let (key, api_key) = (text(&made["key"]), &made["apiKey"]);
    assert!(key.starts_with(&format!("{}_", text(&api_key["begins"]))), "{made}");
    assert_eq!(list(&admin).await, json!([api_key]));
    let year = app.clock.now() + TimeDelta::days(365);
    assert_eq!((&api_key["expiresAt"], &api_key["callsPerMinute"]), (&json!(year), &json!(6000)));
    let secret = key.rsplit_once('_').expect("a secret").1;
    for kept in [app.database.dump(), text(&json!(admin.get("/v1/audit-events").send().await.text()))] {
        assert!(!kept.contains(secret), "the secret is kept");
    }

    assert!(reads(&app, &key).await);
    assert_eq!(list(&admin).await[0]["lastUsedAt"], json!(app.clock.now()));
    let used = app.database.dump();
    app.clock.advance(TimeDelta::seconds(59));
    assert!(reads(&app, &key).await);
    assert_eq!(app.database.dump(), used, "a use is noted once in a minute");

    for altered in [&key[..key.len() - 1], &key.to_uppercase(), &format!("{key}a"), "nlk_", "nlk_a_b"] {
        assert!(!reads(&app, altered).await, "{altered}");
    }
}

#[tokio::test]
async fn a_revoked_key_is_refused_at_the_next_request() {
    let mut app = TestApp::start();
    let replica = app.add_replica(|_| ());
    let admin = app.admin().await;
    let made = admin.post("/v1/api-keys", draft(&["users.read"])).send().await.expect(201);
    let key = text(&made["key"]);
    assert_eq!(replica.get("/v1/users").bearer(&key).send().await.status, 200);
    let path = format!("/v1/api-keys/{}", text(&made["apiKey"]["id"]));
    let foreign = app.foreign_admin().await;
    foreign.delete(&path).send().await.problem(404, "not_found");
    admin.delete(&path).send().await.no_content();
    replica.get("/v1/users").bearer(&key).send().await.problem(401, "unauthenticated");
    assert!(!reads(&app, &key).await);
    assert_eq!(list(&admin).await, json!([]));
    admin.delete(&path).send().await.problem(404, "not_found");
}

#[tokio::test]
async fn a_rotated_key_is_good_beside_its_successor_for_a_while() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let made = admin.post("/v1/api-keys", draft(&["users.read"])).send().await.expect(201);
    let (first, path) = (text(&made["key"]), format!("/v1/api-keys/{}/rotate", text(&made["apiKey"]["id"])));
    let rotated = admin.post(&path, json!({"overlapMinutes": 60})).send().await.ok();
    let second = text(&rotated["key"]);
    let until = app.clock.now() + TimeDelta::hours(1);
    assert_eq!(rotated["apiKey"]["previousUntil"], json!(until));
    assert!(reads(&app, &first).await && reads(&app, &second).await);
    app.clock.advance(TimeDelta::hours(1));
    assert!(!reads(&app, &first).await && reads(&app, &second).await);

    let admin = app.admin().await;
    let third = text(&admin.post(&path, json!({"overlapMinutes": 0})).send().await.ok()["key"]);
    assert!(!reads(&app, &second).await && reads(&app, &third).await);
    admin.post(&path, json!({"overlapMinutes": 10_081})).send().await.invalid("overlapMinutes");
}

#[tokio::test]
async fn an_expired_key_is_none() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut wanted = draft(&["users.read"]);
    for days in [0, -1, 731] {
        wanted["expiresAt"] = json!(app.clock.now() + TimeDelta::days(days));
        admin.post("/v1/api-keys", wanted.clone()).send().await.invalid("expiresAt");
    }
    wanted["expiresAt"] = json!(app.clock.now() + TimeDelta::hours(1));
    let key = text(&admin.post("/v1/api-keys", wanted).send().await.expect(201)["key"]);
    app.clock.advance(TimeDelta::seconds(3_599));
    assert!(reads(&app, &key).await);
    app.clock.advance(TimeDelta::seconds(1));
    assert!(!reads(&app, &key).await);
}

#[tokio::test]
async fn a_key_may_be_tied_to_networks() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut wanted = draft(&["users.read", "verify"]);
    for wrong in ["203.0.113.0/33", "door", "", "203.0.113.9:80"] {
        wanted["networks"] = json!(["192.0.2.1", wrong]);
        admin.post("/v1/api-keys", wanted.clone()).send().await.invalid("networks[1]");
    }
    wanted["networks"] = json!(["203.0.113.9/24", "2001:db8::7"]);
    let made = admin.post("/v1/api-keys", wanted).send().await.expect(201);
    assert_eq!(made["apiKey"]["networks"], json!(["203.0.113.0/24", "2001:db8::7/128"]));
    let key = text(&made["key"]);
    let from = |address: &str| app.endpoint().get("/v1/users").bearer(&key).forwarded_for(address);
    for address in ["203.0.113.200", "2001:db8::7"] {
        from(address).send().await.ok();
    }
    for address in ["203.0.114.1", "2001:db8::8"] {
        from(address).send().await.problem(401, "unauthenticated");
    }
    let verify = json!({"userId": admin.id, "code": "123456"});
    let elsewhere = app.endpoint().post("/v1/verify", verify).bearer(&key).forwarded_for("203.0.114.1");
    let told = elsewhere.send().await.problem(401, "unauthenticated");
    assert_eq!(told["detail"], "This API key is not valid, or not from this network.");
    let events = admin.get("/v1/audit-events?action=api_key.refused").send().await.ok();
    assert_eq!(events["items"].as_array().map(Vec::len), Some(3), "somebody else has the key: {events}");
}

#[tokio::test]
async fn a_key_that_is_used_too_often_has_to_wait() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let wanted = json!({"name": "Door control", "scopes": ["users.read"], "callsPerMinute": 3});
    let key = text(&admin.post("/v1/api-keys", wanted).send().await.expect(201)["key"]);
    for _ in 0..3 {
        assert!(reads(&app, &key).await);
    }
    let refused = app.endpoint().get("/v1/users").bearer(&key).send().await;
    assert_eq!(refused.header("retry-after"), Some("20"));
    refused.problem(429, "rate_limited");
    app.clock.advance(TimeDelta::seconds(20));
    assert!(reads(&app, &key).await);
}

/// Which scope of an API key an operation takes, by its document.
fn documented_scope(operation: &Operation) -> Option<String> {
    let credentials = operation.described["security"].as_array()?;
    credentials.iter().find_map(|one| Some(text(&one.get("apiKey")?[0])))
}

#[tokio::test]
async fn every_scope_refuses_every_operation_that_it_does_not_name() {
    let app = TestApp::start();
    let (admin, mia) = (app.admin().await, app.enrolled_member("mia").await);
    let mut keys = Vec::new();
    for scope in SCOPES {
        let key = text(&admin.post("/v1/api-keys", draft(&[scope])).send().await.expect(201)["key"]);
        app.endpoint().get("/v1/users").bearer(&key).send().await;
        keys.push((scope, key));
    }
    let before = app.database.dump();
    let mut refused = 0;
    for operation in closed() {
        let taken = documented_scope(&operation);
        for (scope, key) in keys.iter().filter(|(scope, _)| taken.as_deref() != Some(scope)) {
            let answer = request(&operation, &mia).bearer(key).send().await;
            match &taken {
                Some(taken) => {
                    let problem = answer.problem(403, "missing_scope");
                    assert_eq!(problem["requiredScope"], json!(taken), "{}", operation.name());
                }
                None => {
                    assert!(
                        [401, 403].contains(&answer.status.as_u16()),
                        "{} by {scope}: {}",
                        operation.name(),
                        answer.text()
                    );
                }
            }
            refused += 1;
        }
    }
    assert!(refused > 300, "{refused} refused");
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn nobody_makes_a_key_for_more_than_they_may_themselves() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let role = json!({"name": "integrator", "description": "", "permissions": ["keys.write", "users.read"]});
    admin.post("/v1/roles", role).send().await.expect(201);
    let ivy = {
        let mut ivy = app.user("ivy", &["integrator"]).await;
        ivy.sign_in().await;
        ivy
    };
    for scope in ["users.write", "users.reset2fa", "audit.read", "policy.read"] {
        ivy.post("/v1/api-keys", draft(&["users.read", scope])).send().await.problem(403, "not_permitted");
    }
    ivy.post("/v1/api-keys", draft(&["users.read", "verify", "verify.explain"])).send().await.expect(201);
    let above = admin.post("/v1/api-keys", draft(&["users.write"])).send().await.expect(201);
    let id = text(&above["apiKey"]["id"]);
    ivy.delete(&format!("/v1/api-keys/{id}")).send().await.problem(403, "not_permitted");
    ivy.post(&format!("/v1/api-keys/{id}/rotate"), json!({})).send().await.problem(403, "not_permitted");
    admin.post("/v1/api-keys", draft(&[])).send().await.invalid("scopes");
    for wrong in ["policy.write", "keys.write", "roles.write", "organizations.write", "everything"] {
        admin.post("/v1/api-keys", draft(&[wrong])).send().await.invalid("scopes[0]");
    }
}

/// A call of a script.
struct Script<'a> {
    app: &'a TestApp,
    key: String,
}

impl Script<'_> {
    fn sign(&self, call: Call) -> Call {
        call.bearer(&self.key)
    }

    fn post(&self, path: &str, body: Value) -> Call {
        self.sign(self.app.endpoint().post(path, body))
    }
}

#[tokio::test]
async fn v3_a_script_administers_within_its_scopes_and_the_log_names_its_key() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (mia, other) = (app.enrolled_member("mia").await, app.user("ada", &["admin"]).await);
    let scopes = draft(&["users.read", "users.write", "users.reset2fa"]);
    let made = admin.post("/v1/api-keys", scopes).send().await.expect(201);
    let script = Script { app: &app, key: text(&made["key"]) };

    let user = |roles: &[&str]| json!({"email": "new@lock.example", "displayName": "New", "roles": roles});
    script.post("/v1/users", user(&["admin"])).send().await.problem(403, "not_permitted");
    script.post("/v1/users", user(&["member"])).send().await.expect(201);
    let order = json!({"identityCheck": "call", "reason": "Lost the phone."});
    let reset = |whom: &Actor| format!("/v1/users/{}/two-factor/reset", whom.id);
    script.post(&reset(&other), order.clone()).send().await.problem(403, "not_permitted");
    script.post(&reset(&mia), order).send().await.ok();
    let bulk = json!({"action": "remind", "ids": [mia.id]});
    let reminded = script.post("/v1/users/bulk", bulk).send().await.ok();
    assert_eq!(reminded["results"][0]["status"], "done");

    let key = &made["apiKey"];
    let path = format!("/v1/audit-events?actor={}", text(&key["id"]));
    let events = admin.get(&path).send().await.ok();
    let items = events["items"].as_array().expect("a list");
    let actions: BTreeSet<String> = items.iter().map(|event| text(&event["action"])).collect();
    assert_eq!(actions, ["two_factor.reset", "user.invited", "user.reminded"].map(str::to_owned).into());
    assert_eq!(items.len(), 3);
    for event in items {
        assert_eq!((&event["actor"]["id"], &event["detail"]["apiKey"]), (&key["id"], &key["name"]));
    }
    // It stays in its organization.
    let elsewhere =
        text(&app.foreign_admin().await.get("/v1/me").send().await.ok()["user"]["organizationId"]);
    let call = app.endpoint().get("/v1/users").header("nightlatch-organization", &elsewhere);
    script.sign(call).send().await.problem(404, "not_found");
}
