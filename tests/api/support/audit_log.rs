//! A log with its seals, somebody who checks it, and an operator who does the same at the command line.

use std::{
    path::Path,
    process::{Command, Output},
};

use chrono::TimeDelta;
use nightlatch::{
    domain::audit::Origin,
    flows::{Operation, audit_seals::SealingRound},
};
use serde_json::Value;
use tempfile::TempDir;

use super::{
    actor::Actor,
    app::{PUBLIC_URL, TestApp},
    database::{KEYRING, hide_tests_settings},
    operator::{PROGRAM, printed},
};

pub const ORGANIZATION: &str = "(SELECT id FROM organizations)";

pub fn seal(app: &TestApp) -> usize {
    app.clock.advance(TimeDelta::seconds(3));
    let origin = Origin::default();
    let service = app.service();
    let op = Operation::begin(&service, &origin);
    SealingRound::recent(&op).and_then(|round| round.finish(&op)).expect("it is sealed")
}

/// A log of some twenty events, all of them sealed in several seals.
pub async fn sealed_log() -> (TestApp, Actor) {
    let app = TestApp::start();
    let mut admin = app.admin().await;
    for name in ["ada", "grace", "joan"] {
        let mut user = app.member(name).await;
        user.enroll().await;
        assert!(seal(&app) > 0);
    }
    admin.sign_in().await;
    assert!(seal(&app) > 0);
    (app, admin)
}

/// The findings of a whole check over the API, with the numbers of seals, events and unsealed events.
pub async fn check(admin: &Actor) -> (Vec<Value>, [u64; 3]) {
    let (mut findings, mut counts, mut query) = (Vec::new(), [0; 3], String::new());
    loop {
        let part = admin.get(&format!("/v1/audit-events/verify{query}")).send().await.ok();
        findings.extend(part["findings"].as_array().expect("a list").clone());
        for (count, name) in counts.iter_mut().zip(["seals", "events", "unsealed"]) {
            *count += part[name].as_u64().expect("a number");
        }
        let Some(next) = part["nextCursor"].as_str() else { return (findings, counts) };
        query = format!("?cursor={next}");
    }
}

/// An operator of the service with a shell.
pub struct Shell<'a> {
    app: &'a TestApp,
    home: TempDir,
}

impl<'a> Shell<'a> {
    pub fn open(app: &'a TestApp) -> Self {
        let home = TempDir::new().unwrap();
        KEYRING.save_new(&home.path().join("keyring")).unwrap();
        Self { app, home }
    }

    fn run(&self, command: &mut Command) -> Output {
        hide_tests_settings(command)
            .current_dir(self.home.path())
            .env("NIGHTLATCH_DATABASE_URL", self.app.database.plain_url())
            .env("NIGHTLATCH_KEYRING", self.home.path().join("keyring"))
            .env("NIGHTLATCH_PUBLIC_URL", PUBLIC_URL)
            .output()
            .unwrap()
    }

    /// `nightlatch audit`: its exit code, and what it prints, each line as JSON.
    pub fn audit(&self, arguments: &[&str]) -> (Option<i32>, Vec<Value>) {
        let output = self.run(Command::new(PROGRAM).arg("audit").args(arguments).arg("--json"));
        let printed = String::from_utf8(output.stdout).unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        let read = |line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line} {told}"));
        (output.status.code(), printed.lines().map(read).collect())
    }

    /// What an example prints that has to succeed.
    pub fn example(&self, script: &str, settings: &[(&str, &str)]) -> String {
        let folder = Path::new(PROGRAM).parent().unwrap().display();
        let script = format!("PATH='{folder}':$PATH\n{script}");
        let mut bash = Command::new("bash");
        printed(self.run(bash.args(["-euo", "pipefail", "-c", &script]).envs(settings.iter().copied())))
    }
}

pub fn audit(app: &TestApp, arguments: &[&str]) -> (Option<i32>, Vec<Value>) {
    Shell::open(app).audit(arguments)
}

/// An event in the midst of the organization's log.
pub fn victim(app: &TestApp) -> String {
    app.database.column(&format!(
        "SELECT id FROM audit_events WHERE org_id = {ORGANIZATION} AND action = 'authenticator.enrolled' \
         ORDER BY occurred_at OFFSET 1 LIMIT 1"
    ))[0]
        .clone()
}
