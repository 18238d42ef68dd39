//! Traces: a request belongs to its caller's, and a collector of OpenTelemetry is told of it, and of nobody.

use nightlatch::{
    background,
    clock::{Clock, SystemClock},
};
use serde_json::{Value, json};

use crate::support::{
    actor::text,
    app::TestApp,
    log,
    receiver::{Receiver, Reply},
};

const PARENT: &str = "00f067aa0ba902b7";

/// The spans that a collector was sent since it was last asked.
async fn spans(app: &TestApp, collector: &Receiver) -> Vec<Value> {
    background::export(&app.service()).await;
    let batches = collector.take().into_iter().flat_map(|batch| {
        assert_eq!(
            (batch.path.as_str(), batch.header("content-type")),
            ("/otel/v1/traces", "application/json")
        );
        let resource = &batch.json()["resourceSpans"][0];
        assert_eq!(attribute(&resource["resource"], "service.name"), json!({"stringValue": "nightlatch"}));
        resource["scopeSpans"][0]["spans"].as_array().expect("spans").clone()
    });
    batches.collect()
}

fn attribute(of: &Value, key: &str) -> Value {
    let attributes = of["attributes"].as_array().expect("attributes");
    attributes
        .iter()
        .find(|attribute| attribute["key"] == key)
        .map(|found| found["value"].clone())
        .unwrap_or_default()
}

/// A trace that no other test has.
fn trace() -> String {
    format!("{:032x}", SystemClock.now().timestamp_micros())
}

#[tokio::test]
async fn a_request_is_a_span_of_its_callers_trace() {
    let collector = Receiver::start();
    let app = TestApp::start_with(|settings| settings.otlp_endpoint = Some(collector.collector()));
    let ada = app.member("ada").await;
    spans(&app, &collector).await;

    let trace = trace();
    let parent = format!("00-{trace}-{PARENT}-01");
    let path = format!("/v1/users/{}", ada.id);
    let answer = ada.get(&path).header("traceparent", &parent).send().await;
    answer.problem(403, "not_permitted");
    let found = spans(&app, &collector).await;
    let [span] = &found[..] else { panic!("{found:?}") };
    assert_eq!((&span["traceId"], &span["parentSpanId"]), (&json!(trace), &json!(PARENT)));
    assert!(text(&span["spanId"]).len() == 16 && span["spanId"] != PARENT);
    assert_eq!((&span["name"], &span["kind"]), (&json!("GET /v1/users/{id}"), &json!(2)));
    let nanos = |name: &str| text(&span[name]).parse::<i64>().expect("nanoseconds");
    assert_eq!(nanos("endTimeUnixNano") / 1_000, app.clock_now().timestamp_micros());
    assert!(nanos("startTimeUnixNano") < nanos("endTimeUnixNano"));
    assert_eq!(span.get("status"), None, "whoever is refused has caused it");
    for (key, value) in [
        ("http.request.method", json!({"stringValue": "GET"})),
        ("http.route", json!({"stringValue": "/v1/users/{id}"})),
        ("http.response.status_code", json!({"intValue": "403"})),
        ("nightlatch.operation", json!({"stringValue": "read_user"})),
        ("nightlatch.request_id", json!({"stringValue": answer.request_id()})),
    ] {
        assert_eq!(attribute(span, key), value, "{key}");
    }
    assert!(!span.to_string().contains(&ada.id));

    // Both in one line.
    let log = log::recorded();
    let mut lines = log.lines().filter(|line| line.contains(&trace) && line.contains("answered"));
    let line: Value = serde_json::from_str(lines.next().expect("its line")).expect("JSON");
    assert_eq!(
        (&line["span"]["trace_id"], &line["span"]["id"]),
        (&json!(trace), &json!(answer.request_id()))
    );
    assert_eq!((&line["fields"]["operation"], &line["fields"]["status"]), (&json!("read_user"), &json!(403)));
}

#[tokio::test]
async fn a_trace_begins_here_unless_its_caller_says_otherwise() {
    let collector = Receiver::start();
    let app = TestApp::start_with(|settings| settings.otlp_endpoint = Some(collector.collector()));
    let ask = |parent: String| app.endpoint().get("/healthz").header("traceparent", &parent).send();
    ask(format!("00-{}-{PARENT}-00", trace())).await.ok();
    assert_eq!(spans(&app, &collector).await, Vec::<Value>::new(), "its caller keeps no record");
    ask("nonsense".to_owned()).await.ok();
    ask(format!("00-{}-{PARENT}-01", "0".repeat(32))).await.ok();
    let found = spans(&app, &collector).await;
    assert_eq!(found.len(), 2);
    assert_ne!(found[0]["traceId"], found[1]["traceId"]);
    for span in &found {
        assert_eq!((text(&span["traceId"]).len(), span.get("parentSpanId")), (32, None));
        assert!(log::recorded().contains(&text(&span["traceId"])));
    }
}

#[tokio::test]
async fn what_a_client_makes_up_is_not_told() {
    let collector = Receiver::start();
    let app = TestApp::start_with(|settings| settings.otlp_endpoint = Some(collector.collector()));
    app.anonymous("BREW", "/v1/teapots/of-ada").send().await.problem(404, "not_found");
    let found = spans(&app, &collector).await;
    assert_eq!((found.len(), &found[0]["name"]), (1, &json!("_OTHER")));
    assert_eq!(attribute(&found[0], "http.request.method"), json!({"stringValue": "_OTHER"}));
    assert_eq!(attribute(&found[0], "nightlatch.operation"), json!({"stringValue": "other"}));
    assert!(!found[0].to_string().contains("BREW") && !found[0].to_string().contains("teapots"));
}

#[tokio::test]
async fn a_collector_that_is_away_holds_nothing_up() {
    let collector = Receiver::start();
    let app = TestApp::start_with(|settings| {
        settings.otlp_endpoint = Some(collector.collector());
        settings.metrics_bind = Some(([127, 0, 0, 1], 0).into());
    });
    let counted = async || {
        let figures = app.scrape().await;
        ["sent", "lost"]
            .map(|outcome| figures.value(&format!("nightlatch_spans_total{{outcome=\"{outcome}\"}}")))
    };
    collector.answer(Reply::Status(503));
    for _ in 0..3 {
        app.endpoint().get("/healthz").send().await.ok();
    }
    assert_eq!(background::export(&app.service()).await, 0);
    assert_eq!(counted().await, [0.0, 3.0]);
    collector.answer(Reply::Status(200));
    app.endpoint().get("/healthz").send().await.ok();
    assert_eq!(background::export(&app.service()).await, 1);
    assert_eq!(counted().await, [1.0, 3.0]);
    drop(collector);
    app.endpoint().get("/healthz").send().await.ok();
    assert_eq!(background::export(&app.service()).await, 0);
    assert_eq!(counted().await, [1.0, 4.0]);
}

#[tokio::test]
async fn without_a_collector_no_trace_begins() {
    let app = TestApp::start();
    let answer = app.endpoint().get("/healthz").send().await;
    assert_eq!(background::export(&app.service()).await, 0);
    let log = log::recorded();
    let lines: Vec<&str> = log.lines().filter(|line| line.contains(answer.request_id())).collect();
    assert!(!lines.is_empty() && lines.iter().all(|line| !line.contains("trace_id")), "{lines:?}");
}
