//! What a request carries: JSON bodies, files and query strings, strictly read.

use std::{
    future::{Future, Ready, ready},
    pin::Pin,
    time::Duration,
};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::header::{CONTENT_ENCODING, CONTENT_LENGTH},
    web::{Bytes, BytesMut},
};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use super::problem::{Problem, ProblemCode};
use crate::{
    domain::{logo, rejection::FieldError},
    strict,
};

/// In bytes.
const USUAL: usize = 16 * 1024;
/// Of what authenticators say.
const LARGE: usize = 64 * 1024;
const JSON: &str = "application/json";
const PNG: &str = "image/png";
const DEADLINE: Duration = Duration::from_secs(10);

/// A JSON body. Errors: 415 for another media type or an encoding, 413 over 16 KiB, 408 after ten seconds, 400 for what is not JSON,
/// 422 for what is not the expected JSON.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = read(request, payload, USUAL);
        Box::pin(async { read.await.map(Self) })
    }
}

/// The same, up to 64 KiB.
pub struct LargeJson<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for LargeJson<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = read(request, payload, LARGE);
        Box::pin(async { read.await.map(Self) })
    }
}

fn read<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: &mut Payload,
    largest: usize,
) -> impl Future<Output = Result<T, Problem>> + use<T> {
    let (request, received) = (request.clone(), receive(request, payload, JSON, largest));
    async move {
        let bytes = received.await?;
        let parsed = parse(&bytes)?;
        request.extensions_mut().insert(Carried(bytes));
        Ok(parsed)
    }
}

/// A file that is said to be a PNG. Errors: 415 for another media type or an encoding, 413 over 64 KiB, 408 after ten seconds.
pub struct PngFile(pub Bytes);

impl FromRequest for PngFile {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let received = receive(request, payload, PNG, logo::LARGEST);
        Box::pin(async { received.await.map(Self) })
    }
}

fn receive(
    request: &HttpRequest,
    payload: &mut Payload,
    media_type: &str,
    largest: usize,
) -> impl Future<Output = Result<Bytes, Problem>> + use<> {
    let (admitted, payload) = (admit(request, media_type, largest), payload.take());
    async move {
        admitted?;
        let bytes = actix_web::rt::time::timeout(DEADLINE, collect(payload, largest)).await;
        bytes.map_err(|_| Problem::new(ProblemCode::RequestTimeout))?
    }
}

/// What a request carried, to be recognized by when it is sent again.
pub struct Carried(pub Bytes);

fn admit(request: &HttpRequest, media_type: &str, largest: usize) -> Result<(), Problem> {
    if !request.content_type().eq_ignore_ascii_case(media_type) {
        let problem = Problem::new(ProblemCode::UnsupportedMediaType);
        return Err(problem.with_detail(format!("This request takes {media_type}.")));
    }
    refuse_encodings(request)?;
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: usize| length > largest) {
        return Err(Problem::new(ProblemCode::PayloadTooLarge));
    }
    Ok(())
}

/// Errors: the body is packed: how large it is could not be told before it is unpacked (RFC 9110, section 8.4).
pub fn refuse_encodings(request: &HttpRequest) -> Result<(), Problem> {
    let mut encodings = request.headers().get_all(CONTENT_ENCODING);
    if encodings.all(|encoding| encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Ok(());
    }
    let detail = "No content encoding is taken: send the request as it is.";
    Err(Problem::new(ProblemCode::UnsupportedMediaType).with_detail(detail))
}

async fn collect(mut payload: Payload, largest: usize) -> Result<Bytes, Problem> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::new(ProblemCode::Malformed))?;
        if body.len() + chunk.len() > largest {
            return Err(Problem::new(ProblemCode::PayloadTooLarge));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let json = serde_json::from_slice(bytes).map_err(|_| Problem::new(ProblemCode::Malformed))?;
    Ok(strict::from_json(json).map_err(in_the_whole)?)
}

/// What is wrong with the body itself, and not with a field, says so.
fn in_the_whole(error: FieldError) -> FieldError {
    match (error.field.as_str(), error.code) {
        ("", "invalid") => FieldError { message: "The body has to be a JSON object.".to_owned(), ..error },
        _ => error,
    }
}

/// A query string. Errors: 422 for an unknown parameter or a value of the wrong kind.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(strict::from_query(request.query_string()).map(Self).map_err(Problem::from))
    }
}
