//! The set-up of the `dev` command: a database, a key ring and a first administrator, all in one folder.

pub mod cluster;
mod credentials;

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
};

use secrecy::SecretString;
use url::Url;

use crate::{
    app::{App, StartError},
    clock::{Clock, SystemClock},
    config::{self, Settings},
    crypto::keyring::{Keyring, KeyringError},
    error::Fault,
    flows::organizations::{self, BootstrapError},
    mail::Transport,
    random::SystemRandom,
    store::{self, migrations::MigrationError},
};
use cluster::{Cluster, ClusterError};
pub use credentials::Credentials;

/// The service connects as it, and not as the superuser that the database belongs to.
const SERVICE_ROLE: &str = "nightlatch_service";
const ORGANIZATION: &str = "Example";
/// Cheaper than a real service's, to start and sign in quickly.
const BCRYPT_COST: u32 = 10;
/// Where mail is kept, in the folder of everything.
pub const MAIL_FOLDER: &str = "mail";
/// Where the page is built.
const PAGE: &str = "frontend/dist";

/// A service with everything that it needs, ready to take requests on `listener`.
pub struct Stage {
    pub app: App,
    /// The file of its key ring, which the `keys` commands write.
    pub keyring: PathBuf,
    pub listener: TcpListener,
    /// Where metrics are asked for.
    pub metrics: Option<TcpListener>,
    pub url: Url,
    pub credentials: Credentials,
    /// Whether there is a page to show.
    pub has_page: bool,
    /// To be stopped after the service.
    pub cluster: Cluster,
}

/// Sets the stage in `data_dir`, which keeps everything for the next time.
///
/// # Errors
/// When the port is taken, or when the database, the key ring or the application does not start.
pub fn set(
    data_dir: &Path,
    port: u16,
    metrics_port: Option<u16>,
    pages: Option<Url>,
) -> Result<Stage, DevError> {
    // Before the database starts, so that a port in use is told at once.
    let listener = listen(port)?;
    let metrics = metrics_port.map(listen).transpose()?;
    let cluster = Cluster::start(data_dir)?;
    let owner_url = SecretString::from(cluster.database_url());
    store::grants::make_role(&owner_url, SERVICE_ROLE)?;
    store::migrations::run(&owner_url, Some(SERVICE_ROLE), SystemClock.now())?;
    let database_url = format!("{}&options=-c%20role%3D{SERVICE_ROLE}", cluster.database_url()).into();

    let keyring_file = data_dir.join("keyring");
    let keyring = keyring(&keyring_file)?;
    let settings = Settings { pages, ..settings(database_url, &listener, metrics.as_ref(), data_dir)? };
    let (url, has_page) = (settings.public_url.clone(), settings.frontend_dir.is_some());
    let credentials = Credentials::keep(&data_dir.join("credentials.json"), &SystemRandom)?;
    let app = App::start(settings, keyring, Arc::new(SystemClock), Arc::new(SystemRandom))?;
    if !app.db.read(store::organizations::any_exists)? {
        organizations::bootstrap(&app, ORGANIZATION, &credentials.email, Some(&credentials.password), false)?;
    }
    Ok(Stage { app, keyring: keyring_file, listener, metrics, url, credentials, has_page, cluster })
}

fn listen(port: u16) -> Result<TcpListener, DevError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|cause| DevError::listen(port, cause))
}

fn settings(
    database_url: SecretString,
    listener: &TcpListener,
    metrics: Option<&TcpListener>,
    data_dir: &Path,
) -> Result<Settings, DevError> {
    let address =
        |listener: &TcpListener| listener.local_addr().map_err(|cause| DevError::Listen { port: 0, cause });
    let bind = address(listener)?;
    let page = PathBuf::from(PAGE);
    Ok(Settings {
        database_url,
        bind,
        public_url: config::local_url(bind.port()),
        pages: None,
        allowed_origins: Vec::new(),
        frontend_dir: page.join("index.html").is_file().then_some(page),
        trusted_proxies: Vec::new(),
        bcrypt_cost: BCRYPT_COST,
        database_pool: config::default_pool(),
        prepared_statements: true,
        answer_within: config::ANSWER_WITHIN,
        mail: Transport::Folder(data_dir.join(MAIL_FOLDER)),
        mail_from: config::local_sender(),
        webhook_private_targets: true,
        sso_private_providers: true,
        high_water: Some(data_dir.join("high-water")),
        metrics_bind: metrics.map(address).transpose()?,
        otlp_endpoint: None,
        shows_mail: true,
    })
}

/// The ring at `path`, made at the first call.
fn keyring(path: &Path) -> Result<Keyring, KeyringError> {
    if path.exists() {
        return Keyring::load(path);
    }
    let keyring = Keyring::generate(&SystemRandom);
    keyring.save_new(path)?;
    Ok(keyring)
}

/// Why the stage could not be set, in words for the person who typed the command.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DevError {
    #[error("port {port} is in use; stop what uses it, or choose another with --port or --metrics-port")]
    PortInUse { port: u16 },
    #[error("cannot listen on port {port}: {cause}")]
    Listen { port: u16, cause: io::Error },
    #[error("cannot keep the credentials in {path}: {cause}")]
    Credentials { path: PathBuf, cause: io::Error },
    #[error(transparent)]
    Cluster(#[from] ClusterError),
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("the database is not usable: {0}")]
    Database(#[from] Fault),
    #[error("the database is not usable: {0}")]
    Migration(#[from] MigrationError),
    #[error(transparent)]
    Bootstrap(#[from] BootstrapError),
}

impl DevError {
    fn listen(port: u16, cause: io::Error) -> Self {
        if cause.kind() == io::ErrorKind::AddrInUse {
            Self::PortInUse { port }
        } else {
            Self::Listen { port, cause }
        }
    }
}
