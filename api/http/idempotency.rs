//! Requests that may be sent again: the header `Idempotency-Key`.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload};
use utoipa::openapi::{
    ObjectBuilder, Type,
    path::{Parameter, ParameterBuilder, ParameterIn},
};
use uuid::Uuid;

use super::{
    auth::ORGANIZATION, body::Carried, client::Anonymous, gate::RequestId, problem::Problem, reply::Reply,
};
use crate::{
    domain::{id::OrganizationId, idempotency::IdempotencyKey, rejection::FieldError},
    error::Failure,
    flows::{
        Operation,
        idempotency::{self, KeyedRequest},
    },
};

/// By which a request is called that may be sent again, where it is. Errors: several, or a malformed one.
pub struct SentKey(Option<IdempotencyKey>);

impl SentKey {
    pub fn key(&self) -> Option<&IdempotencyKey> {
        self.0.as_ref()
    }
}

impl FromRequest for SentKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self).map_err(Problem::from))
    }
}

/// Carries a flow out for an administrator or a script: once, where the request has a key to be sent again with. Errors: as of
/// [`SentKey`], and of the flow.
pub async fn answer(
    request: &HttpRequest,
    client: Anonymous,
    flow: impl FnOnce(&Operation, Option<&KeyedRequest>) -> Result<Answered, Failure> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let keyed = read(request)?.map(|key| KeyedRequest { key, content: content(request) });
    let reply = client.run(move |op| flow(op, keyed.as_ref())).await??;
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    Ok(reply.respond(&id.unwrap_or_default()))
}

/// An answer, or why there is none.
pub type Answered = Result<Reply, Problem>;

/// Carries a flow out once for a request that may be sent again, and else each time. The owner is whose key it is.
pub fn once(
    op: &Operation,
    owner: (OrganizationId, Uuid),
    keyed: Option<&KeyedRequest>,
    flow: impl FnOnce() -> Result<Reply, Failure>,
) -> Result<Answered, Failure> {
    let carry_out = || flow().map_err(|failure| Problem::of_failure(failure, op.now));
    match keyed {
        Some(keyed) => idempotency::once(op, owner, keyed, carry_out),
        None => Ok(carry_out()),
    }
}

/// What a request asks for: the query is part of it, and so is the organization that it acts in.
fn content(request: &HttpRequest) -> Vec<u8> {
    let elsewhere = request.headers().get(ORGANIZATION).map_or(&b""[..], |value| value.as_bytes());
    let extensions = request.extensions();
    let body = extensions.get::<Carried>().map_or(&b""[..], |Carried(body)| body);
    [request.method().as_str().as_bytes(), request.uri().to_string().as_bytes(), elsewhere, body].join(&b'\n')
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
             twice, and gets the same answer; those of the administration then have the header `Idempotency-Replayed`. An \
             answer with a secret is shown once.",
        ))
        .schema(Some(text))
        .build()
}
