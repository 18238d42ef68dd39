//! What a body, a header or an address may carry into an answer, a log line or a mail.

use nightlatch::background;
use serde_json::{Value, json};

use crate::{
    problems::exchange_bytes,
    support::{
        actor::Actor,
        app::{ADMIN_EMAIL, ADMIN_PASSWORD, PUBLIC_URL, TestApp},
        call::Call,
        demands::request,
        log,
        mailbox::token,
        schema::{self, Operation},
        service::Service,
    },
};

/// The places in a JSON value that a name leads to, and those where there is text.
#[derive(Default)]
struct Places {
    named: Vec<String>,
    texts: Vec<String>,
}

impl Places {
    fn of(value: &Value) -> Self {
        let mut places = Self::default();
        places.collect(value, "");
        places
    }

    fn collect(&mut self, value: &Value, at: &str) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let at = format!("{at}/{}", schema::escaped(name));
                    self.named.push(at.clone());
                    self.collect(value, &at);
                }
            }
            Value::Array(items) => {
                items
                    .iter()
                    .enumerate()
                    .for_each(|(index, item)| self.collect(item, &format!("{at}/{index}")));
            }
            Value::String(_) => self.texts.push(at.to_owned()),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// The JSON text of a value in which the field at that place stands twice.
fn with_twice(value: &Value, twice: &str, at: &str) -> String {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().flat_map(|(name, value)| {
                let at = format!("{at}/{}", schema::escaped(name));
                let field = format!("{}:{}", json!(name), with_twice(value, twice, &at));
                let times = if at == twice { 2 } else { 1 };
                vec![field; times]
            });
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            let items = items.map(|(index, item)| with_twice(item, twice, &format!("{at}/{index}")));
            format!("[{}]", items.collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

/// Whoever may do all there is to do, as each operation asks for it.
struct Almighty {
    root: Actor,
    door: Service,
}

impl Almighty {
    async fn new(app: &TestApp) -> Self {
        let door = Service::new(app, &app.admin().await, &["verify"]).await;
        let root = app.enrolled_admin().await;
        // The first use of a key is kept.
        door.get(&format!("/v1/verify/{}", root.id)).send().await.ok();
        Self { root, door }
    }

    /// The operation without a body, by whom it lets do it.
    fn call(&self, operation: &Operation) -> Call {
        static NOTHING: Value = Value::Null;
        let path = operation.path.replace("{challengeId}", "nlc_none").replace("{provider}", &self.root.id);
        let call = if path == operation.path {
            request(&Operation { described: &NOTHING, ..operation.clone() }, &self.root)
        } else {
            self.root.endpoint.call(operation.method.parse().expect("a method"), &path)
        };
        if operation.path.starts_with("/v1/verify") { self.door.sign(call) } else { self.root.sign(call) }
    }
}

#[tokio::test]
async fn no_operation_takes_a_field_twice() {
    let app = TestApp::start();
    let almighty = Almighty::new(&app).await;
    let before = app.database.dump();
    let mut refused = 0;
    for operation in schema::operations() {
        let Some(example) = operation.request_example() else { continue };
        for twice in Places::of(&example).named {
            let body = with_twice(&example, &twice, "");
            let call = almighty.call(&operation).header("content-type", "application/json").body(body);
            let answer = call.send().await;
            let problem = answer.problem(422, "validation_failed");
            assert_eq!(problem["errors"][0]["code"], "duplicate", "{} {twice}: {problem}", operation.name());
            refused += 1;
        }
    }
    assert!(refused >= 150, "{refused}");
    assert_eq!(app.database.dump(), before);
}

#[tokio::test]
async fn no_line_of_an_import_has_a_field_twice() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let before = app.database.count("users");
    let lines = "{\"email\":\"a@lock.example\",\"email\":\"b@lock.example\",\"displayName\":\"A\"}\n\
                 {\"email\":\"c@lock.example\",\"displayName\":\"C\",\"roles\":[\"member\"],\"roles\":[\"superadmin\"]}\n";
    let result = crate::support::imports::import_call(&admin, lines).send().await.ok();
    assert_eq!((&result["failed"], &result["imported"]), (&json!(2), &json!(0)));
    assert_eq!(app.database.count("users"), before);
}

/// Text that would begin another line or header, or end the text for a careless reader.
const STEERING: [&str; 9] = [
    "x\r\nX-Injected: yes",
    "x\nX-Injected: yes",
    "x\rX-Injected: yes",
    "x\0X-Injected: yes",
    "x\u{85}X-Injected: yes",
    "x\u{1b}[2J",
    "x\u{2028}X-Injected: yes",
    "x\u{202e}sey",
    "\u{2066}x",
];

/// Secrets, which are text of any kind: they are hashed, compared or encoded, and never shown.
fn takes_any_text(place: &str) -> bool {
    ["/password", "/current", "/new", "/clientSecret"].iter().any(|field| place.ends_with(field))
}

#[tokio::test]
async fn no_text_of_a_body_steers_an_answer_a_log_or_a_mail() {
    let app = TestApp::start();
    let almighty = Almighty::new(&app).await;
    let mut sent = 0;
    for operation in schema::operations() {
        let Some(example) = operation.request_example() else { continue };
        for place in Places::of(&example).texts {
            for text in STEERING {
                let mut body = example.clone();
                *body.pointer_mut(&place).expect("it is there") = json!(text);
                let answer = almighty.call(&operation).json(body).send().await;
                let told = format!("{} {place} {text:?}: {}", operation.name(), answer.text());
                // Of many at once, each is refused for itself.
                let refused =
                    answer.status.is_client_error() || answer.json()["results"][0]["status"] == "failed";
                assert!(refused || takes_any_text(&place), "{told}");
                assert_eq!(answer.header("x-injected"), None, "{told}");
                sent += 1;
            }
        }
    }
    assert!(sent >= 500, "{sent}");
    assert_steers_nothing(&app).await;
}

/// Every line of the log is one document of its own, and no mail has a line in its head.
async fn assert_steers_nothing(app: &TestApp) {
    for line in log::recorded().lines() {
        let parsed: Result<Value, _> = serde_json::from_str(line);
        assert!(parsed.is_ok_and(|line| line.is_object()), "{line}");
    }
    background::send_due(&app.service()).await;
    let heads = app.database.column("SELECT display_name FROM users UNION ALL SELECT email FROM users");
    assert!(heads.iter().all(|head| !head.contains(char::is_control)), "{heads:?}");
}

/// Headers whose value reaches the database, the log or the answer.
const KEPT_HEADERS: [&str; 9] = [
    "user-agent",
    "x-request-id",
    "traceparent",
    "x-forwarded-for",
    "idempotency-key",
    "nightlatch-organization",
    "cookie",
    "if-match",
    "accept-language",
];

#[tokio::test]
async fn no_header_steers_an_answer_or_a_log() {
    let app = TestApp::start();
    let body = json!({"email": ADMIN_EMAIL, "password": ADMIN_PASSWORD}).to_string();
    for name in KEPT_HEADERS {
        for value in [
            "a\rX-Injected: yes",
            "a\0X-Injected: yes",
            "a\r\n X-Injected: yes",
            "a\u{1b}[2J",
            "\u{7f}",
            "%0d%0aX-Injected: yes",
            "a\\r\\nX-Injected: yes",
            "\u{e5}\u{98}\u{8a}\u{e5}\u{98}\u{8d}X-Injected: yes",
        ] {
            let request = format!(
                "POST /v1/auth/login HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n\
                 content-length: {}\r\n{name}: {value}\r\n\r\n{body}",
                body.len()
            );
            let answer = exchange_bytes(&app, request.as_bytes());
            let (head, _) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
            assert!(
                answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.1 200 "),
                "{name} {value:?}: {answer}"
            );
            assert!(!head.to_lowercase().contains("x-injected"), "{name} {value:?}: {answer}");
        }
    }
    let kept = "SELECT user_agent FROM sessions UNION ALL SELECT request_id FROM audit_events UNION ALL \
                SELECT user_agent FROM audit_events";
    let kept = app.database.column(kept);
    assert!(kept.len() > 10 && kept.iter().all(|text| !text.contains(char::is_control)), "{kept:?}");
    assert_steers_nothing(&app).await;
}

/// Addresses are typed by whoever sends a link to somebody.
#[tokio::test]
async fn no_address_steers_an_answer() {
    let app = TestApp::start();
    let paths = [
        "/docs%0d%0aX-Injected:%20yes",
        "/docs/%0d%0aX-Injected:%20yes",
        "/v1/auth/config?organization=x%0d%0aX-Injected:%20yes",
        "/v1/auth/sso/x%0d%0aX-Injected:%20yes/start",
        "/v1/auth/sso/00000000-0000-0000-0000-000000000000/start?returnTo=%0d%0aX-Injected:%20yes",
        "/v1/auth/sso/00000000-0000-0000-0000-000000000000/callback?error=x%0d%0aX-Injected:%20yes&state=x",
        "//evil.example/docs",
        "/%2f%2fevil.example/docs",
        "/\\evil.example/docs",
        "/docs//evil.example",
    ];
    for path in paths {
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: evil.example\r\nconnection: close\r\n\r\n"
        );
        let answer = exchange_bytes(&app, request.as_bytes()).to_lowercase();
        let (head, _) = answer.split_once("\r\n\r\n").expect("a head");
        assert!(!head.contains("x-injected") || head.contains("%0d%0ax-injected"), "{path}: {head}");
        let location = head.lines().find_map(|line| line.strip_prefix("location: "));
        let own = |to: &str| to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
        assert!(location.is_none_or(own), "{path}: {head}");
    }
}

/// Whoever asks for a mail to somebody else chooses the host by which they ask.
#[tokio::test]
async fn no_mailed_link_leads_where_a_request_says_it_is() {
    let app = TestApp::start();
    let ada = app.enrolled_member("ada").await;
    app.mail_to(&ada.email).await;
    let body = json!({"email": ada.email}).to_string();
    let liars = [
        "host: evil.example",
        "host: login.lock.example:80@evil.example",
        "host: login.lock.example\r\nx-forwarded-host: evil.example\r\nx-forwarded-proto: http",
        "host: login.lock.example\r\nforwarded: host=evil.example;proto=http",
        "host: login.lock.example\r\nx-original-url: https://evil.example/\r\nx-host: evil.example",
        "host: login.lock.example\r\norigin: https://login.lock.example\r\nreferer: https://evil.example/",
    ];
    for target in ["/v1/auth/password/forgot", "http://evil.example/v1/auth/password/forgot"] {
        for liar in liars {
            app.clock.advance(chrono::TimeDelta::hours(3));
            let request = format!(
                "POST {target} HTTP/1.1\r\n{liar}\r\nconnection: close\r\ncontent-type: application/json\r\n\
                 content-length: {}\r\n\r\n{body}",
                body.len()
            );
            let answer = exchange_bytes(&app, request.as_bytes());
            if answer.starts_with("HTTP/1.1 400 ") {
                continue;
            }
            assert!(answer.starts_with("HTTP/1.1 202 "), "{target} {liar}: {answer}");
            let mail = app.mail_to(&ada.email).await.only();
            assert!(mail.text.contains(&format!("{PUBLIC_URL}/reset-password#token=")), "{}", mail.text);
            for part in [&mail.text, &mail.html, &mail.subject] {
                assert!(!part.contains("evil.example"), "{liar}: {part}");
            }
        }
    }
}

/// Whoever holds a session chooses names that its owner and the administrators read in mails of the service.
#[tokio::test]
async fn no_name_becomes_a_link_in_a_mail() {
    let app = TestApp::start();
    let ada = app.member("ada").await;
    let lure = "Not you? See https://evil.example/x";
    ada.patch("/v1/me", json!({"displayName": lure})).send().await.ok();
    app.mail_to(&ada.email).await;
    let begun = ada.post("/v1/me/authenticators", json!({"name": lure})).send().await.created();
    let id = begun["id"].as_str().expect("an id");
    ada.confirm(id, &ada.scan(&begun).code()).send().await.ok();
    let notice = app.mail_to(&ada.email).await.only();
    let objection = json!({"token": token(&notice, "not-me")});
    ada.endpoint.post("/v1/auth/objection", objection).send().await.no_content();
    let alarm = app.mail_to(ADMIN_EMAIL).await.only();
    for mail in [notice, alarm] {
        for part in [&mail.subject, &mail.text, &mail.html] {
            assert!(!part.contains("evil.example") && !part.contains("https://evil"), "{part}");
        }
        assert!(mail.text.replace('\u{2060}', "").contains(lure), "people read it as it is: {}", mail.text);
    }
}

/// What is packed is not unpacked: little would become much.
#[tokio::test]
async fn no_body_is_unpacked() {
    /// `{}` as gzip has it.
    const PACKED: [u8; 25] = [
        0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1, 2, 0, 0xfd, 0xff, b'{', b'}', 0x43, 0xbf, 0xa6, 0xa3, 2, 0,
        0, 0,
    ];
    let app = TestApp::start();
    let call = || app.anonymous("POST", "/v1/auth/refresh").header("content-type", "application/json");
    call().body("{}").send().await.problem(401, "session_expired");
    for encoding in ["gzip", "GZIP", "identity, gzip", "x-gzip"] {
        let packed = call().header("content-encoding", encoding).body(PACKED.to_vec());
        packed.send().await.problem(415, "unsupported_media_type");
    }
}

/// One request that a proxy and the service could take for two.
#[tokio::test]
async fn a_request_has_one_length() {
    let app = TestApp::start();
    let hidden = "GET /v1/nothing HTTP/1.1\r\nhost: x\r\n\r\n";
    for framing in [
        "content-length: 4\r\ntransfer-encoding: chunked",
        "transfer-encoding: chunked\r\ncontent-length: 4",
        "content-length: 4\r\ncontent-length: 40",
        "content-length: +4",
        "content-length: 4, 4",
        "content-length: 0x4",
        "transfer-encoding: chunked, identity",
        "transfer-encoding: xchunked",
        "transfer-encoding : chunked",
    ] {
        let request = format!(
            "POST /v1/auth/login HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n\
             {framing}\r\n\r\n0\r\n\r\n{hidden}"
        );
        let answer = exchange_bytes(&app, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 4"), "{framing}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{framing}: {answer}");
    }
    app.endpoint().get("/healthz").send().await.ok();
}
