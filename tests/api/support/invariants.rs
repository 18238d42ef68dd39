//! What holds after every test: no change or decision without its one audit event, no answer outside the contract.

use reqwest::Method;

use super::{call::Exchange, database::Database, schema};

pub fn check(database: &Database, exchanges: &[Exchange]) {
    for exchange in exchanges {
        keeps_the_contract(exchange);
    }
    i3_state_is_what_the_audit_log_tells(database);
    i3_decisions_are_what_the_audit_log_tells(database, exchanges);
}

fn keeps_the_contract(exchange: &Exchange) {
    let answer = &exchange.answer;
    let (told, status) = (&answer.request, answer.status.as_u16());
    assert!(status < 500, "{told}: {status} {}", answer.text());
    let request_id = answer.request_id();
    if exchange.method == Method::HEAD {
        return assert!(answer.body.is_empty(), "{told}: a body");
    }
    if status >= 400 {
        let problem = answer.json();
        assert_eq!(
            answer.header("content-type"),
            Some("application/problem+json"),
            "{told}: {}",
            answer.text()
        );
        assert_eq!(problem["instance"], request_id, "{told}");
        assert_eq!(problem["status"], status, "{told}");
        assert_eq!(
            answer.header("retry-after").is_some(),
            problem["retryAfter"].is_u64(),
            "{told}: {problem}"
        );
    }
    if let Err(why) = schema::check(exchange) {
        panic!("{told}: {why}\n{}", answer.text());
    }
}

/// What there is, and by which events it came to be.
const MADE: [(&str, &str); 10] = [
    ("FROM organizations", "action = 'organization.created'"),
    ("FROM users", "action = 'user.created'"),
    ("FROM policies, generate_series(2, version)", "action = 'policy.changed'"),
    ("FROM challenges", "action IN ('login.challenged', 'step_up.challenged')"),
    ("FROM enrollment_grants", "action = 'login.enrollment_demanded'"),
    // An enrollment at sign-in begins a session by a sign-in of its own; inside a session it renews that one.
    (
        "FROM sessions",
        "action IN ('login.succeeded', 'step_up.succeeded', 'password.changed') OR (session_id IS NOT NULL AND \
         action IN ('authenticator.enrolled', 'authenticator.replaced', 'authenticator.removed'))",
    ),
    (
        "FROM sessions WHERE ended_because IN ('signedOut', 'endedByUser', 'tooMany')",
        "action = 'session.ended'",
    ),
    ("FROM sessions WHERE ended_because = 'tokenReused'", "action = 'session.token_reused'"),
    // Each session begins with one, and each refresh gives one more.
    (
        "FROM (SELECT 1 FROM refresh_tokens EXCEPT ALL SELECT 1 FROM sessions) AS further",
        "action = 'session.refreshed'",
    ),
    (
        "FROM (SELECT 1 FROM authenticators UNION ALL SELECT 1 FROM audit_events AS e, \
         generate_series(1, (e.detail ->> 'authenticators')::integer) WHERE e.action = 'two_factor.disabled' \
         UNION ALL SELECT 1 FROM audit_events WHERE action = 'authenticator.removed') AS enrolled_once",
        "action = 'authenticator.enrolled'",
    ),
];

fn i3_state_is_what_the_audit_log_tells(database: &Database) {
    let compared = MADE.map(|(made, told)| {
        format!("((SELECT count(*) {made}), (SELECT count(*) FROM audit_events WHERE {told}), $${made}$$)")
    });
    let differing = database.column(&format!(
        "SELECT format('%s %s, but %s told', made, what, told) \
         FROM (VALUES {}) AS compared (made, told, what) WHERE made <> told",
        compared.join(", ")
    ));
    assert!(differing.is_empty(), "{differing:#?}");
}

fn i3_decisions_are_what_the_audit_log_tells(database: &Database, exchanges: &[Exchange]) {
    let answered =
        |code: &str| exchanges.iter().filter(|exchange| exchange.answer.json()["code"] == code).count();
    for (code, actions) in [
        ("login_failed", "'login.failed', 'password.change_refused'"),
        ("code_rejected", "'code.rejected'"),
        ("too_many_attempts", "'code.throttled'"),
        ("enrollment_code_rejected", "'enrollment.code_rejected'"),
    ] {
        let told = database.count(&format!("audit_events WHERE action IN ({actions})"));
        assert_eq!(answered(code), told, "{code} was answered, and {actions} told");
    }
}
