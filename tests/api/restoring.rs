//! A database that was restored from an older backup, or lost its last moments: nothing is answered before that is settled, and
//! what was used or revoked in the time that was lost stays so.

use std::{fs, path::PathBuf, process::Command, sync::Arc};

use chrono::TimeDelta;
use nightlatch::{
    app::{App, StartError},
    background,
    clock::{Clock, SystemClock},
    domain::audit::Origin,
    flows::{Operation, restoration},
    random::SystemRandom,
};
use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;

use crate::support::{
    app::{self, TestApp},
    database::KEYRING,
    operator::{ADMIN, Operator, Service, blocks_to_run, printed, refused, repository},
};

/// The service with a high-water mark.
struct Guarded {
    app: TestApp,
    mark: PathBuf,
    _folder: TempDir,
}

impl Guarded {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let mark = folder.path().join("high-water");
        let app = TestApp::start_with(|settings| settings.high_water = Some(mark.clone()));
        Self { app, mark, _folder: folder }
    }

    fn keep_mark(&self) {
        assert!(background::save_high_water(&self.app.service()));
    }

    fn restart(&mut self) {
        let mark = self.mark.clone();
        self.app.restart_with(|settings| settings.high_water = Some(mark));
    }

    /// Why the service does not start over the database as it is.
    fn refusal(&self) -> Option<StartError> {
        let mut settings = app::settings(&self.app.database);
        settings.high_water = Some(self.mark.clone());
        app::start(settings, KEYRING.clone(), Arc::clone(&self.app.clock)).err()
    }

    /// `nightlatch post-restore`.
    fn settle(&self) {
        let settings = app::settings(&self.app.database);
        let clock = Arc::clone(&self.app.clock);
        let service = App::open(settings, KEYRING.clone(), clock, Arc::new(SystemRandom)).expect("it opens");
        let origin = Origin::default();
        assert_eq!(
            restoration::settle(&Operation::begin(&service, &origin)).expect("it is settled").organizations,
            1
        );
    }

    fn watch(&self) {
        let (service, origin) = (self.app.service(), Origin::default());
        restoration::watch(&Operation::begin(&service, &origin)).expect("it looks");
    }
}

#[tokio::test]
async fn i1_what_was_used_stays_used_when_an_older_backup_is_restored() {
    let mut guarded = Guarded::start();
    let mut ada = guarded.app.enrolled_member("ada").await;
    ada.sign_in().await;
    let backup = guarded.app.database.back_up();

    let revoked = ada.clone();
    let (code, recovery_code) = (ada.phone().next_code(), ada.recovery_codes[0].clone());
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.ok();
    let challenge = ada.challenge().await;
    ada.verify_recovery_code(&challenge, &recovery_code).send().await.ok();
    ada.delete("/v1/me/sessions/others").send().await;
    guarded.keep_mark();
    guarded.app.stop();
    guarded.app.database.restore(&backup);

    assert!(matches!(guarded.refusal(), Some(StartError::Behind)), "{:?}", guarded.refusal());
    guarded.settle();
    guarded.restart();
    let mut ada = ada.at(&guarded.app.endpoint());
    let revoked = revoked.at(&guarded.app.endpoint());
    assert!(!revoked.is_signed_in().await);
    let challenge = ada.challenge().await;
    ada.verify(&challenge, &code).send().await.problem(401, "code_rejected");
    ada.verify_recovery_code(&challenge, &recovery_code).send().await.invalid("method");
    // Once its time is over, the next code is good again.
    guarded.app.clock.advance(TimeDelta::seconds(90));
    ada.sign_in().await;
    let codes = ada.get("/v1/me/recovery-codes").send().await.ok();
    assert_eq!((&codes["remaining"], &codes["suggestNew"]), (&0.into(), &true.into()));
    assert!(codes["codes"][1]["withdrawnAt"].is_string());
    assert_eq!(guarded.app.database.count("audit_events WHERE action = 'installation.restored'"), 1);
}

#[tokio::test]
async fn i4_a_failover_that_lost_a_moment_is_noticed_by_a_service_that_runs() {
    let mut guarded = Guarded::start();
    let mut replica = guarded.app.admin().await;
    let idle =
        guarded.app.add_replica(|settings| settings.high_water = Some(PathBuf::from("/nonexistent/mark")));
    guarded.app.clock.advance(TimeDelta::seconds(1));
    let ada = guarded.app.member("ada").await;
    guarded.watch();
    ada.get("/v1/me").send().await.ok();

    guarded.app.database.execute(
        "CREATE TABLE lost AS SELECT * FROM audit_events ORDER BY occurred_at DESC, id DESC LIMIT 1; \
         DELETE FROM audit_events WHERE id IN (SELECT id FROM lost)",
    );
    // As after a failover: every connection is a new one.
    guarded.app.database.go_away();
    guarded.app.database.come_back();
    let service = guarded.app.service();
    // A connection that was alive a moment ago is found out by whoever gets it.
    for _ in 0..service.settings.database_pool {
        ada.get("/v1/me").send().await.problem(503, "overloaded");
    }
    assert!(service.db.high_water().is_lost());
    let ready = guarded.app.endpoint().get("/readyz").send().await;
    assert!(
        ready.problem(503, "not_ready")["detail"].as_str().unwrap().contains("nightlatch post-restore"),
        "{}",
        ready.text()
    );
    // One that has nothing to miss does not answer either.
    let services = guarded.app.services();
    let origin = Origin::default();
    assert!(
        (0..=service.settings.database_pool).any(|_| services[1].db.look_behind().is_ok_and(|behind| behind))
    );
    ada.at(&idle).get("/v1/me").send().await.problem(503, "overloaded");
    guarded.app.forgive(503);

    guarded.settle();
    for service in &services {
        restoration::watch(&Operation::begin(service, &origin)).expect("it looks");
    }
    assert!(!ada.is_signed_in().await, "every session has ended");
    replica.sign_in().await;
    guarded.app.database.execute("INSERT INTO audit_events TABLE lost; DROP TABLE lost");
}

#[tokio::test]
async fn a_start_over_the_same_database_is_none_of_it() {
    let mut guarded = Guarded::start();
    let ada = guarded.app.member("ada").await;
    guarded.keep_mark();
    guarded.restart();
    assert!(ada.at(&guarded.app.endpoint()).is_signed_in().await);
    fs::write(&guarded.mark, "half of i").unwrap();
    assert!(matches!(guarded.refusal(), Some(StartError::HighWater { .. })));
}

#[tokio::test]
async fn the_restore_guide_works_as_written() {
    let operator = Operator::installed();
    let guide = fs::read_to_string(repository().join("docs/operations/restore.md")).unwrap();
    let guide = blocks_to_run(&guide);
    let [back_up, settle] = &guide[..] else { panic!("two examples, not {guide:?}") };
    let with_mark = |mut command: Command| {
        command.env("NIGHTLATCH_HIGH_WATER", operator.home.path().join("high-water"));
        command
    };
    printed(operator.guided(back_up).output().unwrap());
    let service = Service::start(with_mark(operator.command(&["serve"])));
    service.sign_in(ADMIN, operator.password()).await;
    assert!(service.stop("TERM").success());

    let restore: Vec<&str> = settle.lines().take(2).collect();
    printed(operator.guided(&restore.join("\n")).output().unwrap());
    let told = refused(with_mark(operator.command(&["serve"])).output().unwrap(), 1);
    assert!(told.contains("is behind what was answered for"), "{told}");
    let settled = printed(with_mark(operator.guided(settle)).output().unwrap());
    assert!(settled.contains(r#"{"organizations":1}"#), "{settled}");
    let service = Service::start(with_mark(operator.command(&["serve"])));
    service.sign_in(ADMIN, operator.password()).await;
    assert!(service.stop("TERM").success());
}

#[test]
fn serve_refuses_a_mark_that_it_cannot_keep() {
    let operator = Operator::installed();
    let mut serve = operator.command(&["serve"]);
    serve.env("NIGHTLATCH_HIGH_WATER", operator.home.path().join("missing/high-water"));
    let told = refused(serve.output().unwrap(), 2);
    assert!(told.contains("NIGHTLATCH_HIGH_WATER: "), "{told}");
    // Nothing is kept by others, so that a folder that comes with the service may still be missing.
    let mut status = operator.command(&["keys", "status"]);
    status.env("NIGHTLATCH_HIGH_WATER", operator.home.path().join("missing/high-water"));
    printed(status.output().unwrap());
}

/// A rehearsal with production's settings, but for the database, leaves marks in production's file that production never had.
#[tokio::test]
async fn a_command_with_the_marks_of_another_database_stops_nobody() {
    let operator = Operator::installed();
    let with_mark = |arguments: &[&str], name: &str| {
        let mut command = operator.command(arguments);
        command.env("NIGHTLATCH_HIGH_WATER", operator.home.path().join(name));
        command
    };
    let service = Service::start(with_mark(&["serve"], "its-own"));
    let (organization, event) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let marks = json!([{"organizationId": organization, "occurredAt": SystemClock.now(), "eventId": event}]);
    fs::write(operator.home.path().join("rehearsed"), marks.to_string()).unwrap();

    let dry_run = ["import", "--from", "otpauth", "--dry-run", "rehearsed"];
    for (command, code) in
        [(&["keys", "status"][..], 1), (&["keys", "rewrap"], 1), (&["audit", "verify"], 2), (&dry_run, 2)]
    {
        let told = refused(with_mark(command, "rehearsed").output().unwrap(), code);
        assert!(told.contains("unless NIGHTLATCH_HIGH_WATER names the file of another"), "{told}");
    }
    assert_eq!(operator.database.count("restorations"), 0);
    service.sign_in(ADMIN, operator.password()).await;

    // A process that would answer is another matter: it may have answered what it has marks of.
    refused(with_mark(&["serve"], "rehearsed").output().unwrap(), 1);
    assert_eq!(operator.database.count("restorations"), 1);
    assert!(service.stop("TERM").success());
}

/// A repeatable request is one transaction of several pieces, of which one may be undone.
#[tokio::test]
async fn an_event_that_was_undone_is_not_missed() {
    let guarded = Guarded::start();
    let app = &guarded.app;
    let admin = app.admin().await;
    // They come in the order of their ids.
    let mut ids = [app.user("ada", &["member"]).await.id, app.user("bob", &["member"]).await.id];
    ids.sort();
    app.database.execute(&format!(
        "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN IF NEW.subject_id = '{}' THEN RAISE 'the end'; END IF; RETURN NEW; END $$; \
         CREATE TRIGGER fail BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION fail();",
        ids[1]
    ));
    let deadline = app.clock.now() + TimeDelta::days(30);
    let extend = json!({"action": "extendDeadline", "ids": ids, "deadline": deadline, "reason": "On leave"});
    let answer = admin.post("/v1/users/bulk", extend).header("idempotency-key", "once").send().await.ok();
    let statuses: Vec<_> = answer["results"].as_array().unwrap().iter().map(|one| &one["status"]).collect();
    assert_eq!(statuses, ["done", "refused"]);
    assert!(!app.service().db.look_behind().unwrap(), "nothing was lost");
}
