//! The service under test: real servers on ports of their own, over one database.

use std::{
    net::TcpListener,
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
};

use actix_web::dev::ServerHandle;
use chrono::{DateTime, Utc};
use nightlatch::{
    app::{App, StartError},
    background,
    clock::Clock,
    config::{self, Settings},
    crypto::keyring::Keyring,
    flows::organizations,
    http,
    mail::{Mailbox, Mailer, Transport},
    random::SystemRandom,
};
use reqwest::{Client, ClientBuilder, redirect};
use rustls::{ClientConfig, RootCertStore, crypto::ring};

use super::{
    actor::Actor,
    call::{Call, Endpoint, Exchange, Journal},
    clock::TestClock,
    database::{self, Database, KEYRING},
    figures::Figures,
    invariants, log,
    mailbox::{self, Received},
    shards, statements,
};

pub const ORGANIZATION: &str = "Lock & Key, Ltd.";
pub const ADMIN_EMAIL: &str = "root@lock.example";
pub const ADMIN_PASSWORD: &str = "the administrator's own words";
pub const PUBLIC_URL: &str = "https://login.lock.example";

/// The service with a database of its own. Stops, checks the invariants and drops the database when it goes.
pub struct TestApp {
    servers: Vec<Server>,
    pub clock: Arc<TestClock>,
    pub journal: Journal,
    mailbox: Mailbox,
    client: Client,
    pub database: Database,
}

impl TestApp {
    pub fn start() -> Self {
        Self::start_with(|_| {})
    }

    /// Starts with settings that differ from the usual ones.
    pub fn start_with(adjust: impl FnOnce(&mut Settings)) -> Self {
        Self::over_with(Database::bootstrapped(), adjust)
    }

    /// Starts over a database that was bootstrapped.
    pub fn over(database: Database) -> Self {
        Self::over_with(database, |_| {})
    }

    fn over_with(database: Database, adjust: impl FnOnce(&mut Settings)) -> Self {
        let mut app = Self {
            servers: Vec::new(),
            clock: Arc::new(TestClock::new()),
            journal: Journal::default(),
            mailbox: Mailbox::default(),
            client: client(),
            database,
        };
        app.add_replica(adjust);
        app
    }

    /// Starts with a port for Prometheus.
    pub fn measured() -> Self {
        Self::start_with(|settings| settings.metrics_bind = Some(([127, 0, 0, 1], 0).into()))
    }

    /// One more server over the same database; gives what leads to it.
    pub fn add_replica(&mut self, adjust: impl FnOnce(&mut Settings)) -> Endpoint {
        let mut settings = settings(&self.database);
        adjust(&mut settings);
        self.run(settings, KEYRING.clone());
        self.endpoint_of(self.servers.len() - 1)
    }

    /// Stops all servers as a crash would, and starts one anew.
    pub fn restart_with(&mut self, adjust: impl FnOnce(&mut Settings)) {
        self.stop();
        self.add_replica(adjust);
    }

    /// Stops all servers, and starts one with another key ring.
    pub fn restart_with_keyring(&mut self, keyring: Keyring) {
        self.stop();
        self.run(settings(&self.database), keyring);
    }

    fn run(&mut self, settings: Settings, keyring: Keyring) {
        let mut app = start(settings, keyring, Arc::clone(&self.clock)).expect("the service starts");
        app.mailer = Mailer::Memory(Arc::clone(&self.mailbox));
        self.servers.push(Server::run(app));
    }

    /// The service itself, for what no request leads to.
    pub fn service(&self) -> Arc<App> {
        Arc::clone(&self.servers[0].app)
    }

    /// Every server's.
    pub fn services(&self) -> Vec<Arc<App>> {
        self.servers.iter().map(|server| Arc::clone(&server.app)).collect()
    }

    /// Lets a server do the housekeeping, whose turn it has to be; gives the number of rows that were deleted.
    pub async fn clean_up(&self) -> usize {
        invariants::check(&self.database, &self.exchanges());
        background::clean_up(&self.service()).await.expect("housekeeping is due")
    }

    /// The time as the service has it.
    pub fn clock_now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What was mailed to that address since it was last asked.
    pub async fn mail_to(&self, address: &str) -> Received {
        mailbox::receive(&self.service(), &self.mailbox, address).await
    }

    /// The token of the only link that was mailed to somebody since, for that page.
    pub async fn link_to(&self, user: &Actor, page: &str) -> String {
        mailbox::token(&self.mail_to(&user.email).await.only(), page)
    }

    pub fn endpoint(&self) -> Endpoint {
        self.endpoint_of(0)
    }

    fn endpoint_of(&self, index: usize) -> Endpoint {
        Endpoint {
            base: self.servers[index].base.clone(),
            client: self.client.clone(),
            journal: Arc::clone(&self.journal),
        }
    }

    /// What Prometheus reads of the first server.
    pub async fn scrape(&self) -> Figures {
        Figures::read(&self.client, self.servers[0].metrics.as_deref().expect("a port for Prometheus")).await
    }

    /// A request by nobody in particular.
    pub fn anonymous(&self, method: &str, path: &str) -> Call {
        self.endpoint().call(method.parse().expect("a method"), path)
    }

    /// The bootstrapped administrator, signed out.
    pub fn administrator(&self) -> Actor {
        Actor::new(self.endpoint(), Arc::clone(&self.clock), ADMIN_EMAIL, ADMIN_PASSWORD)
    }

    /// The bootstrapped administrator, signed in.
    pub async fn admin(&self) -> Actor {
        let mut admin = self.administrator();
        admin.sign_in().await;
        admin
    }

    /// The bootstrapped administrator with an authenticator, signed in by it.
    pub async fn enrolled_admin(&self) -> Actor {
        let mut admin = self.admin().await;
        admin.enroll().await;
        admin
    }

    /// A new member, signed in.
    pub async fn member(&self, name: &str) -> Actor {
        let mut member = self.user(name, &["member"]).await;
        member.sign_in().await;
        member
    }

    /// A new member with an authenticator, signed in by it.
    pub async fn enrolled_member(&self, name: &str) -> Actor {
        let mut member = self.member(name).await;
        member.enroll().await;
        member
    }

    /// As if the user had confirmed their address.
    pub fn verify_address(&self, user: &Actor) {
        self.database.execute(&format!(
            "UPDATE users SET email_verified_at = created_at WHERE email = '{}'",
            user.email
        ));
    }

    /// A new member without a factor who is asked for a mailed code at sign-in, signed in.
    pub async fn mailed_member(&self, name: &str) -> Actor {
        let member = self.member(name).await;
        self.verify_address(&member);
        member.email_codes_call(true).send().await.ok();
        member
    }

    /// A new user, signed out.
    pub async fn user(&self, name: &str, roles: &[&str]) -> Actor {
        self.admin().await.create_user(name, roles).await
    }

    /// The administrator of one more organization, signed in.
    pub async fn foreign_admin(&self) -> Actor {
        let (email, password) = ("root@elsewhere.example", "another administrator's own words");
        let app =
            start(settings(&self.database), KEYRING.clone(), Arc::clone(&self.clock)).expect("it starts");
        organizations::bootstrap(&app, "Elsewhere", email, Some(password), true).expect("bootstrapped");
        let mut admin = Actor::new(self.endpoint(), Arc::clone(&self.clock), email, password);
        admin.sign_in().await;
        admin
    }

    pub fn exchanges(&self) -> Vec<Exchange> {
        self.journal.lock().unwrap().clone()
    }

    /// Takes the answers of that status, which the test provoked, out of what the invariants judge; gives their number.
    pub fn forgive(&self, status: u16) -> usize {
        let mut journal = self.journal.lock().unwrap();
        let before = journal.len();
        journal.retain(|exchange| exchange.answer.status != status);
        before - journal.len()
    }

    /// Stops all servers as a crash would.
    pub fn stop(&mut self) {
        self.servers.drain(..).for_each(Server::stop);
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop();
        if !thread::panicking() {
            invariants::check(&self.database, &self.exchanges());
            shards::check(&self.database);
        }
    }
}

/// The settings of a test's service: the cheapest bcrypt, and a proxy in front, so that tests can name addresses.
pub fn settings(database: &Database) -> Settings {
    Settings {
        database_url: database.url(),
        bind: ([127, 0, 0, 1], 0).into(),
        public_url: PUBLIC_URL.parse().expect("a URL"),
        pages: None,
        allowed_origins: Vec::new(),
        frontend_dir: None,
        trusted_proxies: vec!["127.0.0.1/32".parse().expect("a network")],
        bcrypt_cost: 4,
        database_pool: 6,
        prepared_statements: !database::is_pooled(),
        answer_within: config::ANSWER_WITHIN,
        mail: Transport::Log,
        mail_from: config::local_sender(),
        webhook_private_targets: true,
        sso_private_providers: true,
        high_water: None,
        metrics_bind: None,
        otlp_endpoint: None,
        shows_mail: false,
    }
}

pub fn start(settings: Settings, keyring: Keyring, clock: Arc<TestClock>) -> Result<App, StartError> {
    log::record();
    statements::listen();
    App::start(settings, keyring, clock, Arc::new(SystemRandom))
}

/// Creates the organization and its administrator.
pub fn bootstrap(database: &Database) {
    let app =
        start(settings(database), KEYRING.clone(), Arc::new(TestClock::new())).expect("the service starts");
    organizations::bootstrap(&app, ORGANIZATION, ADMIN_EMAIL, Some(ADMIN_PASSWORD), false)
        .expect("bootstrapped");
}

/// Follows no redirect, keeps no cookie: each test says what it sends.
pub fn client() -> Client {
    client_builder().redirect(redirect::Policy::none()).build().expect("a client")
}

pub fn client_builder() -> ClientBuilder {
    // It speaks plain HTTP, so that there is nobody to trust.
    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    Client::builder().tls_backend_preconfigured(tls).no_proxy()
}

struct Server {
    app: Arc<App>,
    base: String,
    metrics: Option<String>,
    handles: Vec<ServerHandle>,
    thread: JoinHandle<()>,
}

impl Server {
    fn run(app: App) -> Self {
        let (listener, base) = listen();
        let (metrics_listener, metrics) = app.settings.metrics_bind.map(|_| listen()).unzip();
        let (started, handles) = mpsc::channel();
        let app = Arc::new(app);
        let (served, shown) = (Arc::clone(&app), Arc::clone(&app));
        let thread = thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = http::server(served, listener).expect("the server starts");
                let mut handles = vec![server.handle()];
                if let Some(listener) = metrics_listener {
                    let metrics = http::metrics_server(shown, listener).expect("the server starts");
                    handles.push(metrics.handle());
                    actix_web::rt::spawn(metrics);
                }
                started.send(handles).expect("the test waits");
                server.await.expect("the server ends in order");
            });
        });
        Self { app, base, metrics, handles: handles.recv().expect("the server started"), thread }
    }

    /// Ends it without waiting for open connections.
    fn stop(self) {
        for handle in self.handles.iter().rev() {
            drop(handle.stop(false));
        }
        self.thread.join().expect("the server did not panic");
    }
}

/// A free port, and what leads to it.
fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    (listener, base)
}
