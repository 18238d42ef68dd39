//! An installation of its own: a database on the server of `tests/with-postgres`, a key ring, and the service.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Integer, Text},
};
use tempfile::TempDir;
use url::Url;

use crate::{Outcome, options::Options, processes};

pub const ADMIN: &str = "root@example.org";
const DATABASE: &str = "nightlatch_load";
/// A copy of it: events that the service did not write would alarm it.
const COPY: &str = "nightlatch_load_limits";
/// So long the service has to become ready.
const PATIENCE: Duration = Duration::from_secs(10);

pub struct Installation {
    pub scratch: TempDir,
    pub url: String,
    /// The one that all processes of the database server are children of.
    pub postmaster: u32,
    /// The version of the database server.
    pub version: String,
    binary: PathBuf,
    server: String,
}

#[derive(QueryableByName)]
struct Backend {
    #[diesel(sql_type = Integer)]
    pid: i32,
    #[diesel(sql_type = Text)]
    version: String,
}

impl Installation {
    /// Migrated, with one administrator of that password.
    pub fn make(options: &Options, password: &str) -> Outcome<Self> {
        let mut connection = PgConnection::establish(options.server())?;
        connection.batch_execute(&format!("CREATE DATABASE {DATABASE}"))?;
        let query = "SELECT pg_backend_pid() AS pid, current_setting('server_version') AS version";
        let backend: Backend = sql_query(query).get_result(&mut connection)?;
        let made = Self {
            scratch: TempDir::new()?,
            url: url_of(options.server(), DATABASE)?,
            postmaster: processes::parent(u32::try_from(backend.pid)?)?,
            version: backend.version,
            binary: options.binary.clone(),
            server: options.server().to_owned(),
        };
        made.run(&["keys", "init"], "", options.cost)?;
        made.run(&["migrate"], "", options.cost)?;
        let bootstrap = ["bootstrap", "--organization", "Example Ltd", "--email", ADMIN, "--password-stdin"];
        made.run(&bootstrap, password, options.cost)?;
        Ok(made)
    }

    pub fn keyring(&self) -> PathBuf {
        self.scratch.path().join("keyring")
    }

    pub fn binary(&self) -> &Path {
        &self.binary
    }

    pub fn connect(&self) -> Outcome<PgConnection> {
        Ok(PgConnection::establish(&self.url)?)
    }

    /// Makes a copy of the database, for the database's own benchmark. Nobody may be connected.
    pub fn copy(&self) -> Outcome<()> {
        let mut connection = PgConnection::establish(&self.server)?;
        Ok(connection.batch_execute(&format!("CREATE DATABASE {COPY} TEMPLATE {DATABASE}"))?)
    }

    /// Of the copy.
    pub fn copy_url(&self) -> Outcome<String> {
        url_of(&self.server, COPY)
    }

    /// Runs a command of the program to its end.
    pub fn run(&self, arguments: &[&str], input: &str, cost: u32) -> Outcome<()> {
        let mut child =
            self.command(cost).args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        child.stdin.take().ok_or("no pipe")?.write_all(input.as_bytes())?;
        let status = child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("nightlatch {arguments:?}: {status}").into()) }
    }

    /// Serves until it is dropped.
    pub fn serve(&self, cost: u32) -> Outcome<Service> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let begun = Instant::now();
        let child = self.command(cost).arg("serve").env("NIGHTLATCH_BIND", address.to_string()).spawn()?;
        let mut service = Service { child, address, ready_after: Duration::ZERO };
        while !is_ready(address) {
            if begun.elapsed() > PATIENCE || service.child.try_wait()?.is_some() {
                return Err("the service does not become ready".into());
            }
            thread::sleep(Duration::from_millis(1));
        }
        service.ready_after = begun.elapsed();
        Ok(service)
    }

    /// Nothing of the shell's environment gets in.
    fn command(&self, cost: u32) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .env_clear()
            .env("NIGHTLATCH_DATABASE_URL", &self.url)
            .env("NIGHTLATCH_KEYRING", self.keyring())
            .env("NIGHTLATCH_BCRYPT_COST", cost.to_string())
            .env("NIGHTLATCH_LOG", "error")
            // Costs under 10 are for experiments, of which this is one.
            .env("NIGHTLATCH_INSECURE_DEV", if cost < 10 { "1" } else { "0" });
        command
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        let drop = |name| format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        let dropped = PgConnection::establish(&self.server)
            .map(|mut connection| [DATABASE, COPY].map(|name| connection.batch_execute(&drop(name))));
        if !matches!(dropped, Ok([Ok(()), Ok(())])) {
            eprintln!("databases are left behind: {DATABASE}, {COPY}");
        }
    }
}

fn url_of(server: &str, database: &str) -> Outcome<String> {
    let mut url = Url::parse(server)?;
    url.set_path(database);
    Ok(url.into())
}

/// A process that is killed when it goes.
pub struct Service {
    child: Child,
    pub address: SocketAddr,
    /// From its start to its first answer that it is ready.
    pub ready_after: Duration,
}

impl Service {
    /// One that tells its port on a line, once it listens.
    pub fn telling(mut command: Command) -> Outcome<Self> {
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let mut told = child.stdout.take().ok_or("no pipe")?;
        let (mut line, mut byte) = (String::new(), [0]);
        while told.read(&mut byte)? == 1 && byte != *b"\n" {
            line.push(char::from(byte[0]));
        }
        Ok(Self { child, address: line.parse()?, ready_after: begun.elapsed() })
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended {
            eprintln!("the service does not end: {error}");
        }
    }
}

fn is_ready(address: SocketAddr) -> bool {
    let asked = TcpStream::connect(address).and_then(|mut stream| {
        stream.write_all(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).map(|_| answer)
    });
    asked.is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}
