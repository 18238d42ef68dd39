//! What an actor does with webhooks.

use nightlatch::background;
use serde_json::{Value, json};

use super::{
    actor::{Actor, text},
    app::TestApp,
    call::Call,
    receiver::Receiver,
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
