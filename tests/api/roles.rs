//! Roles of an organization's own: the permission decides and not the name, and nobody makes more of one than they are.

use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    call::Call,
    race::{AT_ONCE, by_turns, race, two_replicas, with_status},
};

fn draft(name: &str, permissions: &[&str]) -> Value {
    json!({"name": name, "description": "What it is for.", "permissions": permissions})
}

fn create_call(actor: &Actor, draft: Value) -> Call {
    actor.post("/v1/roles", draft)
}

/// Creates a role; gives its path.
async fn create(actor: &Actor, name: &str, permissions: &[&str]) -> String {
    let created = create_call(actor, draft(name, permissions)).send().await.created();
    format!("/v1/roles/{}", text(&created["id"]))
}

/// A user with that role, signed in.
async fn holder(admin: &Actor, name: &str, roles: &[&str]) -> Actor {
    let mut holder = admin.create_user(name, roles).await;
    holder.sign_in().await;
    holder
}

async fn list(actor: &Actor) -> Vec<Value> {
    actor.get("/v1/roles").send().await.ok()["items"].as_array().expect("a list").clone()
}

async fn events(admin: &Actor, action: &str) -> Vec<Value> {
    let page = admin.get(&format!("/v1/audit-events?action={action}")).send().await.ok();
    let events = page["items"].as_array().expect("a list").clone();
    assert!(events.iter().all(|event| event["actor"]["id"] == json!(admin.id)));
    events.into_iter().map(|event| event["detail"].clone()).collect()
}

// What there is.

#[tokio::test]
async fn a5_the_built_in_roles_come_first_and_each_says_how_many_have_it() {
    let app = TestApp::start();
    let admin = app.admin().await;
    create(&admin, "zoo-keeper", &[]).await;
    let path = create(&admin, "help-desk", &["users.reset2fa", "users.read"]).await;
    for (name, roles) in
        [("ada", vec!["help-desk", "member"]), ("bob", vec!["help-desk"]), ("cleo", vec!["member"])]
    {
        admin.create_user(name, &roles).await;
    }
    let cleo = admin.create_user("cleo2", &["zoo-keeper"]).await;
    admin.change(&cleo, json!({"roles": ["member"], "suspended": true})).await;
    let found: Vec<Value> =
        list(&admin).await.iter().map(|role| json!([role["name"], role["users"], role["builtIn"]])).collect();
    let expected = [
        json!(["superadmin", 1, true]),
        json!(["admin", 0, true]),
        json!(["manager", 0, true]),
        json!(["member", 3, true]),
        json!(["help-desk", 2, false]),
        json!(["zoo-keeper", 0, false]),
    ];
    assert_eq!(found, expected);
    let own = json!({"id": path.rsplit('/').next(), "name": "help-desk", "description": "What it is for.",
        "permissions": ["users.read", "users.reset2fa"], "builtIn": false, "users": 2});
    assert_eq!(list(&admin).await[4], own);
}

#[tokio::test]
async fn only_the_built_in_superadmin_reaches_beyond_an_organization() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let beyond = |role: &Value| role["permissions"].to_string().contains("organizations.");
    let names: Vec<Value> =
        list(&admin).await.into_iter().filter(beyond).map(|role| role["name"].clone()).collect();
    assert_eq!(names, ["superadmin"]);
    let path = create(&admin, "help-desk", &[]).await;
    let before = app.database.dump();
    for permission in ["organizations.read", "organizations.write"] {
        let both = ["users.read", permission];
        create_call(&admin, draft("owner", &both)).send().await.invalid("permissions[1]");
        admin.patch(&path, json!({"permissions": both})).send().await.invalid("permissions[1]");
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn what_is_wrong_with_a_role_is_told_by_field() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let path = create(&admin, "help-desk", &["users.read"]).await;
    let before = app.database.dump();
    for (field, value) in [
        ("name", json!("")),
        ("name", json!("Help desk")),
        ("name", json!("2nd-level")),
        ("name", json!("x".repeat(41))),
        ("description", json!("x".repeat(201))),
        ("description", json!("two\nlines")),
        ("permissions", json!("users.read")),
        ("permissions[1]", json!(["users.read", "users.fly"])),
    ] {
        let mut body = draft("second-level", &[]);
        let name = field.split('[').next().expect("a name");
        body[name] = value.clone();
        create_call(&admin, body).send().await.invalid(field);
        if name != "name" {
            admin.patch(&path, json!({name: value})).send().await.invalid(field);
        }
    }
    admin.patch(&path, json!({"name": "service-desk"})).send().await.invalid("name");
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn a_name_belongs_to_one_role_of_an_organization() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let path = create(&admin, "help-desk", &[]).await;
    for taken in ["help-desk", "superadmin", "admin", "manager", "member"] {
        create_call(&admin, draft(taken, &[])).send().await.problem(409, "role_taken");
    }
    create(&foreign, "help-desk", &["users.read"]).await;
    admin.delete(&path).send().await.no_content();
    create(&admin, "help-desk", &[]).await;
}

#[tokio::test]
async fn an_organization_has_a_hundred_roles_of_its_own() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let mut last = String::new();
    for number in 0..100 {
        last = create(&admin, &format!("role-{number}"), &[]).await;
    }
    let refused = create_call(&admin, draft("one-more", &[])).send().await.invalid("");
    assert_eq!(refused["errors"][0]["code"], "too_many_roles");
    admin.delete(&last).send().await.no_content();
    create(&admin, "one-more", &[]).await;
}

#[tokio::test]
async fn an_organization_has_only_its_own_roles() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let path = create(&admin, "help-desk", &["users.read"]).await;
    let before = app.database.dump();
    foreign.patch(&path, json!({"permissions": []})).send().await.problem(404, "not_found");
    foreign.delete(&path).send().await.problem(404, "not_found");
    let theirs = json!({"email": "eve@elsewhere.example", "displayName": "Eve", "roles": ["help-desk"],
        "password": "some words that nobody guesses"});
    foreign.post("/v1/users", theirs).send().await.invalid("roles[0]");
    assert_eq!(list(&foreign).await.len(), 4);
    for id in [uuid::Uuid::nil().to_string(), "help-desk".to_owned(), "admin".to_owned()] {
        admin.delete(&format!("/v1/roles/{id}")).send().await.problem(404, "not_found");
    }
    assert_eq!(app.database.dump(), before);
}

// What a role is worth.

#[tokio::test]
async fn a5_the_permission_decides_and_not_the_name() {
    let app = TestApp::start();
    let admin = app.admin().await;
    create(&admin, "administrator", &[]).await;
    create(&admin, "intern", &["users.read", "audit.read"]).await;
    let powerless = holder(&admin, "ada", &["administrator"]).await;
    let intern = holder(&admin, "bob", &["intern", "member"]).await;
    let me = intern.get("/v1/me").send().await.ok();
    assert_eq!(me["user"]["roles"], json!(["intern", "member"]));
    assert_eq!(me["user"]["permissions"], json!(["audit.read", "users.read"]));
    for path in ["/v1/users", "/v1/audit-events", "/v1/roles"] {
        intern.get(path).send().await.ok();
        powerless.get(path).send().await.problem(403, "not_permitted");
    }
    intern.get("/v1/policy").send().await.problem(403, "not_permitted");
    create_call(&intern, draft("mine", &[])).send().await.problem(403, "not_permitted");
}

#[tokio::test]
async fn a5_a_change_acts_at_the_next_request_on_every_replica() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let path = create(&admin, "help-desk", &[]).await;
    let ada = holder(&admin, "ada", &["help-desk"]).await;
    let both = [ada.clone(), ada.at(&replica)];
    for (permissions, may_list) in [(json!(["users.read"]), true), (json!([]), false)] {
        let changed = admin.patch(&path, json!({"permissions": permissions})).send().await.ok();
        assert_eq!((&changed["permissions"], &changed["users"]), (&permissions, &json!(1)));
        for ada in &both {
            assert_eq!(ada.may_list_users().await, may_list);
        }
    }
}

#[tokio::test]
async fn a_role_of_their_own_makes_no_last_administrator() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let everything =
        ["audit.read", "policy.read", "policy.write", "roles.write", "users.read", "users.write"];
    create(&admin, "owner", &everything).await;
    holder(&admin, "ada", &["owner"]).await;
    admin.change_call(&admin, json!({"roles": ["owner"]})).send().await.problem(409, "last_admin");
}

// Nobody beyond their own.

#[tokio::test]
async fn i7_nobody_makes_a_role_of_more_than_they_hold() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let stronger = create(&admin, "auditor", &["audit.read"]).await;
    let weaker = create(&admin, "viewer", &["users.read"]).await;
    create(&admin, "role-keeper", &["roles.write", "users.read"]).await;
    let keeper = holder(&admin, "ada", &["role-keeper"]).await;
    let before = app.database.dump();
    for call in [
        create_call(&keeper, draft("mine", &["users.read", "users.write"])),
        keeper.patch(&weaker, json!({"permissions": ["users.read", "audit.read"]})),
        keeper.patch(&stronger, json!({"permissions": []})),
        keeper.patch(&stronger, json!({"description": "Mine now."})),
        keeper.delete(&stronger),
    ] {
        call.send().await.problem(403, "not_permitted");
    }
    assert_eq!(app.database.dump(), before);
    create(&keeper, "colleague", &["roles.write", "users.read"]).await;
    keeper.patch(&weaker, json!({"permissions": ["roles.write"]})).send().await.ok();
    keeper.delete(&weaker).send().await.no_content();
}

#[tokio::test]
async fn i7_nobody_gives_or_touches_a_role_of_more_than_they_hold() {
    let app = TestApp::start();
    let admin = app.admin().await;
    create(&admin, "auditor", &["audit.read"]).await;
    create(&admin, "receptionist", &["users.read", "users.write", "users.reset2fa"]).await;
    let clerk = holder(&admin, "ada", &["receptionist"]).await;
    let bob = admin.create_user("bob", &["member"]).await;
    let auditor = admin.create_user("cleo", &["auditor"]).await;
    let before = app.database.dump();
    let theirs = json!({"email": "eve@lock.example", "displayName": "Eve", "roles": ["member", "auditor"],
        "password": "some words that nobody guesses"});
    for call in [
        clerk.post("/v1/users", theirs),
        clerk.change_call(&bob, json!({"roles": ["auditor"]})),
        clerk.change_call(&clerk, json!({"roles": ["receptionist", "auditor"]})),
        clerk.change_call(&auditor, json!({"roles": ["member"]})),
        clerk.change_call(&auditor, json!({"suspended": true})),
        clerk.end_sessions_call(&auditor),
        clerk.reset_call(&auditor),
        clerk.change_call(&bob, json!({"roles": ["manager"]})),
    ] {
        call.send().await.problem(403, "not_permitted");
    }
    assert_eq!(app.database.dump(), before);
    clerk.change(&bob, json!({"roles": ["receptionist"]})).await;
    clerk.create_user("dora", &["member", "receptionist"]).await;
}

// Deleting.

#[tokio::test]
async fn a_role_that_somebody_has_stays() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let path = create(&admin, "help-desk", &["users.read"]).await;
    let ada = admin.create_user("ada", &["help-desk"]).await;
    admin.change(&ada, json!({"suspended": true})).await;
    let before = app.database.dump();
    admin.delete(&path).send().await.problem(409, "role_in_use");
    assert_eq!(app.database.dump(), before);
    admin.change(&ada, json!({"roles": ["member"]})).await;
    admin.delete(&path).send().await.no_content();
    admin.delete(&path).send().await.problem(404, "not_found");
    admin.change_call(&ada, json!({"roles": ["help-desk"]})).send().await.invalid("roles[0]");
    create(&admin, "help-desk", &["users.read"]).await;
    let listed = admin.look_at(&ada).await;
    assert_eq!(listed["roles"], json!(["member"]), "a new role of that name has no holders");
}

// Told.

#[tokio::test]
async fn i3_a_change_is_told_with_the_old_and_the_new() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let path = create(&admin, "help-desk", &["users.read"]).await;
    let changes = json!({"description": "", "permissions": ["users.reset2fa", "users.read", "users.read"]});
    for _ in 0..2 {
        let changed = admin.patch(&path, changes.clone()).send().await.ok();
        assert_eq!(changed["description"], "");
    }
    admin.patch(&path, json!({})).send().await.ok();
    admin.delete(&path).send().await.no_content();
    let role = json!({"id": path.rsplit('/').next(), "name": "help-desk"});
    let first = json!({"description": "What it is for.", "permissions": ["users.read"]});
    let second = json!({"description": "", "permissions": ["users.read", "users.reset2fa"]});
    assert_eq!(events(&admin, "role.created").await, [json!({"role": role, "new": first})]);
    assert_eq!(events(&admin, "role.updated").await, [json!({"role": role, "old": first, "new": second})]);
    assert_eq!(events(&admin, "role.deleted").await, [json!({"role": role, "old": second})]);
}

// At once.

#[tokio::test]
async fn of_creators_of_one_name_one_wins() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let calls =
        by_turns(&admin, &replica, |admin, _| create_call(admin, draft("help-desk", &["users.read"])));
    let answers = race(calls).await;
    assert_eq!((with_status(&answers, 201), with_status(&answers, 409)), (1, AT_ONCE - 1));
    assert_eq!(app.database.count("roles"), 1);
}

/// A role that is deleted while it is given is given to nobody, or stays.
#[tokio::test]
async fn a_role_given_while_it_is_deleted_is_one_of_both() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    let ada = admin.create_user("ada", &["member"]).await;
    for round in 0..10 {
        let (name, there) = (format!("role-{round}"), admin.at(&replica));
        let path = create(&admin, &name, &[]).await;
        let newcomer = json!({"email": format!("new{round}@lock.example"), "displayName": "New", "roles": [name],
            "password": "some words that nobody guesses"});
        let calls = vec![
            there.delete(&path),
            admin.change_call(&ada, json!({"roles": [name]})),
            there.post("/v1/users", newcomer),
        ];
        let answers = race(calls).await;
        let statuses = [0, 1, 2].map(|index| answers[index].status.as_u16());
        assert!([[204, 422, 422], [409, 200, 201]].contains(&statuses), "round {round}: {statuses:?}");
    }
}

/// What was under way when a role lost its permissions is done before it, or not at all.
#[tokio::test]
async fn i7_nobody_gives_their_own_role_back_what_it_lost() {
    let (app, replica) = two_replicas();
    let admin = app.admin().await;
    for round in 0..5 {
        let (name, all) = (format!("keeper-{round}"), ["roles.write", "users.read"]);
        let path = create(&admin, &name, &all).await;
        let keeper = holder(&admin, &format!("ada{round}"), &[&name]).await;
        let keep = |keeper: &Actor, _| keeper.patch(&path, json!({"permissions": all}));
        let mut calls = by_turns(&keeper, &replica, keep);
        calls.insert(AT_ONCE / 4, admin.patch(&path, json!({"permissions": []})));
        let answers = race(calls).await;
        assert_eq!(with_status(&answers, 200) + with_status(&answers, 403), AT_ONCE + 1);
        answers[AT_ONCE / 4].ok();
        let kept = list(&admin).await.into_iter().find(|role| role["name"] == name.as_str());
        assert_eq!(kept.expect("it is there")["permissions"], json!([]), "round {round}");
    }
}
