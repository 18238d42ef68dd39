//! Answers as values, which the thread that gives them may hand over and keep, as it may not the framework's.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use serde::Serialize;
use serde_json::{Value, json};

use super::problem::{MEDIA_TYPE, Problem};
use crate::{
    error::{Failure, Fault},
    flows::idempotency::{Answer, Kept},
};

const JSON: &str = "application/json";

/// An answer to a request of an administrator or a script.
pub struct Reply {
    status: StatusCode,
    /// The media type and the text of its body.
    body: Option<(String, String)>,
    location: Option<String>,
    has_secret: bool,
    replayed: bool,
}

impl Reply {
    pub fn ok(body: &impl Serialize) -> Result<Self, Failure> {
        Self::of(StatusCode::OK, body)
    }

    pub fn created(body: &impl Serialize) -> Result<Self, Failure> {
        Self::of(StatusCode::CREATED, body)
    }

    pub fn accepted(body: &impl Serialize) -> Result<Self, Failure> {
        Self::of(StatusCode::ACCEPTED, body)
    }

    pub fn empty(status: StatusCode) -> Self {
        Self { status, body: None, location: None, has_secret: false, replayed: false }
    }

    fn of(status: StatusCode, body: &impl Serialize) -> Result<Self, Failure> {
        let text = serde_json::to_string(body).map_err(Fault::internal)?;
        Ok(Self { body: Some((JSON.to_owned(), text)), ..Self::empty(status) })
    }

    /// The same, which names where its resource is.
    pub fn at(self, location: String) -> Self {
        Self { location: Some(location), ..self }
    }

    /// The same, holding a secret: it is not kept, so that nobody who repeats the request is shown it.
    pub fn with_secret(self) -> Self {
        Self { has_secret: true, ..self }
    }

    /// The answer to the request of that id: a problem from before names the one that asks now.
    pub fn respond(self, request_id: &str) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        if self.replayed {
            response.insert_header(("idempotency-replayed", "true"));
        }
        if let Some(location) = self.location {
            response.insert_header((header::LOCATION, location));
        }
        let Some((kind, text)) = self.body else { return response.finish() };
        response.insert_header((header::CONTENT_TYPE, kind.as_str()));
        if kind != MEDIA_TYPE {
            return response.body(text);
        }
        let mut problem: Value = serde_json::from_str(&text).unwrap_or_default();
        problem["instance"] = request_id.into();
        response.body(problem.to_string())
    }

    fn kept(&self) -> Value {
        let (kind, text) = self.body.as_ref().map(|(kind, text)| (kind, text)).unzip();
        json!({"status": self.status.as_u16(), "type": kind, "location": self.location, "body": text})
    }
}

impl Answer for Result<Reply, Problem> {
    fn kept(&self) -> Kept {
        match self {
            Ok(reply) if reply.has_secret => Kept::Noted,
            Ok(reply) => Kept::Whole(reply.kept()),
            Err(problem) => match problem.code.status() {
                status if status.is_server_error() => Kept::Undone,
                // Who signs in again, or waits, is answered otherwise.
                StatusCode::UNAUTHORIZED | StatusCode::TOO_MANY_REQUESTS => Kept::Nothing,
                status => Kept::Whole(
                    json!({"status": status.as_u16(), "type": MEDIA_TYPE, "body": problem.text("")}),
                ),
            },
        }
    }

    fn again(kept: Value) -> Self {
        let text = |part: &str| kept[part].as_str().map(str::to_owned);
        let status = kept["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        Ok(Reply {
            status: status.ok_or_else(|| Fault::internal("an answer without a status"))?,
            body: text("type").zip(text("body")),
            location: text("location"),
            has_secret: false,
            replayed: true,
        })
    }
}
