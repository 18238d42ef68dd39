//! The service that is checked: any request and any answer, several at the same moment.

use std::{
    collections::BTreeMap,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

use nightlatch::config::ClientSettings;
use reqwest::{
    Method,
    blocking::Client,
    header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue},
};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::Url;

use crate::cli::{Failed, client};

/// So long one answer may take.
const ANSWER: Duration = Duration::from_secs(30);

/// Why something could not be tried.
pub struct Obstacle(pub String);

/// A service, the key that is shown to it, and the time until which it is asked.
pub struct Target {
    client: Client,
    url: Url,
    api_key: SecretString,
    deadline: Instant,
}

/// A request that may be sent.
pub struct Call {
    method: Method,
    path: String,
    bearer: Option<SecretString>,
    media_type: &'static str,
    body: Option<String>,
}

/// What came back, whatever it is.
pub struct Reply {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    /// A text where it is no JSON.
    pub body: Value,
    pub took: Duration,
}

impl Call {
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path.into(), None)
    }

    pub fn post(path: impl Into<String>, body: &Value) -> Self {
        Self::new(Method::POST, path.into(), Some(body.to_string()))
    }

    pub fn patch(path: impl Into<String>, body: &Value) -> Self {
        Self::new(Method::PATCH, path.into(), Some(body.to_string()))
    }

    fn new(method: Method, path: String, body: Option<String>) -> Self {
        Self { method, path, bearer: None, media_type: "application/json", body }
    }

    pub fn bearer(self, token: &str) -> Self {
        Self { bearer: Some(token.to_owned().into()), ..self }
    }

    /// With a body of JSON Lines.
    pub fn lines(self, body: String) -> Self {
        Self { media_type: "application/x-ndjson", body: Some(body), ..self }
    }
}

impl Reply {
    /// The text of a field. Errors: there is none.
    pub fn text(&self, pointer: &str) -> Result<String, Obstacle> {
        let text = self.body.pointer(pointer).and_then(Value::as_str);
        text.map(str::to_owned).ok_or_else(|| self.unexpected())
    }

    /// That this is nothing that can be gone on with.
    pub fn unexpected(&self) -> Obstacle {
        let code = self.body["code"].as_str().or(self.body["status"].as_str()).unwrap_or("no known answer");
        Obstacle(format!("the service answered {} ({code})", self.status))
    }
}

impl Target {
    /// Errors: no HTTP can be spoken here.
    pub fn new(settings: ClientSettings, time: Duration) -> Result<Self, Failed> {
        let ClientSettings { url, api_key } = settings;
        let client = client::client().map_err(Failed::because)?;
        Ok(Self { client, url, api_key, deadline: Instant::now() + time })
    }

    /// The same, with so much time from now on.
    pub fn lasting(&self, time: Duration) -> Self {
        let (client, url, api_key) = (self.client.clone(), self.url.clone(), self.api_key.clone());
        Self { client, url, api_key, deadline: Instant::now() + time }
    }

    pub fn url(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// Sends a call with the key.
    pub fn administer(&self, call: Call) -> Result<Reply, Obstacle> {
        self.send(&call.bearer(self.api_key.expose_secret()))
    }

    /// Errors: no answer, or no time.
    pub fn send(&self, call: &Call) -> Result<Reply, Obstacle> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Obstacle("the time was over".to_owned()));
        }
        let url = self.url.join(&call.path).map_err(|error| Obstacle(error.to_string()))?;
        let mut request = self.client.request(call.method.clone(), url).timeout(left.min(ANSWER));
        if let Some(bearer) = &call.bearer {
            let value = HeaderValue::try_from(format!("Bearer {}", bearer.expose_secret()));
            request = request.header(AUTHORIZATION, value.map_err(|error| Obstacle(error.to_string()))?);
        }
        if let Some(body) = &call.body {
            request = request.header(CONTENT_TYPE, call.media_type).body(body.clone());
        }
        let begun = Instant::now();
        let response = request.send().map_err(unanswered)?;
        let status = response.status().as_u16();
        let header = |(name, value): (&reqwest::header::HeaderName, &HeaderValue)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let headers = response.headers().iter().map(header).collect();
        let text = response.text().map_err(unanswered)?;
        let took = begun.elapsed();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Ok(Reply { status, headers, body, took })
    }

    /// Sends all of them at the same moment, each from a thread of its own.
    pub fn send_at_once(&self, calls: &[Call]) -> Result<Vec<Reply>, Obstacle> {
        let barrier = Barrier::new(calls.len());
        let send = |call| {
            barrier.wait();
            self.send(call)
        };
        thread::scope(|scope| {
            let threads: Vec<_> = calls.iter().map(|call| scope.spawn(move || send(call))).collect();
            let lost = || Obstacle("a thread ended before its answer came".to_owned());
            threads.into_iter().map(|thread| thread.join().map_err(|_| lost())?).collect()
        })
    }
}

fn unanswered(error: reqwest::Error) -> Obstacle {
    Obstacle(client::told(error))
}
