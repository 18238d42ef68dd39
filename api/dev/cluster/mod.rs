//! The private PostgreSQL cluster of `nightlatch dev`: made once, then started and stopped together with the
//! service.
//!
//! Nobody reaches it over the network: it listens on a unix socket in a folder that only its own account may
//! enter, which is why it asks for no password.

mod account;
mod installation;
mod leftover;
mod place;

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use data_encoding::HEXLOWER;

use account::Account;
use installation::Installation;

use crate::random::{Random, SystemRandom};

/// The bootstrap role of the cluster, and the name of its one database.
const NAME: &str = "nightlatch";
/// Only part of the socket's file name here, since nothing listens on TCP. Named everywhere, or `PGPORT`
/// would decide.
const PORT: &str = "5432";
/// Short, since a socket's path may have 107 bytes, and open to every account: `TMPDIR` may be neither.
const SOCKET_ROOT: &str = "/tmp";
const SOCKET_PREFIX: &str = "nightlatch-";

const POLL: Duration = Duration::from_millis(20);
/// A minute: recovery after a crash replays at most one checkpoint interval.
const READY_POLLS: u32 = 3000;
/// Half a minute.
const STOP_POLLS: u32 = 1500;

/// A running PostgreSQL server that belongs to this process; dropping it stops it.
pub struct Cluster {
    server: Child,
    installation: Installation,
    account: Account,
    data: PathBuf,
    socket_dir: PathBuf,
    database_url: String,
    /// Held as long as the server runs, so that a second service on the same folder is refused.
    lock: File,
}

impl Cluster {
    /// Starts the cluster in `data_dir/postgres`, which the first start creates, and returns once it takes
    /// connections. It writes its log to `data_dir/postgres.log`.
    ///
    /// # Errors
    /// When no server programs are installed, when another process uses `data_dir`, when its data cannot be
    /// used by the programs or the account at hand, or when the server does not come up.
    pub fn start(data_dir: &Path) -> Result<Self, ClusterError> {
        fs::create_dir_all(data_dir).map_err(ClusterError::io("create", data_dir))?;
        let data_dir = data_dir.canonicalize().map_err(ClusterError::io("find", data_dir))?;
        let lock = lock(&data_dir)?;

        let account = Account::choose(&data_dir.join("postgres"))?;
        let installation = Installation::find(&data_dir.join("postgres"))?;
        let data = place::settle(&data_dir, &installation, account)?;
        leftover::end(&data, &installation, account)?;

        let log_path = data_dir.join("postgres.log");
        let log = OpenOptions::new().create(true).append(true).mode(0o600).open(&log_path);
        let log = log.map_err(ClusterError::io("open", &log_path))?;
        let socket_dir = make_socket_dir(account)?;
        let server = spawn(&installation, account, &data, &socket_dir, log);
        let server = server.inspect_err(|_| remove_socket_dir(&socket_dir))?;

        let database_url =
            format!("postgresql:///{NAME}?host={}&port={PORT}&user={NAME}", socket_dir.display());
        let mut cluster = Self { server, installation, account, data, socket_dir, database_url, lock };
        cluster.wait_until_ready(&log_path)?;
        Ok(cluster)
    }

    /// A libpq URL of the cluster's database, for its superuser.
    pub fn database_url(&self) -> &str {
        &self.database_url
    }

    /// Disconnects the clients, writes everything to disk and waits until the server is gone.
    ///
    /// # Errors
    /// When the server does not stop within half a minute; it is killed then, and recovers at the next start.
    pub fn stop(mut self) -> Result<(), ClusterError> {
        self.shut_down()
    }

    fn wait_until_ready(&mut self, log: &Path) -> Result<(), ClusterError> {
        for _ in 0..READY_POLLS {
            if self.server.try_wait().map_err(ClusterError::io("watch", &self.data))?.is_some() {
                return Err(ClusterError::Died { log: log.into(), last_words: last_lines(log) });
            }
            if self.accepts_connections()? {
                return Ok(());
            }
            thread::sleep(POLL);
        }
        Err(ClusterError::NotReady { log: log.into(), last_words: last_lines(log) })
    }

    fn accepts_connections(&self) -> Result<bool, ClusterError> {
        let mut probe = self.installation.command("pg_isready", self.account);
        probe.args(["--quiet", "--timeout=1", "--port", PORT, "--username", NAME, "--dbname", NAME]);
        probe.arg("--host").arg(&self.socket_dir);
        let status = probe.status().map_err(ClusterError::io("run", Path::new("pg_isready")))?;
        Ok(status.success())
    }

    fn shut_down(&mut self) -> Result<(), ClusterError> {
        let gone = self.server.try_wait().map_err(ClusterError::io("watch", &self.data))?;
        if gone.is_none() {
            self.installation.interrupt(self.server.id(), self.account)?;
            self.wait_until_gone()?;
        }
        remove_socket_dir(&self.socket_dir);
        // Not left to the closing of the file: a child that is forked now holds the descriptor a little longer.
        self.lock.unlock().map_err(ClusterError::io("unlock", &self.data))
    }

    fn wait_until_gone(&mut self) -> Result<(), ClusterError> {
        let watched = |error| ClusterError::io("watch", &self.data)(error);
        for _ in 0..STOP_POLLS {
            if self.server.try_wait().map_err(watched)?.is_some() {
                return Ok(());
            }
            thread::sleep(POLL);
        }
        self.server.kill().and_then(|()| self.server.wait()).map_err(watched)?;
        Err(ClusterError::NotStopped { data: self.data.clone(), output: "it did not end in time".into() })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.shut_down() {
            tracing::error!("{error}");
        }
    }
}

/// Why the private cluster cannot be used, in words for the person who typed the command.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClusterError {
    #[error(
        "no PostgreSQL server of version 15 or newer is installed; on Debian: apt-get install postgresql"
    )]
    NotInstalled,

    #[error(
        "{data} was made by PostgreSQL {made_by}, and only version {found} is installed; \
         install postgresql-{made_by}, or use another data folder"
    )]
    OtherVersion { data: PathBuf, made_by: u32, found: u32 },

    #[error(
        "PostgreSQL refuses to run as root, and this machine has neither a user postgres nor a user nobody"
    )]
    NoAccount,

    #[error("{data} belongs to another user; run this command as that user, or use another data folder")]
    NotOwner { data: PathBuf },

    #[error(
        "{data_dir} is in use by another nightlatch that is still running; \
         stop it first, or use another data folder"
    )]
    InUse { data_dir: PathBuf },

    #[error("the database in {data} is still running and could not be stopped: {output}")]
    NotStopped { data: PathBuf, output: String },

    #[error("the database could not be created ({program}): {output}")]
    NotCreated { program: &'static str, output: String },

    #[error("the database stopped while it started; the end of {log} says:\n{last_words}")]
    Died { log: PathBuf, last_words: String },

    #[error("the database takes no connections after a minute; the end of {log} says:\n{last_words}")]
    NotReady { log: PathBuf, last_words: String },

    #[error("cannot {action} {path}: {source}")]
    Io { action: &'static str, path: PathBuf, source: io::Error },
}

impl ClusterError {
    fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }
}

/// The kernel lets go of the lock when the process ends, however it ends, so there is never a stale one.
fn lock(data_dir: &Path) -> Result<File, ClusterError> {
    let path = data_dir.join("lock");
    let file = File::create(&path).map_err(ClusterError::io("create", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(ClusterError::InUse { data_dir: data_dir.into() }),
        Err(fs::TryLockError::Error(source)) => Err(ClusterError::io("lock", &path)(source)),
    }
}

/// A folder under a name that no other one had: a run that was killed leaves the name of its own, which the next one removes.
fn make_socket_dir(account: Account) -> Result<PathBuf, ClusterError> {
    let random: &dyn Random = &SystemRandom;
    let name = HEXLOWER.encode(&random.bytes::<8>());
    let path = Path::new(SOCKET_ROOT).join(format!("{SOCKET_PREFIX}{name}"));
    DirBuilder::new().mode(0o700).create(&path).map_err(ClusterError::io("create", &path))?;
    account.own(&path).map(|()| path)
}

/// What stays behind is an empty folder in the temporary directory: not worth failing a start or a stop.
fn remove_socket_dir(path: &Path) {
    if let Err(error) = fs::remove_dir_all(path) {
        tracing::debug!("cannot remove {}: {error}", path.display());
    }
}

/// In a process group of its own, so that a terminal's Ctrl-C reaches the service only, which drains first.
fn spawn(
    installation: &Installation,
    account: Account,
    data: &Path,
    socket_dir: &Path,
    log: File,
) -> Result<Child, ClusterError> {
    let mut postgres = installation.command("postgres", account);
    postgres.arg("-D").arg(data).arg("-k").arg(socket_dir).args(["-p", PORT]);
    for setting in ["listen_addresses=", "unix_socket_permissions=0700", "logging_collector=off"] {
        postgres.args(["-c", setting]);
    }
    postgres.process_group(0).stdout(Stdio::null()).stderr(log);
    postgres.spawn().map_err(ClusterError::io("start the database in", data))
}

fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(5)..].join("\n")
}

#[cfg(test)]
mod tests;
