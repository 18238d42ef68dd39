//! Requests that may be sent again: the header `Idempotency-Key`.

use std::future::{Ready, ready};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse, ResponseError,
    body::{BoxBody, EitherBody, MessageBody, to_bytes},
    dev::{Payload, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderValue},
    },
    web::{self, Data},
};
use serde_json::{Value, json};
use utoipa::openapi::{
    ObjectBuilder, Type,
    path::{Parameter, ParameterBuilder, ParameterIn},
};

use uuid::Uuid;

use super::{
    auth::ORGANIZATION,
    body::Carried,
    client::Anonymous,
    gate::RequestId,
    problem::{MEDIA_TYPE, Problem, ProblemCode},
};
use crate::{
    app::App,
    domain::{
        audit::Origin,
        id::OrganizationId,
        idempotency::IdempotencyKey,
        rejection::{FieldError, Rejection},
    },
    error::Failure,
    flows::{
        Operation,
        repeats::{self, Outcome, Repeatable, Sent},
    },
};

/// By which a request is called that may be sent again, where it is. Errors: several, or a malformed one.
pub struct Repeat(Option<IdempotencyKey>);

impl Repeat {
    pub fn key(&self) -> Option<&IdempotencyKey> {
        self.0.as_ref()
    }
}

impl FromRequest for Repeat {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self).map_err(Problem::from))
    }
}

/// A request of an administrator or a script, which may be sent again where it is one that makes something.
pub struct Repeating {
    request: HttpRequest,
    key: Option<IdempotencyKey>,
}

impl Repeating {
    /// Errors: as of [`Repeat`].
    pub fn of(request: &HttpRequest) -> Result<Self, FieldError> {
        let key = if request.method() == Method::POST { read(request)? } else { None };
        Ok(Self { request: request.clone(), key })
    }

    /// One that is carried out as often as it comes.
    pub fn never(request: &HttpRequest) -> Self {
        Self { request: request.clone(), key: None }
    }

    /// Runs a flow for the request. What is to be done about its answer is left with it, for [`remember`].
    pub async fn run<T: Send + 'static>(
        self,
        client: Anonymous,
        flow: impl FnOnce(&Operation, Option<&Sent>) -> Result<Outcome<T>, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let Self { request, key } = self;
        let sent = key.map(|key| Sent { key, content: content(&request) });
        let (outcome, at) = client.run(move |op| Ok((flow(op, sent.as_ref())?, op.now))).await?;
        match outcome {
            Outcome::Now(outcome, noted) => {
                if let Some(noted) = noted {
                    request.extensions_mut().insert(Noted(noted));
                }
                outcome.map_err(|failure| Problem::of_failure(failure, at))
            }
            Outcome::Before(answer) => {
                request.extensions_mut().insert(Before(answer));
                Err(Rejection::Repeated.into())
            }
        }
    }
}

/// Carries a flow out once for a request that may be sent again, and else each time.
pub fn once<T>(
    op: &Operation,
    owner: (OrganizationId, Uuid),
    sent: Option<&Sent>,
    flow: impl FnOnce() -> Result<T, Failure>,
) -> Result<Outcome<T>, Failure> {
    match sent {
        Some(sent) => repeats::once(op, owner, sent, flow),
        None => flow().map(|value| Outcome::Now(Ok(value), None)),
    }
}

/// What a request asks for: the query is part of it, and so is the organization that it acts in.
fn content(request: &HttpRequest) -> Vec<u8> {
    let elsewhere = request.headers().get(ORGANIZATION).map_or(&b""[..], |value| value.as_bytes());
    let extensions = request.extensions();
    let body = extensions.get::<Carried>().map_or(&b""[..], |Carried(body)| body);
    [request.method().as_str().as_bytes(), request.uri().to_string().as_bytes(), elsewhere, body].join(&b'\n')
}

/// The note under which an answer is kept.
struct Noted(Repeatable);

/// What was answered before.
struct Before(Value);

/// That an answer holds a secret, which is shown once.
struct WithSecret;

/// Marks an answer as one with a secret: it is not kept, so that nobody who repeats the request is shown it.
pub fn with_secret(mut response: HttpResponse) -> HttpResponse {
    response.extensions_mut().insert(WithSecret);
    response
}

/// Keeps the answer to a request that was noted, and gives the one from before to a request that was sent again.
pub async fn remember<B: MessageBody + 'static>(
    app: &Data<App>,
    answered: ServiceResponse<EitherBody<B>>,
) -> ServiceResponse<EitherBody<B>> {
    let before = answered.request().extensions_mut().remove::<Before>();
    if let Some(Before(answer)) = before {
        let id = answered.request().extensions().get::<RequestId>().map(|id| id.0.clone());
        return answered.into_response(repeated(&answer, &id.unwrap_or_default())).map_into_right_body();
    }
    let noted = answered.request().extensions_mut().remove::<Noted>();
    let with_secret = answered.response().extensions().get::<WithSecret>().is_some();
    match noted.filter(|_| !answered.status().is_server_error() && !with_secret) {
        Some(Noted(request)) => keep(app, request, answered).await,
        None => answered,
    }
}

async fn keep<B: MessageBody + 'static>(
    app: &Data<App>,
    noted: Repeatable,
    answered: ServiceResponse<EitherBody<B>>,
) -> ServiceResponse<EitherBody<B>> {
    let (request, response) = answered.into_parts();
    let (response, body) = response.into_parts();
    let Ok(body) = to_bytes(body).await else {
        let broken = Problem::new(ProblemCode::Internal).error_response();
        return ServiceResponse::new(request, broken).map_into_right_body();
    };
    let header = |name| response.headers().get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let answer = json!({
        "status": response.status().as_u16(),
        "type": header(header::CONTENT_TYPE),
        "location": header(header::LOCATION),
        "body": String::from_utf8_lossy(&body),
    });
    let keeping = app.clone();
    let keep = move || repeats::keep(&Operation::begin(&keeping, &Origin::default()), &noted, &answer);
    if !matches!(web::block(keep).await, Ok(Ok(()))) {
        // It was carried out, and whoever sends it again is told that the answer is not known.
        tracing::warn!("the answer to a repeatable request could not be kept");
    }
    ServiceResponse::new(request, response.set_body(BoxBody::new(body))).map_into_right_body()
}

/// The answer from before. A problem names the request that it answers, and so this one.
fn repeated(answer: &Value, request_id: &str) -> HttpResponse {
    let status = answer["status"].as_u64().and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    let mut response = HttpResponse::build(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    response.insert_header(("idempotency-replayed", "true"));
    for (name, part) in [(header::CONTENT_TYPE, "type"), (header::LOCATION, "location")] {
        if let Some(value) = answer[part].as_str() {
            response.insert_header((name, value));
        }
    }
    let body = answer["body"].as_str().unwrap_or_default().to_owned();
    if answer["type"] != MEDIA_TYPE {
        return response.body(body);
    }
    let mut problem: Value = serde_json::from_str(&body).unwrap_or_default();
    problem["instance"] = request_id.into();
    response.body(problem.to_string())
}

fn read(request: &HttpRequest) -> Result<Option<IdempotencyKey>, FieldError> {
    let mut given = request.headers().get_all(IdempotencyKey::HEADER);
    match (given.next(), given.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => IdempotencyKey::parse(value.to_str().unwrap_or_default()).map(Some),
        (Some(_), Some(_)) => Err(FieldError::new(IdempotencyKey::HEADER, "repeated", "At most one key.")),
    }
}

/// The header, as the document describes it.
pub fn parameter() -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(200));
    ParameterBuilder::new()
        .name(IdempotencyKey::HEADER)
        .parameter_in(ParameterIn::Header)
        .description(Some(
            "A key of your own for this request, such as a UUID: sent again within 24 hours, the request is not carried out \
             twice, and gets the same answer with the header `Idempotency-Replayed`. An answer with a secret is shown once.",
        ))
        .schema(Some(text))
        .build()
}
