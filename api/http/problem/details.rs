//! Problem details as they are written (RFC 9457).

use serde::Serialize;
use utoipa::ToSchema;

use super::ProblemCode;
use crate::domain::rejection::FieldError;

/// Problem details (RFC 9457).
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Problem, example = json!({
    "type": "https://nightlatch.dev/problems/code_rejected",
    "title": "That is not right.",
    "status": 401,
    "instance": "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11",
    "code": "code_rejected",
    "attemptsRemaining": 4
}))]
pub struct ProblemDetails<'a> {
    /// A stable URI that ends with the code.
    #[serde(rename = "type")]
    #[schema(format = "uri")]
    pub(super) kind: String,
    /// A sentence for people.
    pub(super) title: &'a str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    pub(super) status: u16,
    /// More about this occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) detail: Option<&'a str>,
    /// The request's id, as in the header `x-request-id`.
    pub(super) instance: &'a str,
    pub(super) code: ProblemCode,
    /// Which of several reasons for the code it was, where `detail` explains that one; stable and machine-readable.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) reason: Option<&'static str>,
    /// With `code_rejected`: so many more wrong answers are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) attempts_remaining: Option<u32>,
    /// With `enrollment_code_rejected`, where the code belongs to another time: by so much the device is ahead, or, when
    /// negative, behind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) clock_skew_seconds: Option<i64>,
    /// With `step_up_required`: so old the second factor may be, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) max_age: Option<i64>,
    /// In seconds, as in the header `Retry-After`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) retry_after: Option<u64>,
    /// With `missing_scope`: what the API key would have to be made for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) required_scope: Option<&'static str>,
    /// With `validation_failed`: what is wrong with which fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(super) errors: Vec<InvalidField<'a>>,
}

/// What is wrong with one field.
#[derive(Serialize, ToSchema)]
pub struct InvalidField<'a> {
    /// Where it is, as `roles[1]`; empty for the request as a whole.
    field: &'a str,
    /// Stable and machine-readable.
    code: &'a str,
    /// A sentence for people.
    message: &'a str,
}

impl<'a> From<&'a FieldError> for InvalidField<'a> {
    fn from(error: &'a FieldError) -> Self {
        Self { field: &error.field, code: error.code, message: &error.message }
    }
}
