//! What another site's page can make a browser send, and what a browser makes of the answers.

use serde_json::json;

use crate::{
    problems::exchange_bytes,
    support::{
        actor::{Actor, text},
        answer::Answer,
        app::{PUBLIC_URL, TestApp},
        call::Call,
        demands::{closed, request},
        schema::{self, Operation},
    },
};

/// The operations that change something.
fn writing() -> impl Iterator<Item = Operation> {
    schema::operations().into_iter().filter(|one| one.method != "GET")
}

/// A valid request where there can be one, with a live session; what needs a challenge gets one that is none.
fn call_of(operation: &Operation, actor: &Actor) -> Call {
    let path = operation.path.replace("{challengeId}", "nlc_none");
    if path == operation.path {
        return actor.sign(request(operation, actor));
    }
    let call = actor.endpoint.call(operation.method.parse().expect("a method"), &path);
    actor.sign(
        operation.request_example().map_or(actor.endpoint.post(&path, json!({})), |body| call.json(body)),
    )
}

/// Headers that a browser adds by itself, and that no page can change.
const FOREIGN: [(&str, &str); 9] = [
    ("origin", "https://evil.example"),
    ("origin", "null"),
    ("origin", "https://login.lock.example.evil.example"),
    ("origin", "https://sub.login.lock.example"),
    ("origin", "http://login.lock.example"),
    ("origin", "https://login.lock.example:8443"),
    ("origin", "file://"),
    ("sec-fetch-site", "cross-site"),
    ("sec-fetch-site", "same-site"),
];

#[tokio::test]
async fn no_page_of_another_site_changes_anything() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    let before = app.database.dump();
    let mut refused = 0;
    for operation in writing() {
        for (name, value) in FOREIGN {
            let answer = call_of(&operation, &root).header(name, value).send().await;
            answer.problem(403, "cross_origin");
            assert!(answer.headers.get_all("set-cookie").iter().next().is_none(), "{}", operation.name());
            refused += 1;
        }
        // The one header does not make up for the other.
        let mixed =
            call_of(&operation, &root).header("origin", PUBLIC_URL).header("sec-fetch-site", "cross-site");
        mixed.send().await.problem(403, "cross_origin");
    }
    assert!(refused >= 500, "{refused}");
    assert_eq!(app.database.dump(), before);
    assert!(root.is_signed_in().await);
}

/// A link or a picture on any page makes a browser ask for what it likes.
#[tokio::test]
async fn no_operation_that_reads_changes_anything() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    let before = app.database.dump();
    let mut asked = 0;
    for operation in closed().iter().filter(|one| one.method == "GET") {
        let answer = root.sign(request(operation, &root)).send().await;
        assert!(answer.status.is_success() || answer.status.is_client_error(), "{}", answer.text());
        asked += usize::from(answer.status.is_success());
    }
    assert!(asked >= 15, "{asked}");
    assert_eq!(app.database.dump(), before);
}

/// What a form or a page sends without asking first (Fetch, "CORS-safelisted request-header").
#[tokio::test]
async fn no_operation_reads_what_a_form_can_send() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    let before = app.database.dump();
    let mut refused = 0;
    for operation in writing().filter(|one| one.request_example().is_some()) {
        let example = operation.request_example().expect("a body").to_string();
        let path = operation.path.replace("{challengeId}", "nlc_none");
        let closed = closed().iter().any(|one| one.name() == operation.name());
        for media_type in [
            "text/plain",
            "text/plain; application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=application/json",
            "text/json",
            "application/json-patch+json",
            "application/jsonp",
        ] {
            let path = if closed { concrete(&path, &root) } else { path.clone() };
            let call = root.endpoint.call(operation.method.parse().expect("a method"), &path);
            let call = root.sign(call).header("content-type", media_type).body(example.clone());
            let answer = call.send().await;
            let of_service = operation.path.starts_with("/v1/verify");
            if of_service {
                answer.problem(401, "unauthenticated");
            } else {
                answer.problem(415, "unsupported_media_type");
            }
            refused += 1;
        }
    }
    assert!(refused >= 250, "{refused}");
    assert_eq!(app.database.dump(), before);
}

fn concrete(path: &str, actor: &Actor) -> String {
    ["{id}", "{userId}", "{deliveryId}"]
        .iter()
        .fold(path.to_owned(), |path, name| path.replace(name, &actor.id))
}

#[tokio::test]
async fn no_other_site_is_let_read_or_frame_an_answer() {
    let app = TestApp::start();
    let root = app.enrolled_admin().await;
    for operation in schema::operations() {
        let path = concrete(
            &operation.path.replace("{challengeId}", "nlc_none").replace("{provider}", &root.id),
            &root,
        );
        let preflight = app.anonymous("OPTIONS", &path).header("origin", "https://evil.example");
        let preflight = preflight.header("access-control-request-method", &operation.method);
        let preflight =
            preflight.header("access-control-request-headers", "authorization, content-type").send().await;
        assert!(preflight.status.is_client_error(), "{}: {}", operation.name(), preflight.status);
        assert_closed(&preflight);
        // Whether a service is ready hangs on this machine's clock.
        if operation.method == "GET" && operation.path != "/readyz" {
            let read = app.endpoint().get(&path).header("origin", "https://evil.example").send().await;
            assert_closed(&read);
        }
    }
}

/// That no other site may read it, frame it, embed it, or keep a hold of the window that shows it.
#[track_caller]
fn assert_closed(answer: &Answer) {
    let told = &answer.request;
    let opened = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
    assert_eq!(opened, None, "{told}");
    for (name, value) in [
        ("x-frame-options", "DENY"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{told}: {name}");
    }
    let policy = answer.header("content-security-policy").unwrap_or_default();
    for directive in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "default-src 'none'"]
    {
        assert!(policy.contains(directive), "{told}: {directive} is missing in {policy}");
    }
}

/// What frameworks read to find another method or address than those of the request.
#[tokio::test]
async fn a_request_is_what_its_first_line_says() {
    let app = TestApp::start();
    let (root, ada) = (app.enrolled_admin().await, "/v1/users/00000000-0000-0000-0000-000000000000");
    let before = app.database.dump();
    for name in ["x-http-method-override", "x-http-method", "x-method-override"] {
        for method in ["DELETE", "PATCH", "PUT", "GET"] {
            let path = format!("/v1/me/authenticators/{}", root.authenticator);
            let call = root.post(&path, json!({})).header(name, method).header("x-original-method", method);
            call.send().await.problem(405, "method_not_allowed");
            root.post(&format!("{ada}?_method={method}"), json!({}))
                .send()
                .await
                .problem(405, "method_not_allowed");
        }
    }
    for name in ["x-original-url", "x-rewrite-url"] {
        let call =
            app.endpoint().get("/healthz").header(name, "/v1/users").header("x-forwarded-path", "/v1/users");
        assert_eq!(call.send().await.ok()["status"], "ok");
    }
    for path in [
        "/v1/me;x=/healthz",
        "/healthz/../v1/me",
        "/healthz/%2e%2e/v1/me",
        "/v1//me",
        "/v1/./me",
        "/v1/me%2f",
    ] {
        // As it stands: a client's library would tidy it up.
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\nconnection: close\r\n\r\n",
            root.access
        );
        let answer = exchange_bytes(&app, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
    }
    assert_eq!(app.database.dump(), before);
}

/// Whoever can plant a cookie makes a browser sign in, and hopes to know the session that comes of it.
#[tokio::test]
async fn no_cookie_that_was_planted_becomes_a_session() {
    let app = TestApp::start();
    let (eve, ada) = (app.user("eve", &["member"]).await, app.user("ada", &["member"]).await);
    let login = |actor: &Actor| {
        let body = json!({"email": actor.email, "password": actor.password, "cookie": true});
        actor.endpoint.post("/v1/auth/login", body).header("origin", PUBLIC_URL)
    };
    let planted = login(&eve).send().await.set_cookie().expect("a cookie").0;
    for cookie in [planted.as_str(), "__Host-nightlatch=chosen", "__Host-nightlatch=nlr_AAAA"] {
        let answer = login(&ada).header("cookie", cookie).send().await;
        let (kept, attributes) = answer.set_cookie().expect("a cookie");
        assert_ne!(kept, cookie);
        assert!(attributes.contains(&"Path=/".to_owned()), "{attributes:?}");
        assert_eq!(answer.ok()["session"]["user"]["email"], ada.email);
    }
    let refresh = |cookie: &str| {
        let call = eve.endpoint.post("/v1/auth/refresh", json!({})).header("cookie", cookie);
        call.header("origin", PUBLIC_URL)
    };
    let still = refresh(&planted).send().await.ok();
    assert_eq!(text(&still["session"]["user"]["email"]), eve.email, "it is hers as before");
    refresh("__Host-nightlatch=chosen").send().await.problem(401, "session_expired");
}

#[tokio::test]
async fn every_cookie_is_kept_from_scripts_other_sites_and_other_hosts() {
    let app = TestApp::start();
    app.admin().await.change_policy(json!({"trustedDeviceDays": 7})).await;
    let ada = app.enrolled_member("ada").await;
    let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
    let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
    let path = format!("/v1/auth/challenges/{}/verify", text(&login["challengeId"]));
    let body = json!({"method": "totp", "code": ada.phone().next_code(), "trustDevice": true});
    let verified = ada.endpoint.post(&path, body).send().await;
    let cookies = [verified.set_cookie(), verified.browser_cookie(), verified.device_cookie()];
    for (pair, attributes) in cookies.map(|cookie| cookie.expect("a cookie")) {
        assert!(pair.starts_with("__Host-nightlatch"), "{pair}");
        for needed in ["HttpOnly", "Path=/", "SameSite=Strict", "Secure"] {
            assert!(attributes.contains(&needed.to_owned()), "{pair}: {attributes:?}");
        }
        assert!(attributes.iter().all(|one| !one.starts_with("Domain")), "{pair}: {attributes:?}");
    }
    assert!(!verified.text().contains("refreshToken"));
}
