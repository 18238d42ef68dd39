//! Versions: the tag of what is shown, and the one that a change has seen.

use std::future::{Ready, ready};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderName},
};

use super::problem::{Problem, ProblemCode};
use crate::domain::rejection::Rejection;

/// The header that tells the version of what is shown.
pub fn etag(version: i64) -> (HeaderName, String) {
    (header::ETAG, format!("\"{version}\""))
}

/// The version in `If-Match`. Errors: 428 where there is none, 412 for one that is not ours, which never matches (RFC 9110,
/// section 13.1.1).
pub struct ExpectedVersion(pub i64);

impl FromRequest for ExpectedVersion {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self))
    }
}

fn read(request: &HttpRequest) -> Result<i64, Problem> {
    let given = request.headers().get(header::IF_MATCH);
    let tag =
        given.ok_or_else(|| Problem::new(ProblemCode::PreconditionRequired))?.to_str().unwrap_or_default();
    let version =
        tag.trim().strip_prefix('"').and_then(|tag| tag.strip_suffix('"')).and_then(|tag| tag.parse().ok());
    version.ok_or_else(|| Rejection::StaleVersion.into())
}
