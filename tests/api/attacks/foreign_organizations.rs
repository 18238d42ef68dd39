//! What there is in one organization, asked for from another: by its administrator, its members and its scripts.

use std::sync::Arc;

use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::{
    acting::target,
    support::{
        actor::{Actor, claims, text},
        app::TestApp,
        call::Call,
        demands::{closed, request},
        security_key::SecurityKey,
        service::Service,
        webhooks::Hook,
    },
    verify::REFUSED,
};

/// Who tries from another organization.
struct Foreign {
    admin: Actor,
    member: Actor,
    script: Service,
}

const SCOPES: [&str; 7] =
    ["audit.read", "policy.read", "users.read", "users.reset2fa", "users.write", "verify", "verify.explain"];

impl Foreign {
    async fn new(app: &TestApp) -> Self {
        let body = json!({"name": "Elsewhere", "administratorEmail": "grace@elsewhere.example"});
        let created = app.admin().await.post("/v1/organizations", body).send().await.created();
        let [email, password] = ["email", "password"].map(|field| text(&created["administrator"][field]));
        let mut admin = Actor::new(app.endpoint(), Arc::clone(&app.clock), &email, &password);
        admin.sign_in().await;
        let mut member = admin.create_user("eve", &["member"]).await;
        member.sign_in().await;
        let script = Service::new(app, &admin, &SCOPES).await;
        // The first use of a key is kept.
        script.get("/v1/users").send().await.ok();
        Self { admin, member, script }
    }
}

#[tokio::test]
async fn nobody_elsewhere_reaches_anything_by_its_id() {
    let app = TestApp::start();
    let (admin, ada, foreign) =
        (app.admin().await, app.enrolled_member("ada").await, Foreign::new(&app).await);
    let mut targets = Vec::new();
    for (number, operation) in closed().into_iter().filter(|one| one.path.contains('{')).enumerate() {
        targets.push((target(&admin, &operation, &ada, number).await, operation));
    }
    let before = app.database.dump();
    let (mut by_script, mut by_member) = (0, 0);
    for (target, operation) in &targets {
        let answer = request(operation, target).bearer(&foreign.member.access).send().await;
        assert!([401, 403, 404].contains(&answer.status.as_u16()), "{}: {}", operation.name(), answer.text());
        by_member += 1;

        let answer = foreign.script.sign(request(operation, target)).send().await;
        match answer.status.as_u16() {
            404 => by_script += 1,
            401 | 403 => {}
            other => panic!("{}: {other} {}", operation.name(), answer.text()),
        }
    }
    assert!(by_member >= 30 && by_script >= 6, "{by_member} by a member, {by_script} by a script");
    assert_eq!(app.database.dump(), before);
    assert!(ada.is_signed_in().await);
}

/// Ids that an organization's own user would name in their own operations.
#[tokio::test]
async fn nobody_elsewhere_reaches_what_is_somebodys_own() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, Foreign::new(&app).await);
    admin.change_policy(json!({"trustedDeviceDays": 7})).await;
    let mut ada = app.enrolled_member("ada").await;
    let passkey = ada.enroll_passkey(&mut SecurityKey::new()).await;
    let device = trusted_device(&ada).await;
    let (pending, phone) = ada.begin().await;
    let code = phone.next_code();
    let session = text(&claims(&ada.access)["sid"]);
    let hook = Hook::of(&admin.hook_call("https://hooks.example.org/", &["role.*"]).send().await.created());
    let delivery = admin.test_hook(&hook).await;
    let before = app.database.dump();
    for eve in [&foreign.admin, &foreign.member] {
        for call in [
            eve.confirm(&pending, &code),
            eve.delete(&format!("/v1/me/passkeys/{passkey}")),
            eve.patch(&format!("/v1/me/passkeys/{passkey}"), json!({"name": "Mine"})),
            eve.delete(&format!("/v1/me/trusted-devices/{device}")),
            eve.delete(&format!("/v1/me/sessions/{session}")),
            eve.delete(&format!("/v1/me/authenticators/{}", ada.authenticator)),
        ] {
            call.send().await.problem(404, "not_found");
        }
    }
    foreign.admin.redeliver_call(&hook, &delivery).send().await.problem(404, "not_found");
    assert_eq!(app.database.dump(), before);
    ada.confirm(&pending, &code).send().await.ok();
}

/// The id of a device that the actor trusts from now on.
async fn trusted_device(ada: &Actor) -> String {
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let path = format!("/v1/auth/challenges/{}/verify", text(&login["challengeId"]));
    let body = json!({"method": "totp", "code": ada.phone().next_code(), "trustDevice": true});
    ada.endpoint.post(&path, body).send().await.ok();
    text(&ada.get("/v1/me/trusted-devices").send().await.ok()["items"][0]["id"])
}

/// Ids and addresses in bodies: of many at once, and of whom a service asks.
#[tokio::test]
async fn nobody_elsewhere_reaches_anybody_by_what_a_body_names() {
    let app = TestApp::start();
    let (ada, foreign) = (app.enrolled_member("ada").await, Foreign::new(&app).await);
    let code = ada.phone().next_code();
    let of_ada = "SELECT row_to_json(u)::text FROM users AS u WHERE email = 'ada@lock.example' UNION ALL \
                  SELECT row_to_json(a)::text FROM authenticators AS a UNION ALL \
                  SELECT row_to_json(b)::text FROM budgets AS b WHERE user_id = (SELECT id FROM users WHERE email = 'ada@lock.example') \
                  UNION ALL SELECT id::text FROM audit_events WHERE subject_id = (SELECT id FROM users WHERE email = 'ada@lock.example')";
    let before = app.database.column(of_ada);

    let deadline = json!(app.clock.now() + chrono::TimeDelta::days(30));
    for order in [
        json!({"action": "reset", "ids": [ada.id], "identityCheck": "call", "reason": "Lost"}),
        json!({"action": "extendDeadline", "ids": [ada.id], "deadline": deadline, "reason": "Away"}),
        json!({"action": "remind", "ids": [ada.id]}),
    ] {
        for call in [
            foreign.admin.post("/v1/users/bulk", order.clone()),
            foreign.script.post("/v1/users/bulk", order.clone()),
        ] {
            assert_none_done(call).await;
        }
    }
    for user in [json!({"userId": ada.id}), json!({"email": ada.email})] {
        for typed in [&code, &ada.recovery_codes[0]] {
            let mut asked = user.clone();
            asked["code"] = json!(typed);
            let answer = foreign.script.post("/v1/verify", asked.clone()).send().await;
            assert_eq!(answer.ok(), json!({"valid": false, "reason": "notEnrolled"}));
            let batch = foreign.script.post("/v1/verify/batch", json!({"items": [asked]})).send().await;
            assert!(!batch.text().contains("true"), "{}", batch.text());
        }
    }
    let blind = Service::new(&app, &foreign.admin, &["verify"]).await;
    assert_eq!(blind.verify_call(&ada, &code).send().await.text(), REFUSED);

    assert_eq!(app.database.column(of_ada), before);
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.ok();
}

async fn assert_none_done(call: Call) {
    let answer = call.send().await;
    let results: Value = answer.ok()["results"].clone();
    assert_eq!(results.as_array().map(Vec::len), Some(1), "{results}");
    assert_ne!(results[0]["status"], "done", "{results}");
}
