//! Behind a pooler that lends a session for one transaction: nothing is left in a session, and nothing expected of it but what
//! the pooler sets. `make test-pgbouncer` runs all of these tests behind PgBouncer.

use std::fs;

use diesel::{Connection, PgConnection, connection::SimpleConnection};

use crate::support::{
    app::TestApp,
    database::{Database, is_pooled},
    operator::{Operator, Service, repository},
    statements,
};

#[tokio::test]
async fn without_sessions_nothing_is_prepared_or_set() {
    let app = TestApp::start_with(|settings| settings.prepared_statements = false);
    let ada = app.enrolled_member("ada").await;
    let signed_in = async {
        let challenge = ada.challenge().await;
        ada.verify(&challenge, &ada.phone().next_code()).send().await.ok();
    };
    let ((), heard) = statements::during(&app.database, signed_in).await;
    assert!(heard.len() >= 10, "{}", heard.len());
    let prepared: Vec<_> = heard.iter().filter(|statement| statement.prepared).map(|s| &s.text).collect();
    assert_eq!(prepared, [""; 0]);
    let set = statements::sent_to(&app.database);
    assert!(!set.iter().any(|text| text.starts_with("SET ")), "{set:?}");
}

/// The line of the documented configuration, taken for a session's.
fn connect_query() -> String {
    let configuration = fs::read_to_string(repository().join("docs/operations/pgbouncer.ini")).unwrap();
    let (_, rest) = configuration.split_once("connect_query='").expect("it sets sessions up");
    let (query, _) = rest.split_once("'\n").expect("to the line's end");
    query.replace("''", "'")
}

#[test]
fn a_session_that_nobody_has_set_up_is_told_of_at_the_start() {
    let operator = Operator::installed();
    let warned = || {
        let mut serve = operator.command(&["serve"]);
        serve.env("NIGHTLATCH_PREPARED_STATEMENTS", "off");
        let service = Service::start(serve);
        let warned = service.told.iter().find(|line| line.contains("sessions that are not set up")).cloned();
        assert!(service.stop("TERM").success());
        warned
    };
    if !is_pooled() {
        let told = warned().expect("the server's defaults are others");
        for name in ["statement_timeout = 8000", "lock_timeout = 5000"] {
            assert!(told.contains(name), "{told}");
        }
        set_for_all(&operator.database);
    }
    assert_eq!(warned(), None);
}

/// What the pooler would set for each session, for the sessions of a database.
fn set_for_all(database: &Database) {
    let mut session = PgConnection::establish(&database.plain_url()).expect("the database is there");
    session.batch_execute(&connect_query()).expect("its statements run");
    let name = database.column("SELECT current_database()").remove(0);
    for setting in connect_query().split("; ").filter_map(|statement| statement.strip_prefix("SET ")) {
        database.execute(&format!("ALTER DATABASE {name} SET {setting}"));
    }
}
