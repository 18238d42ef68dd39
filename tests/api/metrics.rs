//! What operators see of a service that works: each request, verdict and wait is counted, and nobody is named.

use chrono::TimeDelta;
use nightlatch::{
    background,
    clock::{Clock, SystemClock},
};
use serde_json::json;

use crate::{
    support::{
        app::{ADMIN_EMAIL, TestApp, client},
        audit_log::seal,
        database::Database,
        figures::Figures,
        process::Process,
        race::{until, waiting_for_a_lock},
        service::Service,
    },
    verify::REFUSED,
};

fn requests(operation: &str, method: &str, route: &str, status: &str) -> String {
    format!(
        "nightlatch_requests_total{{operation=\"{operation}\",method=\"{method}\",route=\"{route}\",status=\"{status}\"}}"
    )
}

#[tokio::test]
async fn requests_are_counted_by_operation_and_never_by_path() {
    let app = TestApp::measured();
    let (admin, ada) = (app.admin().await, app.member("ada").await);
    for _ in 0..3 {
        admin.get(&format!("/v1/users/{}", ada.id)).send().await.ok();
    }
    ada.get(&format!("/v1/users/{}", admin.id)).send().await.problem(403, "not_permitted");
    ada.delete("/v1/users").send().await.problem(405, "method_not_allowed");
    app.anonymous("GET", "/v1/nothing").send().await.problem(404, "not_found");
    app.anonymous("GET", "/healthz").send().await.ok();

    let figures = app.scrape().await;
    let of_user = |status| requests("read_user", "GET", "/v1/users/{id}", status);
    assert_eq!((figures.value(&of_user("2xx")), figures.value(&of_user("4xx"))), (3.0, 1.0));
    assert_eq!(figures.value(&of_user("5xx")), 0.0, "there before it rises");
    assert_eq!(figures.value(&requests("other", "", "", "4xx")), 2.0);
    assert_eq!(figures.value(&requests("check_health", "GET", "/healthz", "2xx")), 1.0);
    let duration = |of: &str| format!("nightlatch_request_duration_seconds_{of}operation=\"read_user\"");
    assert_eq!(figures.value(&(duration("count{") + "}")), 4.0);
    assert_eq!(figures.value(&(duration("bucket{le=\"+Inf\",") + "}")), 4.0);
    assert_eq!(figures.value("nightlatch_requests_in_flight"), 0.0);
    assert_eq!(figures.find(&requests("list_users", "GET", "/v1/users", "4xx")), None);
}

#[tokio::test]
async fn what_services_are_told_of_codes_is_counted() {
    let app = TestApp::measured();
    let door = Service::new(&app, &app.admin().await, &["verify"]).await;
    let ada = app.enrolled_member("ada").await;
    let before = app.scrape().await;
    let code = ada.phone().next_code();
    assert_eq!(door.verify(&ada, &code).await["valid"], true);
    app.clock.advance(TimeDelta::minutes(1));
    for _ in 0..10 {
        assert_eq!(door.verify_call(&ada, &code).send().await.text(), REFUSED);
    }
    for _ in 0..2 {
        door.verify(&ada, &ada.phone().next_code()).await;
    }
    let after = app.scrape().await;
    let rise = |series: &str| after.value(series) - before.value(series);
    let answers = ["valid", "invalid", "limited"];
    let answers =
        answers.map(|result| rise(&format!("nightlatch_verify_answers_total{{result=\"{result}\"}}")));
    assert_eq!(answers, [1.0, 10.0, 2.0]);
    let decisions = |limit: &str| {
        ["allowed", "limited"].map(|decision| {
            rise(&format!("nightlatch_throttle_decisions_total{{limit=\"{limit}\",decision=\"{decision}\"}}"))
        })
    };
    assert_eq!(decisions("secondFactor"), [11.0, 2.0]);
    assert_eq!(decisions("apiKey"), [13.0, 0.0]);
    assert_eq!(decisions("password"), [0.0, 0.0]);
    let events = ["verify.succeeded", "verify.failed"];
    let events = events.map(|action| rise(&format!("nightlatch_audit_events_total{{action=\"{action}\"}}")));
    assert_eq!(events, [1.0, 12.0]);
}

#[tokio::test]
async fn sign_ins_are_counted_by_how_they_end() {
    let app = TestApp::measured();
    let mut ada = app.enrolled_member("ada").await;
    let before = app.scrape().await;
    ada.sign_in().await;
    let wrong = json!({"email": ada.email, "password": "something else altogether"});
    for _ in 0..21 {
        ada.endpoint.post("/v1/auth/login", wrong.clone()).send().await.problem(401, "login_failed");
    }
    let unknown = json!({"email": "nobody@lock.example", "password": "something else altogether"});
    ada.endpoint.post("/v1/auth/login", unknown).send().await.problem(401, "login_failed");
    let after = app.scrape().await;
    let rise = |series: &str| after.value(series) - before.value(series);
    let event = |action: &str| rise(&format!("nightlatch_audit_events_total{{action=\"{action}\"}}"));
    let events = ["login.challenged", "login.succeeded", "login.failed", "login.blocked"].map(event);
    assert_eq!(events, [1.0, 1.0, 22.0, 0.0]);
    let password = |decision: &str| {
        rise(&format!("nightlatch_throttle_decisions_total{{limit=\"password\",decision=\"{decision}\"}}"))
    };
    assert_eq!(["allowed", "limited"].map(password), [21.0, 1.0]);
    assert_eq!(rise("nightlatch_hashing_wait_seconds_count"), 23.0);
    assert_eq!(
        (after.value("nightlatch_hashing_busy"), after.value("nightlatch_hashing_waiting")),
        (0.0, 0.0)
    );
    assert_eq!(after.value("nightlatch_hashing_refusals_total"), 0.0);
}

/// A sign-in that has mail to send takes two attempts, and is one decision.
#[tokio::test]
async fn a_decision_that_is_made_anew_is_counted_once() {
    let app = TestApp::measured();
    let ada = app.member("ada").await;
    let allowed = "nightlatch_throttle_decisions_total{limit=\"address\",decision=\"allowed\"}";
    let before = app.scrape().await.value(allowed);
    ada.login_call().forwarded_for("203.0.113.7").send().await.ok();
    assert_eq!(app.scrape().await.value(allowed) - before, 1.0);
    app.mail_to(&ada.email).await.only();
}

#[tokio::test]
async fn a_change_that_is_undone_is_not_counted() {
    let app = TestApp::measured();
    let admin = app.admin().await;
    let invite = || {
        let body = json!({"email": "ada@lock.example", "displayName": "Ada", "roles": ["member"]});
        admin.post("/v1/users", body).send()
    };
    let invited = "nightlatch_audit_events_total{action=\"user.invited\"}";
    app.database.execute("ALTER TABLE outbox RENAME TO gone");
    invite().await.problem(500, "internal");
    assert_eq!(app.scrape().await.value(invited), 0.0);
    app.database.execute("ALTER TABLE gone RENAME TO outbox");
    invite().await.created();
    let figures = app.scrape().await;
    assert_eq!(figures.value(invited), 1.0);
    assert_eq!(figures.value(&requests("create_user", "POST", "/v1/users", "5xx")), 1.0);
    app.forgive(500);
}

#[tokio::test]
async fn what_waits_is_measured() {
    let app = TestApp::measured();
    app.clock.set(SystemClock.now());
    let ada = app.member("ada").await;
    background::send_due(&app.service()).await;
    seal(&app);
    background::measure(&app.service()).await;
    let figures = app.scrape().await;
    let mail =
        |figures: &Figures, what: &str| figures.value(&format!("nightlatch_queue_{what}{{queue=\"mail\"}}"));
    assert_eq!(["waiting", "due", "oldest_age_seconds"].map(|what| mail(&figures, what)), [0.0; 3]);

    let forgotten = json!({"email": ada.email});
    app.verify_address(&ada);
    app.endpoint().post("/v1/auth/password/forgot", forgotten).send().await.expect(202);
    app.clock.advance(TimeDelta::seconds(90));
    background::measure(&app.service()).await;
    let figures = app.scrape().await;
    assert_eq!(["waiting", "due", "oldest_age_seconds"].map(|what| mail(&figures, what)), [1.0, 1.0, 90.0]);
    assert!((90.0..100.0).contains(&figures.value("nightlatch_unsealed_age_seconds")));
    let skew = figures.value("nightlatch_clock_skew_seconds");
    assert!((-100.0..-85.0).contains(&skew), "the test's clock went ahead by 93 seconds: {skew}");

    background::send_due(&app.service()).await;
    assert!(seal(&app) > 0);
    background::measure(&app.service()).await;
    let figures = app.scrape().await;
    assert_eq!(mail(&figures, "waiting"), 0.0);
    assert!(figures.value("nightlatch_unsealed_age_seconds") < 5.0);
    let run =
        |outcome: &str| format!("nightlatch_work_runs_total{{work=\"claiming mail\",outcome=\"{outcome}\"}}");
    assert!(figures.value(&run("success")) >= 2.0);
    assert_eq!(figures.value(&run("failure")), 0.0);
    assert_eq!(figures.value("nightlatch_database_behind"), 0.0);
}

#[tokio::test]
async fn work_that_hangs_from_the_start_is_seen_as_none_that_succeeds() {
    let app = TestApp::measured();
    let run =
        |outcome: &str| format!("nightlatch_work_runs_total{{work=\"measuring\",outcome=\"{outcome}\"}}");
    assert_eq!(app.scrape().await.find(&run("success")), None);
    let holder = app.database.hold("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE");
    let service = app.service();
    let measuring = background::measure(&service);
    let seen = async {
        until(async || waiting_for_a_lock(&app) > 0).await;
        let figures = app.scrape().await;
        holder.let_go();
        ["success", "failure"].map(|outcome| figures.value(&run(outcome)))
    };
    let ((), seen) = tokio::join!(measuring, seen);
    assert_eq!(seen, [0.0; 2]);
    assert_eq!(app.scrape().await.value(&run("success")), 1.0);
}

#[tokio::test]
async fn the_pool_and_the_process_are_shown() {
    let app = TestApp::measured();
    app.member("ada").await;
    let figures = app.scrape().await;
    assert_eq!(figures.value("nightlatch_pool_limit"), 6.0);
    assert!((1.0..=6.0).contains(&figures.value("nightlatch_pool_connections")));
    assert_eq!(figures.value("nightlatch_pool_in_use"), 0.0);
    assert!(figures.value("nightlatch_pool_wait_seconds_count") > 3.0);
    assert_eq!(figures.value("nightlatch_pool_timeouts_total"), 0.0);
    let megabytes = figures.value("process_resident_memory_bytes") / 1e6;
    assert!((5.0..5_000.0).contains(&megabytes), "{megabytes}");
    assert!(
        figures
            .0
            .contains(&format!("nightlatch_build_info{{version=\"{}\",commit=\"", env!("CARGO_PKG_VERSION")))
    );
}

#[tokio::test]
async fn nobody_is_named() {
    let app = TestApp::measured();
    let ada = app.enrolled_member("ada").await;
    let admin = app.enrolled_admin().await;
    let door = Service::new(&app, &admin, &["verify"]).await;
    door.verify(&ada, &ada.phone().next_code()).await;
    app.anonymous("GET", &format!("/v1/{}", ada.email)).send().await.problem(404, "not_found");
    app.anonymous("BREW", "/v1/users").send().await;
    background::measure(&app.service()).await;
    let figures = app.scrape().await.0;
    for named in [&ada.email, ADMIN_EMAIL, &ada.id, &admin.id, &door.id, "@", "BREW"] {
        assert!(!figures.contains(named), "{named}");
    }
}

#[tokio::test]
async fn figures_have_a_port_of_their_own_or_none() {
    let database = Database::bootstrapped();
    let process = Process::serve(&database);
    assert_eq!((&process.metrics, process.ports().len()), (&None, 1));
    drop(process);

    let process = Process::serve_with(&database, &[("NIGHTLATCH_METRICS_BIND", "127.0.0.1:0")]);
    assert_eq!(process.ports().len(), 2);
    let base = process.metrics.clone().expect("its port");
    let figures = Figures::read(&client(), &base).await;
    assert!(figures.value("process_start_time_seconds") > 1.7e9);
    let endpoint = process.endpoint(&Default::default());
    endpoint.get("/metrics").send().await.problem(404, "not_found");
    endpoint.get("/healthz").send().await.ok();
    for path in ["/healthz", "/v1/users", "/"] {
        assert_eq!(
            client().get(format!("{base}{path}")).send().await.expect("an answer").status(),
            404,
            "{path}"
        );
    }
}
