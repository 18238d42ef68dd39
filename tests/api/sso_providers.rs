//! Providers of single sign-on, as administrators connect them.

use serde_json::{Value, json};

use crate::support::{
    actor::text,
    app::TestApp,
    provider::{CLIENT_SECRET, Provider},
    race::race,
    sso::{Browser, refused},
};

#[tokio::test]
async fn x1_an_administrator_connects_a_provider() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let created = admin.connect_call(&provider, json!({})).send().await.created();
    let id = text(&created["id"]);
    assert_eq!(created["scopes"], json!(["email", "openid", "profile"]));
    assert!(text(&created["callbackUrl"]).ends_with(&format!("/v1/auth/sso/{id}/callback")), "{created}");
    let listed = admin.get("/v1/sso-providers").send().await;
    assert_eq!(listed.ok()["items"], json!([created]));
    assert!(!listed.text().contains(CLIENT_SECRET) && !app.database.dump().contains(CLIENT_SECRET));

    let config = app.endpoint().get("/v1/auth/config").send().await.ok();
    let organization = text(&admin.get("/v1/me").send().await.ok()["organization"]["slug"]);
    let start = format!("/v1/auth/sso/{id}/start?organization={organization}");
    assert_eq!(config["sso"], json!([{"id": id, "name": "Example SSO", "startUrl": start}]));

    let test = format!("/v1/sso-providers/{id}/test");
    let tested = admin.post(&test, json!({})).send().await.ok();
    assert_eq!((&tested["reachable"], &tested["signingKeys"]), (&json!(true), &json!(1)));
    provider.describe(json!({"issuer": "https://login.example.org"}));
    let tested = admin.post(&test, json!({})).send().await.ok();
    assert_eq!(tested, json!({"reachable": false, "reason": "it calls itself by another issuer"}));
}

#[tokio::test]
async fn x1_a_provider_that_is_disabled_or_gone_signs_nobody_in() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let connection = admin.connect(&provider, json!({})).await;
    let mut ada = app.member("ada").await;
    ada.link(&provider, &connection, json!({"sub": "1"})).await;
    let (_, login) = Browser::sign_in(&app, &connection, &provider, json!({"sub": "1"})).await;
    ada.adopt(&login.ok());
    let (browser, location) = Browser::leave(&app, &connection).await;

    let patch = async |changes: Value| admin.patch(&connection.path, changes).send().await.ok();
    assert_eq!(patch(json!({"enabled": false})).await["identities"], 1);
    ada.get("/v1/me").send().await.problem(401, "unauthenticated");
    let query = provider.consent(&location, json!({"sub": "1"}));
    refused(&browser.come_back(&connection, &query).await, "sso_refused");
    refused(&app.endpoint().get(&connection.start()).send().await, "not_found");
    assert_eq!(app.endpoint().get("/v1/auth/config").send().await.ok()["sso"], json!([]));

    patch(json!({"enabled": true, "name": "Anew", "clientSecret": CLIENT_SECRET})).await;
    Browser::sign_in(&app, &connection, &provider, json!({"sub": "1"})).await.1.ok();
    admin.delete(&connection.path).send().await.no_content();
    refused(&app.endpoint().get(&connection.start()).send().await, "not_found");
    assert_eq!(app.database.count("sso_identities"), 0);
}

#[tokio::test]
async fn a_provider_is_checked_before_it_is_connected() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    for (field, value) in [
        ("name", json!("")),
        ("issuer", json!("login.example.org")),
        ("issuer", json!("https://login.example.org/?a=b")),
        ("clientId", json!("")),
        ("clientSecret", json!("")),
        ("scopes", json!(["two words"])),
        ("defaultRole", json!("nobody")),
        ("defaultRole", json!("admin")),
        ("emailDomains", json!(["a@b.example"])),
    ] {
        admin.connect_call(&provider, json!({field: value})).send().await.invalid(field);
    }
    let strict = TestApp::start_with(|settings| settings.sso_private_providers = false);
    strict.admin().await.connect_call(&provider, json!({})).send().await.invalid("issuer");
}

#[tokio::test]
async fn a_name_belongs_to_one_provider_of_an_organization() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let (admin, foreign) = (app.admin().await, app.foreign_admin().await);
    let first = admin.connect(&provider, json!({"name": "Élan"})).await;
    let second = admin.connect(&provider, json!({"name": "T2"})).await;
    for taken in ["T2", " t2 ", "éLAN"] {
        let named = json!({"name": taken});
        admin.connect_call(&provider, named).send().await.problem(409, "provider_taken");
    }
    admin.patch(&first.path, json!({"name": "t2"})).send().await.problem(409, "provider_taken");
    // Its own.
    admin.patch(&second.path, json!({"name": "t2", "enabled": false})).send().await.ok();
    foreign.connect(&provider, json!({"name": "T2"})).await;
    admin.delete(&second.path).send().await.no_content();
    admin.patch(&first.path, json!({"name": "T2"})).send().await.ok();

    let calls = (0..8).map(|_| admin.connect_call(&provider, json!({"name": "Twins"}))).collect();
    let mut statuses: Vec<u16> = race(calls).await.iter().map(|answer| answer.status.as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409, 409, 409, 409]);
}

#[tokio::test]
async fn providers_that_were_named_alike_can_still_be_changed() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let connection = admin.connect(&provider, json!({"name": "T1"})).await;
    admin.connect(&provider, json!({"name": "T2"})).await;
    app.database.execute("UPDATE sso_providers SET name = 'T2'");
    admin.patch(&connection.path, json!({"name": "T2", "createsUsers": true})).send().await.ok();
}

#[tokio::test]
async fn a_role_that_a_provider_gives_stays() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let role = json!({"name": "guest", "description": "", "permissions": []});
    let role = admin.post("/v1/roles", role).send().await.created();
    let connection = admin.connect(&provider, json!({"defaultRole": "guest"})).await;
    let path = format!("/v1/roles/{}", text(&role["id"]));
    admin.delete(&path).send().await.problem(409, "role_in_use");
    admin.patch(&connection.path, json!({"defaultRole": "member"})).send().await.ok();
    admin.delete(&path).send().await.no_content();
}

#[tokio::test]
async fn nobody_gives_by_a_provider_what_they_may_not() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let admin = app.admin().await;
    let role = json!({"name": "integrator", "description": "", "permissions": ["sso.write"]});
    admin.post("/v1/roles", role).send().await.created();
    let mut ada = admin.create_user("ada", &["integrator"]).await;
    ada.sign_in().await;
    ada.connect_call(&provider, json!({"defaultRole": "manager"})).send().await.problem(403, "not_permitted");
    ada.connect(&provider, json!({"defaultRole": "member"})).await;
}
