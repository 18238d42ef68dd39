//! The API as the commands ask it: a request, its answer, and what stands in the way.

use std::time::Duration;

use data_encoding::HEXLOWER;
use nightlatch::{
    config::ClientSettings,
    domain::idempotency::IdempotencyKey,
    random::{Random, SystemRandom},
};
use reqwest::{
    Method, StatusCode,
    blocking::{Client, RequestBuilder, Response},
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue, RETRY_AFTER},
};
use secrecy::ExposeSecret;
use serde_json::Value;
use url::Url;

use super::retry::{Retries, Setback};
use crate::cli::{Failed, client};

/// So long an answer may take that is no export.
const DEADLINE: Duration = Duration::from_secs(60);

/// The parameters of a query: those that were given.
pub type Query<'a> = Vec<(&'a str, String)>;

/// A service, and the key that is shown to it.
pub struct Api {
    client: Client,
    url: Url,
    authorization: HeaderValue,
    retries: Retries,
}

impl Api {
    /// Errors: no HTTP can be spoken here.
    pub fn new(settings: ClientSettings, retries: Retries) -> Result<Self, Failed> {
        let ClientSettings { url, api_key } = settings;
        let text = format!("Bearer {}", api_key.expose_secret());
        let mut authorization = HeaderValue::try_from(text).map_err(Failed::because)?;
        authorization.set_sensitive(true);
        Ok(Self { client: client::client().map_err(Failed::because)?, url, authorization, retries })
    }

    /// What is at a path.
    pub fn get(&self, path: &str, query: &Query) -> Result<Value, Failed> {
        self.json(self.request(Method::GET, path, query)?)
    }

    /// Sends a body to a path; gives the answer. A POST goes with a key of its own, so that it is carried out once however
    /// often it is sent again.
    pub fn send(&self, method: Method, path: &str, body: &Value) -> Result<Value, Failed> {
        let mut request = self.request(method.clone(), path, &Query::new())?;
        if method == Method::POST {
            let random: &dyn Random = &SystemRandom;
            request = request.header(IdempotencyKey::HEADER, HEXLOWER.encode(&random.bytes::<16>()));
        }
        self.json(request.header(CONTENT_TYPE, "application/json").body(body.to_string()))
    }

    /// What is at a path in another form than JSON, to be read as it comes.
    pub fn open(&self, path: &str, query: &Query, media_type: &str) -> Result<Response, Failed> {
        let request = self.request(Method::GET, path, query)?.header(ACCEPT, media_type);
        self.retries.run(|| answered(&request))
    }

    fn request(&self, method: Method, path: &str, query: &Query) -> Result<RequestBuilder, Failed> {
        let mut url = self.url.join(path).map_err(Failed::because)?;
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Ok(self.client.request(method, url).header(AUTHORIZATION, self.authorization.clone()))
    }

    fn json(&self, request: RequestBuilder) -> Result<Value, Failed> {
        let request = request.timeout(DEADLINE);
        let text = self.retries.run(|| answered(&request)?.text().map_err(away))?;
        serde_json::from_str(&text)
            .map_err(|_| Failed::Away("this does not answer like Nightlatch".to_owned()))
    }
}

fn answered(request: &RequestBuilder) -> Result<Response, Setback> {
    let request = request.try_clone().ok_or_else(|| Failed::because("a body that is read once"))?;
    let response = request.send().map_err(away)?;
    if response.status().is_success() { Ok(response) } else { Err(refusal(response)) }
}

fn away(error: reqwest::Error) -> Setback {
    Setback::passing(client::told(error), None)
}

/// A problem (RFC 9457) in words. What is none came from something in between.
fn refusal(response: Response) -> Setback {
    let status = response.status();
    let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    let wait = retry_after.map(|seconds| format!("; try again in {seconds} s")).unwrap_or_default();
    let problem: Value =
        response.text().ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let told = format!("{}{wait}", words(&problem, status));
    match status {
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            Setback::passing(told, retry_after.map(Duration::from_secs))
        }
        status if status.is_server_error() => Failed::Away(told).into(),
        _ => Failed::Because(told).into(),
    }
}

fn words(problem: &Value, status: StatusCode) -> String {
    let text = |name: &str| problem[name].as_str();
    let (Some(title), Some(code)) = (text("title"), text("code")) else {
        return format!("this does not answer like Nightlatch: {status}");
    };
    if code == "idempotency_conflict" {
        // Each request has a key of its own, so this is one that was sent again.
        return "it is done, but its answer was lost on the way, and a code is shown once: ask for another one"
            .to_owned();
    }
    let mut told = format!("{} ({code})", text("detail").unwrap_or(title));
    if let Some(scope) = text("requiredScope") {
        told += &format!("; the key would need the scope {scope}");
    }
    for error in problem["errors"].as_array().into_iter().flatten() {
        let part = |name: &str| error[name].as_str().unwrap_or_default();
        told += &format!("\n  {}: {}", part("field"), part("message"));
    }
    told
}
