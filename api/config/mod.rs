//! Settings: what the environment configures, read once, with every fault told at once.

mod database;
mod environment;
mod reference;
mod values;

use std::{
    net::{Ipv4Addr, SocketAddr},
    num::NonZero,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use ipnet::IpNet;
use secrecy::{ExposeSecret, SecretString};
use tracing_subscriber::EnvFilter;
use url::Url;

use crate::{
    high_water_file,
    mail::{Sender, Transport},
};
use environment::Reader;
pub use environment::{Environment, Faults};
pub use reference::reference;

const DATABASE_URL: &str = "NIGHTLATCH_DATABASE_URL";
const KEYRING: &str = "NIGHTLATCH_KEYRING";
const BIND: &str = "NIGHTLATCH_BIND";
const PUBLIC_URL: &str = "NIGHTLATCH_PUBLIC_URL";
const PAGES_URL: &str = "NIGHTLATCH_PAGES_URL";
const ALLOWED_ORIGINS: &str = "NIGHTLATCH_ALLOWED_ORIGINS";
const FRONTEND_DIR: &str = "NIGHTLATCH_FRONTEND_DIR";
const TRUSTED_PROXIES: &str = "NIGHTLATCH_TRUSTED_PROXIES";
const DATABASE_POOL: &str = "NIGHTLATCH_DATABASE_POOL";
const PREPARED_STATEMENTS: &str = "NIGHTLATCH_PREPARED_STATEMENTS";
const BCRYPT_COST: &str = "NIGHTLATCH_BCRYPT_COST";
const MAIL: &str = "NIGHTLATCH_MAIL";
const MAIL_FROM: &str = "NIGHTLATCH_MAIL_FROM";
const WEBHOOK_PRIVATE_TARGETS: &str = "NIGHTLATCH_WEBHOOK_PRIVATE_TARGETS";
const SSO_PRIVATE_PROVIDERS: &str = "NIGHTLATCH_SSO_PRIVATE_PROVIDERS";
const HIGH_WATER: &str = "NIGHTLATCH_HIGH_WATER";
const LOG: &str = "NIGHTLATCH_LOG";
const METRICS_BIND: &str = "NIGHTLATCH_METRICS_BIND";
const OTLP_ENDPOINT: &str = "NIGHTLATCH_OTLP_ENDPOINT";
const INSECURE_DEV: &str = "NIGHTLATCH_INSECURE_DEV";

const URL: &str = "NIGHTLATCH_URL";
const API_KEY: &str = "NIGHTLATCH_API_KEY";

const DEFAULT_BIND: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
const DEFAULT_BCRYPT_COST: u32 = 12;
const DEFAULT_LOG: &str = "info,actix_server=warn,actix_http::h1=off";
/// Without what is told every few seconds.
const DEFAULT_DEV_LOG: &str = "info,actix_server=warn,actix_http::h1=off,nightlatch::flows::audit_seals=warn";
const CONNECTIONS_PER_CORE: usize = 4;
/// Longer than a request waits for a connection and then for a lock, or than a statement may take: who is told by the database
/// in time knows more than who is told nothing.
pub const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// A setting as people are told of it.
pub struct Setting {
    pub name: &'static str,
    pub default: &'static str,
    pub meaning: &'static str,
}

/// Every setting that there is; for each, `NAME_FILE` may name a file that holds the value.
pub const SETTINGS: [Setting; 20] = [
    setting(DATABASE_URL, "required", "PostgreSQL, as postgresql://user:password@host/database"),
    setting(KEYRING, "required", "path of the key ring, which `nightlatch keys init` makes"),
    setting(BIND, "127.0.0.1:8080", "address and port to listen on"),
    setting(PUBLIC_URL, "http://localhost:PORT", "how browsers reach the service; required off loopback"),
    setting(PAGES_URL, "the public URL", "where browsers find the pages, if elsewhere on the same site"),
    setting(ALLOWED_ORIGINS, "none", "origins of the same site whose pages may use the API too, with commas"),
    setting(FRONTEND_DIR, "none", "folder of the built page; without it only the API is served"),
    setting(TRUSTED_PROXIES, "none", "addresses or networks whose X-Forwarded-For is believed, with commas"),
    setting(DATABASE_POOL, "4 per core", "most connections to the database, 1 to 1000"),
    setting(
        PREPARED_STATEMENTS,
        "on",
        "off behind PgBouncer in transaction mode, which then sets up the sessions",
    ),
    setting(BCRYPT_COST, "12", "work for each password, 10 to 16"),
    setting(
        MAIL,
        "log",
        "smtp://…?tls=required, smtps://…, file:FOLDER, or log: nothing leaves, the log tells",
    ),
    setting(MAIL_FROM, "required with smtp", "sender of all mail, as \"Nightlatch <no-reply@example.org>\""),
    setting(WEBHOOK_PRIVATE_TARGETS, "0", "1 lets webhooks lead to private networks and use plain http"),
    setting(SSO_PRIVATE_PROVIDERS, "0", "1 lets single sign-on use private networks and plain http"),
    setting(HIGH_WATER, "none", "path of a file that tells a restored database; not on the database's disk"),
    setting(LOG, DEFAULT_LOG, "what is logged, by level and module"),
    setting(
        METRICS_BIND,
        "none",
        "address and port of GET /metrics, such as 127.0.0.1:9464; not for the public",
    ),
    setting(OTLP_ENDPOINT, "none", "where traces go by OTLP, such as http://127.0.0.1:4318"),
    setting(INSECURE_DEV, "0", "1 allows plain http and bcrypt costs from 4: for experiments only"),
];

/// What the commands for administrators are told, who work over the API of a service that runs elsewhere.
pub const CLIENT_SETTINGS: [Setting; 2] = [
    setting(URL, "http://localhost:8080", "the service to ask; https unless it is on this machine"),
    setting(API_KEY, "required", "the API key to show; never an argument, which everybody on a machine sees"),
];

const fn setting(name: &'static str, default: &'static str, meaning: &'static str) -> Setting {
    Setting { name, default, meaning }
}

/// What the application is made with.
#[derive(Clone, Debug)]
pub struct Settings {
    pub database_url: SecretString,
    pub bind: SocketAddr,
    /// Scheme, host and port alone.
    pub public_url: Url,
    /// Where the pages are, if elsewhere; on the same site.
    pub pages: Option<Url>,
    /// Of whose pages may use the API too; on the same site.
    pub allowed_origins: Vec<Url>,
    /// A folder with an `index.html`.
    pub frontend_dir: Option<PathBuf>,
    pub trusted_proxies: Vec<IpNet>,
    pub bcrypt_cost: u32,
    /// Most connections to the database.
    pub database_pool: u32,
    /// Whether a connection to the database is a session: keeps prepared statements, and is set up by the service.
    pub prepared_statements: bool,
    /// So long a client waits for a thread and the database.
    pub answer_within: Duration,
    pub mail: Transport,
    pub mail_from: Sender,
    /// Whether webhooks may lead to this machine and to private networks, and by plain HTTP.
    pub webhook_private_targets: bool,
    /// Whether providers of single sign-on may be on this machine and in private networks, and speak plain HTTP.
    pub sso_private_providers: bool,
    /// Where the high-water mark is kept; a database that is behind it is not used.
    pub high_water: Option<PathBuf>,
    /// Where Prometheus reads the metrics.
    pub metrics_bind: Option<SocketAddr>,
    /// The collector of traces.
    pub otlp_endpoint: Option<Url>,
    /// Whether a folder of mail can be read in the browser, by whoever reaches the service: its developer alone.
    pub shows_mail: bool,
}

impl Settings {
    /// Where the pages are.
    pub fn pages_url(&self) -> &Url {
        self.pages.as_ref().unwrap_or(&self.public_url)
    }

    /// The origins, beside the service's own, whose pages may use the API.
    pub fn other_origins(&self) -> impl Iterator<Item = &Url> {
        self.pages.iter().chain(&self.allowed_origins)
    }

    /// The address of a page, for a browser that is sent there from here.
    pub fn page(&self, path: &str) -> String {
        let base = self.pages.as_ref().map(|pages| pages.origin().ascii_serialization());
        base.unwrap_or_default() + path
    }

    /// The hosts of the database that are elsewhere and do not have to prove that they are the right ones.
    pub fn unproven_database_hosts(&self) -> Vec<String> {
        database::unproven_hosts(self.database_url.expose_secret())
    }

    /// The folder of mail that can be read in the browser, if there is one.
    pub fn shown_mailbox(&self) -> Option<&Path> {
        match &self.mail {
            Transport::Folder(folder) if self.shows_mail => Some(folder),
            Transport::Folder(_) | Transport::Smtp(_) | Transport::Log => None,
        }
    }
}

/// The settings of a service, with what its start needs beside them.
#[derive(Debug)]
pub struct Configuration {
    pub settings: Settings,
    pub keyring: PathBuf,
    pub log: EnvFilter,
}

impl Configuration {
    /// What a service needs that keeps marks of what it has answered for. Errors: its file cannot be written.
    pub fn prove_high_water(&self) -> Result<(), Faults> {
        let proven = self.settings.high_water.as_deref().map_or(Ok(()), high_water_file::prove);
        proven.map_err(|error| Faults(vec![format!("{HIGH_WATER}: the file cannot be written: {error}")]))
    }

    /// Errors: everything that is missing, malformed, unsafe or unknown.
    pub fn read(environment: &Environment) -> Result<Self, Faults> {
        let mut reader = Reader::new(environment);
        let insecure = reader.or(INSECURE_DEV, || false, values::flag).unwrap_or_default();
        let database_url = reader.required(DATABASE_URL, values::database_url);
        let keyring = reader.required(KEYRING, values::path);
        let bind = reader.or(BIND, || DEFAULT_BIND, values::socket_address);
        let public_url = public_url(&mut reader, bind, insecure);
        let near = |text: &str| values::same_site_url(text, public_url.as_ref(), insecure);
        let pages = reader.or(PAGES_URL, || None, |text| near(text).map(Some));
        let allowed_origins = reader.or(ALLOWED_ORIGINS, Vec::new, |text| values::list(text, near));
        let frontend_dir = reader.or(FRONTEND_DIR, || None, |text| values::frontend_dir(text).map(Some));
        let trusted_proxies =
            reader.or(TRUSTED_PROXIES, Vec::new, |text| values::list(text, values::network));
        let database_pool = reader.or(DATABASE_POOL, default_pool, values::pool_size);
        let prepared_statements = reader.or(PREPARED_STATEMENTS, || true, values::switch);
        let bcrypt_cost = reader.or(BCRYPT_COST, || DEFAULT_BCRYPT_COST, |text| values::cost(text, insecure));
        let mail = reader.or(MAIL, || Transport::Log, |text| values::mail(text, insecure));
        let mail_from = mail_from(&mut reader, mail.as_ref());
        let webhook_private_targets = reader.or(WEBHOOK_PRIVATE_TARGETS, || false, values::flag);
        let sso_private_providers = reader.or(SSO_PRIVATE_PROVIDERS, || false, values::flag);
        let high_water = reader.or(HIGH_WATER, || None, |text| values::path(text).map(Some));
        let metrics_bind = reader.or(METRICS_BIND, || None, |text| values::socket_address(text).map(Some));
        let otlp_endpoint = reader.or(OTLP_ENDPOINT, || None, |text| values::otlp_endpoint(text).map(Some));
        let log = log(&mut reader);
        reader.finish(|| {
            let settings = Settings {
                database_url: database_url?,
                bind: bind?,
                pages: pages?.filter(|pages| Some(pages) != public_url.as_ref()),
                allowed_origins: allowed_origins?,
                public_url: public_url?,
                frontend_dir: frontend_dir?,
                trusted_proxies: trusted_proxies?,
                bcrypt_cost: bcrypt_cost?,
                database_pool: database_pool?,
                prepared_statements: prepared_statements?,
                answer_within: ANSWER_WITHIN,
                mail: mail?,
                mail_from: mail_from?,
                webhook_private_targets: webhook_private_targets?,
                sso_private_providers: sso_private_providers?,
                high_water: high_water?,
                metrics_bind: metrics_bind?,
                otlp_endpoint: otlp_endpoint?,
                shows_mail: false,
            };
            Some(Self { settings, keyring: keyring?, log: log? })
        })
    }
}

/// How a client reaches a service, and what it shows there.
pub struct ClientSettings {
    /// Scheme, host and port alone.
    pub url: Url,
    pub api_key: SecretString,
}

impl ClientSettings {
    /// Reads them; `url` and `key_file`, where they are given, go before the environment. Errors: missing, malformed,
    /// unsafe, and unknown settings.
    pub fn read(
        environment: Environment,
        url: Option<&str>,
        key_file: Option<&Path>,
    ) -> Result<Self, Faults> {
        let environment = environment
            .with(URL, url.map(Into::into))
            .with(&format!("{API_KEY}_FILE"), key_file.map(Into::into));
        let mut reader = Reader::new(&environment);
        let insecure = reader.or(INSECURE_DEV, || false, values::flag).unwrap_or_default();
        let url =
            reader.or(URL, || local_url(DEFAULT_BIND.port()), |text| values::public_url(text, insecure));
        let api_key = reader.required(API_KEY, values::api_key);
        reader.finish(|| Some(Self { url: url?, api_key: api_key? }))
    }
}

/// What a migration needs: the database and the log filter. Errors: these two, and unknown settings.
pub fn read_for_migration(environment: &Environment) -> Result<(SecretString, EnvFilter), Faults> {
    let mut reader = Reader::new(environment);
    let database_url = reader.required(DATABASE_URL, values::database_url);
    let log = log(&mut reader);
    reader.finish(|| Some((database_url?, log?)))
}

/// The path of the key ring alone. Errors: missing, and unknown settings.
pub fn read_keyring_path(environment: &Environment) -> Result<PathBuf, Faults> {
    let mut reader = Reader::new(environment);
    let keyring = reader.required(KEYRING, values::path);
    reader.finish(|| keyring)
}

/// The address to listen on alone. Errors: malformed, and unknown settings.
pub fn read_bind(environment: &Environment) -> Result<SocketAddr, Faults> {
    let mut reader = Reader::new(environment);
    let bind = reader.or(BIND, || DEFAULT_BIND, values::socket_address);
    reader.finish(|| bind)
}

/// The log filter alone, for a service that somebody watches in a terminal. Errors: malformed, and unknown settings.
pub fn read_log_filter(environment: &Environment) -> Result<EnvFilter, Faults> {
    let mut reader = Reader::new(environment);
    let log = reader.or(LOG, || EnvFilter::new(DEFAULT_DEV_LOG), values::log_filter);
    reader.finish(|| log)
}

fn log(reader: &mut Reader) -> Option<EnvFilter> {
    reader.or(LOG, || EnvFilter::new(DEFAULT_LOG), values::log_filter)
}

/// Only a service on a loopback address can tell its own URL. A malformed address is told by itself.
fn public_url(reader: &mut Reader, bind: Option<SocketAddr>, insecure: bool) -> Option<Url> {
    let bind = bind.unwrap_or(DEFAULT_BIND);
    let parse = |text: &str| values::public_url(text, insecure);
    if bind.ip().is_loopback() {
        reader.or(PUBLIC_URL, || local_url(bind.port()), parse)
    } else {
        reader.required(PUBLIC_URL, parse)
    }
}

/// Mail that leaves this machine needs a sender that receivers believe.
fn mail_from(reader: &mut Reader, mail: Option<&Transport>) -> Option<Sender> {
    match mail {
        Some(Transport::Smtp(_)) => reader.required(MAIL_FROM, values::sender),
        Some(Transport::Folder(_) | Transport::Log) | None => {
            reader.or(MAIL_FROM, local_sender, values::sender)
        }
    }
}

/// The sender of mail that stays on this machine.
pub fn local_sender() -> Sender {
    "Nightlatch <nightlatch@localhost>".parse().expect("this is an address")
}

/// The URL of a service on this machine.
pub fn local_url(port: u16) -> Url {
    Url::parse(&format!("http://localhost:{port}")).expect("every port makes a URL")
}

/// The size of the pool where none is set.
pub fn default_pool() -> u32 {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    u32::try_from(cores * CONNECTIONS_PER_CORE).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
