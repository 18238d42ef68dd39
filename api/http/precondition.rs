//! Versions: the tag of what is shown, and the one that a change has seen.

use std::future::{Ready, ready};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderName},
};

use super::problem::{Problem, ProblemCode};
use crate::domain::precondition::ExpectedVersion;

/// The header that tells the version of what is shown.
pub fn etag(version: i64) -> (HeaderName, String) {
    (header::ETAG, format!("\"{version}\""))
}

/// What `If-Match` expects: `*` admits whatever there is, and of several tags any one (RFC 9110, section 13.1.1). A tag that is not
/// ours admits nothing. Errors: 428 where there is none.
pub struct IfMatch(pub ExpectedVersion);

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self))
    }
}

fn read(request: &HttpRequest) -> Result<ExpectedVersion, Problem> {
    if !request.headers().contains_key(header::IF_MATCH) {
        return Err(Problem::new(ProblemCode::PreconditionRequired));
    }
    let given = request.headers().get_all(header::IF_MATCH).filter_map(|value| value.to_str().ok());
    // No tag of ours has a comma.
    let tags: Vec<&str> = given.flat_map(|value| value.split(',')).map(str::trim).collect();
    Ok(match tags[..] {
        ["*"] => ExpectedVersion::Any,
        _ => ExpectedVersion::OneOf(tags.into_iter().filter_map(version).collect()),
    })
}

/// The version that a tag of ours tells, also when a proxy has compressed what was shown, and marked the tag: nginx makes it `W/"3"`,
/// Apache and Caddy `"3-gzip"`.
fn version(tag: &str) -> Option<i64> {
    let opaque = tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?;
    opaque.split_once('-').map_or(opaque, |(version, _coding)| version).parse().ok()
}
