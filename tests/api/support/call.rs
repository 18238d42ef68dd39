//! Requests to the service, each kept in the test's journal with its answer.

use std::sync::{Arc, Mutex};

use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

use super::answer::Answer;

/// A request and how it was answered.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub method: Method,
    pub path: String,
    pub sent: Option<Value>,
    pub answer: Answer,
}

pub type Journal = Arc<Mutex<Vec<Exchange>>>;

/// One server of the service, as a client sees it.
#[derive(Clone)]
pub struct Endpoint {
    pub base: String,
    pub client: Client,
    pub journal: Journal,
}

impl Endpoint {
    pub fn call(&self, method: Method, path: &str) -> Call {
        let request = self.client.request(method.clone(), format!("{}{path}", self.base));
        Call { request, method, path: path.to_owned(), sent: None, journal: Arc::clone(&self.journal) }
    }

    pub fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    pub fn post(&self, path: &str, body: Value) -> Call {
        self.call(Method::POST, path).json(body)
    }
}

/// A request that is being put together.
pub struct Call {
    request: RequestBuilder,
    method: Method,
    path: String,
    sent: Option<Value>,
    journal: Journal,
}

impl Call {
    pub fn json(self, body: Value) -> Self {
        Self { request: self.request.json(&body), sent: Some(body), ..self }
    }

    pub fn bearer(self, token: &str) -> Self {
        Self { request: self.request.bearer_auth(token), ..self }
    }

    pub fn header(self, name: &str, value: &str) -> Self {
        Self { request: self.request.header(name, value), ..self }
    }

    pub fn body(self, body: impl Into<reqwest::Body>) -> Self {
        Self { request: self.request.body(body), ..self }
    }

    /// As if it came from that address, through the proxy that the tests' service trusts.
    pub fn forwarded_for(self, address: &str) -> Self {
        self.header("x-forwarded-for", address)
    }

    pub async fn send(self) -> Answer {
        let response = self.request.send().await.expect("the service answers");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.bytes().await.expect("the answer is complete").to_vec();
        let answer = Answer { status, headers, body, request: format!("{} {}", self.method, self.path) };
        let exchange =
            Exchange { method: self.method, path: self.path, sent: self.sent, answer: answer.clone() };
        self.journal.lock().unwrap().push(exchange);
        answer
    }
}
