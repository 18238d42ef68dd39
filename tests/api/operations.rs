//! What operators and other services rely on: health, request ids, public keys, and coming back by itself.

use std::{fs, time::Duration};

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use nightlatch::clock::{Clock, SystemClock};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    problems::exchange_bytes,
    support::{
        actor::{claims, jwt_part, text},
        app::{PUBLIC_URL, TestApp},
        log,
    },
};

#[tokio::test]
async fn a_process_that_runs_is_healthy() {
    let app = TestApp::start();
    let answer = app.endpoint().get("/healthz").send().await;
    assert_eq!(answer.ok(), json!({"status": "ok"}));
}

#[tokio::test]
async fn a_service_that_can_work_is_ready() {
    let app = TestApp::start();
    app.clock.set(SystemClock.now());
    let ready = app.endpoint().get("/readyz").send().await.ok();
    let checks = json!({"database": "ok", "schema": "ok", "keyring": "ok", "clock": "ok"});
    assert_eq!(ready, json!({"status": "ready", "checks": checks}));
}

#[tokio::test]
async fn a_clock_that_differs_from_the_databases_makes_it_not_ready() {
    let app = TestApp::start();
    for seconds in [-60, 60] {
        app.clock.set(SystemClock.now() + chrono::TimeDelta::seconds(seconds));
        let answer = app.endpoint().get("/readyz").send().await;
        answer.problem(503, "not_ready");
        assert!(answer.text().contains("clock"), "{}", answer.text());
        assert!(answer.header("retry-after").is_some());
    }
    app.forgive(503);
}

#[tokio::test]
async fn a_key_ring_that_differs_makes_it_not_ready() {
    let app = TestApp::start();
    app.clock.set(SystemClock.now());
    app.database.execute("UPDATE keyring_canaries SET sealed = sealed || '\\x00'");
    app.endpoint().get("/readyz").send().await.problem(503, "not_ready");
    app.endpoint().get("/healthz").send().await.ok();
    app.database.execute("UPDATE keyring_canaries SET sealed = substr(sealed, 1, length(sealed) - 1)");
    app.endpoint().get("/readyz").send().await.ok();
    app.forgive(503);
}

/// A balancer would take away all processes of the old version before the first new one is there.
#[tokio::test]
async fn it_stays_ready_when_the_next_version_has_migrated() {
    let app = TestApp::start();
    app.clock.set(SystemClock.now());
    app.database.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99999999999999')");
    app.endpoint().get("/readyz").send().await.ok();
}

/// I4 and I8: without its database the service refuses, and is back by itself.
#[tokio::test]
async fn i8_it_comes_back_with_its_database() {
    let app = TestApp::start();
    // An enrollment moves on by half a minute.
    app.clock.set(SystemClock.now() - chrono::TimeDelta::seconds(30));
    let ada = app.enrolled_member("ada").await;
    let challenge = ada.challenge().await;
    let code = ada.phone().code_off_by(30);
    let before = app.database.dump();

    app.database.go_away();
    let calls = [
        app.endpoint().get("/readyz"),
        ada.login_call(),
        ada.verify(&challenge, &code),
        ada.get("/v1/me"),
        ada.refresh_call(),
    ];
    let [ready, login, verify, me, refresh] = calls.map(|call| tokio::spawn(call.send()));
    app.endpoint().get("/healthz").send().await.ok();
    ready.await.unwrap().problem(503, "not_ready");
    for answer in [login, verify, me, refresh] {
        let answer = answer.await.unwrap();
        answer.problem(503, "overloaded");
        assert!(answer.header("retry-after").is_some());
    }

    app.database.come_back();
    let back = async {
        while app.endpoint().get("/readyz").send().await.status != 200 {
            app.clock.set(SystemClock.now());
        }
    };
    tokio::time::timeout(Duration::from_secs(10), back).await.expect("back within ten seconds");
    assert_eq!(app.database.dump(), before, "nothing was half done");
    ada.verify(&challenge, &code).send().await.ok();
    assert!(app.forgive(503) >= 5);
}

// Requests and their ids.

#[tokio::test]
async fn every_answer_has_an_id_of_its_own() {
    let app = TestApp::start();
    let mut ids = Vec::new();
    for path in ["/healthz", "/v1/me", "/v1/nothing", "/docs", "/openapi.json"] {
        for _ in 0..2 {
            ids.push(app.endpoint().get(path).send().await.request_id().to_owned());
        }
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[tokio::test]
async fn a_callers_request_id_is_taken_over_if_it_is_harmless() {
    let app = TestApp::start();
    let ask = |id: &str| app.endpoint().get("/v1/me").header("x-request-id", id).send();
    for id in ["trace-1", "0199f3a1-5b7c-7d10-9a52-3f0e6f6f2c11", "A_b.c-9"] {
        assert_eq!(ask(id).await.problem(401, "unauthenticated")["instance"], id);
    }
    for id in ["", "a b", "<script>", "a\"b", "a\\b", "a;b", &"x".repeat(201)] {
        let answer = ask(id).await;
        assert_ne!(answer.request_id(), id);
        assert_eq!(answer.problem(401, "unauthenticated")["instance"], answer.request_id());
    }
}

#[tokio::test]
async fn a_trace_is_continued_in_the_log() {
    let app = TestApp::start();
    let trace = format!(
        "{:032x}",
        uuid::Uuid::from_u128(SystemClock.now().timestamp_micros().unsigned_abs().into()).as_u128()
    );
    for parent in [
        format!("00-{trace}-00f067aa0ba902b7-01"),
        "nonsense".to_owned(),
        format!("00-{}-1-1", "0".repeat(32)),
    ] {
        app.endpoint()
            .get("/v1/me")
            .header("traceparent", &parent)
            .send()
            .await
            .problem(401, "unauthenticated");
    }
    assert!(log::recorded().contains(&trace), "the trace's id is logged");
}

/// The fields that a request's own line in the log has.
#[tokio::test]
async fn a_request_is_logged_with_its_outcome() {
    let app = TestApp::start();
    let id = format!("logged-{}", SystemClock.now().timestamp_micros());
    app.endpoint().get("/v1/nothing").header("x-request-id", &id).send().await.problem(404, "not_found");
    let log = log::recorded();
    let lines: Vec<Value> = log
        .lines()
        .filter(|line| line.contains(&id))
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert!(lines.iter().any(|line| line.to_string().contains("404")), "{lines:?}");
}

/// The line of the log that tells how a request was answered.
fn outcome(request_id: &str) -> Value {
    let log = log::recorded();
    let lines = log.lines().filter(|line| line.contains(request_id));
    let mut lines = lines.map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    lines.find(|line| line["fields"]["message"] == "answered").expect("its line")
}

#[tokio::test]
async fn a_refused_permission_is_logged_with_who_asked() {
    let app = TestApp::start();
    let (ada, admin) = (app.member("ada").await, app.admin().await);
    let organization = claims(&ada.access)["org"].clone();
    let refused = ada.get("/v1/users").send().await;
    refused.problem(403, "not_permitted");
    let line = outcome(refused.request_id());
    assert_eq!(line["fields"]["status"], 403);
    assert_eq!((&line["span"]["user"], &line["span"]["organization"]), (&json!(ada.id), &organization));

    let made = admin.post("/v1/api-keys", json!({"name": "Door", "scopes": ["verify"]})).send().await;
    let (key, id) = (text(&made.expect(201)["key"]), made.expect(201)["apiKey"]["id"].clone());
    let refused = app.endpoint().get("/v1/users").bearer(&key).send().await;
    refused.problem(403, "missing_scope");
    let line = outcome(refused.request_id());
    assert_eq!((&line["span"]["api_key"], &line["span"]["organization"]), (&id, &organization));
    assert_eq!(line["span"].get("user"), None);

    let unknown = app.endpoint().get("/v1/users").send().await;
    unknown.problem(401, "unauthenticated");
    assert_eq!(outcome(unknown.request_id())["span"].get("user"), None);
}

#[tokio::test]
async fn a_database_elsewhere_that_proves_nothing_is_warned_of() {
    let host = "standby.example";
    TestApp::start_with(|settings| {
        let url = settings.database_url.expose_secret();
        let here = url.split(['?', '&']).find(|part| part.starts_with("host=")).expect("a socket");
        settings.database_url = url.replace(here, &format!("{here},{host}")).into();
    });
    let log = log::recorded();
    let warned = log.lines().filter(|line| line.contains("WARN") && line.contains(host));
    assert_eq!(warned.count(), 1);
}

// Public keys.

#[tokio::test]
async fn s1_another_service_checks_an_access_token_by_the_public_keys() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let answer = app.endpoint().get("/.well-known/jwks.json").send().await;
    let jwks = answer.ok();
    let kid = text(&jwt_part(&ada.access, 0)["kid"]);
    let keys = jwks["keys"].as_array().expect("keys");
    let key = keys.iter().find(|key| key["kid"] == kid.as_str()).expect("the key that signed");
    assert_eq!((&key["kty"], &key["crv"], &key["use"]), (&json!("OKP"), &json!("Ed25519"), &json!("sig")));
    assert!(keys.iter().all(|key| key.get("d").is_none()), "public parts only");

    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[PUBLIC_URL]);
    validation.set_audience(&[PUBLIC_URL]);
    validation.validate_exp = false;
    let key = DecodingKey::from_ed_components(&text(&key["x"])).expect("a public key");
    let checked = decode::<Value>(&ada.access, &key, &validation).expect("a good token");
    assert_eq!(checked.claims, claims(&ada.access));
    let (signed, admin) = (ada.access.rsplit_once('.').unwrap().0, app.admin().await);
    let other = format!("{signed}.{}", admin.access.rsplit_once('.').unwrap().1);
    assert!(decode::<Value>(&other, &key, &validation).is_err());
}

#[tokio::test]
async fn no_figures_are_public() {
    let app = TestApp::start();
    app.endpoint().get("/metrics").send().await.problem(404, "not_found");

    let pages = tempfile::tempdir().expect("a folder");
    fs::write(pages.path().join("index.html"), "<title>The page</title>").expect("written");
    let app = TestApp::start_with(|settings| settings.frontend_dir = Some(pages.path().to_owned()));
    for (path, status) in [("/metrics", "404"), ("/wp-admin", "404"), ("/admin/users/7", "200"), ("/", "200")]
    {
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        let answer = exchange_bytes(&app, request.as_bytes());
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{path}: {answer}");
        assert!(answer.contains("The page"), "{path}: {answer}");
    }
    // There is nothing of which a part could be had, or that could be known already.
    for condition in ["range: bytes=0-3", "range: bytes=900-", "if-match: \"x\"", "if-none-match: *"] {
        let request =
            format!("GET /wp-admin HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{condition}\r\n\r\n");
        let answer = exchange_bytes(&app, request.as_bytes()).to_lowercase();
        assert!(answer.starts_with("http/1.1 404 "), "{condition}: {answer}");
        assert!(answer.ends_with("<title>the page</title>"), "{condition}: {answer}");
        let parts = answer.contains("content-range") || answer.contains("accept-ranges");
        assert!(!parts, "{condition}: {answer}");
    }
}

/// Nothing of ours is asked about it: the library answers before there is a request, and lets nobody say more.
#[tokio::test]
async fn what_is_no_http_is_refused_without_a_body() {
    let app = TestApp::start();
    let address = app.endpoint().base.trim_start_matches("http://").to_owned();
    let get = "GET /healthz HTTP/1.1\r\nhost: localhost\r\n";
    for (sent, status) in [
        ("nonsense\r\n\r\n".to_owned(), "400"),
        (format!("{get}no colon\r\n\r\n"), "400"),
        (format!("{get}{}\r\n", "x-one: 1\r\n".repeat(96)), "431"),
        // Not a byte more: what nobody reads would break the connection before the answer is heard.
        (format!("{get}x-long: {}", "x".repeat(131_072 - get.len() - "x-long: ".len())), "431"),
        // The deadline is real time: a head is waited for for five seconds.
        (get.to_owned(), "408"),
    ] {
        let mut stream = tokio::net::TcpStream::connect(&address).await.expect("a connection");
        stream.write_all(sent.as_bytes()).await.expect("sent");
        let mut answer = String::new();
        let heard = stream.read_to_string(&mut answer);
        let heard = tokio::time::timeout(Duration::from_secs(10), heard).await;
        heard.expect("it is closed").expect("an answer");
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
        assert!(answer.contains("content-length: 0\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
    }
}
