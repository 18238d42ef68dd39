//! What people do with single sign-on: a browser that goes to a provider and comes back, and who connects providers.

use serde_json::{Value, json};

use super::{
    actor::{Actor, text},
    answer::Answer,
    app::TestApp,
    call::{Call, Endpoint},
    provider::{CLIENT_ID, CLIENT_SECRET, Provider, Saying},
};

/// A provider as the service knows it.
#[derive(Clone, Debug)]
pub struct Connection {
    pub id: String,
    pub path: String,
}

impl Connection {
    pub fn start(&self) -> String {
        format!("/v1/auth/sso/{}/start", self.id)
    }

    pub fn callback(&self, query: &str) -> String {
        format!("/v1/auth/sso/{}/callback?{query}", self.id)
    }
}

impl Actor {
    pub fn connect_call(&self, provider: &Provider, settings: Value) -> Call {
        let mut body = json!({
            "name": "Example SSO", "issuer": provider.issuer, "clientId": CLIENT_ID, "clientSecret": CLIENT_SECRET,
        });
        for (name, value) in settings.as_object().into_iter().flatten() {
            body[name] = value.clone();
        }
        self.post("/v1/sso-providers", body)
    }

    /// Connects a provider with the organization.
    pub async fn connect(&self, provider: &Provider, settings: Value) -> Connection {
        let created = self.connect_call(provider, settings).send().await.created();
        let id = text(&created["id"]);
        Connection { path: format!("/v1/sso-providers/{id}"), id }
    }

    /// Connects an account at a provider with the actor's own.
    pub async fn link(&self, provider: &Provider, connection: &Connection, saying: impl Into<Saying>) {
        let (browser, location) = Browser::leave_to_connect(self, connection).await;
        let back = browser.come_back(connection, &provider.consent(&location, saying)).await;
        assert_eq!(back.header("location"), Some("/account#sign-in-methods"), "{}", back.text());
    }
}

/// A browser that has been sent to a provider.
#[derive(Clone)]
pub struct Browser {
    endpoint: Endpoint,
    /// `name=value` of the cookie that it shows when it comes back.
    pub cookie: String,
}

impl Browser {
    /// Leaves for a provider to sign in; gives where it was sent.
    pub async fn leave(app: &TestApp, connection: &Connection) -> (Self, String) {
        let answer = app.endpoint().get(&connection.start()).send().await;
        answer.expect(302);
        let location = answer.header("location").expect("a location").to_owned();
        let (cookie, attributes) = answer.traveller_cookie().expect("a cookie");
        assert!(
            attributes.contains(&"HttpOnly".to_owned()) && attributes.contains(&"SameSite=Lax".to_owned())
        );
        (Self { endpoint: app.endpoint(), cookie }, location)
    }

    /// Leaves in somebody's session to connect an account.
    pub async fn leave_to_connect(actor: &Actor, connection: &Connection) -> (Self, String) {
        let body = json!({"providerId": connection.id, "password": actor.password});
        let answer = actor.post("/v1/me/sso-identities/start", body).send().await;
        Self::sent(actor, &answer)
    }

    /// What was sent away to connect an account, and where to.
    pub fn sent(actor: &Actor, answer: &Answer) -> (Self, String) {
        let location = text(&answer.ok()["location"]);
        let (cookie, _) = answer.traveller_cookie().expect("a cookie");
        (Self { endpoint: actor.endpoint.clone(), cookie }, location)
    }

    pub fn come_back_call(&self, connection: &Connection, query: &str) -> Call {
        self.endpoint.get(&connection.callback(query)).header("cookie", &self.cookie)
    }

    pub async fn come_back(&self, connection: &Connection, query: &str) -> Answer {
        let answer = self.come_back_call(connection, query).send().await;
        answer.expect(303);
        answer
    }

    pub fn complete_call(&self, token: &str) -> Call {
        let call = self.endpoint.post("/v1/auth/sso/complete", json!({"token": token}));
        call.header("cookie", &self.cookie)
    }

    /// The whole way there and back; gives how it goes on.
    pub async fn sign_in(
        app: &TestApp,
        connection: &Connection,
        provider: &Provider,
        saying: impl Into<Saying>,
    ) -> (Self, Answer) {
        let (browser, location) = Self::leave(app, connection).await;
        let back = browser.come_back(connection, &provider.consent(&location, saying)).await;
        let completed = browser.complete_call(&token(&back)).send().await;
        (browser, completed)
    }
}

/// What a browser was sent to the page with.
#[track_caller]
pub fn token(back: &Answer) -> String {
    let location = back.header("location").expect("a location");
    let (_, token) = location.split_once("#token=").unwrap_or_else(|| panic!("no token: {location}"));
    token.to_owned()
}

/// Asserts that a browser was sent to the page that says what is wrong.
#[track_caller]
pub fn refused(back: &Answer, code: &str) {
    assert_eq!(back.header("location"), Some(format!("/sign-in/sso#error={code}").as_str()));
}

/// The reasons of refusals in the audit log, in the order of the alphabet: many happen at one time.
pub fn reasons(app: &TestApp) -> Vec<String> {
    app.database
        .column("SELECT detail ->> 'reason' FROM audit_events WHERE action = 'sso.refused' ORDER BY 1")
}

/// The same with what the provider said or how it was silent: `reason`, `reason: error` or `reason: cause`.
pub fn told(app: &TestApp) -> Vec<String> {
    app.database.column(
        "SELECT concat_ws(': ', detail ->> 'reason', detail ->> 'error', detail ->> 'cause') FROM audit_events \
         WHERE action = 'sso.refused' ORDER BY 1",
    )
}
