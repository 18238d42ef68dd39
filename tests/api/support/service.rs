//! A service or script with an API key.

use serde_json::{Value, json};

use super::{
    actor::{Actor, text},
    app::TestApp,
    call::{Call, Endpoint},
};

/// What shows an API key in place of a session.
#[derive(Clone)]
pub struct Service {
    endpoint: Endpoint,
    pub id: String,
    pub key: String,
}

impl Service {
    /// Of a key that `admin` makes for these scopes.
    pub async fn new(app: &TestApp, admin: &Actor, scopes: &[&str]) -> Self {
        Self::of(admin, scopes).await.at(&app.endpoint())
    }

    /// The same, asking where `admin` does.
    pub async fn of(admin: &Actor, scopes: &[&str]) -> Self {
        let body = json!({"name": "Door control", "scopes": scopes});
        let made = admin.post("/v1/api-keys", body).send().await.expect(201);
        let (id, key) = (text(&made["apiKey"]["id"]), text(&made["key"]));
        Self { endpoint: admin.endpoint.clone(), id, key }
    }

    /// The same service, asking another server.
    pub fn at(&self, endpoint: &Endpoint) -> Self {
        Self { endpoint: endpoint.clone(), ..self.clone() }
    }

    /// The same service, showing another key.
    pub fn showing(&self, key: String) -> Self {
        Self { key, ..self.clone() }
    }

    pub fn sign(&self, call: Call) -> Call {
        call.bearer(&self.key)
    }

    pub fn get(&self, path: &str) -> Call {
        self.sign(self.endpoint.get(path))
    }

    pub fn post(&self, path: &str, body: Value) -> Call {
        self.sign(self.endpoint.post(path, body))
    }

    pub fn verify_call(&self, user: &Actor, code: &str) -> Call {
        self.post("/v1/verify", json!({"userId": user.id, "code": code}))
    }

    pub async fn verify(&self, user: &Actor, code: &str) -> Value {
        self.verify_call(user, code).send().await.ok()
    }
}
