//! The commands, typed as an operator types them: the deployment guide's examples, refusals, signals.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::Duration,
};

use diesel::{Connection, PgConnection, connection::SimpleConnection};
use nightlatch::{config::SETTINGS, domain::message::MessageKind};
use reqwest::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{app::client_builder, database::Database};

const PROGRAM: &str = env!("CARGO_BIN_EXE_nightlatch");
const ADMIN: &str = "you@example.org";
/// A lock that every sign-in has to wait for.
const BLOCK_SIGN_INS: &str = "BEGIN; LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE";
const BLOCKED_SIGN_INS: &str =
    "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active'";

#[tokio::test]
async fn the_deployment_guide_works_as_written() {
    let operator = Operator::new(Database::empty());
    let guide = fs::read_to_string(repository().join("docs/deploy.md")).unwrap();
    let guide = blocks_to_run(&guide);
    let [install, serve, another] = &guide[..] else { panic!("three examples, not {guide:?}") };

    let installed = printed(operator.shell(install).output().unwrap());
    let made: Value = serde_json::from_str(installed.lines().last().unwrap()).unwrap();
    let service = Service::start(operator.shell(&format!("exec {serve}")));
    let signed_in = service.sign_in(ADMIN, made["password"].as_str().unwrap()).await;
    assert_eq!(signed_in["session"]["user"]["id"], made["userId"]);
    assert_eq!(signed_in["session"]["user"]["organizationId"], made["organizationId"]);
    assert!(service.stop("TERM").success());

    fs::write(operator.home.path().join("password.txt"), "words of my own choice\n").unwrap();
    let second: Value = serde_json::from_str(&printed(operator.shell(another).output().unwrap())).unwrap();
    assert_eq!(second.get("password"), None, "a given password is not repeated");
    let service = Service::start(operator.command(&["serve"]));
    let signed_in = service.sign_in("me@example.org", "words of my own choice").await;
    assert_eq!(signed_in["session"]["user"]["organizationId"], second["organizationId"]);
    assert!(service.stop("INT").success());
}

#[test]
fn the_mail_guide_works_as_written() {
    let operator = Operator::installed();
    let guide = fs::read_to_string(repository().join("docs/mail.md")).unwrap();
    let guide = blocks_to_run(&guide);
    let [settings, preview, waiting] = &guide[..] else { panic!("three examples, not {guide:?}") };
    let service = Service::start(operator.shell(&format!("{settings}\nexec nightlatch serve")));
    assert!(service.stop("TERM").success());
    printed(operator.shell(preview).output().unwrap());
    assert!(operator.home.path().join("mails/index.html").exists());
    assert!(printed(operator.shell(waiting).output().unwrap()).contains("(0 rows)"));
}

#[test]
fn mail_preview_writes_every_mail_without_settings() {
    let home = tempfile::tempdir().unwrap();
    let preview = |language: &str| {
        let mut command = Command::new(PROGRAM);
        command.args(["mail", "preview", "--to", "mails", "--language", language]);
        command.env_clear().current_dir(home.path()).output().unwrap()
    };
    printed(preview("zh-Hans"));
    let index = fs::read_to_string(home.path().join("mails/index.html")).unwrap();
    for kind in MessageKind::ALL {
        for ending in ["html", "txt"] {
            let path = format!("zh-Hans/{}.{ending}", kind.name());
            assert!(home.path().join("mails").join(&path).exists() && index.contains(&path), "{path}");
        }
    }
    assert!(!home.path().join("mails/en").exists());
    assert_eq!(preview("tlh").status.code(), Some(2));
}

#[test]
fn the_readme_names_every_setting() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let rows: Vec<&str> = readme.lines().filter(|line| line.starts_with("| `NIGHTLATCH_")).collect();
    let row = |setting: &nightlatch::config::Setting| {
        format!("| `{}` | {} | {} |", setting.name, setting.default, setting.meaning)
    };
    assert_eq!(rows, SETTINGS.iter().map(row).collect::<Vec<_>>());
}

#[test]
fn wrong_settings_are_told_all_at_once() {
    let operator = Operator::new(Database::empty());
    let mut serve = operator.command(&["serve"]);
    serve.env_remove("NIGHTLATCH_KEYRING").env("NIGHTLATCH_BIND", "nonsense").env("NIGHTLATCH_BNID", "");
    let told = refused(serve.output().unwrap(), 2);
    let lines: Vec<&str> = told.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    assert_eq!(lines[1..4], ["NIGHTLATCH_BNID", "NIGHTLATCH_KEYRING", "NIGHTLATCH_BIND"], "{told}");
}

#[test]
fn keys_init_overwrites_nothing() {
    let operator = Operator::new(Database::empty());
    printed(operator.command(&["keys", "init"]).output().unwrap());
    let before = fs::read(operator.keyring()).unwrap();
    let told = refused(operator.command(&["keys", "init"]).output().unwrap(), 1);
    assert!(told.contains("stays as it is"), "{told}");
    assert_eq!(fs::read(operator.keyring()).unwrap(), before);
}

#[test]
fn bootstrap_leaves_an_installation_alone() {
    let operator = Operator::installed();
    let again = ["bootstrap", "--organization", "Another", "--email", "other@example.org"];
    let told = refused(operator.command(&again).output().unwrap(), 1);
    assert!(told.contains("--additional"), "{told}");

    let taken = ["bootstrap", "--additional", "--organization", "Another", "--email", ADMIN];
    refused(operator.command(&taken).output().unwrap(), 1);
    let malformed = ["bootstrap", "--additional", "--organization", "Another", "--email", "nobody"];
    let told = refused(operator.command(&malformed).output().unwrap(), 1);
    assert!(told.contains("email"), "{told}");
    assert_eq!(operator.database.count("organizations"), 1);
}

#[test]
fn serve_refuses_a_schema_that_is_not_its_own() {
    let operator = Operator::new(Database::empty());
    printed(operator.command(&["keys", "init"]).output().unwrap());
    let older = refused(operator.command(&["serve"]).output().unwrap(), 1);
    assert!(older.contains("nightlatch migrate"), "{older}");

    printed(operator.command(&["migrate"]).output().unwrap());
    printed(operator.command(&["migrate"]).output().unwrap());
    operator.database.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000000')");
    for command in ["serve", "migrate"] {
        let newer = refused(operator.command(&[command]).output().unwrap(), 1);
        assert!(newer.contains("newer"), "{newer}");
    }
}

#[test]
fn serve_refuses_a_ring_of_another_database() {
    let operator = Operator::installed();
    fs::rename(operator.keyring(), operator.home.path().join("right")).unwrap();
    let absent = refused(operator.command(&["serve"]).output().unwrap(), 1);
    assert!(absent.contains("nightlatch keys init"), "{absent}");
    printed(operator.command(&["keys", "init"]).output().unwrap());
    let other = refused(operator.command(&["serve"]).output().unwrap(), 1);
    assert!(other.contains("the ring that belongs to it"), "{other}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signal_lets_running_requests_finish() {
    let operator = Operator::installed();
    let service = Service::start(operator.command(&["serve"]));
    let mut blocker = PgConnection::establish(&operator.database.plain_url()).unwrap();
    blocker.batch_execute(BLOCK_SIGN_INS).unwrap();
    let running = service.begin_sign_in(&operator).await;

    service.signal("TERM");
    service.until_it_refuses().await;
    blocker.batch_execute("ROLLBACK").unwrap();
    assert_eq!(running.await.unwrap().unwrap().status(), 200);
    assert!(service.wait().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_signal_does_not_wait() {
    let operator = Operator::installed();
    let service = Service::start(operator.command(&["serve"]));
    let mut blocker = PgConnection::establish(&operator.database.plain_url()).unwrap();
    blocker.batch_execute(BLOCK_SIGN_INS).unwrap();
    let running = service.begin_sign_in(&operator).await;

    service.signal("INT");
    service.until_it_refuses().await;
    service.signal("INT");
    assert!(service.wait().success());
    assert!(running.await.unwrap().is_err(), "the request was cut off");
    blocker.batch_execute("ROLLBACK").unwrap();
}

#[test]
fn dev_tells_a_port_in_use_before_anything_is_made() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let home = tempfile::tempdir().unwrap();
    let mut dev = Command::new(PROGRAM);
    dev.args(["dev", "--port", &port, "--data-dir", "data"]).current_dir(home.path());
    let told = refused(dev.env_remove("NIGHTLATCH_TEST_DATABASE_URL").output().unwrap(), 1);
    assert_eq!(
        told,
        format!("nightlatch: port {port} is in use; stop what uses it, or choose another with --port\n")
    );
    assert!(!home.path().join("data").exists());
}

/// Somebody with a shell, an empty folder and a database.
struct Operator {
    database: Database,
    home: TempDir,
}

impl Operator {
    fn new(database: Database) -> Self {
        Self { database, home: tempfile::tempdir().unwrap() }
    }

    /// With a key ring, the schema, and an organization.
    fn installed() -> Self {
        let operator = Self::new(Database::empty());
        let bootstrap = ["bootstrap", "--organization", "Example", "--email", ADMIN, "--password-stdin"];
        printed(operator.command(&["keys", "init"]).output().unwrap());
        printed(operator.command(&["migrate"]).output().unwrap());
        fs::write(operator.password_file(), operator.password()).unwrap();
        let password = fs::File::open(operator.password_file()).unwrap();
        printed(operator.command(&bootstrap).stdin(password).output().unwrap());
        operator
    }

    fn password(&self) -> &'static str {
        "the administrator's own words"
    }

    fn password_file(&self) -> PathBuf {
        self.home.path().join("password")
    }

    fn keyring(&self) -> PathBuf {
        self.home.path().join("keyring")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        self.settle(command.args(arguments));
        command
    }

    /// Commands in a shell that finds the program by its name.
    fn shell(&self, script: &str) -> Command {
        let folder = Path::new(PROGRAM).parent().unwrap().display();
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", &format!("PATH='{folder}':$PATH\n{script}")]);
        self.settle(&mut shell);
        shell
    }

    fn settle(&self, command: &mut Command) {
        command
            .current_dir(self.home.path())
            .env_remove("NIGHTLATCH_TEST_DATABASE_URL")
            .env("NIGHTLATCH_DATABASE_URL", self.database.plain_url())
            .env("NIGHTLATCH_KEYRING", self.keyring())
            .env("NIGHTLATCH_BIND", "127.0.0.1:0")
            .env("NIGHTLATCH_PUBLIC_URL", "http://localhost:8080")
            .env("NIGHTLATCH_DATABASE_POOL", "3")
            .env("NIGHTLATCH_BCRYPT_COST", "4")
            .env("NIGHTLATCH_INSECURE_DEV", "1");
    }
}

/// A running `serve`, which dies with the test.
struct Service {
    process: Child,
    base: String,
    client: Client,
}

impl Service {
    /// Waits until it says that it is ready.
    fn start(mut serve: Command) -> Self {
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
        Self { process, base, client }
    }

    async fn sign_in(&self, email: &str, password: &str) -> Value {
        let answer = self.login(email, password).await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.json().await.unwrap()
    }

    fn login(
        &self,
        email: &str,
        password: &str,
    ) -> impl Future<Output = reqwest::Result<reqwest::Response>> + Send + 'static {
        let body = json!({"email": email, "password": password});
        self.client.post(format!("{}/v1/auth/login", self.base)).json(&body).send()
    }

    /// Begins a sign-in, and waits until the database holds it up.
    async fn begin_sign_in(
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
    async fn until_it_refuses(&self) {
        let address = self.base.trim_start_matches("http://");
        while tokio::net::TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.process.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    fn stop(self, signal: &str) -> ExitStatus {
        self.signal(signal);
        self.wait()
    }

    fn wait(mut self) -> ExitStatus {
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

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The shell examples that a document marks to be run.
fn blocks_to_run(document: &str) -> Vec<&str> {
    document
        .split("<!-- walk -->\n```bash\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("\n```")?.0))
        .collect()
}

/// What a command printed that has to succeed.
#[track_caller]
fn printed(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a command complained that has to fail with that exit code, without any dump.
#[track_caller]
fn refused(output: Output, code: i32) -> String {
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{told}");
    let complaint = told.find("nightlatch: ").map(|at| told[at..].to_owned());
    complaint.filter(|told| !told.contains("panicked")).unwrap_or_else(|| panic!("no complaint: {told}"))
}
