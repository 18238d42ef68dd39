//! The conformance kit: what it says of a service that keeps its promises, and of services that do not.

use std::{collections::BTreeMap, fs, process::Command, sync::Arc};

use nightlatch::clock::{Clock, SystemClock};
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    app::{ADMIN_EMAIL, ADMIN_PASSWORD},
    call::Journal,
    clock::TestClock,
    database::Database,
    liar::{Lie, LyingService},
    operator::PROGRAM,
    process::Process,
};

/// A service that runs, and who may make users there.
struct Running {
    database: Database,
    service: Process,
    admin: Actor,
    key: String,
}

/// What the kit printed, complained and ended with.
struct Run {
    code: Option<i32>,
    printed: String,
    complaint: String,
}

impl Running {
    /// With a key of these scopes.
    async fn start(scopes: &[&str]) -> Self {
        let database = Database::bootstrapped();
        let service = Process::serve(&database);
        let clock = TestClock::new();
        clock.set(SystemClock.now());
        let endpoint = service.endpoint(&Journal::default());
        let mut admin = Actor::new(endpoint, Arc::new(clock), ADMIN_EMAIL, ADMIN_PASSWORD);
        admin.sign_in().await;
        let draft = json!({"name": "Conformance", "scopes": scopes});
        let key = text(&admin.post("/v1/api-keys", draft).send().await.created()["key"]);
        Self { database, service, admin, key }
    }

    fn lying(&self, lie: Lie) -> LyingService {
        LyingService::before(&self.service.endpoint(&Journal::default()), lie)
    }

    fn check(&self, url: &str, options: &[&str]) -> Run {
        let home = tempfile::tempdir().unwrap();
        let key = home.path().join("key");
        fs::write(&key, &self.key).unwrap();
        let mut command = Command::new(PROGRAM);
        command
            .env_clear()
            .current_dir(home.path())
            .args(["conformance", "--url", url, "--admin-key"])
            .arg(key);
        let output = command.args(options).output().unwrap();
        let [printed, complaint] =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
        for text in [&printed, &complaint] {
            assert!(!text.contains(&self.key) && !text.contains("panicked"), "{text}");
        }
        Run { code: output.status.code(), printed, complaint }
    }
}

impl Run {
    fn report(&self) -> Value {
        serde_json::from_str(&self.printed).unwrap_or_else(|_| panic!("{}{}", self.printed, self.complaint))
    }

    /// What came of each check, by its name.
    fn outcomes(&self) -> BTreeMap<String, String> {
        let report = self.report();
        let checks = report["checks"].as_array().expect("a list").iter();
        checks.map(|check| (text(&check["check"]), text(&check["outcome"]))).collect()
    }
}

/// With a bound that a busy machine keeps.
const QUICK: [&str; 5] = ["--json", "--pairs", "5", "--timing-bound", "1000"];
const SCOPES: [&str; 3] = ["policy.read", "users.read", "users.write"];

#[tokio::test]
async fn an_honest_service_passes_and_is_left_as_it_was_found() {
    let running = Running::start(&SCOPES).await;
    let run = running.check(&running.admin.endpoint.base, &QUICK);
    assert_eq!(run.code, Some(0), "{}{}", run.printed, run.complaint);
    assert!(run.outcomes().values().all(|outcome| outcome == "passed"), "{}", run.printed);
    let report = run.report();
    assert_eq!(
        (&report["passed"], &report["failed"], &report["unchecked"]),
        (&json!(6), &json!(0), &json!(0))
    );
    assert_eq!((&report["usersMade"], &report["usersSuspended"]), (&json!(5), &json!(5)));
    let database = &running.database;
    assert_eq!(database.count("users WHERE suspended_at IS NULL"), 1, "the administrator");
    assert_eq!(database.count("users WHERE email LIKE 'conformance-%@conformance.invalid'"), 5);
    let live = "sessions AS s JOIN users AS u ON u.id = s.user_id WHERE u.suspended_at IS NOT NULL AND s.ended_at IS NULL";
    assert_eq!(database.count(live), 0);
}

#[tokio::test]
async fn people_read_what_was_tried_and_what_came_of_it() {
    let running = Running::start(&SCOPES).await;
    let run = running
        .check(&running.admin.endpoint.base, &["--pairs", "5", "--timing-bound", "1000", "--parallel", "5"]);
    assert_eq!(run.code, Some(0), "{}{}", run.printed, run.complaint);
    for told in [
        "PASSED     A code from an authenticator works once",
        "It was refused at a second sign-in, at a step-up, and at the same sign-in again.",
        "Of 5 at the same moment, 1 let somebody in.",
        "Codes up to 1 of 30 seconds off were accepted, and those of one more refused.",
        "Medians of 5 sign-ins each",
        "Of 6 checks 6 passed, 0 failed, 0 could not be made.",
    ] {
        assert!(run.printed.contains(told), "{told}: {}", run.printed);
    }
}

#[tokio::test]
async fn a_service_that_takes_a_code_twice_is_found_out() {
    let running = Running::start(&SCOPES).await;
    let run = running.check(&running.lying(Lie::AcceptsAgain).url, &QUICK);
    assert_eq!(run.code, Some(1), "{}{}", run.printed, run.complaint);
    let outcomes = run.outcomes();
    for check in ["replay", "recoveryCode", "challenge", "skew"] {
        assert_eq!(outcomes[check], "failed", "{check}: {}", run.printed);
    }
    assert_eq!(outcomes["enumeration"], "passed", "{}", run.printed);
    assert!(run.printed.contains("A used code was accepted at a second sign-in"), "{}", run.printed);
    assert!(run.complaint.contains("4 checks failed"), "{}", run.complaint);
    assert_eq!(running.database.count("users WHERE suspended_at IS NULL"), 1);
}

#[tokio::test]
async fn a_service_that_tells_who_is_there_is_found_out() {
    let running = Running::start(&SCOPES).await;
    let run = running.check(&running.lying(Lie::TellsUsers).url, &QUICK);
    assert_eq!(run.code, Some(1), "{}{}", run.printed, run.complaint);
    assert_eq!(run.outcomes()["enumeration"], "failed");
    assert!(run.printed.contains("the headers at a sign-in by a wrong password"), "{}", run.printed);

    let run = running
        .check(&running.lying(Lie::IsSlowForUsers).url, &["--json", "--pairs", "5", "--timing-bound", "20"]);
    assert_eq!(run.code, Some(1), "{}{}", run.printed, run.complaint);
    assert_eq!(run.outcomes()["timing"], "failed", "{}", run.printed);
}

#[tokio::test]
async fn what_could_not_be_checked_is_said_to_be_so() {
    let running = Running::start(&SCOPES).await;
    let run = running.check(&running.lying(Lie::AcceptsNothing).url, &QUICK);
    assert_eq!(run.code, Some(1), "{}{}", run.printed, run.complaint);
    assert_eq!(run.outcomes()["replay"], "unchecked");
    assert_eq!(run.outcomes()["skew"], "failed", "no code of any moment was accepted");

    running.admin.change_policy(json!({"loginStyle": "singleForm"})).await;
    let run = running.check(&running.admin.endpoint.base, &QUICK);
    assert_eq!(run.code, Some(3), "{}{}", run.printed, run.complaint);
    let outcomes = run.outcomes();
    assert_eq!((outcomes["replay"].as_str(), outcomes["enumeration"].as_str()), ("unchecked", "passed"));
    assert!(run.printed.contains("a policy with a single form asks otherwise"), "{}", run.printed);
    assert_eq!(running.database.count("users WHERE suspended_at IS NULL"), 1);
}

#[tokio::test]
async fn a_key_that_may_make_nobody_is_told_what_it_lacks() {
    let running = Running::start(&["users.read"]).await;
    let run = running.check(&running.admin.endpoint.base, &QUICK);
    assert_eq!((run.code, run.printed.as_str()), (Some(3), ""), "{}", run.complaint);
    assert!(run.complaint.contains("the key would need the scope users.write"), "{}", run.complaint);
    let away = running.check("http://127.0.0.1:9", &QUICK);
    assert_eq!(away.code, Some(3), "{}", away.complaint);
    assert!(away.complaint.contains("does not answer"), "{}", away.complaint);
    assert_eq!(running.database.count("users"), 1);
}
