//! Exports of the audit log: the same events as in the list, whole or visibly broken off, in constant memory.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    actor::{Actor, text},
    answer::Answer,
    app::{ADMIN_EMAIL, ADMIN_PASSWORD, TestApp},
    call::Endpoint,
    mail_server::until,
    process::Process,
};

const JSON_LINES: &str = "application/x-ndjson";
const CSV: &str = "text/csv";

async fn export(actor: &Actor, accept: &str, query: &str) -> Answer {
    actor.get(&format!("/v1/audit-events?{query}")).header("accept", accept).send().await
}

/// The log page by page, as the list gives it.
async fn listed(admin: &Actor, query: &str) -> Vec<Value> {
    let (mut events, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("/v1/audit-events?limit=7&{query}{cursor}")).send().await.ok();
        events.extend(page["items"].as_array().expect("a list").clone());
        let Some(next) = page["nextCursor"].as_str() else { return events };
        cursor = format!("&cursor={next}");
    }
}

/// The rows of a CSV text by the names of their columns.
fn rows(answer: &Answer) -> Vec<Value> {
    let mut reader = csv::Reader::from_reader(&answer.body[..]);
    let names = reader.headers().expect("a header").clone();
    let row = |record: csv::StringRecord| {
        let cells = record.iter().map(Value::from);
        Value::Object(names.iter().map(str::to_owned).zip(cells).collect())
    };
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

/// A log of some thirty events, a while ago.
async fn busy(app: &TestApp) -> Actor {
    let mut admin = app.admin().await;
    let mut ada = app.member("ada").await;
    for _ in 0..10 {
        ada.sign_in().await;
        app.clock.advance(TimeDelta::seconds(7));
        admin.sign_in().await;
    }
    app.clock.advance(TimeDelta::seconds(1));
    admin
}

#[tokio::test]
async fn n2_an_export_holds_what_the_list_holds() {
    let app = TestApp::start();
    let admin = busy(&app).await;
    let before = listed(&admin, "").await;
    assert!(before.len() > 20, "{}", before.len());

    let lines = export(&admin, JSON_LINES, "").await;
    assert_eq!(lines.header("content-type"), Some(JSON_LINES));
    assert_eq!(lines.lines(), before);
    let table = export(&admin, CSV, "").await;
    assert!(table.header("content-type").is_some_and(|kind| kind.starts_with("text/csv; charset=utf-8")));
    let named = table.header("content-disposition").expect("a file name");
    assert!(
        named.starts_with("attachment; filename=\"audit-events-") && named.ends_with(".csv\""),
        "{named}"
    );
    let rows = rows(&table);
    assert_eq!(rows.len(), before.len());
    for (row, event) in rows.iter().zip(&before) {
        for name in ["id", "occurredAt", "action", "outcome", "sessionId", "address", "requestId"] {
            assert_eq!(row[name].as_str(), Some(event[name].as_str().unwrap_or_default()), "{name}: {row}");
        }
        assert_eq!(row["actorEmail"].as_str(), Some(event["actor"]["email"].as_str().unwrap_or_default()));
        assert_eq!(row["subjectId"].as_str(), Some(event["subject"]["id"].as_str().unwrap_or_default()));
        assert_eq!(serde_json::from_str::<Value>(&text(&row["detail"])).expect("JSON"), event["detail"]);
    }
}

#[tokio::test]
async fn n2_an_export_is_filtered_as_the_list_and_told_in_the_log() {
    let app = TestApp::start();
    let mut admin = busy(&app).await;
    admin.refresh().await;
    app.clock.advance(TimeDelta::seconds(1));
    let query = format!("actor={}&action=login.succeeded", admin.id);
    let expected = listed(&admin, &query).await;
    assert!(expected.len() > 5);
    assert_eq!(export(&admin, JSON_LINES, &query).await.lines(), expected);

    let told = &listed(&admin, "action=audit.exported").await[0];
    assert_eq!(told["actor"]["id"], json!(admin.id));
    let filter = json!({"actor": admin.id, "action": "login.succeeded"});
    assert_eq!(told["detail"], json!({"format": "jsonLines", "filter": filter}));

    app.clock.advance(TimeDelta::seconds(1));
    let calm = listed(&admin, "routine=false").await;
    assert_eq!(calm.len() + 1, listed(&admin, "").await.len(), "what was refreshed");
    assert_eq!(export(&admin, JSON_LINES, "routine=false").await.lines(), calm);
    let told = &listed(&admin, "action=audit.exported").await[0];
    assert_eq!(told["detail"]["filter"], json!({"routine": false}));
    export(&admin, CSV, "routine=perhaps").await.invalid("routine");

    let none = export(&admin, CSV, &format!("subject={}", uuid::Uuid::nil())).await;
    assert!(
        none.text().starts_with("id,occurredAt,action,") && none.text().lines().count() == 1,
        "{}",
        none.text()
    );
    assert_eq!(export(&admin, JSON_LINES, &format!("subject={}", uuid::Uuid::nil())).await.text(), "");
    export(&admin, CSV, "limit=5").await.invalid("limit");
    export(&admin, JSON_LINES, "cursor=MTc5NTUzNDI5NQ").await.invalid("cursor");
}

#[tokio::test]
async fn what_a_client_calls_itself_is_no_formula() {
    let app = TestApp::start();
    let (admin, ada) = (app.admin().await, app.user("ada", &["member"]).await);
    let names = ["=HYPERLINK(\"https://evil.example\",\"look\")", "+1", "-1", "@sum", "Plain, \"quoted\""];
    for name in names {
        ada.login_call().header("user-agent", name).send().await.ok();
        app.clock.advance(TimeDelta::seconds(1));
    }
    let rows = rows(&export(&admin, CSV, &format!("action=login.succeeded&subject={}", ada.id)).await);
    let cells: Vec<String> = rows.iter().rev().map(|row| text(&row["userAgent"])).collect();
    let expected =
        names.map(|name| if name.starts_with("Plain") { name.to_owned() } else { format!("'{name}") });
    assert_eq!(cells, expected);
}

#[tokio::test]
async fn an_export_stays_in_its_organization_and_takes_the_scope() {
    let app = TestApp::start();
    let admin = busy(&app).await;
    let foreign = app.foreign_admin().await;
    app.clock.advance(TimeDelta::seconds(1));
    let theirs = export(&foreign, JSON_LINES, "").await;
    assert!(
        !theirs.lines().is_empty()
            && !theirs.text().contains(ADMIN_EMAIL)
            && !theirs.text().contains(&admin.id)
    );

    let key = async |scope: &str| {
        let draft = json!({"name": "Archive", "scopes": [scope]});
        text(&admin.post("/v1/api-keys", draft).send().await.expect(201)["key"])
    };
    let with = |key: String| {
        app.endpoint()
            .get("/v1/audit-events?action=login.succeeded")
            .header("accept", JSON_LINES)
            .bearer(&key)
            .send()
    };
    with(key("users.read").await).await.problem(403, "missing_scope");
    let lines = with(key("audit.read").await).await;
    assert_eq!(lines.lines(), listed(&admin, "action=login.succeeded").await);
    let told = &listed(&admin, "action=audit.exported").await[0];
    assert_eq!(told["detail"]["apiKey"], json!("Archive"));
}

/// So many events of 2 KiB, older than all others.
fn write_events(app: &TestApp, count: usize) {
    app.database.execute(&format!(
        "INSERT INTO audit_events (org_id, occurred_at, id, action, outcome, detail) \
         SELECT o.id, timestamptz '2026-01-01 00:00:00Z' - n * interval '1 second', gen_random_uuid(), \
             'user.updated', 'success', jsonb_build_object('n', n, 'much', repeat('x', 2000)) \
         FROM (SELECT id FROM organizations LIMIT 1) AS o, generate_series(1, {count}) AS n"
    ));
}

async fn begin(endpoint: &Endpoint, admin: &Actor) -> reqwest::Response {
    let request = endpoint.client.get(format!("{}/v1/audit-events?action=user.updated", endpoint.base));
    let response = request.bearer_auth(&admin.access).header("accept", JSON_LINES).send().await;
    response.and_then(reqwest::Response::error_for_status).expect("an export")
}

/// Reads on to the end; gives the number of lines.
async fn lines_to_the_end(response: &mut reqwest::Response) -> Result<usize, reqwest::Error> {
    let mut lines = 0;
    while let Some(chunk) = response.chunk().await? {
        lines += chunk.iter().filter(|byte| **byte == b'\n').count();
    }
    Ok(lines)
}

const MANY: usize = 20_000;

#[tokio::test]
async fn i9_memory_does_not_grow_with_the_export() {
    let app = TestApp::start();
    write_events(&app, MANY);
    let service = Process::serve(&app.database);
    let endpoint = service.endpoint(&app.journal);
    let mut admin = Actor::new(endpoint.clone(), app.clock.clone(), ADMIN_EMAIL, ADMIN_PASSWORD);
    admin.sign_in().await;
    let before = service.peak_memory();
    assert_eq!(lines_to_the_end(&mut begin(&endpoint, &admin).await).await.expect("the whole"), MANY);
    let grown = service.peak_memory() - before;
    // The export is some 45 MiB.
    assert!(grown < 20 * 1024, "grown by {grown} KiB");
}

#[tokio::test]
async fn i9_nothing_is_read_ahead_of_a_slow_reader() {
    let app = TestApp::start();
    write_events(&app, MANY);
    let admin = app.admin().await;
    let mut response = begin(&app.endpoint(), &admin).await;
    response.chunk().await.expect("it goes on").expect("a beginning");
    // What was not read by now is not there any more.
    app.database.execute("DELETE FROM audit_events WHERE action = 'user.updated'");
    let lines = lines_to_the_end(&mut response).await.expect("it ends in order");
    assert!(lines < MANY - 1_000, "{lines} lines were read ahead");
}

#[tokio::test]
async fn i9_exports_are_few_and_whoever_goes_away_holds_nothing() {
    let app = TestApp::start_with(|settings| settings.database_pool = 1);
    write_events(&app, MANY);
    let admin = app.admin().await;
    let under_way = [begin(&app.endpoint(), &admin).await, begin(&app.endpoint(), &admin).await];
    let refused = export(&admin, JSON_LINES, "action=user.updated").await;
    assert!(refused.problem(503, "overloaded")["retryAfter"].is_u64());
    let told = listed(&admin, "action=audit.exported").await;
    assert_eq!(told.len(), 2, "who reads slowly holds no connection");
    drop(under_way);
    until("the places are free", || app.service().exports.available_permits() == 2).await;
    assert_eq!(lines_to_the_end(&mut begin(&app.endpoint(), &admin).await).await.expect("the whole"), MANY);
    app.forgive(503);
}

#[tokio::test]
async fn i4_an_export_that_fails_on_its_way_breaks_off() {
    let app = TestApp::start();
    write_events(&app, MANY);
    let admin = app.admin().await;
    let mut response = begin(&app.endpoint(), &admin).await;
    response.chunk().await.expect("it goes on").expect("a beginning");
    app.database.go_away();
    lines_to_the_end(&mut response).await.expect_err("a part passes for the whole");
    app.database.come_back();
}
