//! Somebody with a shell: types commands, reads what they print, and starts the service as it runs in production.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    sync::Arc,
    time::Duration,
};

use reqwest::Client;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{
    app::{self, client_builder},
    call::{Endpoint, Journal},
    database::{self, Database},
};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_nightlatch");
pub const ADMIN: &str = "you@example.org";
const BLOCKED_SIGN_INS: &str =
    "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active'";

/// Somebody with a shell, an empty folder and a database.
pub struct Operator {
    pub database: Database,
    pub home: TempDir,
}

impl Operator {
    pub fn new(database: Database) -> Self {
        Self { database, home: tempfile::tempdir().unwrap() }
    }

    /// With a key ring, the schema, and an organization.
    pub fn installed() -> Self {
        let operator = Self::new(Database::empty());
        let bootstrap = ["bootstrap", "--organization", "Example", "--email", ADMIN, "--password-stdin"];
        printed(operator.command(&["keys", "init"]).output().unwrap());
        printed(operator.command(&["migrate"]).output().unwrap());
        fs::write(operator.password_file(), operator.password()).unwrap();
        let password = fs::File::open(operator.password_file()).unwrap();
        printed(operator.command(&bootstrap).stdin(password).output().unwrap());
        operator
    }

    pub fn password(&self) -> &'static str {
        "the administrator's own words"
    }

    pub fn password_file(&self) -> PathBuf {
        self.home.path().join("password")
    }

    pub fn keyring(&self) -> PathBuf {
        self.home.path().join("keyring")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        self.settle(command.args(arguments));
        if arguments == ["serve"] {
            command.env("NIGHTLATCH_DATABASE_URL", self.database.shared_url().expose_secret());
        }
        command
    }

    /// Commands in a shell that finds the program by its name.
    pub fn shell(&self, script: &str) -> Command {
        let folder = Path::new(PROGRAM).parent().unwrap().display();
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", &format!("PATH='{folder}':$PATH\n{script}")]);
        self.settle(&mut shell);
        shell
    }

    /// The same of somebody who followed the guide: a role of its own for the service, and the tables' owner beside it.
    pub fn guided(&self, script: &str) -> Command {
        let service = self.database.url_as_new("nightlatch");
        let mut shell = self.shell(script);
        shell.env("NIGHTLATCH_DATABASE_URL", service.expose_secret());
        shell.env("OWNER_URL", self.database.plain_url());
        shell
    }

    pub fn settle(&self, command: &mut Command) {
        database::hide_tests_settings(command)
            .current_dir(self.home.path())
            .env("NIGHTLATCH_DATABASE_URL", self.database.plain_url())
            .env("NIGHTLATCH_PREPARED_STATEMENTS", database::prepared_statements())
            .env("NIGHTLATCH_KEYRING", self.keyring())
            .env("NIGHTLATCH_BIND", "127.0.0.1:0")
            .env("NIGHTLATCH_PUBLIC_URL", "http://localhost:8080")
            .env("NIGHTLATCH_DATABASE_POOL", "3")
            .env("NIGHTLATCH_BCRYPT_COST", "4")
            .env("NIGHTLATCH_INSECURE_DEV", "1");
    }
}

/// A running `serve`, which dies with the test.
pub struct Service {
    process: Child,
    pub base: String,
    /// What it logged until it was ready.
    pub told: Vec<String>,
    client: Client,
}

impl Service {
    /// Waits until it says that it is ready.
    pub fn start(mut serve: Command) -> Self {
        let mut process = serve.stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(process.stderr.take().unwrap()).lines();
        let mut told = Vec::new();
        let ready = log.by_ref().map_while(Result::ok).find_map(|line| {
            told.push(line);
            let line: Value = serde_json::from_str(told.last()?).ok()?;
            (line["message"] == "ready").then_some(line)
        });
        let ready = ready.unwrap_or_else(|| panic!("it ended at the start: {told:#?}"));
        let base = format!("http://{}", ready["bind"].as_str().unwrap());
        // Read on, or the log would fill its pipe.
        std::thread::spawn(move || log.map_while(Result::ok).for_each(drop));
        let client = client_builder().timeout(Duration::from_secs(30)).build().unwrap();
        Self { process, base, told, client }
    }

    pub async fn sign_in(&self, email: &str, password: &str) -> Value {
        let answer = self.login(email, password).await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.json().await.unwrap()
    }

    /// The answer's status and body.
    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let answer = self.client.post(format!("{}{path}", self.base)).json(&body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap_or_default())
    }

    pub fn login(
        &self,
        email: &str,
        password: &str,
    ) -> impl Future<Output = reqwest::Result<reqwest::Response>> + Send + 'static {
        let body = json!({"email": email, "password": password});
        self.client.post(format!("{}/v1/auth/login", self.base)).json(&body).send()
    }

    /// Begins a sign-in, and waits until the database holds it up.
    pub async fn begin_sign_in(
        &self,
        operator: &Operator,
    ) -> tokio::task::JoinHandle<reqwest::Result<reqwest::Response>> {
        let running = tokio::spawn(self.login(ADMIN, operator.password()));
        while operator.database.count(BLOCKED_SIGN_INS) == 0 {
            assert!(!running.is_finished(), "the sign-in was not held up");
            tokio::task::yield_now().await;
        }
        running
    }

    /// Waits until the signal has arrived: from then on nobody is let in.
    pub async fn until_it_refuses(&self) {
        let address = self.base.trim_start_matches("http://");
        while tokio::net::TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    }

    /// Where actors find it.
    pub fn endpoint(&self, journal: &Journal) -> Endpoint {
        Endpoint { base: self.base.clone(), client: app::client(), journal: Arc::clone(journal) }
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.process.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    pub fn stop(self, signal: &str) -> ExitStatus {
        self.signal(signal);
        self.wait()
    }

    pub fn wait(mut self) -> ExitStatus {
        self.process.wait().unwrap()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It has ended by itself, unless the test failed.
        if self.process.try_wait().is_ok_and(|ended| ended.is_none()) {
            self.process.kill().unwrap();
            self.process.wait().unwrap();
        }
    }
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The shell examples that a document marks to be run.
pub fn blocks_to_run(document: &str) -> Vec<&str> {
    document
        .split("<!-- walk -->\n```bash\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("\n```")?.0))
        .collect()
}

/// What a command printed that has to succeed.
#[track_caller]
pub fn printed(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a command complained that has to fail with that exit code, without any dump.
#[track_caller]
pub fn refused(output: Output, code: i32) -> String {
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{told}");
    let complaint = told.find("nightlatch: ").map(|at| told[at..].to_owned());
    complaint.filter(|told| !told.contains("panicked")).unwrap_or_else(|| panic!("no complaint: {told}"))
}
