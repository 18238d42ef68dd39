//! The origins whose pages may use the API from a browser: the service's own, and those of the settings. No other page changes
//! anything here, or reads an answer.

use actix_cors::{Cors, CorsError};
use actix_web::{
    Error, HttpRequest,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use url::Url;

use super::problem::{Problem, ProblemCode};
use crate::{app::App, config::Settings};

/// A browser asks again after so long, in seconds; none keeps it longer.
const PREFLIGHT_KEPT: usize = 7200;
const METHODS: [Method; 5] = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
/// What a page may send, beside what any page may.
const SENT: [&str; 8] = [
    "accept",
    "authorization",
    "content-type",
    "idempotency-key",
    "if-match",
    "nightlatch-organization",
    "traceparent",
    "x-request-id",
];
/// What a page may read, beside what any page may.
const READ: [&str; 6] =
    ["content-disposition", "etag", "location", "retry-after", "www-authenticate", "x-request-id"];
const OTHER_SITE: &str = "Pages of this origin may use the service, but browsers say that it is on another site: they would keep no \
    session. Serve both below one domain.";

/// What browsers are told of the settings' origins: exactly these, with cookies.
pub fn cors(settings: &Settings) -> Cors {
    let cors =
        settings.other_origins().fold(Cors::default(), |cors, origin| cors.allowed_origin(&text(origin)));
    cors.allowed_methods(METHODS)
        .allowed_headers(SENT)
        .expose_headers(READ)
        .supports_credentials()
        .max_age(PREFLIGHT_KEPT)
}

/// Says what [`cors`] would in an answer that comes without its request, and so never to that.
pub fn open(headers: &mut HeaderMap, origin: Option<HeaderValue>, settings: &Settings) {
    if settings.other_origins().next().is_none() {
        return;
    }
    headers.insert(header::VARY, HeaderValue::from_static("origin"));
    let may_read = |origin: &HeaderValue| origin.to_str().is_ok_and(|origin| is_other(origin, settings));
    let Some(origin) = origin.filter(may_read) else { return };
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    if let Ok(read) = HeaderValue::from_str(&READ.join(", ")) {
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, read);
    }
}

/// Why a browser was told not to send its request, if this is about that.
pub fn refusal(error: &Error) -> Option<Problem> {
    let why = error.as_error::<CorsError>()?;
    Some(Problem::new(ProblemCode::CrossOrigin).with_detail(format!("{why}.")))
}

/// Turns away what a page of any other origin wants to change.
pub async fn admit<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let app = request.app_data::<Data<App>>().ok_or_else(|| Problem::new(ProblemCode::Internal))?;
    match objection(&request, &app.settings) {
        Some(problem) => Ok(request.error_response(problem).map_into_right_body()),
        None => next.call(request).await.map(ServiceResponse::map_into_left_body),
    }
}

/// What a browser says that stands against a change. What is no browser says nothing.
fn objection(request: &ServiceRequest, settings: &Settings) -> Option<Problem> {
    if [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method()) {
        return None;
    }
    let (origin, site) = (said(request.headers(), header::ORIGIN), said(request.headers(), SITE));
    let is_other = origin.is_some_and(|origin| is_other(origin, settings));
    let is_foreign = origin.is_some_and(|origin| !is_other && !is_own(origin, &settings.public_url));
    match site {
        _ if is_foreign => Some(Problem::new(ProblemCode::CrossOrigin)),
        None | Some("same-origin" | "none") => None,
        Some("same-site") if is_other => None,
        Some("cross-site") if is_other => {
            Some(Problem::new(ProblemCode::CrossOrigin).with_detail(OTHER_SITE))
        }
        Some(_) => Some(Problem::new(ProblemCode::CrossOrigin)),
    }
}

/// Whether a browser that follows a link comes from a page that may have it. It does not say which one of the site's that was:
/// none that only shows something from here, such as a picture or a frame.
pub fn follows_own_link(request: &HttpRequest, settings: &Settings) -> bool {
    match said(request.headers(), SITE) {
        None | Some("same-origin" | "none") => true,
        Some("same-site") => {
            settings.other_origins().next().is_some()
                && said(request.headers(), DESTINATION) == Some("document")
        }
        Some(_) => false,
    }
}

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

fn said(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).map(|value| value.to_str().unwrap_or_default())
}

fn is_other(origin: &str, settings: &Settings) -> bool {
    settings.other_origins().any(|other| origin == text(other))
}

/// On a developer's machine `localhost` and its addresses are one.
fn is_own(origin: &str, public_url: &Url) -> bool {
    if origin == text(public_url) {
        return true;
    }
    let is_loopback = |url: &Url| matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    Url::parse(origin).is_ok_and(|origin| {
        is_loopback(public_url)
            && is_loopback(&origin)
            && origin.scheme() == public_url.scheme()
            && origin.port_or_known_default() == public_url.port_or_known_default()
    })
}

/// As browsers write it.
fn text(url: &Url) -> String {
    url.origin().ascii_serialization()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn localhost_has_several_names_and_no_other_site_has_ours() {
        let at = |origin: &str, public: &str| is_own(origin, &public.parse().unwrap());
        assert!(at("https://login.example.com", "https://login.example.com/"));
        assert!(at("http://127.0.0.1:8080", "http://localhost:8080"));
        assert!(!at("http://127.0.0.1:9090", "http://localhost:8080"));
        assert!(!at("http://localhost:8080", "https://login.example.com"));
        assert!(!at("https://login.example.com.evil.example", "https://login.example.com"));
        assert!(!at("null", "http://localhost:8080"));
    }
}
