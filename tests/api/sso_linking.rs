//! Accounts at providers are connected by whoever owns both, and by nobody's address.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    provider::Provider,
    sso::{Browser, Connection, reasons, refused},
};

async fn connected(app: &TestApp) -> (Provider, Connection) {
    let provider = Provider::start(&app.clock);
    let connection = app.admin().await.connect(&provider, json!({"createsUsers": true})).await;
    (provider, connection)
}

fn claims(actor: &Actor, verified: bool) -> Value {
    json!({"sub": "at the provider", "email": actor.email, "email_verified": verified})
}

fn connect(actor: &Actor, browser: &Browser, token: &str) -> crate::support::call::Call {
    let call = actor.post("/v1/me/sso-identities", json!({"connectionToken": token}));
    call.header("cookie", &browser.cookie)
}

#[tokio::test]
async fn an_address_connects_nothing_before_its_owner_has_signed_in() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let mut ada = app.enrolled_member("ada").await;
    app.clock.advance(TimeDelta::minutes(1));
    let (browser, completed) = Browser::sign_in(&app, &connection, &provider, claims(&ada, true)).await;
    let needed = completed.ok();
    assert_eq!((&needed["status"], &needed["email"]), (&json!("connectionNeeded"), &json!(ada.email)));
    assert_eq!(needed["provider"], "Example SSO");
    let token = text(&needed["connectionToken"]);
    app.clock.advance(TimeDelta::minutes(1));
    ada.sign_in().await;
    app.mail_to(&ada.email).await;
    let linked = connect(&ada, &browser, &token).send().await.created();
    assert_eq!(linked["provider"], "Example SSO");
    let letter = app.mail_to(&ada.email).await.only();
    assert!(letter.text.contains("Example SSO"), "{}", letter.text);

    let (_, completed) = Browser::sign_in(&app, &connection, &provider, claims(&ada, false)).await;
    assert_eq!(completed.ok()["session"]["user"]["id"], ada.id.as_str());
    connect(&ada, &browser, &token).send().await.problem(410, "sso_expired");
}

#[tokio::test]
async fn an_address_that_nobody_confirmed_tells_and_connects_nothing() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let ada = app.member("ada").await;
    let (_, of_ada) = Browser::sign_in(&app, &connection, &provider, claims(&ada, false)).await;
    let nobody = Actor { email: "nobody@lock.example".to_owned(), ..ada.clone() };
    let (_, of_nobody) = Browser::sign_in(&app, &connection, &provider, claims(&nobody, false)).await;
    of_ada.problem(403, "sso_not_connected");
    assert_eq!(of_ada.appearance(), of_nobody.appearance());
    assert_eq!(app.database.count("sso_identities"), 0);
}

#[tokio::test]
async fn only_the_owner_of_the_address_connects_in_the_same_browser_and_after_a_password() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let mut ada = app.member("ada").await;
    let mut bob = app.member("bob").await;
    let needed = async || {
        app.clock.advance(TimeDelta::minutes(1));
        let (browser, completed) = Browser::sign_in(&app, &connection, &provider, claims(&ada, true)).await;
        (browser, text(&completed.ok()["connectionToken"]))
    };
    let (browser, token) = needed().await;
    connect(&ada, &browser, &token).send().await.problem(410, "sso_expired");

    let (browser, token) = needed().await;
    bob.sign_in().await;
    connect(&bob, &browser, &token).send().await.problem(410, "sso_expired");

    let (_, token) = needed().await;
    let (stranger, _) = Browser::leave(&app, &connection).await;
    ada.sign_in().await;
    connect(&ada, &stranger, &token).send().await.problem(410, "sso_expired");

    let (browser, token) = {
        let (browser, completed) = Browser::sign_in(&app, &connection, &provider, claims(&ada, true)).await;
        (browser, text(&completed.ok()["connectionToken"]))
    };
    ada.sign_in().await;
    connect(&ada, &browser, &token).send().await.created();
    let told: Vec<_> = reasons(&app).into_iter().filter(|reason| reason != "notConnected").collect();
    assert_eq!(told, ["notOwner", "notOwner", "otherBrowser"]);
}

#[tokio::test]
async fn somebody_signed_in_connects_for_their_password() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let ada = app.member("ada").await;
    let body = json!({"providerId": connection.id});
    ada.post("/v1/me/sso-identities/start", body).send().await.invalid("password");
    let wrong = json!({"providerId": connection.id, "password": "not their own words"});
    ada.post("/v1/me/sso-identities/start", wrong).send().await.problem(401, "login_failed");
    ada.link(&provider, &connection, json!({"sub": "1"})).await;

    let bob = app.member("bob").await;
    let (browser, location) = Browser::leave_to_connect(&bob, &connection).await;
    let taken = browser.come_back(&connection, &provider.consent(&location, json!({"sub": "1"}))).await;
    refused(&taken, "identity_taken");
    // Whoever signs out meanwhile connects nothing.
    let (browser, location) = Browser::leave_to_connect(&bob, &connection).await;
    bob.post("/v1/auth/logout", json!({})).send().await.no_content();
    let late = browser.come_back(&connection, &provider.consent(&location, json!({"sub": "2"}))).await;
    refused(&late, "sso_expired");
    assert_eq!(reasons(&app), ["identityTaken", "sessionEnded"]);
}

#[tokio::test]
async fn what_is_disconnected_signs_in_no_more() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let ada = app.member("ada").await;
    ada.link(&provider, &connection, json!({"sub": "1"})).await;
    let (_, login) = Browser::sign_in(&app, &connection, &provider, json!({"sub": "1"})).await;
    let mut there = ada.clone();
    there.adopt(&login.ok());
    let listed = ada.get("/v1/me/sso-identities").send().await.ok();
    let path = format!("/v1/me/sso-identities/{}", text(&listed["items"][0]["id"]));
    app.member("bob").await.delete(&path).send().await.problem(404, "not_found");
    ada.delete(&path).send().await.no_content();
    there.get("/v1/me").send().await.problem(401, "unauthenticated");
    let (_, refused) = Browser::sign_in(&app, &connection, &provider, json!({"sub": "1"})).await;
    refused.problem(403, "sso_not_connected");
    assert_eq!(reasons(&app), ["emailUnverified"]);
}

#[tokio::test]
async fn an_account_at_a_disabled_provider_is_no_way_in() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let admin = app.admin().await;
    let other = admin.connect(&provider, json!({"name": "Another"})).await;
    let grace = json!({"sub": "grace", "email": "grace@lock.example", "email_verified": true});
    let (_, login) = Browser::sign_in(&app, &connection, &provider, grace).await;
    let mut grace = app.administrator();
    grace.adopt(&login.ok());
    let start = json!({"providerId": other.id});
    let answer = grace.post("/v1/me/sso-identities/start", start).send().await;
    let (browser, location) = Browser::sent(&grace, &answer);
    browser.come_back(&other, &provider.consent(&location, json!({"sub": "grace"}))).await;
    let path = async |name: &str| {
        let listed = grace.get("/v1/me/sso-identities").send().await.ok()["items"].clone();
        let found = listed.as_array().expect("a list").iter().find(|one| one["provider"] == name).cloned();
        format!("/v1/me/sso-identities/{}", text(&found.expect("connected")["id"]))
    };
    let first = path("Example SSO").await;
    admin.patch(&other.path, json!({"enabled": false})).send().await.ok();
    grace.delete(&first).send().await.problem(409, "last_login_method");
    admin.patch(&other.path, json!({"enabled": true})).send().await.ok();
    grace.delete(&first).send().await.no_content();
}

#[tokio::test]
async fn an_administrator_disconnects_whom_a_stranger_was_connected_with() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let ada = app.member("ada").await;
    for sub in ["hers", "a stranger's"] {
        ada.link(&provider, &connection, json!({"sub": sub})).await;
    }
    let (_, login) = Browser::sign_in(&app, &connection, &provider, json!({"sub": "a stranger's"})).await;
    let mut stranger = ada.clone();
    stranger.adopt(&login.ok());
    app.mail_to(&ada.email).await;
    let admin = app.admin().await;
    ada.disconnect_call(&admin).send().await.problem(403, "not_permitted");
    admin.disconnect_call(&ada).send().await.no_content();
    assert!(!stranger.is_signed_in().await && !ada.is_signed_in().await);
    assert_eq!(app.mail_to(&ada.email).await.0.len(), 2, "she is told of each");
    assert_eq!(app.database.count("audit_events WHERE action = 'sso_identity.unlinked'"), 2);
    assert_eq!(admin.look_at(&ada).await["loginMethods"], json!(["password"]));
    admin.disconnect_call(&ada).send().await.no_content();
    assert_eq!(app.database.count("audit_events WHERE action = 'sso_identity.unlinked'"), 2, "there is none");

    let grace = json!({"sub": "grace", "email": "grace@lock.example", "email_verified": true});
    let (_, login) = Browser::sign_in(&app, &connection, &provider, grace).await;
    let grace = Actor { id: text(&login.ok()["session"]["user"]["id"]), ..ada };
    admin.disconnect_call(&grace).send().await.problem(409, "last_login_method");
}

/// The addresses of a user whom a provider has created as `sam`, and who comes again as the provider says of them then.
async fn sam_comes_as(
    app: &TestApp,
    saying: &[Value],
    connection: &Connection,
    provider: &Provider,
) -> Vec<String> {
    let mut addresses = Vec::new();
    for said in saying {
        let mut said = said.clone();
        said["sub"] = json!("sam");
        let (_, completed) = Browser::sign_in(app, connection, provider, said).await;
        addresses.push(text(&completed.ok()["session"]["user"]["email"]));
    }
    addresses
}

#[tokio::test]
async fn who_has_no_password_follows_the_provider_to_another_address() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let at = |email: &str, verified: bool| json!({"email": email, "email_verified": verified});
    let saying = [
        at("sam@lock.example", true),
        at("other@lock.example", false),
        at("married@lock.example", true),
        at("married@lock.example", true),
    ];
    let addresses = sam_comes_as(&app, &saying, &connection, &provider).await;
    assert_eq!(addresses, ["sam", "sam", "married", "married"].map(|name| format!("{name}@lock.example")));
    for email in ["sam@lock.example", "married@lock.example"] {
        let told = app.mail_to(email).await;
        assert_eq!(told.0.iter().filter(|mail| mail.subject == "Your email address was changed").count(), 1);
    }
    // The old one is free for whom the provider gives it next.
    let next = json!({"sub": "another", "email": "sam@lock.example", "email_verified": true});
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, next).await;
    assert_eq!(completed.ok()["session"]["user"]["email"], "sam@lock.example");
}

#[tokio::test]
async fn nobody_follows_to_an_address_that_is_taken_or_not_the_providers_to_give() {
    let app = TestApp::start();
    let provider = Provider::start(&app.clock);
    let settings = json!({"createsUsers": true, "emailDomains": ["lock.example"]});
    let connection = app.admin().await.connect(&provider, settings).await;
    let bob = app.member("bob").await;
    let at = |email: &str| json!({"email": email, "email_verified": true});
    let saying =
        [at("sam@lock.example"), at(&bob.email), at("sam@lock.example"), at("sam@elsewhere.example")];
    let addresses = sam_comes_as(&app, &saying, &connection, &provider).await;
    assert_eq!(addresses, ["sam@lock.example"; 4]);
    assert_eq!(app.database.count("audit_events WHERE action = 'email.changed'"), 0);
}

#[tokio::test]
async fn who_has_a_password_keeps_the_address() {
    let app = TestApp::start();
    let (provider, connection) = connected(&app).await;
    let ada = app.member("ada").await;
    ada.link(&provider, &connection, claims(&ada, true)).await;
    let said = json!({"sub": "at the provider", "email": "other@lock.example", "email_verified": true});
    let (_, completed) = Browser::sign_in(&app, &connection, &provider, said).await;
    assert_eq!(completed.ok()["session"]["user"]["email"], ada.email.as_str());
}
