//! A service that breaks its promises: passes every request on to an honest one, and lies about some of the answers.

use std::{
    collections::BTreeSet,
    net::TcpListener,
    sync::{Arc, Mutex, mpsc},
    thread,
};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    dev::ServerHandle,
    http::StatusCode,
    rt::System,
    web::{self, Bytes, Data},
};
use reqwest::{Client, Method};

use super::{app, call::Endpoint};

/// What it lies about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// It answers a refused code as it answered the last one that it took.
    AcceptsAgain,
    /// It says by a header that there is somebody, whose password was wrong.
    TellsUsers,
    /// It takes time for a wrong password of whoever is there.
    IsSlowForUsers,
    /// It refuses every code.
    AcceptsNothing,
}

struct Liar {
    lie: Lie,
    honest: String,
    client: Client,
    /// The body of the last answer by which somebody came in.
    accepted: Mutex<Option<Bytes>>,
    /// Whom it has seen being made.
    users: Mutex<String>,
}

/// Stops with its test.
pub struct LyingService {
    pub url: String,
    handle: ServerHandle,
}

impl LyingService {
    pub fn before(honest: &Endpoint, lie: Lie) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (started, handle) = mpsc::channel();
        let liar = Arc::new(Liar {
            lie,
            honest: honest.base.clone(),
            client: app::client(),
            accepted: Mutex::default(),
            users: Mutex::default(),
        });
        thread::spawn(move || {
            System::new().block_on(async move {
                let data = Data::from(liar);
                let serve = move || App::new().app_data(data.clone()).default_service(web::to(answer));
                let server = HttpServer::new(serve).workers(1).listen(listener).expect("a listener");
                let server = server.disable_signals().run();
                started.send(server.handle()).expect("the test waits");
                server.await.expect("it ends in order");
            });
        });
        Self { url, handle: handle.recv().expect("it started") }
    }
}

impl Drop for LyingService {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

async fn answer(request: HttpRequest, body: Bytes, liar: Data<Liar>) -> HttpResponse {
    let path = request.uri().to_string();
    let text = String::from_utf8_lossy(&body).into_owned();
    if path == "/v1/users/import" {
        liar.users.lock().unwrap().push_str(&text);
    }
    let honest = liar.ask(&request, &path, body).await;
    let (status, kind) = (honest.status().as_u16(), honest.headers().get("content-type").cloned());
    let given = honest.bytes().await.expect("the answer is complete");
    let (status, given) =
        if path.ends_with("/verify") { liar.verdict(status, given) } else { (status, given) };
    let mut answer = HttpResponse::build(StatusCode::from_u16(status).expect("a status"));
    if let Some(kind) = kind {
        answer.insert_header(("content-type", kind.to_str().expect("ASCII")));
    }
    if path == "/v1/auth/login" && status == 401 && liar.knows(&text) {
        match liar.lie {
            Lie::TellsUsers => drop(answer.insert_header(("x-account", "known"))),
            Lie::IsSlowForUsers => liar.dawdle(),
            Lie::AcceptsAgain | Lie::AcceptsNothing => {}
        }
    }
    answer.body(given)
}

impl Liar {
    async fn ask(&self, request: &HttpRequest, path: &str, body: Bytes) -> reqwest::Response {
        let method: Method = request.method().as_str().parse().expect("a method");
        let mut call = self.client.request(method, format!("{}{path}", self.honest)).body(body.to_vec());
        for name in ["authorization", "content-type"] {
            if let Some(value) = request.headers().get(name) {
                call = call.header(name, value.to_str().expect("ASCII"));
            }
        }
        call.send().await.expect("the honest service answers")
    }

    fn verdict(&self, status: u16, given: Bytes) -> (u16, Bytes) {
        let mut accepted = self.accepted.lock().unwrap();
        match (self.lie, status, &*accepted) {
            (Lie::AcceptsNothing, ..) => (401, given),
            (Lie::AcceptsAgain, 401 | 410, Some(before)) => (200, before.clone()),
            (_, 200, _) => {
                *accepted = Some(given.clone());
                (status, given)
            }
            _ => (status, given),
        }
    }

    /// Whether a sign-in names somebody who was made.
    fn knows(&self, login: &str) -> bool {
        let email = |text: &str| {
            text.split("\"email\":\"").nth(1).and_then(|rest| rest.split('"').next().map(str::to_owned))
        };
        let users = self.users.lock().unwrap();
        let known: BTreeSet<String> = users.lines().filter_map(email).collect();
        email(login).is_some_and(|email| known.contains(&email))
    }

    /// As long as a hash that is made for users alone.
    fn dawdle(&self) {
        for _ in 0..10 {
            bcrypt::hash_with_salt("x", 10, [0; 16]).expect("a hash");
        }
    }
}
