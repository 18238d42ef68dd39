//! Acting in another organization: superadmins may, by a header; to everybody else there is no other organization.

use std::{collections::HashSet, sync::Arc};

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    app::TestApp,
    demands::{ADMINISTRATIVE, closed, request},
    schema::Operation,
};

const HEADER: &str = "nightlatch-organization";

fn organization(actor: &Actor) -> String {
    text(&claims(&actor.access)["org"])
}

/// Another organization's administrator, who is no superadmin, signed in.
async fn elsewhere(app: &TestApp) -> Actor {
    let body = json!({"name": "Elsewhere", "administratorEmail": "grace@elsewhere.example"});
    let created = app.admin().await.post("/v1/organizations", body).send().await.created();
    let [email, password] = ["email", "password"].map(|field| text(&created["administrator"][field]));
    let mut grace = Actor::new(app.endpoint(), Arc::clone(&app.clock), &email, &password);
    grace.sign_in().await;
    grace
}

/// Creates a role; gives its id.
async fn create_role(admin: &Actor, name: &str) -> String {
    let body = json!({"name": name, "description": "", "permissions": ["users.read"]});
    text(&admin.post("/v1/roles", body).send().await.created()["id"])
}

/// The emails of the users in a list.
async fn emails(admin: &Actor) -> Vec<String> {
    let users = admin.get("/v1/users").send().await.ok();
    users["items"].as_array().expect("a list").iter().map(|user| text(&user["email"])).collect()
}

fn names_an_organization(operation: &Operation) -> bool {
    let parameters = operation.described["parameters"].as_array();
    parameters.is_some_and(|all| all.iter().any(|one| one["$ref"] == "#/components/parameters/ActingIn"))
}

#[test]
fn what_concerns_one_organization_says_that_it_can_be_another() {
    let documented: Vec<String> =
        closed().iter().filter(|one| names_an_organization(one)).map(Operation::name).collect();
    let within = |permission: &str| !permission.starts_with("organizations.");
    let mut expected: Vec<&str> =
        ADMINISTRATIVE.iter().filter(|(_, needed)| within(needed)).map(|(name, _)| *name).collect();
    expected.sort_by_key(|name| documented.iter().position(|one| one == name));
    assert_eq!(documented, expected);
}

#[tokio::test]
async fn a_superadmin_sees_and_acts_in_another_organization() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    app.user("ada", &["member"]).await;
    let there = admin.acting_in(&organization(&grace));
    assert_eq!(emails(&there).await, [grace.email.as_str()]);
    assert_eq!(there.get("/v1/overview").send().await.ok()["users"]["total"], 1);

    create_role(&there, "help-desk").await;
    let mut bob = there.create_user("bob", &["help-desk"]).await;
    bob.sign_in().await;
    assert_eq!(organization(&bob), organization(&grace));
    assert_eq!(there.look_at(&bob).await["email"], json!(bob.email));
    there.change(&bob, json!({"roles": ["manager"]})).await;
    there.change_policy(json!({"recoveryCodeCount": 6})).await;
    assert_eq!(grace.policy().await.0["recoveryCodeCount"], 6);
    there.end_sessions_call(&bob).send().await.no_content();
    assert!(!bob.is_signed_in().await);

    assert_eq!(admin.policy().await.0["recoveryCodeCount"], 10, "at home nothing has changed");
    assert_eq!(emails(&admin).await, ["ada@lock.example", "root@lock.example"]);
    admin.get(&format!("/v1/users/{}", bob.id)).send().await.problem(404, "not_found");
    let me = there.get("/v1/me").send().await.ok();
    assert_eq!(me["user"]["organizationId"], organization(&admin), "what is one's own stays so");
}

#[tokio::test]
async fn the_guard_of_the_last_administrator_stands_there_too() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let there = admin.acting_in(&organization(&grace));
    for call in [
        there.change_call(&grace, json!({"suspended": true})),
        there.change_call(&grace, json!({"roles": ["member"]})),
        there.reset_call(&grace),
    ] {
        call.send().await.problem(409, "last_admin");
    }
}

#[tokio::test]
async fn i3_the_other_organization_is_told_who_acts_in_it() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let there = admin.acting_in(&organization(&grace));
    let bob = there.create_user("bob", &["member"]).await;
    let code = there.reset(&bob).await;
    let events = |actor: &Actor| actor.get(&format!("/v1/audit-events?actor={}", admin.id));
    let told = events(&grace).send().await.ok();
    let reset =
        told["items"].as_array().expect("a list").iter().find(|one| one["action"] == "two_factor.reset");
    let reset = reset.expect("it is told");
    assert_eq!(reset["detail"]["actingFrom"], organization(&admin));
    assert_eq!(reset["detail"]["reason"], "The phone is lost");
    assert_eq!(reset["actor"], json!({"id": admin.id}), "and no address of another organization's");
    assert_eq!(reset["subject"]["id"], bob.id);
    assert!(!told.to_string().contains(&code));
    let seen = there.get("/v1/audit-events").send().await.ok();
    assert_eq!(seen, grace.get("/v1/audit-events").send().await.ok());
    let at_home = events(&admin).send().await.text();
    assert!(!at_home.contains(&bob.id) && !at_home.contains("actingFrom"), "{at_home}");
}

// What is asked of the superadmin themself is their own organization's to say.

#[tokio::test]
async fn a_superadmin_needs_the_factor_that_is_demanded_at_home() {
    let app = TestApp::start();
    let (grace, root) = (elsewhere(&app).await, app.enrolled_admin().await);
    let mut zoe = root.create_user("zoe", &["superadmin"]).await;
    zoe.sign_in().await;
    let there = organization(&grace);
    root.acting_in(&there).change_policy(json!({"mode": "required"})).await;
    let zoe = zoe.acting_in(&there);
    assert_eq!(emails(&zoe).await, [grace.email.as_str()]);
    let (policy, tag) = zoe.policy().await;
    zoe.put_policy_call(policy, &tag).send().await.problem(409, "enroll_first");
    root.change_policy(json!({"mode": "required"})).await;
    zoe.get("/v1/users").send().await.problem(403, "enrollment_required");
}

#[tokio::test]
async fn s3_a_superadmin_steps_up_as_at_home() {
    let app = TestApp::start();
    let (grace, mut root) = (elsewhere(&app).await, app.enrolled_admin().await);
    let there = organization(&grace);
    root.acting_in(&there).change_policy(json!({"stepUpMaxAgeMinutes": 60})).await;
    app.clock.advance(TimeDelta::seconds(301));
    root.refresh().await;
    let draft = json!({"email": "bob@elsewhere.example", "displayName": "Bob", "roles": ["member"], "password": "bob's very own secret words"});
    let refused = root.acting_in(&there).post("/v1/users", draft.clone()).send().await;
    assert_eq!(refused.problem(401, "step_up_required")["maxAge"], 300);
    root.step_up().await;
    root.acting_in(&there).post("/v1/users", draft).send().await.created();
}

// What may be done to its users is the other organization's to say.

#[tokio::test]
async fn the_rules_are_those_of_the_other_organization() {
    let app = TestApp::start();
    let (grace, root) = (elsewhere(&app).await, app.enrolled_admin().await);
    let there = root.acting_in(&organization(&grace));
    let bob = there.create_user("bob", &["member"]).await;
    let (no_passes, passes) =
        (json!({"enabled": false, "maxMinutes": 60}), json!({"enabled": true, "maxMinutes": 60}));
    root.change_policy(json!({"temporaryPass": no_passes, "resetProof": "code"})).await;
    there.change_policy(json!({"temporaryPass": passes, "resetProof": "none"})).await;
    there.issue_pass(&bob).await;
    there.pass_call(&bob, 61).send().await.invalid("minutes");
    assert_eq!(there.reset_call(&bob).send().await.ok(), json!({}), "no code");

    root.change_policy(json!({"temporaryPass": passes})).await;
    there.change_policy(json!({"temporaryPass": no_passes, "mode": "required"})).await;
    there.pass_call(&bob, 60).send().await.problem(403, "blocked_by_policy");
    let draft = json!({"email": "carl@elsewhere.example", "displayName": "Carl", "roles": ["member"], "password": "8 chars!"});
    root.post("/v1/users", draft.clone()).send().await.invalid("password");
    there.post("/v1/users", draft).send().await.created();
}

#[tokio::test]
async fn roles_are_those_of_the_other_organization() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let there = admin.acting_in(&organization(&grace));
    create_role(&admin, "at-home").await;
    create_role(&there, "there").await;
    let bob = there.create_user("bob", &["there"]).await;
    there.change_call(&bob, json!({"roles": ["at-home"]})).send().await.invalid("roles[0]");
    there.change(&bob, json!({"roles": ["superadmin"]})).await;
    grace.change_call(&bob, json!({"suspended": true})).send().await.problem(403, "not_permitted");
}

// Nobody else.

#[tokio::test]
async fn to_everybody_else_there_is_no_other_organization() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let mut bob = grace.create_user("bob", &["member"]).await;
    bob.sign_in().await;
    let ada = app.enrolled_member("ada").await;
    let before = app.database.dump();
    let mut refused = 0;
    for operation in closed().iter().filter(|one| names_an_organization(one)) {
        for caller in [&grace, &bob] {
            for there in [organization(&admin), uuid::Uuid::nil().to_string()] {
                let call = request(operation, &ada).bearer(&caller.access).header(HEADER, &there);
                call.send().await.problem(404, "not_found");
                refused += 1;
            }
        }
    }
    assert!(refused >= 4 * 14, "{refused}");
    assert_eq!(app.database.dump(), before);
}

/// What an operation is about, made by `admin` where it is no user.
pub async fn target(admin: &Actor, operation: &Operation, user: &Actor, number: usize) -> Actor {
    let made = if operation.path.contains("/roles/") {
        return Actor { id: create_role(admin, &format!("role-{number}")).await, ..user.clone() };
    } else if operation.path.contains("/api-keys/") {
        let key = json!({"name": "Door control", "scopes": ["verify"]});
        admin.post("/v1/api-keys", key).send().await.expect(201)["apiKey"].clone()
    } else if operation.path.contains("/webhooks/") {
        let webhook = json!({"name": "Channel", "url": "https://hooks.example.org/", "events": ["role.*"]});
        admin.post("/v1/webhooks", webhook).send().await.expect(201)["webhook"].clone()
    } else if operation.path.contains("/sso-providers/") {
        let provider = json!({
            "name": format!("Example SSO {number}"), "issuer": "https://login.example.org", "clientId": "nightlatch",
            "clientSecret": "secret",
        });
        admin.post("/v1/sso-providers", provider).send().await.expect(201)
    } else {
        if operation.name() == "PUT /v1/branding" {
            // The request replaces the first version.
            admin.put("/v1/branding", json!({})).header("if-match", "\"0\"").send().await.ok();
        }
        return user.clone();
    };
    Actor { id: text(&made["id"]), ..user.clone() }
}

#[tokio::test]
async fn no_id_of_another_organization_leads_to_anything() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let ada = app.enrolled_member("ada").await;
    let mut targets = Vec::new();
    for (number, operation) in closed().into_iter().filter(|one| one.path.contains('{')).enumerate() {
        // What takes an API key alone is asked with one in its own test.
        if !operation.path.starts_with("/v1/verify/") {
            targets.push((target(&admin, &operation, &ada, number).await, operation));
        }
    }
    let before = app.database.dump();
    let mut asked = 0;
    for (target, operation) in &targets {
        let answer = request(operation, target).bearer(&grace.access).send().await;
        if operation.path.contains("/organizations/") {
            answer.problem(403, "not_permitted");
        } else {
            answer.problem(404, "not_found");
        }
        asked += 1;
    }
    assert!(asked >= 13, "{asked}");
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn whoever_is_superadmin_no_more_is_back_at_home() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let mut zoe = admin.create_user("zoe", &["superadmin"]).await;
    zoe.sign_in().await;
    let there = zoe.acting_in(&organization(&grace));
    assert_eq!(emails(&there).await, [grace.email.as_str()]);
    admin.change(&zoe, json!({"roles": ["admin"]})).await;
    there.get("/v1/users").send().await.problem(404, "not_found");
    zoe.get("/v1/users").send().await.ok();
}

#[tokio::test]
async fn the_header_names_one_organization() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let (here, there) = (organization(&admin), organization(&grace));
    let users = |id: &str| admin.get("/v1/users").header(HEADER, id);
    for wrong in ["", "lock-key-ltd", "*", &format!("{there}, {here}")] {
        users(wrong).send().await.invalid("Nightlatch-Organization");
    }
    users(&there).header(HEADER, &here).send().await.invalid("Nightlatch-Organization");
    users(&uuid::Uuid::max().to_string()).send().await.problem(404, "not_found");
    assert_eq!(users(&here).send().await.ok(), admin.get("/v1/users").send().await.ok());
    let own = grace.get("/v1/users").header(HEADER, &there).send().await.ok();
    assert_eq!(own, users(&there.to_uppercase()).send().await.ok());
    let bare = app.endpoint().get("/v1/users").header(HEADER, "*").send().await;
    bare.problem(401, "unauthenticated");
    for call in [admin.get("/v1/me"), admin.get("/v1/organizations")] {
        call.header(HEADER, "*").send().await.ok();
    }
}

#[tokio::test]
async fn a_superadmin_is_nobody_elsewhere() {
    let app = TestApp::start();
    let (admin, grace) = (app.admin().await, elsewhere(&app).await);
    let there = admin.acting_in(&organization(&grace));
    for call in [
        there.reset_call(&admin),
        there.pass_call(&admin, 60),
        there.change_call(&admin, json!({"suspended": true})),
        there.end_sessions_call(&admin),
        there.get(&format!("/v1/users/{}", admin.id)),
    ] {
        call.send().await.problem(404, "not_found");
    }
    assert!(admin.is_signed_in().await);
}

/// Whatever a superadmin does elsewhere is told there, and only there.
#[tokio::test]
async fn i3_every_operation_tells_where_it_acts() {
    let app = TestApp::start();
    let (grace, root) = (elsewhere(&app).await, app.enrolled_admin().await);
    let there = root.acting_in(&organization(&grace));
    let bob = there.create_user("bob", &["member"]).await;
    let mut seen: HashSet<String> = HashSet::new();
    let mut told = Vec::new();
    let news = "SELECT jsonb_build_object('id', id, 'org', org_id, 'actor', actor_id, 'from', detail -> 'actingFrom') \
                FROM audit_events WHERE actor_id IS NOT NULL";
    seen.extend(app.database.column(news));
    for (number, operation) in closed().iter().filter(|one| names_an_organization(one)).enumerate() {
        // A delivery is made by an event, and sent again in a test of its own.
        if operation.path.contains("{deliveryId}") {
            continue;
        }
        let target = target(&there, operation, &bob, number).await;
        seen.extend(app.database.column(news));
        let answer = there.sign(request(operation, &target)).send().await;
        assert!(
            ![401, 403, 404].contains(&answer.status.as_u16()),
            "{}: {}",
            operation.name(),
            answer.text()
        );
        let events: Vec<String> =
            app.database.column(news).into_iter().filter(|event| seen.insert(event.clone())).collect();
        for event in &events {
            let event: Value = serde_json::from_str(event).expect("JSON");
            assert_eq!(event["org"], organization(&grace), "{}", operation.name());
            assert_eq!(event["actor"], root.id, "{}", operation.name());
            assert_eq!(event["from"], organization(&root), "{}", operation.name());
        }
        if !events.is_empty() {
            told.push(operation.name());
        }
    }
    assert!(told.len() >= 9, "{told:?}");
}
