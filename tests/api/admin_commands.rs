//! The commands for administrators, typed against a service that runs.

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    process::{Command, Output, Stdio},
    sync::Arc,
    thread::{self, JoinHandle},
};

use chrono::TimeDelta;
use nightlatch::clock::{Clock, SystemClock};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{
    actor::{Actor, text},
    app::{ADMIN_EMAIL, ADMIN_PASSWORD},
    call::Journal,
    clock::TestClock,
    database::Database,
    process::Process,
};

const SCOPES: [&str; 4] = ["audit.read", "users.read", "users.reset2fa", "users.write"];

/// An administrator with a shell somewhere else, and the service that they look after.
struct Shell {
    admin: Actor,
    key: String,
    home: TempDir,
    _service: Process,
    _database: Database,
}

impl Shell {
    /// With a key of these scopes.
    async fn open(scopes: &[&str]) -> Self {
        let database = Database::bootstrapped();
        let service = Process::serve(&database);
        let endpoint = service.endpoint(&Journal::default());
        let mut admin = Actor::new(endpoint, Arc::new(TestClock::new()), ADMIN_EMAIL, ADMIN_PASSWORD);
        admin.sign_in().await;
        let draft = json!({"name": "Night shift", "scopes": scopes});
        let key = text(&admin.post("/v1/api-keys", draft).send().await.created()["key"]);
        Self { admin, key, home: tempfile::tempdir().unwrap(), _service: service, _database: database }
    }

    fn command(&self, line: &[&str]) -> Command {
        let mut command = admin_command(line);
        command.current_dir(self.home.path());
        command.env("NIGHTLATCH_URL", &self.admin.endpoint.base).env("NIGHTLATCH_API_KEY", &self.key);
        command
    }

    /// What a command prints that succeeds.
    #[track_caller]
    fn run(&self, line: &[&str]) -> String {
        let output = self.command(line).output().unwrap();
        assert!(output.status.success(), "{line:?}: {}", told(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The values that a command prints as lines of JSON.
    #[track_caller]
    fn json(&self, line: &[&str]) -> Vec<Value> {
        let printed = self.run(&[&["--json"], line].concat());
        printed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    /// What a command complains of that fails with that exit code.
    #[track_caller]
    fn fail(&self, line: &[&str], code: i32) -> String {
        fails(&self.command(line).output().unwrap(), code)
    }
}

fn admin_command(line: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nightlatch"));
    command.arg("admin").args(line).env_clear();
    command
}

#[track_caller]
fn fails(output: &Output, code: i32) -> String {
    let told = told(output);
    assert_eq!(output.status.code(), Some(code), "{told}");
    assert!(told.contains("nightlatch: ") || told.contains("error: "), "{told}");
    assert!(!told.contains("panicked") && !told.contains("nlk_a"), "{told}");
    told
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test]
async fn users_are_listed_to_the_last_page_and_narrowed_down() {
    let shell = Shell::open(&SCOPES).await;
    for part in 0..3 {
        let emails: Vec<String> = (0..80).map(|n| format!("guest-{part}-{n:02}@lock.example")).collect();
        let order = json!({"emails": emails, "roles": ["member"]});
        shell.admin.post("/v1/users/invitations", order).send().await.ok();
    }
    let listed = shell.json(&["users", "list"]);
    assert_eq!(listed.len(), 241);
    let ada = &shell.admin.create_user("ada", &["manager"]).await;
    let found = shell.json(&["users", "list", "--role", "manager", "--two-factor", "notEnabled"]);
    let given = shell.admin.get("/v1/users?role=manager").send().await.ok();
    assert_eq!(json!(found), given["items"]);

    let table = shell.run(&["users", "list", "--activated", "true"]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 3, "{table}");
    assert!(lines[0].starts_with("EMAIL") && lines[1].starts_with(&ada.email), "{table}");
    assert!(lines[0].contains("LAST SIGN-IN"), "{table}");
    assert_eq!(shell.run(&["users", "list", "--search", "nobody"]), "Nobody.\n");
    assert_eq!(shell.run(&["users", "list", "--suspended", "true"]), "Nobody.\n");

    let latest = shell.json(&["users", "list", "--sort", "-lastSignInAt"]);
    assert_eq!((latest.len(), &latest[0]["email"]), (242, &json!(ADMIN_EMAIL)));
    shell.fail(&["users", "list", "--sort", "colour"], 2);

    let shown = shell.run(&["users", "show", &ada.email.to_uppercase()]);
    assert!(shown.contains(&ada.id) && shown.contains("manager"), "{shown}");
    assert_eq!(json!(shell.json(&["users", "show", &ada.id])), given["items"]);
    let told = shell.fail(&["users", "show", "nobody@lock.example"], 1);
    assert!(told.contains("no user nobody@lock.example"), "{told}");
    shell.fail(&["users", "list", "--two-factor", "lost"], 2);
    shell.fail(&["users", "show", "../policy"], 2);
}

#[tokio::test]
async fn a2_a_reset_prints_its_code_once_and_it_leads_to_enrollment() {
    let shell = Shell::open(&SCOPES).await;
    let mut ada = shell.admin.create_user("ada", &["member"]).await;
    let email = ada.email.clone();
    let order = ["users", "reset", &email, "--identity-check", "video", "--reason", "Lost the phone"];
    let output = shell.command(&order).output().unwrap();
    let code = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(output.status.success() && code.trim().len() == 19, "{code}");
    assert!(told(&output).contains("Good until") && !told(&output).contains(code.trim()));
    ada.enter_by(code.trim()).await;
    ada.post("/v1/me/authenticators", json!({})).send().await.created();

    let log = shell.admin.get("/v1/audit-events?action=two_factor.reset").send().await.ok();
    let event = &log["items"][0];
    assert_eq!(
        (&event["detail"]["apiKey"], &event["subject"]["id"]),
        (&json!("Night shift"), &json!(ada.id))
    );
    let again = shell.json(&[&order[..], &["--ticket", "HD-1"]].concat());
    assert!(again[0]["code"].is_string() && again[0]["expiresAt"].is_string(), "{again:?}");
    shell.fail(&["users", "reset", &email, "--reason", "No check"], 2);
    let told = shell.fail(&["users", "reset", ADMIN_EMAIL, "--identity-check", "call", "--reason", "x"], 1);
    assert!(told.contains("not_permitted"), "{told}");
}

#[tokio::test]
async fn a4_a_pass_is_printed_once() {
    let shell = Shell::open(&SCOPES).await;
    let mut ada = shell.admin.create_user("ada", &["member"]).await;
    // Somebody who has nothing to lose is let in without any.
    shell.run(&["users", "reset", &ada.id, "--identity-check", "call", "--reason", "Lost the phone"]);
    let pass = shell.run(&["users", "pass", &ada.id, "--reason", "At home", "--minutes", "30"]);
    ada.enter_by(pass.trim()).await;
    let told = shell.fail(&["users", "pass", &ada.id, "--reason", "At home", "--minutes", "5"], 1);
    assert!(told.contains("minutes: "), "{told}");
}

#[tokio::test]
async fn users_are_reminded_suspended_and_restored() {
    let shell = Shell::open(&SCOPES).await;
    let ada = shell.admin.create_user("ada", &["member"]).await;
    for n in 0..12 {
        shell.admin.create_user(&format!("guest-{n:02}"), &["member"]).await;
    }
    assert_eq!(shell.run(&["users", "remind", &ada.email]), "ada@lock.example  done\n");
    shell.fail(&["users", "remind"], 2);
    shell.fail(&["users", "remind", &ada.email, "--role", "member"], 2);
    let all = shell.command(&["users", "remind", "--all", "--role", "member"]).output().unwrap();
    assert!(told(&all).starts_with("12 done, 1 too_many_"), "one was reminded just now: {}", told(&all));
    assert_eq!(String::from_utf8_lossy(&all.stdout).lines().count(), 13);
    assert_eq!(shell.json(&["users", "remind", "--all", "--search", "guest-0"]).len(), 10);
    assert_eq!(shell.run(&["users", "remind", "--all", "--search", "nobody"]), "Nobody.\n");

    assert_eq!(shell.run(&["users", "suspend", &ada.email]), "ada@lock.example is suspended.\n");
    ada.login().await.problem(401, "login_failed");
    let told = shell.fail(&["users", "remind", &ada.email], 1);
    assert!(told.contains("1 of 1 were refused"), "{told}");
    assert_eq!(shell.json(&["users", "restore", &ada.id])[0]["suspended"], json!(false));
    ada.login().await.ok();
}

#[tokio::test]
async fn a6_several_are_reset_and_given_time_each_with_what_came_of_it() {
    let shell = Shell::open(&SCOPES).await;
    let mut ada = shell.admin.create_user("ada", &["member"]).await;
    let bob = shell.admin.create_user("bob", &["member"]).await;
    fn reset<'a>(whom: &[&'a str]) -> Vec<&'a str> {
        [&["users", "reset"], whom, &["--identity-check", "call", "--reason", "The phones are lost"]].concat()
    }
    let printed = shell.run(&reset(&[&ada.email, &bob.id]));
    let codes: Vec<(&str, &str)> =
        printed.lines().map(|line| line.split_once("  done  ").expect("a code")).collect();
    assert_eq!(codes.iter().map(|(who, _)| *who).collect::<Vec<_>>(), [&ada.email, &bob.email]);
    ada.enter_by(codes[0].1).await;
    assert!(shell.json(&reset(&["--all", "--search", "bob"]))[0]["resetCode"].is_string());

    let output = shell.command(&reset(&[&bob.email, ADMIN_EMAIL])).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(
        printed.contains("bob@lock.example  done  ") && printed.contains("  not_permitted\n"),
        "{printed}"
    );
    assert!(fails(&output, 1).contains("1 of 2 were refused"));
    shell.fail(&reset(&[&bob.email, "nobody@lock.example"]), 1);
    let resets = shell.admin.get("/v1/audit-events?action=two_factor.reset").send().await.ok();
    assert_eq!(resets["items"].as_array().map(Vec::len), Some(4), "nobody is reset where one is not known");

    let deadline = (SystemClock.now() + TimeDelta::days(30)).to_rfc3339();
    let extend =
        ["users", "extend-deadline", &ada.email, &bob.email, "--deadline", &deadline, "--reason", "On leave"];
    assert_eq!(shell.run(&extend), "ada@lock.example  done\nbob@lock.example  done\n");
    let sooner = (SystemClock.now() + TimeDelta::days(29)).to_rfc3339();
    let output =
        shell.command(&extend.map(|word| if word == deadline { &sooner } else { word })).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_eq!(printed, "ada@lock.example  later_deadline\nbob@lock.example  later_deadline\n");
    assert!(fails(&output, 1).contains("2 of 2 were refused"));
    let told =
        shell.fail(&["users", "extend-deadline", "--all", "--deadline", "2026-12-24", "--reason", "x"], 1);
    assert!(told.contains("deadline: A time, as 2026-12-22T09:00:00Z."), "{told}");
}

#[tokio::test]
async fn whoever_has_seen_enough_is_not_complained_to() {
    let shell = Shell::open(&SCOPES).await;
    for line in [&["users", "list"][..], &["--json", "users", "list"], &["audit", "export"]] {
        let mut command = shell.command(line);
        let mut running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(running.stdout.take());
        let output = running.wait_with_output().unwrap();
        assert_eq!((output.status.code(), told(&output).as_str()), (Some(141), ""), "{line:?}");
    }
}

#[tokio::test]
async fn n2_the_audit_log_is_written_to_a_file_or_on() {
    let shell = Shell::open(&SCOPES).await;
    let mut ada = shell.admin.create_user("ada", &["member"]).await;
    let listed = shell
        .admin
        .get(&format!("/v1/audit-events?action=user.created&actor={}", shell.admin.id))
        .send()
        .await
        .ok();
    let exported = shell.json(&["audit", "export", "--action", "user.created", "--actor", ADMIN_EMAIL]);
    assert_eq!(json!(exported), listed["items"]);
    assert_eq!(shell.json(&["audit", "export", "--subject", &ada.email]).len(), 1);
    ada.sign_in().await;
    ada.refresh().await;
    assert_eq!(shell.json(&["audit", "export", "--actor", &ada.email]).len(), 2, "signed in, and refreshed");
    assert_eq!(shell.json(&["audit", "export", "--actor", &ada.email, "--routine", "false"]).len(), 1);

    let file = shell.home.path().join("log.csv");
    fs::write(&file, "what was there").unwrap();
    let printed = shell.run(&["audit", "export", "--format", "csv", "-o", "log.csv"]);
    assert_eq!(printed, "");
    let table = fs::read_to_string(&file).unwrap();
    assert!(table.starts_with("id,occurredAt,") && table.contains("user.created"), "{table}");
    assert_eq!(fs::read_dir(shell.home.path()).unwrap().count(), 1);
    shell.fail(&["audit", "export", "--action", "login"], 2);
    let told = shell.fail(&["audit", "export", "--from", "yesterday"], 1);
    assert!(told.contains("from: ") || told.contains("validation_failed"), "{told}");
}

#[tokio::test]
async fn a_key_says_what_it_lacks_and_is_never_shown() {
    let shell = Shell::open(&["users.read"]).await;
    let told = shell.fail(&["audit", "export"], 1);
    assert!(told.contains("the scope audit.read"), "{told}");
    let wrong = shell.command(&["users", "list"]).env("NIGHTLATCH_API_KEY", "nlk_x_y").output().unwrap();
    assert!(fails(&wrong, 1).contains("unauthenticated"));

    fs::write(shell.home.path().join("key"), format!("{}\n", shell.key)).unwrap();
    let by_file =
        |command: &mut Command| command.args(["users", "list", "--key-file", "key"]).output().unwrap();
    let url = &shell.admin.endpoint.base;
    let mut command = admin_command(&["--url", url]);
    assert!(by_file(command.current_dir(shell.home.path())).status.success());
    // What the command line says goes before the environment.
    assert!(by_file(shell.command(&[]).env("NIGHTLATCH_API_KEY", "nlk_x_y")).status.success());

    let bare = |line: &[&str]| fails(&admin_command(line).output().unwrap(), 2);
    assert!(bare(&["users", "list"]).contains("NIGHTLATCH_API_KEY: is required"));
    let remote = shell.command(&["--url", "http://login.lock.example", "users", "list"]).output().unwrap();
    assert!(fails(&remote, 2).contains("https://"), "a key does not travel in the clear");
    let help = admin_command(&["--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for told in ["NIGHTLATCH_URL", "NIGHTLATCH_API_KEY", "3 the service is away"] {
        assert!(help.contains(told), "{help}");
    }
}

/// Answers one request after the other with these bytes, and hangs up. Gives what was asked.
fn answer_with(answers: &'static [&'static str]) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = thread::spawn(move || {
        let answer = |answer: &&str| {
            let (mut stream, _) = listener.accept().unwrap();
            let (mut request, mut read) = (Vec::new(), [0; 1024]);
            let is_whole = |request: &[u8]| {
                request.ends_with(if request.starts_with(b"GET") { &b"\r\n\r\n"[..] } else { &b"}"[..] })
            };
            while !is_whole(&request) {
                let count = stream.read(&mut read).unwrap();
                request.extend_from_slice(&read[..count]);
            }
            stream.write_all(answer.as_bytes()).unwrap();
            String::from_utf8(request).unwrap()
        };
        answers.iter().map(answer).collect()
    });
    (url, asked)
}

const BUSY: &str = "HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n";
const LATER: &str = "HTTP/1.1 429 Too Many Requests\r\nretry-after: 900\r\ncontent-length: 0\r\n\r\n";
const PASS: &str = "HTTP/1.1 201 Created\r\ncontent-length: 32\r\n\r\n{\"code\": \"7H3K-9M2P-XWQ4-T8VN\"}\n";
const LOST: &str = "HTTP/1.1 409 Conflict\r\ncontent-length: 47\r\n\r\n{\"title\": \"\", \"code\": \"idempotency_conflict\"}\n\n";
const PROXY: &str = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nHello";
const CUT: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n";
const HUNG_UP: &str = "";

#[test]
fn a_request_is_sent_again_under_its_key() {
    let home = tempfile::tempdir().unwrap();
    let ask = |answers| {
        let (url, asked) = answer_with(answers);
        let id = "01ba60d3-0000-7000-8000-000000000000";
        let mut command = admin_command(&["users", "pass", id, "--reason", "At home"]);
        command.current_dir(home.path()).env("NIGHTLATCH_URL", url).env("NIGHTLATCH_API_KEY", "nlk_a_b");
        let output = command.output().unwrap();
        let key = |request: String| {
            let mut lines = request.lines().map(str::to_owned);
            lines.find(|line| line.starts_with("idempotency-key: ")).expect("a key")
        };
        (output, asked.join().unwrap().into_iter().map(key).collect::<Vec<_>>())
    };
    let (output, keys) = ask(&[HUNG_UP, BUSY, BUSY, PASS]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "7H3K-9M2P-XWQ4-T8VN\n", "{}", told(&output));
    assert_eq!(keys, [&*keys[0]; 4]);
    let (output, other) = ask(&[HUNG_UP, LOST]);
    assert!(fails(&output, 1).contains("ask for another one"));
    assert_ne!(other[0], keys[0]);
    let (output, _) = ask(&[BUSY, BUSY, BUSY, BUSY]);
    assert!(fails(&output, 3).contains("try again in 0 s"));
    let (output, _) = ask(&[LATER]);
    assert!(fails(&output, 3).contains("try again in 900 s"), "nobody waits for that long");
}

#[test]
fn a_service_that_is_away_or_breaks_off_is_worth_trying_again() {
    let home = tempfile::tempdir().unwrap();
    let ask = |url: &str, line: &[&str]| {
        let mut command = admin_command(&[line, &["--retries", "0"]].concat());
        command.current_dir(home.path()).env("NIGHTLATCH_URL", url).env("NIGHTLATCH_API_KEY", "nlk_a_b");
        fails(&command.output().unwrap(), 3)
    };
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert!(ask(&format!("http://{free}"), &["users", "list"]).contains("does not answer"));
    assert!(ask(&answer_with(&[PROXY]).0, &["users", "list"]).contains("like Nightlatch"));

    let told = ask(&answer_with(&[CUT]).0, &["audit", "export", "-o", "log.jsonl"]);
    assert!(told.contains("is not the whole"), "{told}");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "no file passes for the whole");
}
