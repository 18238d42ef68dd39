//! The commands, typed as an operator types them: the deployment guide's examples, refusals, signals.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command, Stdio},
    thread,
};

use diesel::{Connection, PgConnection, connection::SimpleConnection};
use nightlatch::{config::SETTINGS, domain::message::MessageKind};
use serde_json::Value;

use crate::support::{
    app::client_builder,
    database::{Database, hide_tests_settings},
    operator::{ADMIN, Operator, PROGRAM, Service, blocks_to_run, printed, refused, repository},
    pictures,
    schema::committed,
};

/// A lock that every sign-in has to wait for.
const BLOCK_SIGN_INS: &str = "BEGIN; LOCK TABLE audit_events IN ACCESS EXCLUSIVE MODE";

#[tokio::test]
async fn the_deployment_guide_works_as_written() {
    let operator = Operator::new(Database::empty());
    let guide = fs::read_to_string(repository().join("docs/deploy.md")).unwrap();
    let guide = blocks_to_run(&guide);
    let [install, serve, another] = &guide[..] else { panic!("three examples, not {guide:?}") };

    let installed = printed(operator.guided(install).output().unwrap());
    let made: Value = serde_json::from_str(installed.lines().last().unwrap()).unwrap();
    let service = Service::start(operator.guided(&format!("exec {serve}")));
    let warned = service.told.iter().find(|line| line.contains("rewrite the audit log"));
    assert_eq!(warned, None, "its role can do what it needs, and no more");
    let signed_in = service.sign_in(ADMIN, made["password"].as_str().unwrap()).await;
    assert_eq!(signed_in["session"]["user"]["id"], made["userId"]);
    assert_eq!(signed_in["session"]["user"]["organizationId"], made["organizationId"]);
    assert!(service.stop("TERM").success());

    fs::write(operator.home.path().join("password.txt"), "words of my own choice\n").unwrap();
    let second: Value = serde_json::from_str(&printed(operator.guided(another).output().unwrap())).unwrap();
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
fn mail_preview_shows_mails_in_an_organizations_own_look() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("logo.png"), pictures::png(64, 32)).unwrap();
    let preview = |options: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.args(["mail", "preview", "--to", "mails", "--language", "en"]).args(options);
        command.env_clear().current_dir(home.path()).output().unwrap()
    };
    let look = ["--organization", "Night & Day", "--accent", "#ffff00", "--logo", "logo.png"];
    let support = ["--support", "help@example.org", "--note", "Monday to Friday"];
    printed(preview(&[&look[..], &support[..]].concat()));
    let mail =
        |ending| fs::read_to_string(home.path().join(format!("mails/en/passwordReset.{ending}"))).unwrap();
    for shown in ["Night &#38; Day", "#ffff00", "src=\"data:image/png;base64,iVBOR", "help@example.org"] {
        assert!(mail("html").contains(shown), "{shown}");
    }
    assert!(mail("txt").contains("Monday to Friday"));
    for (option, value, said) in [
        ("--accent", "yellow", "accent: "),
        ("--support", "nobody", "support.contact: "),
        ("--logo", "mails/index.html", "logo: "),
        ("--logo", "none.png", "none.png: "),
    ] {
        let refused = preview(&[option, value]);
        let told = String::from_utf8(refused.stderr).unwrap();
        assert!(!refused.status.success() && told.contains(said), "{option} {value}: {told}");
    }
}

#[test]
fn the_reference_of_settings_is_current() {
    let mut command = Command::new(PROGRAM);
    let printed = printed(command.arg("configuration").env_clear().output().unwrap());
    assert_eq!(printed, committed("docs/operations/configuration.md"), "make generate writes it");
    for setting in &SETTINGS {
        assert!(
            printed.contains(&format!("| `{}` | {} |", setting.name, setting.default)),
            "{}",
            setting.name
        );
    }
}

#[test]
fn the_version_tells_commit_and_schema() {
    let mut command = Command::new(PROGRAM);
    let told = printed(command.arg("--version").env_clear().output().unwrap());
    let migrations = fs::read_dir(repository().join("migrations")).unwrap();
    let names = migrations.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let last = names.max().unwrap().split('_').next().unwrap().replace('-', "");
    let commit = option_env!("BUILD_COMMIT").unwrap_or("unknown");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(told, format!("nightlatch {version} (commit {commit}, schema {last})\n"));
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
fn migrate_changes_nothing_for_a_role_that_is_not_there() {
    let operator = Operator::new(Database::empty());
    let told =
        refused(operator.command(&["migrate", "--service-role", "nobody_of_this_name"]).output().unwrap(), 1);
    assert!(told.starts_with("nightlatch: there is no role nobody_of_this_name"), "{told}");
    assert_eq!(operator.database.count("pg_tables WHERE schemaname = 'public'"), 0);
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

#[test]
fn health_tells_whether_the_service_is_ready() {
    let operator = Operator::installed();
    let health = |bind: &str| operator.command(&["health"]).env("NIGHTLATCH_BIND", bind).output().unwrap();
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let told = refused(health(&nobody), 1);
    assert!(told.contains("does not answer"), "{told}");

    let service = Service::start(operator.command(&["serve"]));
    let bind = service.base.trim_start_matches("http://").to_owned();
    let everywhere = bind.replace("127.0.0.1", "0.0.0.0");
    assert_eq!((printed(health(&bind)), printed(health(&everywhere))), (String::new(), String::new()));

    let last = "(SELECT max(version) FROM __diesel_schema_migrations)";
    operator.database.execute(&format!("DELETE FROM __diesel_schema_migrations WHERE version = {last}"));
    let told = refused(health(&bind), 1);
    assert!(told.contains("schema is not this program's"), "{told}");
    assert!(service.stop("TERM").success());
    refused(health("nonsense"), 2);
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
    let told = refused(hide_tests_settings(&mut dev).output().unwrap(), 1);
    assert_eq!(
        told,
        format!(
            "nightlatch: port {port} is in use; stop what uses it, or choose another with --port or --metrics-port\n"
        )
    );
    assert!(!home.path().join("data").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn dev_shows_metrics_where_it_is_asked_to() {
    let home = tempfile::tempdir().unwrap();
    let free = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    let [port, metrics_port] = free.map(|listener| listener.local_addr().unwrap().port().to_string());
    let mut dev = Command::new(PROGRAM);
    dev.args(["dev", "--json", "--port", &port, "--metrics-port", &metrics_port, "--data-dir", "data"]);
    dev.current_dir(home.path()).stdout(Stdio::piped());
    let mut running = Running(hide_tests_settings(&mut dev).spawn().unwrap());
    let mut ready = String::new();
    BufReader::new(running.0.stdout.take().unwrap()).read_line(&mut ready).unwrap();
    assert!(ready.contains(&port), "{ready}");

    let client = client_builder().build().unwrap();
    let metrics = client.get(format!("http://127.0.0.1:{metrics_port}/metrics")).send().await.unwrap();
    assert!(metrics.text().await.unwrap().contains("nightlatch_build_info"));
}

#[tokio::test(flavor = "multi_thread")]
async fn dev_takes_new_keys_while_it_runs() {
    let home = tempfile::tempdir().unwrap();
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port().to_string();
    drop(free);
    let mut dev = Command::new(PROGRAM);
    dev.args(["dev", "--json", "--port", &port, "--data-dir", "data"]);
    dev.current_dir(home.path()).stdout(Stdio::piped());
    let mut running = Running(hide_tests_settings(&mut dev).spawn().unwrap());
    let mut ready = String::new();
    BufReader::new(running.0.stdout.take().unwrap()).read_line(&mut ready).unwrap();

    let mut keys = Command::new(PROGRAM);
    keys.args(["keys", "add"]).current_dir(home.path());
    let added = hide_tests_settings(&mut keys).env("NIGHTLATCH_KEYRING", "data/keyring").output().unwrap();
    assert!(added.status.success(), "{added:?}");
    let client = client_builder().build().unwrap();
    for _ in 0..100 {
        let jwks = client.get(format!("http://127.0.0.1:{port}/.well-known/jwks.json")).send().await.unwrap();
        if jwks.text().await.unwrap().matches("\"kid\"").count() == 2 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the new ring is not taken");
}

/// Ends with the test, and ends its database before.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        let ended = self.0.wait();
        // A second panic would end all tests.
        if !thread::panicking() {
            assert!(asked.unwrap().success() && ended.unwrap().success());
        }
    }
}
