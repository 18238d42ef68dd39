//! The gate that every request passes: its id, its log line, the headers for browsers, and problem details for whatever
//! went wrong, be it the framework's own refusal or a panic.

use std::{panic::AssertUnwindSafe, time::Instant};

use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        Method, StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use futures_util::FutureExt;
use tracing::{Instrument, field::Empty};

use super::{
    fallback::IMMUTABLE,
    mailbox,
    openapi::REFERENCE,
    origins,
    problem::{MEDIA_TYPE, Problem, ProblemCode},
    traffic::{Operation, Operations},
    v1::branding::LOGOS,
};
use crate::{
    app::App,
    config::Settings,
    domain::id,
    traces::{Answered, Trace},
};

/// The id of a request: the client's, if it is a sane one, or ours.
#[derive(Clone)]
pub struct RequestId(pub String);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_REQUEST_ID: usize = 64;
const RESOURCE_POLICY: &str = "cross-origin-resource-policy";

/// Files and requests of this origin only: neither scripts nor styles that stand in a page.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'";
/// A file that somebody has sent is shown as a picture, and is nothing else to whoever opens it by itself.
const LOGO_SECURITY_POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";
/// The reference's page draws its mark with a style sheet in the picture, which is known by its hash.
const REFERENCE_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; connect-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// A mail carries its styles in itself, for whoever reads it far from here. It has no scripts at all.
const MAILBOX_SECURITY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub async fn gate<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let app = request.app_data::<Data<App>>().cloned();
    let app = app.ok_or_else(|| Problem::new(ProblemCode::Internal))?;
    let id = RequestId(request_id(request.headers(), &app));
    request.extensions_mut().insert(id.clone());
    let traceparent = request.headers().get("traceparent").and_then(|value| value.to_str().ok());
    let trace = app.traces.place(traceparent, &*app.random);
    let span = tracing::info_span!(
        "request",
        id = id.0,
        trace_id = trace.as_ref().map(|trace| trace.id.as_str()),
        // Told where the caller is known.
        organization = Empty,
        user = Empty,
        api_key = Empty,
    );
    answer(request, next, &app, &id, trace).instrument(span).await
}

async fn answer<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
    app: &Data<App>,
    id: &RequestId,
    trace: Option<Trace>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let _in_flight = app.metrics.requests.enter();
    let passing = Passing { app, id, trace, method: request.method().clone(), since: Instant::now() };
    let operations = request.app_data::<Data<Operations>>().cloned();
    let operations = operations.ok_or_else(|| Problem::new(ProblemCode::Internal))?;
    let origin = request.headers().get(header::ORIGIN).cloned();
    let answered = pass(request, next, id).await;
    let (request, status) = match &answered {
        Ok(response) => (Some(response.request()), response.status()),
        Err(response) => (None, response.status()),
    };
    passing.tell(operations.find(request), status);
    match answered {
        Ok(mut response) => {
            let path = response.request().path();
            let (cache_control, security_policy) =
                (cache_control(path, status), security_policy(path, status));
            harden(response.headers_mut(), cache_control, security_policy, &app.settings, id);
            if is_shown_elsewhere(&response, &app.settings) {
                response
                    .headers_mut()
                    .insert(HeaderName::from_static(RESOURCE_POLICY), HeaderValue::from_static("same-site"));
            }
            if app.settings.shown_mailbox().is_some() {
                response.headers_mut().append(header::SET_COOKIE, mailbox::told());
            }
            Ok(response)
        }
        Err(mut response) => {
            origins::open(response.headers_mut(), origin, &app.settings);
            harden(response.headers_mut(), "no-store", CONTENT_SECURITY_POLICY, &app.settings, id);
            Err(InternalError::from_response(ProblemCode::Internal.name(), response).into())
        }
    }
}

/// A request on its way through the gate.
struct Passing<'a> {
    app: &'a App,
    id: &'a RequestId,
    trace: Option<Trace>,
    method: Method,
    since: Instant,
}

impl Passing<'_> {
    /// Tells the metrics, the log and the collector of traces how the request was answered.
    fn tell(self, operation: &Operation, status: StatusCode) {
        let Self { app, id, trace, method, since } = self;
        let (took, status) = (since.elapsed(), status.as_u16());
        operation.note(status, took);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let Operation { id: operation, route, .. } = operation;
        tracing::info!(%method, operation, route, status, micros, "answered");
        if let Some(trace) = trace {
            let method = method.as_str();
            let ended = app.clock.now();
            let answered = Answered { operation, method, route, status, request_id: &id.0, ended, took };
            app.metrics.spans.note_lost(app.traces.record(trace, &answered, &*app.random));
        }
    }
}

/// The answer of whoever is behind the gate. One that failed without its request, which the framework keeps for itself,
/// comes alone.
async fn pass<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
    id: &RequestId,
) -> Result<ServiceResponse<EitherBody<B>>, HttpResponse> {
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(Ok(response)) => Ok(match problem_in(&response) {
            None => response.map_into_left_body(),
            Some(problem) => {
                let told = retold(&problem, response.headers(), id);
                response.into_response(told).map_into_right_body()
            }
        }),
        Ok(Err(error)) => Err(retold(&problem_of(&error), error.error_response().headers(), id)),
        Err(_panic) => {
            tracing::error!("a handler panicked");
            Err(Problem::new(ProblemCode::Internal).render(&id.0))
        }
    }
}

/// A problem in the place of an answer whose headers say which origins may read it, and which methods there are.
fn retold(problem: &Problem, headers: &HeaderMap, id: &RequestId) -> HttpResponse {
    let mut response = problem.render(&id.0);
    for (name, value) in headers {
        if [header::VARY, header::ALLOW].contains(name) || name.as_str().starts_with("access-control-") {
            response.headers_mut().append(name.clone(), value.clone());
        }
    }
    response
}

/// The problem behind an answer that is one; none where it is fine, or says so already.
fn problem_in<B>(response: &ServiceResponse<B>) -> Option<Problem> {
    if let Some(error) = response.response().error() {
        return Some(problem_of(error));
    }
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    // A problem, or the page of the SPA for an address where there is nothing.
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let told = kind.is_some_and(|kind| kind == MEDIA_TYPE || kind.starts_with("text/html"));
    (failed && !told).then(|| Problem::of_status(status))
}

fn problem_of(error: &Error) -> Problem {
    match error.as_error::<Problem>() {
        Some(problem) => problem.clone(),
        None => origins::refusal(error)
            .unwrap_or_else(|| Problem::of_status(error.as_response_error().status_code())),
    }
}

fn request_id(headers: &HeaderMap, app: &App) -> String {
    let given = headers.get(REQUEST_ID).and_then(|value| value.to_str().ok());
    let is_sane = |id: &&str| {
        (1..=LONGEST_REQUEST_ID).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
    };
    let ours = || id::uuid_v7(app.clock.now(), app.random.bytes()).to_string();
    given.filter(is_sane).map_or_else(ours, str::to_owned)
}

fn cache_control(path: &str, status: StatusCode) -> &'static str {
    match status {
        StatusCode::OK | StatusCode::NOT_MODIFIED if path.starts_with("/assets/") => IMMUTABLE,
        StatusCode::OK if path.starts_with(LOGOS) => IMMUTABLE,
        _ if path.starts_with("/v1/") => "no-store",
        _ => "no-cache",
    }
}

fn security_policy(path: &str, status: StatusCode) -> &'static str {
    match status {
        StatusCode::OK if path.starts_with(LOGOS) => LOGO_SECURITY_POLICY,
        StatusCode::OK if path.starts_with(REFERENCE) => REFERENCE_SECURITY_POLICY,
        StatusCode::OK if path.starts_with(mailbox::PATH) => MAILBOX_SECURITY_POLICY,
        _ => CONTENT_SECURITY_POLICY,
    }
}

/// Whether pages of another origin of the site have to show it: logos, which are for everybody.
fn is_shown_elsewhere<B>(response: &ServiceResponse<B>, settings: &Settings) -> bool {
    response.request().path().starts_with(LOGOS) && settings.other_origins().next().is_some()
}

fn harden(
    headers: &mut HeaderMap,
    cache_control: &'static str,
    security_policy: &'static str,
    settings: &Settings,
    id: &RequestId,
) {
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    };
    set("cache-control", cache_control);
    set("content-security-policy", security_policy);
    set("cross-origin-opener-policy", "same-origin");
    set(RESOURCE_POLICY, "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=()");
    set("referrer-policy", "no-referrer");
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    if settings.public_url.scheme() == "https" {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        headers.insert(REQUEST_ID, value);
    }
}
