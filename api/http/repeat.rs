//! Requests that may be sent again: the header `Idempotency-Key`.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use utoipa::{
    IntoParams,
    openapi::{
        ObjectBuilder, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

use super::problem::Problem;
use crate::domain::{idempotency::IdempotencyKey, rejection::FieldError};

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

fn read(request: &HttpRequest) -> Result<Option<IdempotencyKey>, FieldError> {
    let mut given = request.headers().get_all(IdempotencyKey::HEADER);
    match (given.next(), given.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => IdempotencyKey::parse(value.to_str().unwrap_or_default()).map(Some),
        (Some(_), Some(_)) => Err(FieldError::new(IdempotencyKey::HEADER, "repeated", "At most one key.")),
    }
}

impl IntoParams for Repeat {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let text = ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(200));
        let parameter = ParameterBuilder::new()
            .name(IdempotencyKey::HEADER)
            .parameter_in(ParameterIn::Header)
            .description(Some(
                "A key of your own for this request, such as a UUID: sent again within 24 hours, it is not carried out twice.",
            ))
            .schema(Some(text));
        vec![parameter.build()]
    }
}
