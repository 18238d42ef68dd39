//! Spans as OpenTelemetry takes them: the JSON of OTLP 1, named by the semantic conventions of HTTP servers.

use serde_json::{Value, json};

use super::Span;

/// Those that the conventions know: any other is what a client has made up.
const METHODS: [&str; 9] = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];
const KIND_SERVER: u8 = 2;
const STATUS_ERROR: u8 = 2;

/// A method as it may be told, and kept: a client can send any, and as long as it likes.
pub(super) fn method(sent: &str) -> &'static str {
    METHODS.into_iter().find(|known| *known == sent).unwrap_or("_OTHER")
}

/// The body of an export.
pub(super) fn request(spans: &[Span]) -> Value {
    let resource = [text("service.name", "nightlatch"), text("service.version", env!("CARGO_PKG_VERSION"))];
    let spans: Vec<Value> = spans.iter().map(span).collect();
    json!({"resourceSpans": [{
        "resource": {"attributes": resource},
        "scopeSpans": [{"scope": {"name": "nightlatch"}, "spans": spans}],
    }]})
}

fn span(span: &Span) -> Value {
    let ended =
        span.ended.timestamp_nanos_opt().and_then(|nanos| u128::try_from(nanos).ok()).unwrap_or_default();
    let method = span.method;
    let mut attributes = vec![
        text("http.request.method", method),
        json!({"key": "http.response.status_code", "value": {"intValue": span.status.to_string()}}),
        text("nightlatch.operation", &span.operation),
        text("nightlatch.request_id", &span.request_id),
    ];
    if !span.route.is_empty() {
        attributes.push(text("http.route", &span.route));
    }
    let mut value = json!({
        "traceId": span.trace,
        "spanId": span.id,
        "name": format!("{method} {}", span.route).trim_end(),
        "kind": KIND_SERVER,
        "startTimeUnixNano": ended.saturating_sub(span.took.as_nanos()).to_string(),
        "endTimeUnixNano": ended.to_string(),
        "attributes": attributes,
    });
    if let Some(parent) = &span.parent {
        value["parentSpanId"] = json!(parent);
    }
    if span.status >= 500 {
        value["status"] = json!({"code": STATUS_ERROR});
    }
    value
}

fn text(key: &str, value: &str) -> Value {
    json!({"key": key, "value": {"stringValue": value}})
}
