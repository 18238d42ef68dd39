//! What an actor does with webhooks.

use chrono::TimeDelta;
use nightlatch::background;
use serde_json::{Value, json};

use super::{
    actor::{Actor, text},
    app::TestApp,
    call::Call,
    receiver::{Received, Receiver},
};

/// A webhook with the secret that was shown once.
#[derive(Clone, Debug)]
pub struct Hook {
    pub id: String,
    pub path: String,
    pub secret: String,
}

impl Hook {
    pub fn of(made: &Value) -> Self {
        let id = text(&made["webhook"]["id"]);
        Self { path: format!("/v1/webhooks/{id}"), id, secret: text(&made["secret"]) }
    }
}

impl Actor {
    pub fn hook_call(&self, url: &str, events: &[&str]) -> Call {
        self.post("/v1/webhooks", json!({"name": "Receiver", "url": url, "events": events}))
    }

    /// Creates a webhook that leads to a receiver.
    pub async fn hook(&self, receiver: &Receiver, events: &[&str]) -> Hook {
        Hook::of(&self.hook_call(&receiver.url(), events).send().await.created())
    }

    /// Sends a test; gives the delivery's id.
    pub async fn test_hook(&self, hook: &Hook) -> String {
        let queued = self.post(&format!("{}/test", hook.path), json!({})).send().await.expect(202);
        text(&queued["id"])
    }

    /// The deliveries of a webhook, the newest first.
    pub async fn deliveries(&self, hook: &Hook) -> Vec<Value> {
        let page = self.get(&format!("{}/deliveries", hook.path)).send().await.ok();
        page["items"].as_array().expect("a list").clone()
    }

    pub fn redeliver_call(&self, hook: &Hook, delivery: &str) -> Call {
        self.post(&format!("{}/deliveries/{delivery}/redeliver", hook.path), json!({}))
    }
}

impl TestApp {
    /// Sends what is due to webhooks; gives the number of attempts.
    pub async fn deliver(&self) -> usize {
        background::deliver_due(&self.service()).await
    }
}

/// A service with a webhook that has got nothing yet, and its receiver.
pub async fn with_a_hook(events: &[&str]) -> (TestApp, Actor, Receiver, Hook) {
    let (app, receiver) = (TestApp::start(), Receiver::start());
    let admin = app.admin().await;
    let hook = admin.hook(&receiver, events).await;
    app.deliver().await;
    receiver.take();
    (app, admin, receiver, hook)
}

pub fn kinds(received: &[Received]) -> Vec<String> {
    received.iter().map(Received::event).collect()
}

/// Moves on, and sends what is due then.
pub async fn later(app: &TestApp, by: TimeDelta) -> usize {
    app.clock.advance(by);
    app.deliver().await
}
