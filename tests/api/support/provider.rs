//! A provider of single sign-on (OpenID Connect) on loopback, which tells the truth, or lies as it is told.

use std::{
    collections::HashMap,
    net::TcpListener,
    sync::{Arc, Mutex, mpsc},
    thread::{self, JoinHandle},
};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    dev::ServerHandle,
    http::StatusCode,
    rt::System,
    web::{self, Data, Form, Json},
};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode, jwk::Jwk};
use nightlatch::clock::Clock;
use reqwest::Url;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::clock::TestClock;

pub const CLIENT_ID: &str = "nightlatch";
pub const CLIENT_SECRET: &str = "a secret, with : and % in it";

/// How the token is signed.
#[derive(Clone)]
pub enum Signature {
    /// With the key that is published.
    Honest,
    /// Not at all.
    None,
    /// With a secret that others know as well.
    Shared(Vec<u8>),
    /// With a key that nobody published, under the name of one that was.
    Forged,
}

/// What the provider says of whoever signs in there next.
#[derive(Clone)]
pub struct Saying {
    /// Added to the claims, or in their place; null takes one away.
    pub claims: Value,
    pub signature: Signature,
}

impl From<Value> for Saying {
    fn from(claims: Value) -> Self {
        Self { claims, signature: Signature::Honest }
    }
}

/// A sign-in that was agreed to, waiting under its code.
struct Consent {
    nonce: String,
    challenge: String,
    redirect: String,
    saying: Saying,
}

struct State {
    issuer: String,
    clock: Arc<TestClock>,
    /// The number of the key that signs.
    key: u8,
    /// The numbers of those that are published.
    published: Vec<u8>,
    consents: HashMap<String, Consent>,
    document: Value,
    /// What it answers to every code, in place of a token.
    instead: Option<(u16, String)>,
    keys_asked: usize,
}

/// Ends with its test.
pub struct Provider {
    pub issuer: String,
    state: Arc<Mutex<State>>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl Provider {
    pub fn start(clock: &Arc<TestClock>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let issuer = format!("http://127.0.0.1:{}", listener.local_addr().expect("an address").port());
        let state = State {
            issuer: issuer.clone(),
            clock: Arc::clone(clock),
            key: 1,
            published: vec![1],
            consents: HashMap::new(),
            document: json!({}),
            instead: None,
            keys_asked: 0,
        };
        let state = Arc::new(Mutex::new(state));
        let (started, handle) = mpsc::channel();
        let shared = Data::from(Arc::clone(&state));
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let app = move || {
                    App::new()
                        .app_data(shared.clone())
                        .route("/.well-known/openid-configuration", web::get().to(discover))
                        .route("/jwks", web::get().to(keys))
                        .route("/token", web::post().to(exchange))
                        .route("/broken", web::to(async || HttpResponse::InternalServerError()))
                };
                let server = HttpServer::new(app).workers(1).disable_signals().listen(listener);
                let server = server.expect("it listens").run();
                started.send(server.handle()).expect("the test waits");
                server.await.expect("the server ends in order");
            });
        });
        Self { issuer, state, handle: handle.recv().expect("it started"), thread: Some(thread) }
    }

    /// Somebody signs in who was sent here: gives the query that their browser goes back with.
    pub fn consent(&self, location: &str, saying: impl Into<Saying>) -> String {
        let asked = asked(location);
        assert!(location.starts_with(&format!("{}/authorize?", self.issuer)), "{location}");
        assert_eq!(asked["client_id"], CLIENT_ID);
        assert_eq!(
            (asked["response_type"].as_str(), asked["code_challenge_method"].as_str()),
            ("code", "S256")
        );
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"), "{location}");
        let mut state = self.state.lock().unwrap();
        let code = format!("code-{}", state.consents.len());
        let consent = Consent {
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
            redirect: asked["redirect_uri"].clone(),
            saying: saying.into(),
        };
        state.consents.insert(code.clone(), consent);
        format!("state={}&code={code}", asked["state"])
    }

    /// Signs with another key from now on; it is published where others can find it, or kept back.
    pub fn rotate(&self, published: bool) {
        let mut state = self.state.lock().unwrap();
        state.key += 1;
        if published {
            let key = state.key;
            state.published = vec![key];
        }
    }

    /// Says something else of itself from now on.
    pub fn describe(&self, document: Value) {
        self.state.lock().unwrap().document = document;
    }

    /// Gives no token from now on, and says this instead.
    pub fn answer_codes_with(&self, status: u16, body: &str) {
        self.state.lock().unwrap().instead = Some((status, body.to_owned()));
    }

    /// How often it was asked for its keys.
    pub fn keys_asked(&self) -> usize {
        self.state.lock().unwrap().keys_asked
    }

    /// What everybody can read of its key, which is no secret.
    pub fn public_key(&self) -> Vec<u8> {
        let state = self.state.lock().unwrap();
        serde_json::to_vec(&jwk(state.key)).expect("JSON")
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the provider did not panic");
        }
    }
}

/// The parameters of a location.
pub fn asked(location: &str) -> HashMap<String, String> {
    Url::parse(location).expect("a URL").query_pairs().into_owned().collect()
}

/// Ed25519 in PKCS #8 (RFC 8410, section 7).
fn signing_key(number: u8) -> EncodingKey {
    const PREFIX: [u8; 16] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    EncodingKey::from_ed_der(&[&PREFIX[..], &[number; 32]].concat())
}

fn jwk(number: u8) -> Jwk {
    let mut jwk = Jwk::from_encoding_key(&signing_key(number), Algorithm::EdDSA).expect("a key");
    jwk.common.key_id = Some(format!("key-{number}"));
    jwk
}

async fn discover(state: Data<Mutex<State>>) -> HttpResponse {
    let state = state.lock().unwrap();
    let issuer = &state.issuer;
    let mut document = json!({
        "issuer": issuer, "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/jwks"),
        "end_session_endpoint": format!("{issuer}/logout"), "response_types_supported": ["code"],
        "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["EdDSA"],
    });
    merge(&mut document, &state.document);
    HttpResponse::Ok().json(document)
}

async fn keys(state: Data<Mutex<State>>) -> Json<Value> {
    let mut state = state.lock().unwrap();
    state.keys_asked += 1;
    Json(json!({"keys": state.published.iter().map(|number| jwk(*number)).collect::<Vec<_>>()}))
}

/// RFC 6749, section 4.1.3, with RFC 7636, section 4.6: a code is good once, for the client, with its verifier.
async fn exchange(
    request: HttpRequest,
    Form(form): Form<HashMap<String, String>>,
    state: Data<Mutex<State>>,
) -> HttpResponse {
    let mut state = state.lock().unwrap();
    if let Some((status, body)) = &state.instead {
        let status = StatusCode::from_u16(*status).expect("a status");
        return HttpResponse::build(status).content_type("application/json").body(body.clone());
    }
    let consent = form.get("code").and_then(|code| state.consents.remove(code));
    let right = consent.filter(|consent| {
        let verifier = form.get("code_verifier").map(String::as_str).unwrap_or_default();
        BASE64URL_NOPAD.encode(&Sha256::digest(verifier)) == consent.challenge
            && form.get("redirect_uri") == Some(&consent.redirect)
            && is_client(&request)
    });
    match right {
        Some(consent) => HttpResponse::Ok().json(json!({
            "access_token": "of no use", "token_type": "Bearer", "id_token": token(&state, &consent),
        })),
        None => HttpResponse::BadRequest().json(json!({"error": "invalid_grant"})),
    }
}

/// RFC 6749, section 2.3.1: both are form-encoded before they are put together.
fn is_client(request: &HttpRequest) -> bool {
    let header = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    let encoded = header.and_then(|text| text.strip_prefix("Basic ")).unwrap_or_default();
    let shown = String::from_utf8(BASE64.decode(encoded.as_bytes()).unwrap_or_default()).unwrap_or_default();
    let decoded = |text: &str| {
        let pairs: Vec<_> =
            reqwest::Url::parse(&format!("http://x/?v={text}")).unwrap().query_pairs().into_owned().collect();
        pairs[0].1.clone()
    };
    shown.split_once(':').map(|(id, secret)| (decoded(id), decoded(secret)))
        == Some((CLIENT_ID.to_owned(), CLIENT_SECRET.to_owned()))
}

fn token(state: &State, consent: &Consent) -> String {
    let now = state.clock.now().timestamp();
    let mut claims = json!({
        "iss": state.issuer, "aud": CLIENT_ID, "sub": "somebody", "nonce": consent.nonce, "iat": now, "exp": now + 300,
    });
    merge(&mut claims, &consent.saying.claims);
    let header = Header { kid: Some(format!("key-{}", state.key)), ..Header::new(Algorithm::EdDSA) };
    let signed = |header: &Header, key: &EncodingKey| encode(header, &claims, key).expect("it signs");
    match &consent.saying.signature {
        Signature::Honest => signed(&header, &signing_key(state.key)),
        Signature::Forged => signed(&header, &signing_key(99)),
        Signature::Shared(secret) => {
            let header = Header { alg: Algorithm::HS256, ..header };
            signed(&header, &EncodingKey::from_secret(secret))
        }
        Signature::None => {
            let part = |value: &Value| BASE64URL_NOPAD.encode(&serde_json::to_vec(value).expect("JSON"));
            format!("{}.{}.", part(&json!({"alg": "none"})), part(&claims))
        }
    }
}

fn merge(into: &mut Value, changes: &Value) {
    let object = into.as_object_mut().expect("an object");
    for (name, value) in changes.as_object().into_iter().flatten() {
        if value.is_null() {
            object.remove(name);
        } else {
            object.insert(name.clone(), value.clone());
        }
    }
}
