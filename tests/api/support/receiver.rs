//! A receiver of webhooks: keeps what it is sent, verifies it as its authors would, and answers as it is told.

use std::{
    net::TcpListener,
    sync::{Arc, Mutex, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    dev::ServerHandle,
    http::StatusCode,
    rt::{System, time},
    web::{self, Bytes, Data},
};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use standardwebhooks::Webhook;
use url::Url;

use super::actor::text;

/// One request, as it came.
#[derive(Clone, Debug)]
pub struct Received {
    pub path: String,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Received {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no {name}")).to_str().expect("ASCII")
    }

    pub fn id(&self) -> &str {
        self.header("webhook-id")
    }

    pub fn signatures(&self) -> Vec<&str> {
        self.header("webhook-signature").split(' ').collect()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// What happened.
    pub fn event(&self) -> String {
        text(&self.json()["type"])
    }

    /// Asserts that it was signed with this secret, at the time that it says; the public library has the last word.
    #[track_caller]
    pub fn assert_signed_with(&self, secret: &str) {
        assert!(self.is_signed_with(secret), "{:?}", self.headers);
    }

    pub fn is_signed_with(&self, secret: &str) -> bool {
        let library = Webhook::new(secret).expect("a secret");
        let timestamp = self.header("webhook-timestamp").parse().expect("Unix seconds");
        let expected = library.sign(self.id(), timestamp, &self.body).expect("it signs");
        self.signatures().contains(&expected.as_str())
    }

    /// Whether the public library takes it, its time included.
    pub fn is_verified_by(&self, secret: &str) -> bool {
        Webhook::new(secret).expect("a secret").verify(&self.body, &self.headers).is_ok()
    }
}

/// How a receiver answers.
#[derive(Clone, Debug)]
pub enum Reply {
    Status(u16),
    /// With a header.
    With(u16, &'static str, String),
    /// With a body without an end.
    Endless,
    /// After so long.
    Late(Duration),
}

struct State {
    reply: Reply,
    received: Vec<Received>,
}

/// Ends with its test.
pub struct Receiver {
    pub port: u16,
    state: Arc<Mutex<State>>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl Receiver {
    pub fn start() -> Self {
        Self::start_at(0)
    }

    /// On a port that was free a moment ago.
    pub fn start_at(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(Mutex::new(State { reply: Reply::Status(204), received: Vec::new() }));
        let (started, handle) = mpsc::channel();
        let shared = Data::from(Arc::clone(&state));
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let app = move || App::new().app_data(shared.clone()).default_service(web::to(receive));
                let server = HttpServer::new(app).workers(1).disable_signals().listen(listener);
                let server = server.expect("it listens").run();
                started.send(server.handle()).expect("the test waits");
                server.await.expect("the server ends in order");
            });
        });
        Self { port, state, handle: handle.recv().expect("it started"), thread: Some(thread) }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook?key=1", self.port)
    }

    /// Where it takes the spans of traces.
    pub fn collector(&self) -> Url {
        format!("http://127.0.0.1:{}/otel", self.port).parse().expect("a URL")
    }

    /// From now on it answers like this.
    pub fn answer(&self, reply: Reply) {
        self.state.lock().unwrap().reply = reply;
    }

    /// All that it was sent, the first first.
    pub fn received(&self) -> Vec<Received> {
        self.state.lock().unwrap().received.clone()
    }

    /// What it was sent since this was asked last.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut self.state.lock().unwrap().received)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        // Its worker may outlive the server by a moment, and with it a connection that is kept: it takes nothing any more.
        self.answer(Reply::Status(503));
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the receiver did not panic");
        }
    }
}

async fn receive(request: HttpRequest, body: Bytes, state: Data<Mutex<State>>) -> HttpResponse {
    let mut headers = HeaderMap::new();
    for (name, value) in request.headers() {
        let name: HeaderName = name.as_str().parse().expect("a name");
        headers.append(name, HeaderValue::from_bytes(value.as_bytes()).expect("a value"));
    }
    let path = request.uri().to_string();
    let reply = {
        let mut state = state.lock().unwrap();
        state.received.push(Received { path, headers, body: body.to_vec() });
        state.reply.clone()
    };
    let status = |code| HttpResponse::build(StatusCode::from_u16(code).expect("a status"));
    match reply {
        Reply::Status(code) => status(code).finish(),
        Reply::With(code, name, value) => status(code).insert_header((name, value)).finish(),
        Reply::Endless => {
            let chunk = || Ok::<_, actix_web::Error>(Bytes::from_static(&[b'x'; 1024]));
            status(200).streaming(futures_util::stream::repeat_with(chunk))
        }
        Reply::Late(pause) => {
            time::sleep(pause).await;
            status(204).finish()
        }
    }
}
