//! Refusals and their form: whatever is sent, the answer is a problem (RFC 9457) that says what was wrong.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use nightlatch::clock::{Clock, SystemClock};
use reqwest::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{
    answer::Answer,
    app::{ADMIN_EMAIL, ADMIN_PASSWORD, TestApp},
    call::Call,
    imports::import_call,
};

const LOGIN: &str = "/v1/auth/login";

/// A sign-in with that body, as it stands.
fn raw(app: &TestApp, body: impl Into<reqwest::Body>) -> Call {
    app.endpoint().call(Method::POST, LOGIN).header("content-type", "application/json").body(body)
}

#[tokio::test]
async fn a_body_that_is_no_json_is_malformed() {
    let app = TestApp::start();
    for body in ["", "{", "email=root", "{\"email\":}", "{\"email\":\"a\",}", "[", "nul", "\u{feff}{}"] {
        raw(&app, body).send().await.problem(400, "malformed");
    }
    let right = json!({"email": ADMIN_EMAIL, "password": ADMIN_PASSWORD}).to_string();
    raw(&app, right + " {}").send().await.problem(400, "malformed");
    raw(&app, b"{\"email\":\"\xff\"}".to_vec()).send().await.problem(400, "malformed");
    let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    assert!(raw(&app, deep).send().await.status.is_client_error());
}

#[tokio::test]
async fn a_field_of_another_type_is_named() {
    let app = TestApp::start();
    let table = [
        (r#"{"email":1,"password":"x"}"#, "email"),
        (r#"{"email":null,"password":"x"}"#, "email"),
        (r#"{"email":["a@lock.example"],"password":"x"}"#, "email"),
        (r#"{"email":"a@lock.example","password":"x","cookie":"yes"}"#, "cookie"),
    ];
    for (body, field) in table {
        raw(&app, body).send().await.invalid(field);
    }
}

#[tokio::test]
async fn a_body_has_the_documented_fields_once_each_and_no_other() {
    let app = TestApp::start();
    for (body, field) in [
        (r#"{"email":"a@lock.example","password":"x","admin":true}"#, "admin"),
        (r#"{"email":"a@lock.example","password":"x","Password":"x"}"#, "Password"),
        (r#"{"email":"a@lock.example","password":"x","password":"y"}"#, "password"),
        (r#"{"email":"a@lock.example"}"#, "password"),
        ("[]", ""),
        ("\"text\"", ""),
        ("1", ""),
        ("null", ""),
    ] {
        raw(&app, body).send().await.invalid(field);
    }
    let list = json!([ADMIN_EMAIL, ADMIN_PASSWORD, false]).to_string();
    for body in ["null", "[]", &list] {
        let told = raw(&app, body.to_owned()).send().await.invalid("");
        assert_eq!(told["errors"][0]["message"], "The body has to be a JSON object.");
    }
}

#[tokio::test]
async fn what_a_value_has_to_be_is_said() {
    let app = TestApp::start();
    let admin = app.enrolled_admin().await;
    let (policy, tag) = admin.policy().await;
    let with = |field: &str, value| {
        let mut changed = policy.clone();
        changed[field] = value;
        admin.put_policy_call(changed, &tag)
    };
    let deadline = format!("/v1/users/{}/deadline", admin.id);
    for (call, message) in [
        (with("mode", json!("sometimes")), "One of: off, optional, required."),
        (with("skewSteps", json!("many")), "A whole number."),
        (with("passkeyLogin", json!(1)), "Either true or false."),
        (with("allowedMethods", json!("totp")), "A list."),
        (admin.get("/v1/users?loginMethod=magic"), "One of: password, passwordAndFactor, singleSignOn."),
        (with("recoveryCodeCount", json!(6.5)), "A whole number."),
        (with("recoveryCodeCount", json!(-1)), "A whole number, not below 0."),
        (with("recoveryCodeCount", json!(300)), "A smaller whole number."),
        (with("recoveryCodeCount", json!(17)), "From 6 to 16."),
        (admin.get("/v1/users?limit=many"), "A whole number."),
        (
            admin.put(&deadline, json!({"deadline": "2026-12-24", "reason": "On leave."})),
            "A time, as 2026-12-22T09:00:00Z.",
        ),
        (
            admin.post("/v1/users/bulk", json!({"action": "remind", "ids": ["ada"]})),
            "An id, as 0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11.",
        ),
    ] {
        let told = call.send().await.problem(422, "validation_failed");
        assert_eq!(told["errors"][0]["message"], message);
    }
}

#[tokio::test]
async fn a_nested_field_is_named_with_its_place() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let body = json!({"email": "ada@lock.example", "displayName": "Ada", "roles": ["member", "king"],
        "password": "her very own secret words"});
    admin.post("/v1/users", body).send().await.invalid("roles[1]");
}

#[tokio::test]
async fn a_value_is_never_repeated() {
    let app = TestApp::start();
    for body in [
        r#"{"email":"a@lock.example","password":{"very":"secret words"}}"#,
        r#"{"email":"a@lock.example","password":"secret words"#,
        r#"{"email":"a@lock.example","password":["secret words"]}"#,
        r#"{"email":"secret words","password":"x"}"#,
    ] {
        let answer = raw(&app, body).send().await;
        assert!(answer.status.is_client_error());
        assert!(!answer.text().contains("secret words"), "{}", answer.text());
    }
}

#[tokio::test]
async fn a_packed_body_is_unsupported() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let body = json!({"email": ADMIN_EMAIL, "password": ADMIN_PASSWORD}).to_string();
    for encoding in ["gzip", "br", "identity, gzip"] {
        for call in [raw(&app, body.clone()), import_call(&admin, "{}")] {
            let told = call.header("content-encoding", encoding).send().await;
            let told = told.problem(415, "unsupported_media_type");
            assert_eq!(told["detail"], "No content encoding is taken: send the request as it is.");
        }
    }
    raw(&app, body).header("content-encoding", "identity").send().await.ok();
}

#[tokio::test]
async fn another_media_type_is_unsupported() {
    let app = TestApp::start();
    let body = json!({"email": ADMIN_EMAIL, "password": ADMIN_PASSWORD}).to_string();
    for media_type in
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "json"]
    {
        let call =
            app.endpoint().call(Method::POST, LOGIN).header("content-type", media_type).body(body.clone());
        call.send().await.problem(415, "unsupported_media_type");
    }
    let none = app.endpoint().call(Method::POST, LOGIN).body(body.clone());
    let told = none.send().await.problem(415, "unsupported_media_type");
    assert_eq!(told["detail"], "This request takes application/json.");
    for media_type in ["application/json; charset=utf-8", "Application/JSON"] {
        let call =
            app.endpoint().call(Method::POST, LOGIN).header("content-type", media_type).body(body.clone());
        call.send().await.ok();
    }
}

#[tokio::test]
async fn i9_a_body_over_sixteen_kibibytes_is_too_large() {
    let app = TestApp::start();
    let of_size = |size: usize| {
        let empty = r#"{"email":"a@lock.example","password":""}"#;
        empty.replace("\"\"", &format!("\"{}\"", "x".repeat(size - empty.len())))
    };
    raw(&app, of_size(16 * 1_024)).send().await.invalid("password");
    raw(&app, of_size(16 * 1_024 + 1)).send().await.problem(413, "payload_too_large");
    raw(&app, of_size(4 * 1_024 * 1_024)).send().await.problem(413, "payload_too_large");
}

/// What a server answers to these bytes.
pub fn exchange_bytes(app: &TestApp, request: &[u8]) -> String {
    let base = app.endpoint().base;
    let mut stream =
        TcpStream::connect(base.strip_prefix("http://").expect("an address")).expect("a connection");
    stream.write_all(request).expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("answered");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn i9_a_body_of_unknown_length_is_cut_at_the_same_size() {
    let app = TestApp::start();
    let chunk = format!("1000\r\n{}\r\n", "x".repeat(0x1000));
    let request = format!(
        "POST {LOGIN} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         transfer-encoding: chunked\r\nconnection: close\r\n\r\n{}0\r\n\r\n",
        chunk.repeat(5)
    );
    let answer = exchange_bytes(&app, request.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.contains("\"payload_too_large\""), "{answer}");
}

#[tokio::test]
async fn bytes_that_are_no_request_are_refused() {
    let app = TestApp::start();
    for request in ["GARBAGE\r\n\r\n", "GET /healthz HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n"] {
        let answer = exchange_bytes(&app, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    }
    app.endpoint().get("/healthz").send().await.ok();
}

#[tokio::test]
async fn an_unknown_path_is_not_found() {
    let app = TestApp::start();
    for path in [
        "/v1",
        "/v1/",
        "/v1/nothing",
        "/v1/me/",
        "/v2/me",
        "/V1/me",
        "/metrics",
        "/.env",
        "/dev/mail",
        "//v1/users",
    ] {
        app.endpoint().get(path).send().await.problem(404, "not_found");
    }
    app.endpoint().post("/v1/nothing", json!({})).send().await.problem(404, "not_found");
}

#[tokio::test]
async fn another_method_is_not_allowed_and_the_right_ones_are_told() {
    let app = TestApp::start();
    for (method, path, allowed) in [
        ("GET", LOGIN, "POST"),
        ("DELETE", LOGIN, "POST"),
        ("PUT", "/v1/users", "GET, POST"),
        ("POST", "/v1/policy", "GET, PUT"),
        ("POST", "/healthz", "GET"),
        ("BREW", "/v1/me", "GET, PATCH"),
        ("POST", "/openapi.json", "GET"),
    ] {
        let answer = app.anonymous(method, path).send().await;
        answer.problem(405, "method_not_allowed");
        let told = answer.header("allow").expect("RFC 9110, section 15.5.6");
        let mut told: Vec<&str> =
            told.split(',').map(str::trim).filter(|method| !["HEAD", "OPTIONS"].contains(method)).collect();
        told.sort_unstable();
        assert_eq!(told.join(", "), allowed, "{method} {path}");
    }
}

#[tokio::test]
async fn whatever_can_be_read_can_be_asked_after() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for path in
        ["/healthz", "/openapi.json", "/.well-known/jwks.json", "/v1/auth/config", "/v1/me", "/v1/users"]
    {
        let read = admin.get(path).send().await;
        let asked = admin.sign(app.endpoint().call(Method::HEAD, path)).send().await;
        let told = |answer: &Answer| (answer.status, answer.header("content-type").map(str::to_owned));
        assert_eq!((told(&asked), read.status.as_u16()), (told(&read), 200), "{path}");
        assert!(asked.body.is_empty(), "{path}");
    }
    let answer = app.anonymous("HEAD", "/v1/me").send().await;
    assert_eq!((answer.status.as_u16(), answer.header("www-authenticate")), (401, Some("Bearer")));
    assert_eq!(app.anonymous("HEAD", LOGIN).send().await.status, 405, "nobody signs in by it");
    let allowed = app.anonymous("DELETE", "/v1/me").send().await;
    assert_eq!(allowed.header("allow"), Some("GET, HEAD, PATCH"));
}

#[tokio::test]
async fn head_has_no_body_and_options_opens_nothing() {
    let app = TestApp::start();
    for path in ["/healthz", "/v1/me", "/v1/nothing", LOGIN] {
        let answer = app.anonymous("HEAD", path).send().await;
        assert!(answer.body.is_empty() && answer.status.as_u16() < 500, "{path}: {}", answer.status);
    }
    let preflight = app.anonymous("OPTIONS", "/v1/me").header("origin", "https://evil.example");
    let answer = preflight.header("access-control-request-method", "PATCH").send().await;
    assert!(answer.status.is_client_error() || answer.status == 204, "{}", answer.status);
    let cross_origin =
        app.endpoint().get("/v1/auth/config").header("origin", "https://evil.example").send().await;
    for answer in [answer, cross_origin] {
        let opened = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
        assert_eq!(opened, None, "{}", answer.request);
    }
}

#[tokio::test]
async fn zero_characters_are_refused_before_the_database_is_asked() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let user = |email: &str, name: &str| json!({"email": email, "displayName": name, "roles": ["member"], "password": "her very own secret words"});
    admin.post("/v1/users", user("ada@lock.example", "A\u{0}da")).send().await.invalid("displayName");
    admin.post("/v1/users", user("a\u{0}da@lock.example", "Ada")).send().await.invalid("email");
    admin.patch("/v1/me", json!({"displayName": "\u{0}"})).send().await.invalid("displayName");
    let path = format!("/v1/me/authenticators/{}", uuid::Uuid::nil());
    admin.patch(&path, json!({"name": "a\u{0}"})).send().await.invalid("name");
    for path in ["/v1/me/sessions/%00", "/v1/me/authenticators/%00"] {
        admin.delete(path).send().await.problem(404, "not_found");
    }
    for path in ["/v1/auth/config?organization=%00", "/v1/users?cursor=%00", "/v1/audit-events?action=%00"] {
        let answer = admin.get(path).send().await;
        assert!([404, 422].contains(&answer.status.as_u16()), "{path}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_zero_character_in_a_password_is_only_a_wrong_password() {
    let app = TestApp::start();
    let body = json!({"email": ADMIN_EMAIL, "password": format!("{ADMIN_PASSWORD}\u{0}")});
    app.endpoint().post(LOGIN, body).send().await.problem(401, "login_failed");
}

#[tokio::test]
async fn a_path_that_is_not_utf_8_is_not_found() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for path in ["/v1/me/sessions/%ff", "/v1/%ff"] {
        let answer = admin.delete(path).send().await;
        assert!([400, 404].contains(&answer.status.as_u16()), "{path}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_query_is_read_as_strictly_as_a_body() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (path, field) in [
        ("/v1/users?limit=0", "limit"),
        ("/v1/users?limit=-1", "limit"),
        ("/v1/users?limit=many", "limit"),
        ("/v1/users?limit=100000", "limit"),
        ("/v1/users?cursor=nonsense", "cursor"),
        ("/v1/users?count=maybe", "count"),
        ("/v1/users?sort=colour", "sort"),
        ("/v1/users?sort=", "sort"),
        ("/v1/users?sort=name&sort=email", "sort"),
        ("/v1/users?twoFactor=sometimes", "twoFactor"),
        ("/v1/users?colour=red", "colour"),
        ("/v1/audit-events?actor=root", "actor"),
        ("/v1/audit-events?subject=root", "subject"),
        ("/v1/audit-events?action=nothing.happened", "action"),
        ("/v1/audit-events?from=yesterday", "from"),
        ("/v1/audit-events?to=2030-13-01T00:00:00Z", "to"),
        ("/v1/audit-events?limit=0", "limit"),
        ("/v1/audit-events?cursor=nonsense", "cursor"),
        ("/v1/me/activity?cursor=nonsense", "cursor"),
        ("/v1/me/activity?limit=x", "limit"),
        ("/v1/users?limit=1&limit=2", "limit"),
        ("/v1/auth/config?organisation=lock", "organisation"),
    ] {
        admin.get(path).send().await.invalid(field);
    }
}

// Headers that every answer has.

fn source<'a>(policy: &'a str, directive: &str) -> Option<&'a str> {
    policy.split(';').map(str::trim).find_map(|one| one.strip_prefix(directive)?.strip_prefix(' '))
}

#[track_caller]
fn assert_hardened(answer: &Answer) {
    let told = &answer.request;
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{told}");
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{told}");
    let policy = answer.header("content-security-policy").unwrap_or_else(|| panic!("{told}: no policy"));
    assert_eq!(source(policy, "frame-ancestors"), Some("'none'"), "{told}: {policy}");
    for directive in ["script-src", "style-src"] {
        let sources = source(policy, directive).or(source(policy, "default-src")).expect("are restricted");
        let open = ["unsafe", "*", "http"].iter().any(|part| sources.contains(part));
        assert!(!open, "{told}: {directive} in {policy}");
    }
    assert_eq!(answer.header("server"), None, "{told}");
}

async fn assorted(app: &TestApp) -> Vec<Answer> {
    // As ready as the database's clock.
    app.clock.set(SystemClock.now());
    let admin = app.admin().await;
    let mut answers = Vec::new();
    for path in
        ["/v1/me", "/v1/nothing", "/healthz", "/readyz", "/openapi.json", "/docs", "/.well-known/jwks.json"]
    {
        answers.push(app.endpoint().get(path).send().await);
    }
    answers.push(admin.get("/v1/me").send().await);
    answers.push(admin.login().await);
    answers.push(raw(app, "{").send().await);
    answers.push(raw(app, "x".repeat(17_000)).send().await);
    answers.push(app.anonymous("DELETE", LOGIN).send().await);
    answers
}

#[tokio::test]
async fn every_answer_is_hardened() {
    let app = TestApp::start();
    for answer in assorted(&app).await {
        assert_hardened(&answer);
        let transport = answer.header("strict-transport-security");
        assert_eq!(transport, Some("max-age=31536000; includeSubDomains"), "{}", answer.request);
        if answer.request.contains("/v1/") {
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{}", answer.request);
        }
    }
}

#[tokio::test]
async fn on_plain_http_nothing_is_said_about_transport() {
    let app = TestApp::start_with(|settings| settings.public_url = "http://localhost:8080".parse().unwrap());
    for answer in assorted(&app).await {
        assert_hardened(&answer);
        assert_eq!(answer.header("strict-transport-security"), None, "{}", answer.request);
    }
}

/// The deadline is real time: a body of one byte a second is cut off after ten.
#[tokio::test]
async fn i9_a_body_that_drips_is_not_waited_for() {
    let app = TestApp::start();
    let address = app.endpoint().base.trim_start_matches("http://").to_owned();
    let stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let (mut receiver, mut sender) = stream.into_split();
    let head = "POST /v1/auth/login HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
                content-length: 1000\r\n\r\n";
    sender.write_all(head.as_bytes()).await.expect("sent");
    let begun = Instant::now();
    let dripping = tokio::spawn(async move {
        let mut seconds = tokio::time::interval(Duration::from_secs(1));
        while sender.write_all(b" ").await.is_ok() {
            seconds.tick().await;
        }
    });
    let mut answer = [0; 12];
    receiver.read_exact(&mut answer).await.expect("an answer");
    dripping.abort();
    assert_eq!(&answer, b"HTTP/1.1 408");
    assert!((9..15).contains(&begun.elapsed().as_secs()), "{:?}", begun.elapsed());
}
