//! Organizations: how superadmins list, make and rename them.

use std::sync::Arc;

use nightlatch::clock::Clock;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, claims, text},
    app::{ADMIN_EMAIL, ORGANIZATION, TestApp},
    call::Call,
    race::{race, with_status},
};

fn create_call(superadmin: &Actor, name: &str, email: &str) -> Call {
    superadmin.post("/v1/organizations", json!({"name": name, "administratorEmail": email}))
}

/// The administrator that an answer to the creation of an organization tells of, signed out.
fn administrator(app: &TestApp, created: &Value) -> Actor {
    let [email, password] = ["email", "password"].map(|field| text(&created["administrator"][field]));
    Actor::new(app.endpoint(), Arc::clone(&app.clock), &email, &password)
}

fn organization(actor: &Actor) -> String {
    text(&claims(&actor.access)["org"])
}

fn rename_call(superadmin: &Actor, id: &str, name: &str) -> Call {
    superadmin.patch(&format!("/v1/organizations/{id}"), json!({"name": name}))
}

/// The organization's events of that action, as its own administrator reads them.
async fn events(admin: &Actor, action: &str) -> Vec<Value> {
    let events = admin.get(&format!("/v1/audit-events?action={action}")).send().await.ok();
    events["items"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn superadmins_list_all_organizations_by_short_name() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    app.user("ada", &["member"]).await;
    let all = admin.get("/v1/organizations").send().await.ok();
    let told: Vec<Value> = all["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| json!([one["id"], one["slug"], one["name"], one["users"]]))
        .collect();
    let expected = [
        json!([organization(&foreign), "elsewhere", "Elsewhere", 1]),
        json!([organization(&admin), "lock-key-ltd", ORGANIZATION, 2]),
    ];
    assert_eq!(told, expected);
    assert!(all.get("nextCursor").is_none());

    let first = admin.get("/v1/organizations?limit=1").send().await.ok();
    assert_eq!(first["items"], json!([all["items"][0]]));
    let path = format!("/v1/organizations?limit=1&cursor={}", text(&first["nextCursor"]));
    let second = admin.get(&path).send().await.ok();
    assert_eq!(second["items"], json!([all["items"][1]]));
    assert!(second.get("nextCursor").is_none());
    for (query, field) in [("limit=0", "limit"), ("cursor=%00", "cursor"), ("name=x", "name")] {
        admin.get(&format!("/v1/organizations?{query}")).send().await.invalid(field);
    }
}

#[tokio::test]
async fn an_organization_is_created_with_its_administrator() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let body = json!({"name": "Night & Day", "administratorEmail": "Grace@Night.example", "administratorName": "Grace"});
    let created = admin.post("/v1/organizations", body).send().await.created();
    let id = text(&created["organization"]["id"]);
    let expected = json!({"id": id, "slug": "night-day", "name": "Night & Day", "createdAt": app.clock.now(), "users": 1});
    assert_eq!(created["organization"], expected);
    assert_eq!(created["administrator"]["email"], "grace@night.example");

    let mut grace = administrator(&app, &created);
    grace.sign_in().await;
    let me = grace.get("/v1/me").send().await.ok();
    assert_eq!((&me["user"]["roles"], &me["user"]["displayName"]), (&json!(["admin"]), &json!("Grace")));
    assert_eq!(me["organization"], json!({"id": id, "slug": "night-day", "name": "Night & Day"}));
    assert_eq!(grace.policy().await, admin.policy().await);
    grace.get("/v1/organizations").send().await.problem(403, "not_permitted");
    create_call(&grace, "Another", "a@night.example").send().await.problem(403, "not_permitted");
}

#[tokio::test]
async fn i3_the_new_organization_tells_who_made_it_and_from_where() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let created = create_call(&admin, "Night", "grace@night.example").send().await.created();
    let mut grace = administrator(&app, &created);
    grace.sign_in().await;
    let here = organization(&admin);
    let [made, given] = [events(&grace, "organization.created").await, events(&grace, "user.created").await];
    assert_eq!((made.len(), given.len()), (1, 1));
    assert_eq!(made[0]["detail"], json!({"name": "Night", "slug": "night", "actingFrom": here}));
    assert_eq!(given[0]["detail"], json!({"roles": ["admin"], "actingFrom": here}));
    assert_eq!((made[0].get("subject"), &given[0]["subject"]["id"]), (None, &json!(grace.id)));
    for event in [&made[0], &given[0]] {
        assert_eq!(event["actor"], json!({"id": admin.id}), "and no address of another organization's");
    }
    assert_eq!(events(&admin, "organization.created").await.len(), 1, "the first one's own");
}

#[tokio::test]
async fn mailed_links_name_the_organization_once_there_are_several() {
    let app = TestApp::start();
    let (admin, ada, bob) =
        (app.admin().await, app.user("ada", &["member"]).await, app.user("bob", &["member"]).await);
    let forget = async |email: &str| {
        let call = app.endpoint().post("/v1/auth/password/forgot", json!({"email": email}));
        call.send().await.expect(202);
        app.mail_to(email).await.only().text.clone()
    };
    assert!(forget(&ada.email).await.contains("/reset-password#token="));

    create_call(&admin, "Harbour Works", "jo@harbour.example").send().await.expect(201);
    for (email, slug) in [(bob.email.as_str(), "lock-key-ltd"), ("jo@harbour.example", "harbour-works")] {
        let text = forget(email).await;
        assert!(text.contains(&format!("/reset-password?organization={slug}#token=")), "{text}");
    }
}

#[tokio::test]
async fn an_organization_is_not_left_without_its_administrator() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let before = app.database.dump();
    create_call(&admin, "Night", ADMIN_EMAIL).send().await.problem(409, "email_taken");
    for (body, field) in [
        (json!({"name": " ", "administratorEmail": "a@night.example"}), "name"),
        (json!({"name": "Night", "administratorEmail": "a"}), "administratorEmail"),
        (
            json!({"name": "Night", "administratorEmail": "a@night.example", "administratorName": ""}),
            "administratorName",
        ),
        (json!({"name": "Night", "administratorEmail": "a@night.example", "password": "x"}), "password"),
    ] {
        admin.post("/v1/organizations", body).send().await.invalid(field);
    }
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn of_several_with_one_name_or_address_at_once_each_is_whole_or_not_there() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let named = (0..6).map(|number| create_call(&admin, "Night", &format!("a{number}@night.example")));
    assert_eq!(with_status(&race(named.collect()).await, 201), 6);
    let slugs = app.database.column("SELECT slug FROM organizations WHERE name = 'Night' ORDER BY slug");
    assert_eq!(slugs, ["night", "night-2", "night-3", "night-4", "night-5", "night-6"]);

    let addressed = (0..6).map(|number| create_call(&admin, &format!("Day {number}"), "one@day.example"));
    let answers = race(addressed.collect()).await;
    assert_eq!((with_status(&answers, 201), with_status(&answers, 409)), (1, 5));
    assert_eq!(app.database.count("organizations WHERE name LIKE 'Day %'"), 1);
}

#[tokio::test]
async fn a_renamed_organization_keeps_its_short_name() {
    let app = TestApp::start();
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let id = organization(&foreign);
    let renamed = rename_call(&admin, &id, " Nowhere ").send().await.ok();
    assert_eq!(
        json!([renamed["name"], renamed["slug"], renamed["users"]]),
        json!(["Nowhere", "elsewhere", 1])
    );
    rename_call(&admin, &id, "Nowhere").send().await.ok();
    let told = events(&foreign, "organization.renamed").await;
    assert_eq!(told.len(), 1, "the same name is no change");
    let detail = json!({"old": "Elsewhere", "new": "Nowhere", "actingFrom": organization(&admin)});
    assert_eq!((&told[0]["detail"], &told[0]["actor"]["id"]), (&detail, &json!(admin.id)));

    rename_call(&admin, &organization(&admin), "Lock").send().await.ok();
    let told = events(&admin, "organization.renamed").await;
    assert_eq!(told[0]["detail"], json!({"old": ORGANIZATION, "new": "Lock"}));
    rename_call(&admin, &uuid::Uuid::nil().to_string(), "X").send().await.problem(404, "not_found");
    rename_call(&admin, &id, "").send().await.invalid("name");
}
