//! Two processes behind the proxy of deploy/proxy, as deploy/compose.yaml runs them: Caddy serves the page as the service would,
//! passes the API on with the client's address, and does without a process that stops.

use std::{
    collections::BTreeMap,
    fs,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use reqwest::{Client, Method, Response};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{
    app::client_builder,
    operator::{ADMIN, Operator, Service, repository},
    schema::document,
};

const SITE: &str = "https://localhost";
/// Whoever asks from here is told from the proxy, which asks from 127.0.0.1.
const CLIENT: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 7);
/// A certificate has to be made, and the services found ready.
const START: Duration = Duration::from_secs(60);

/// What both set; the rest is of the connection, the file or the program.
const OF_THE_PAGE: [&str; 10] = [
    "cache-control",
    "content-security-policy",
    "content-type",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "referrer-policy",
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
];

/// Caddy with the configuration of this repository, before two services; all of it ends with the test.
struct Installation {
    operator: Operator,
    services: Vec<Service>,
    proxy: Child,
    url: String,
    client: Client,
    _home: TempDir,
}

impl Installation {
    async fn start() -> Self {
        let [port, http_port] = [(); 2].map(|()| free_port());
        let url = format!("{SITE}:{port}");
        let operator = Operator::installed();
        let page = operator.home.path().join("page");
        write_page(&page);
        let services: Vec<Service> = (0..2)
            .map(|_| {
                let mut serve = operator.command(&["serve"]);
                serve.env("NIGHTLATCH_PUBLIC_URL", &url).env("NIGHTLATCH_TRUSTED_PROXIES", "127.0.0.1");
                serve.env("NIGHTLATCH_FRONTEND_DIR", &page);
                Service::start(serve)
            })
            .collect();
        let upstreams: Vec<&str> =
            services.iter().map(|service| service.base.trim_start_matches("http://")).collect();
        let home = tempfile::tempdir().unwrap();
        let proxy = Command::new("caddy")
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(repository().join("deploy/proxy/Caddyfile"))
            .envs([("SITE", url.as_str()), ("UPSTREAMS", &upstreams.join(" "))])
            .envs([("PAGE", page.as_path()), ("HOME", home.path()), ("XDG_DATA_HOME", home.path())])
            .env("HTTP_PORT", http_port.to_string())
            .stderr(Stdio::null())
            .spawn()
            .expect("caddy is installed");
        let mut started =
            Self { operator, services, proxy, url, client: client_builder().build().unwrap(), _home: home };
        let authority = started._home.path().join("caddy/pki/authorities/local/root.crt");
        let since = Instant::now();
        loop {
            assert!(
                since.elapsed() < START && started.proxy.try_wait().unwrap().is_none(),
                "Caddy is not ready"
            );
            if let Some(client) = client(&authority) {
                started.client = client;
                if started.get("/readyz").await.is_ok_and(|answer| answer.status() == 200) {
                    return started;
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn get(&self, path: &str) -> reqwest::Result<Response> {
        self.client.get(format!("{}{path}", self.url)).send().await
    }

    async fn sign_in(&self) -> String {
        let credentials = json!({"email": ADMIN, "password": self.operator.password()});
        let login = self.client.post(format!("{}/v1/auth/login", self.url)).json(&credentials);
        let answer = login.header("x-forwarded-for", "203.0.113.9").send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let answer: Value = answer.json().await.unwrap();
        answer["session"]["accessToken"].as_str().unwrap().to_owned()
    }

    async fn sessions(&self, token: &str) -> reqwest::Result<Response> {
        self.client.get(format!("{}/v1/me/sessions", self.url)).bearer_auth(token).send().await
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        self.proxy.kill().unwrap();
        self.proxy.wait().unwrap();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn write_page(folder: &Path) {
    fs::create_dir_all(folder.join("assets")).unwrap();
    fs::write(folder.join("index.html"), "<!doctype html><title>Nightlatch</title>").unwrap();
    fs::write(folder.join("favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    fs::write(folder.join("assets/index-Ab12.css"), "p {}").unwrap();
}

/// Trusts the authority that Caddy made, once it is there.
fn client(authority: &Path) -> Option<Client> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(authority).ok()?).ok()?;
    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let client =
        Client::builder().tls_backend_preconfigured(tls).no_proxy().local_address(Some(CLIENT.into()));
    Some(client.timeout(Duration::from_secs(30)).build().unwrap())
}

/// Status and headers of what is the page's.
fn as_page(answer: &Response) -> (u16, BTreeMap<&'static str, String>) {
    let header = |name: &'static str| Some((name, answer.headers().get(name)?.to_str().ok()?.to_owned()));
    (answer.status().as_u16(), OF_THE_PAGE.into_iter().filter_map(header).collect())
}

#[tokio::test]
async fn the_proxy_serves_the_page_as_the_service_would() {
    let installation = Installation::start().await;
    let direct = client_builder().build().unwrap();
    let files = ["/index.html", "/favicon.svg", "/assets/index-Ab12.css"];
    for path in
        files.into_iter().chain(["/", "/admin/users", "/nothing", "/assets/missing.js", "/missing.js"])
    {
        for method in [Method::GET, Method::HEAD] {
            let asked =
                |client: &Client, base: &str| client.request(method.clone(), format!("{base}{path}")).send();
            let by_proxy = asked(&installation.client, &installation.url).await.unwrap();
            let by_service = asked(&direct, &installation.services[0].base).await.unwrap();
            assert_eq!(by_proxy.headers().contains_key("x-request-id"), !files.contains(&path), "{path}");
            assert_eq!(as_page(&by_proxy), as_page(&by_service), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn the_proxy_passes_on_whatever_is_the_api_s() {
    let installation = Installation::start().await;
    let paths = document()["paths"].as_object().unwrap().keys();
    for path in paths.map(String::as_str).chain(["/docs/", "/openapi.json", "/v1/nothing"]) {
        let answer = installation.get(path).await.unwrap();
        assert!(answer.headers().contains_key("x-request-id"), "{path} is answered by the service");
    }
    let written = installation.client.post(format!("{}/users", installation.url)).send().await.unwrap();
    assert_eq!(written.status(), 404);
    assert!(written.headers().contains_key("x-request-id"), "nothing is written to a file");
}

#[tokio::test]
async fn the_service_knows_the_client_s_address_behind_the_proxy() {
    let installation = Installation::start().await;
    let token = installation.sign_in().await;
    let sessions: Value = installation.sessions(&token).await.unwrap().json().await.unwrap();
    assert_eq!(sessions["items"][0]["address"], CLIENT.to_string(), "and no address that it made up");
}

#[tokio::test]
async fn the_proxy_does_without_a_process_that_stops() {
    let mut installation = Installation::start().await;
    let token = installation.sign_in().await;
    let stopped = installation.services.pop().unwrap();
    stopped.signal("TERM");
    for round in 0..100 {
        let answer = installation.sessions(&token).await.unwrap();
        assert_eq!(answer.status(), 200, "request {round}");
    }
    assert!(stopped.wait().success());
    for _ in 0..10 {
        installation.sign_in().await;
    }
}

#[tokio::test]
async fn where_no_service_is_left_the_proxy_asks_to_come_again() {
    let mut installation = Installation::start().await;
    for service in installation.services.drain(..) {
        service.signal("TERM");
        assert!(service.wait().success());
    }
    let answer = installation.get("/v1/me").await.unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.headers()["retry-after"], "5");
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
    assert!(uuid::Uuid::parse_str(&id).is_ok(), "{id}");
    let problem = answer.json::<Value>().await.unwrap();
    assert_eq!((&problem["code"], &problem["status"]), (&json!("overloaded"), &json!(503)));
    assert_eq!(problem["instance"], id);
    let page = installation.get("/index.html").await.unwrap();
    assert_eq!(page.status(), 200, "it can say so");
    assert_eq!(installation.get("/assets/none.css").await.unwrap().status(), 503);
}
