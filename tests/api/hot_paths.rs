//! What the operations that are used most ask of the database: how much, prepared, and by an index. A statement more is noticed
//! here; whoever adds one on purpose changes the table.

use std::{collections::BTreeMap, time::Duration};

use serde_json::json;

use crate::support::{
    actor::{Actor, text},
    app::TestApp,
    service::Service,
    statements::{self, Statement},
};

/// Each operation with its statements, in their order. Each is a round trip.
const BUDGET: [(&str, &[&str]); 11] = [
    ("verify", &["SELECT api_keys", "WITH budgets"]),
    (
        "password step",
        &[
            "SELECT login_directory",
            "SELECT users",
            "SELECT address_failures",
            "SELECT policies",
            "WITH budgets",
        ],
    ),
    (
        "challenge step",
        &["SELECT challenges", "SELECT policies", "SELECT audit_events", "SELECT sessions", "WITH budgets"],
    ),
    // Its user is mailed, with a link to object.
    (
        "challenge step elsewhere",
        &["SELECT challenges", "SELECT policies", "SELECT audit_events", "SELECT sessions", "WITH budgets"],
    ),
    // Its user is mailed too, and the browser recognized and trusted: no sign-in writes more.
    (
        "challenge step in a new browser",
        &["SELECT challenges", "SELECT policies", "SELECT audit_events", "SELECT sessions", "WITH budgets"],
    ),
    ("refresh", &["SELECT sessions", "WITH refresh_tokens"]),
    // It finds out who asks, and whether they still may; so does the first one of all that somebody signed in asks for.
    ("session check", &["SELECT sessions"]),
    ("own sessions", &["SELECT sessions", "SELECT sessions"]),
    (
        "own account",
        &["SELECT sessions", "SELECT organizations", "SELECT recovery_codes", "SELECT sso_identities"],
    ),
    ("administrator's list", &["SELECT api_keys", "SELECT policies", "SELECT users"]),
    ("health", &[]),
];

/// Planned anew each time, by what is asked for: of the list.
const PLANNED_EACH_TIME: [&str; 1] = ["administrator's list: SELECT users"];

/// Rows of users, or by users: there may be millions.
const LARGE: &str = "'users', 'user_roles', 'login_directory', 'authenticators', 'recovery_codes', 'passes', 'budgets', \
    'sessions', 'last_sign_ins', 'refresh_tokens', 'challenges', 'recognized_browsers', 'trusted_devices', 'sso_identities', 'address_failures', \
    'idempotency_keys', 'webhook_deliveries', 'outbox'";

/// Who asks for what is measured.
struct Stage {
    app: TestApp,
    door: Service,
    ada: Actor,
}

impl Stage {
    async fn set(app: TestApp) -> Self {
        let admin = app.admin().await;
        let door = Service::new(&app, &admin, &["verify", "users.read"]).await;
        let ada = app.enrolled_member("ada").await;
        admin.change_policy(json!({"trustedDeviceDays": 7})).await;
        Self { app, door, ada }
    }

    /// Runs every operation once; gives their statements.
    async fn run(&mut self) -> BTreeMap<&'static str, Vec<Statement>> {
        let Self { app, door, ada } = self;
        let database = &app.database;
        let code = ada.phone().next_code();
        // The use of a key is noted once a minute.
        door.get("/v1/users").send().await.ok();
        let (verified, verify) = statements::during(database, door.verify(ada, &code)).await;
        assert_eq!(verified["valid"], json!(true));
        let (listed, list) = statements::during(database, door.get("/v1/users").send()).await;
        listed.ok();
        let (challenge, password) = statements::during(database, ada.challenge()).await;
        let code = ada.phone().next_code();
        let (answer, challenged) = statements::during(database, ada.verify(&challenge, &code).send()).await;
        ada.adopt(&answer.ok());
        let (challenge, code) = (ada.challenge().await, ada.phone().next_code());
        let elsewhere = ada.verify(&challenge, &code).header("user-agent", &code).send();
        let (answer, challenged_elsewhere) = statements::during(database, elsewhere).await;
        answer.ok();
        let body = json!({"email": ada.email, "password": ada.password, "cookie": true});
        let login = ada.endpoint.post("/v1/auth/login", body).send().await.ok();
        let path = format!("/v1/auth/challenges/{}/verify", text(&login["challengeId"]));
        let body = json!({"method": "totp", "code": ada.phone().next_code(), "trustDevice": true});
        let trusting = ada.endpoint.post(&path, body).send();
        let (answer, challenged_in_browser) = statements::during(database, trusting).await;
        answer.ok();
        let (answer, refreshed) = statements::during(database, ada.refresh_call().send()).await;
        ada.adopt(&answer.ok());
        let mut all = BTreeMap::from([
            ("verify", verify),
            ("administrator's list", list),
            ("password step", password),
            ("challenge step", challenged),
            ("challenge step elsewhere", challenged_elsewhere),
            ("challenge step in a new browser", challenged_in_browser),
            ("refresh", refreshed),
        ]);
        for (name, path) in [
            ("session check", "/v1/me/session"),
            ("own sessions", "/v1/me/sessions"),
            ("own account", "/v1/me"),
            ("health", "/healthz"),
        ] {
            let (answer, heard) = statements::during(database, ada.get(path).send()).await;
            answer.ok();
            all.insert(name, heard);
        }
        all
    }
}

/// On one connection, so that it is known what that has prepared.
fn with_one_connection() -> TestApp {
    statements::listen();
    TestApp::start_with(|settings| settings.database_pool = 1)
}

#[tokio::test]
async fn an_operation_asks_what_its_budget_says() {
    let mut stage = Stage::set(with_one_connection()).await;
    // What is done at first is done.
    stage.run().await;
    let found = stage.run().await;
    for (name, budget) in BUDGET {
        let asked: Vec<String> = found[name].iter().map(Statement::to_string).collect();
        assert_eq!(asked, budget, "{name}");
    }
    assert_eq!(found.len(), BUDGET.len());
}

#[tokio::test]
async fn a_connection_prepares_each_statement_once() {
    let mut stage = Stage::set(with_one_connection()).await;
    stage.run().await;
    let found = stage.run().await;
    let anew = found.iter().flat_map(|(name, statements)| {
        let anew = statements.iter().filter(|statement| statement.round_trips() > 1);
        anew.map(move |statement| format!("{name}: {statement}"))
    });
    assert_eq!(anew.collect::<Vec<_>>(), PLANNED_EACH_TIME);
}

/// Where an index leads to the rows, it is taken at any size: the database is told to read no table as a whole unless it has to,
/// and to plan for any value.
#[tokio::test]
async fn no_table_of_users_is_read_from_end_to_end() {
    let app = TestApp::start();
    app.database.execute(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET enable_seqscan = off', current_database()); \
         EXECUTE format('ALTER DATABASE %I SET plan_cache_mode = force_generic_plan', current_database()); END $$",
    );
    let mut stage = Stage::set(app).await;
    let before = scans(&mut stage).await;
    stage.app.add_replica(|_| {});
    (stage.door, stage.ada) = (stage.door.at(&stage.app.endpoint()), stage.ada.at(&stage.app.endpoint()));
    stage.run().await;
    let after = scans(&mut stage).await;
    assert!(!after.is_empty());
    assert_eq!(after, before);
}

/// How often each large table was read as a whole, told once nobody is connected any more: until then it may be kept back.
async fn scans(stage: &mut Stage) -> Vec<String> {
    stage.app.stop();
    let database = &stage.app.database;
    let left = async {
        while database
            .count("pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
            > 0
        {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), left).await.expect("everybody has left");
    database.column(&format!(
        "SELECT relname || ' ' || seq_scan FROM pg_stat_user_tables \
         WHERE relname IN ({LARGE}) OR relname LIKE 'audit_events%' ORDER BY 1"
    ))
}
