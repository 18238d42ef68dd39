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

/// The version in `If-Match`. Errors: 428 where there is none, 412 for a tag that is not ours (RFC 9110, section 13.1.1).
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
    version(tag).ok_or_else(|| Rejection::StaleVersion.into())
}

/// The version that a tag of ours tells, also when a proxy has compressed what was shown, and marked the tag: nginx makes it `W/"3"`,
/// Apache and Caddy `"3-gzip"`.
fn version(tag: &str) -> Option<i64> {
    let tag = tag.trim();
    let opaque = tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?;
    opaque.split_once('-').map_or(opaque, |(version, _coding)| version).parse().ok()
}
