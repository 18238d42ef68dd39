//! What holds after every test: no change or decision without its one audit event, no answer outside the contract.

use reqwest::Method;
use serde_json::Value;

use super::{
    call::Exchange,
    database::{Database, Reader},
    schema, words,
};

pub fn check(database: &Database, exchanges: &[Exchange]) {
    for exchange in exchanges {
        keeps_the_contract(exchange);
    }
    // What is still under way is there for all queries, or for none.
    let rows = database.reader().at_one_moment();
    // Almost every query reads it, and to plan that for each of its partitions takes longer than all that follows.
    rows.keep("audit_events");
    // What housekeeping has forgotten was there when it came.
    if rows.count("turns") == 0 {
        n1_each_change_is_mailed_once(&rows);
        i3_state_is_what_the_audit_log_tells(&rows);
    }
    i3_nothing_contradicts_the_audit_log(&rows);
    i3_decisions_are_what_the_audit_log_tells(&rows, exchanges);
    words::are_there_for_codes(exchanges);
    words::are_there_for_facts(&rows);
    words::are_there_for_refusals_after_a_provider(&rows);
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
    // What a browser asks before it asks is for no operation.
    if exchange.method == Method::OPTIONS && [200, 403].contains(&status) {
        return;
    }
    if let Err(why) = schema::check(exchange) {
        panic!("{told}: {why}\n{}", answer.text());
    }
}

/// Changes of which their owner is told, each with what the mail is.
const MAILED: &[(&str, &str)] = &[
    ("email_code.sent", "loginCode"),
    ("authenticator.enrolled", "factorEnabled', 'factorModified"),
    ("authenticator.replaced", "factorModified"),
    ("authenticator.removed", "factorModified"),
    ("passkey.enrolled", "factorEnabled', 'factorModified"),
    ("passkey.removed", "factorModified"),
    ("two_factor.disabled", "factorDisabled"),
    ("two_factor.reset", "factorReset"),
    ("recovery_codes.regenerated", "recoveryCodesRegenerated"),
    ("password.changed", "passwordChanged"),
    ("user.reminded", "setUpReminder"),
    ("password.reset_requested", "passwordReset"),
    ("password.reset", "passwordChanged"),
    ("email.change_requested", "emailConfirmation"),
    ("email.verification_requested", "emailConfirmation"),
    ("sso_identity.linked", "identityLinked"),
    ("sso_identity.unlinked", "identityUnlinked"),
    ("user.invited", "invitation"),
    ("user.invitation_sent", "invitation"),
];

fn n1_each_change_is_mailed_once(rows: &Reader) {
    for (action, kinds) in MAILED {
        let untold = rows.column(&format!(
            "SELECT e.id FROM audit_events AS e WHERE action = '{action}' AND outcome = 'success' \
             AND EXISTS (SELECT FROM users AS u WHERE u.id = e.subject_id) AND 1 <> \
             (SELECT count(*) FROM outbox AS o WHERE o.org_id = e.org_id AND o.event_id = e.id \
              AND o.user_id = e.subject_id AND o.kind IN ('{kinds}'))"
        ));
        assert!(untold.is_empty(), "{action} without its one mail: {untold:?}");
    }
}

/// What there is, and by which events it came to be.
const MADE: [(&str, &str); 19] = [
    ("FROM organizations", "action = 'organization.created'"),
    (
        "FROM (SELECT 1 FROM users UNION ALL \
         SELECT 1 FROM audit_events WHERE action = 'user.invitation_revoked') AS made_once",
        "action IN ('user.created', 'user.invited', 'user.imported')",
    ),
    (
        "FROM users WHERE password_hash IS NOT NULL AND imported_at IS NULL AND provided_at IS NULL",
        "(action = 'user.activated' OR action = 'user.created' AND NOT detail ? 'provider') AND subject_id NOT IN \
         (SELECT id FROM users WHERE imported_at IS NOT NULL OR provided_at IS NOT NULL)",
    ),
    (
        "FROM users WHERE password_hash IS NOT NULL AND provided_at IS NOT NULL",
        "action = 'password.reset' AND subject_id IN (SELECT id FROM users WHERE provided_at IS NOT NULL) \
         AND NOT EXISTS (SELECT FROM audit_events AS o WHERE o.subject_id = audit_events.subject_id \
             AND o.action = 'password.reset' AND (o.occurred_at, o.id) < (audit_events.occurred_at, audit_events.id))",
    ),
    (
        "FROM users WHERE password_hash IS NOT NULL AND imported_at IS NOT NULL",
        "subject_id IN (SELECT id FROM users WHERE imported_at IS NOT NULL) AND (action = 'user.activated' \
         OR (action = 'user.imported' AND (detail ->> 'password')::boolean) OR (action = 'password.reset' \
             AND NOT EXISTS (SELECT FROM audit_events AS o WHERE o.subject_id = audit_events.subject_id \
                 AND (o.action IN ('user.activated', 'password.reset') AND (o.occurred_at, o.id) < \
                      (audit_events.occurred_at, audit_events.id) OR o.action = 'user.imported' \
                      AND (o.detail ->> 'password')::boolean))))",
    ),
    (
        "FROM (SELECT 1 FROM users WHERE suspended_at IS NOT NULL UNION ALL \
         SELECT 1 FROM audit_events WHERE action = 'user.restored') AS suspended_once",
        "action = 'user.suspended' OR (action = 'user.imported' AND (detail ->> 'suspended')::boolean)",
    ),
    (
        "FROM (SELECT 1 FROM roles UNION ALL SELECT 1 FROM audit_events WHERE action = 'role.deleted') AS made_once",
        "action = 'role.created'",
    ),
    (
        "FROM (SELECT 1 FROM webhooks WHERE disabled_because IS DISTINCT FROM 'deleted' UNION ALL \
         SELECT 1 FROM audit_events WHERE action = 'webhook.deleted') AS made_once",
        "action = 'webhook.created'",
    ),
    (
        "FROM (SELECT 1 FROM sso_providers UNION ALL \
         SELECT 1 FROM audit_events WHERE action = 'sso_provider.deleted') AS connected_once",
        "action = 'sso_provider.created'",
    ),
    (
        "FROM (SELECT 1 FROM sso_identities UNION ALL \
         SELECT 1 FROM audit_events WHERE action = 'sso_identity.unlinked' UNION ALL \
         SELECT 1 FROM audit_events AS e, generate_series(1, (e.detail ->> 'identities')::integer) \
         WHERE e.action = 'sso_provider.deleted') AS linked_once",
        "action = 'sso_identity.linked' OR action = 'user.created' AND detail ? 'provider'",
    ),
    ("FROM policies, generate_series(2, version)", "action = 'policy.changed'"),
    ("FROM challenges", "action IN ('login.challenged', 'step_up.challenged')"),
    ("FROM enrollment_grants", "action = 'login.enrollment_demanded'"),
    // An enrollment at sign-in begins a session by a sign-in of its own; inside a session it renews that one.
    (
        "FROM sessions",
        "action IN ('login.succeeded', 'step_up.succeeded', 'password.changed') OR (session_id IS NOT NULL AND \
         action IN ('authenticator.enrolled', 'authenticator.replaced', 'authenticator.removed', 'passkey.enrolled', \
         'passkey.removed'))",
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
         generate_series(1, (e.detail ->> 'authenticators')::integer) \
         WHERE e.action IN ('two_factor.disabled', 'two_factor.reset', 'user.invitation_revoked') UNION ALL SELECT 1 FROM audit_events WHERE action = 'authenticator.removed') AS enrolled_once",
        "action = 'authenticator.enrolled' UNION ALL SELECT 1 FROM audit_events AS i, \
         generate_series(1, (i.detail ->> 'authenticators')::integer) WHERE i.action = 'user.imported'",
    ),
    (
        "FROM (SELECT 1 FROM passkeys UNION ALL SELECT 1 FROM audit_events AS e, \
         generate_series(1, (e.detail ->> 'passkeys')::integer) WHERE e.action IN ('two_factor.disabled', 'two_factor.reset') \
         UNION ALL SELECT 1 FROM audit_events WHERE action = 'passkey.removed') AS enrolled_once",
        "action = 'passkey.enrolled'",
    ),
];

fn i3_state_is_what_the_audit_log_tells(rows: &Reader) {
    let compared = MADE.map(|(made, told)| {
        format!("((SELECT count(*) {made}), (SELECT count(*) FROM (SELECT 1 FROM audit_events WHERE {told}) AS t), $${made}$$)")
    });
    let differing = rows.column(&format!(
        "SELECT format('%s %s, but %s told', made, what, told) \
         FROM (VALUES {}) AS compared (made, told, what) WHERE made <> told",
        compared.join(", ")
    ));
    assert!(differing.is_empty(), "{differing:#?}");
}

/// What never is, each with a query that finds it.
const NEVER: [(&str, &str); 17] = [
    (
        "a role that nobody gave, or that was not taken away",
        "WITH held AS (SELECT user_id, role FROM user_roles WHERE left_at IS NULL UNION ALL \
             SELECT subject_id, jsonb_array_elements_text(coalesce(detail -> 'roles', detail -> 'old')) FROM audit_events \
             WHERE action IN ('user.roles_changed', 'user.invitation_revoked')), \
         given AS (SELECT subject_id, jsonb_array_elements_text(coalesce(detail -> 'roles', detail -> 'new')) \
             FROM audit_events WHERE action IN ('user.created', 'user.invited', 'user.imported', 'user.roles_changed')) \
         SELECT differing FROM ((TABLE held EXCEPT ALL TABLE given) UNION ALL \
             (TABLE given EXCEPT ALL TABLE held)) AS differing",
    ),
    (
        "a name of an organization that nobody gave",
        "WITH given AS (SELECT org_id, occurred_at, coalesce(detail ->> 'new', detail ->> 'name') AS name \
             FROM audit_events WHERE action IN ('organization.created', 'organization.renamed')) \
         SELECT id FROM organizations AS o WHERE name NOT IN (SELECT name FROM given WHERE org_id = o.id \
             AND occurred_at = (SELECT max(occurred_at) FROM given WHERE org_id = o.id))",
    ),
    (
        "somebody who acted in another organization, and the event does not tell where from",
        "SELECT e.id FROM audit_events AS e JOIN users AS u ON u.id = e.actor_id \
         WHERE e.detail ->> 'actingFrom' IS DISTINCT FROM nullif(u.org_id, e.org_id)::text",
    ),
    (
        "a role that is as nobody told",
        "SELECT name FROM roles AS r WHERE NOT EXISTS (SELECT FROM audit_events WHERE org_id = r.org_id \
             AND detail -> 'role' ->> 'id' = r.id::text AND detail -> 'new' = \
                 jsonb_build_object('description', r.description, 'permissions', r.permissions))",
    ),
    (
        "a role that somebody has and that there is not",
        "SELECT role FROM user_roles AS u WHERE left_at IS NULL \
         AND role NOT IN ('superadmin', 'admin', 'manager', 'member') \
         AND NOT EXISTS (SELECT FROM roles WHERE org_id = u.org_id AND name = u.role)",
    ),
    (
        "a webhook that is as nobody told",
        "SELECT id FROM webhooks AS w WHERE disabled_because IS DISTINCT FROM 'deleted' AND disabled_because IS DISTINCT FROM 'gone' \
         AND NOT EXISTS (SELECT FROM audit_events WHERE org_id = w.org_id AND detail -> 'webhook' ->> 'id' = w.id::text \
             AND detail -> 'new' ->> 'name' = w.name AND detail -> 'new' -> 'events' = to_jsonb(w.events) \
             AND (detail -> 'new' ->> 'enabled')::boolean = (w.disabled_at IS NULL))",
    ),
    (
        "a webhook whose receiver is gone, untold",
        "SELECT id FROM webhooks AS w WHERE disabled_because = 'gone' AND NOT EXISTS (SELECT FROM audit_events \
         WHERE action = 'webhook.disabled' AND detail -> 'webhook' ->> 'id' = w.id::text)",
    ),
    (
        "a delivery of what did not happen, or happened elsewhere",
        "SELECT event_id FROM webhook_deliveries AS d WHERE NOT EXISTS (SELECT FROM audit_events \
         WHERE org_id = d.org_id AND id = d.event_id AND action = d.action)",
    ),
    (
        "a session that an administrator ended untold",
        "SELECT ended FROM (SELECT count(*) FROM sessions WHERE ended_because = 'endedByAdministrator' \
             AND ended_at < least(idle_expires_at, absolute_expires_at)) AS s (ended) \
         WHERE ended <> (SELECT coalesce(sum((detail ->> 'sessions')::integer), 0) FROM audit_events \
             WHERE action = 'sessions.ended')",
    ),
    (
        "a change of an address that is not told to the old one and to the new one",
        "SELECT e.id FROM audit_events AS e WHERE action = 'email.changed' AND 2 <> (SELECT count(*) FROM outbox AS o \
         WHERE o.event_id = e.id AND o.kind = 'emailChanged' AND o.recipient IN (o.content #>> '{message,old}', \
         o.content #>> '{message,new}'))",
    ),
    (
        "an address that the directory does not know, or knows of somebody else",
        "SELECT email FROM users AS u FULL JOIN login_directory AS d USING (email) \
         WHERE (u.org_id, u.id) IS DISTINCT FROM (d.org_id, d.user_id)",
    ),
    (
        "somebody let in who has no password",
        "SELECT u.id FROM users AS u JOIN sessions AS s ON s.user_id = u.id \
         WHERE u.password_hash IS NULL AND u.provided_at IS NULL",
    ),
    (
        "not one invitation of somebody invited, or one of somebody else",
        "SELECT u.id FROM users AS u WHERE u.imported_at IS NULL AND u.provided_at IS NULL AND (password_hash IS NULL)::integer <> \
         (SELECT count(*) FROM mailed_tokens AS t \
         WHERE t.user_id = u.id AND t.kind = 'activation' AND t.used_at IS NULL)",
    ),
    (
        "two open passes of one user",
        "SELECT user_id FROM passes WHERE used_at IS NULL GROUP BY 1 HAVING count(*) > 1",
    ),
    (
        "a user let in by more passes than they were given",
        "SELECT subject_id FROM audit_events AS e WHERE action = 'login.enrollment_demanded' \
         AND detail ->> 'method' = 'temporaryPass' GROUP BY 1 \
         HAVING count(*) > (SELECT count(*) FROM passes WHERE user_id = e.subject_id)",
    ),
    (
        "a user whose row says otherwise of their passkeys than the passkeys do",
        "SELECT id FROM users AS u LEFT JOIN (SELECT user_id, min(enrolled_at) AS oldest FROM passkeys GROUP BY 1) AS k \
         ON k.user_id = u.id WHERE u.passkey_enrolled_at IS DISTINCT FROM k.oldest \
         OR (k.oldest IS NOT NULL AND (u.factor_enrolled_at IS NULL OR u.reset_at IS NOT NULL))",
    ),
    (
        "a reset that waits for nothing, or that nobody made",
        "SELECT id FROM users AS u WHERE reset_at IS NOT NULL AND (EXISTS (SELECT FROM authenticators \
             WHERE user_id = u.id) OR NOT EXISTS (SELECT FROM audit_events WHERE subject_id = u.id \
             AND action = 'two_factor.reset' AND occurred_at = u.reset_at))",
    ),
];

fn i3_nothing_contradicts_the_audit_log(rows: &Reader) {
    for (what, query) in NEVER {
        assert_eq!(rows.column(query), [""; 0], "{what}");
    }
}

fn i3_decisions_are_what_the_audit_log_tells(rows: &Reader, exchanges: &[Exchange]) {
    let answered =
        |code: &str| exchanges.iter().filter(|exchange| exchange.answer.json()["code"] == code).count();
    for (code, actions) in [
        (
            "login_failed",
            "'login.failed', 'password.change_refused', 'email.change_refused', 'sso_identity.refused'",
        ),
        ("code_rejected", "'code.rejected'"),
        ("too_many_attempts", "'code.throttled'"),
        ("enrollment_code_rejected", "'enrollment.code_rejected'"),
        ("passkey_rejected", "'passkey.rejected'"),
    ] {
        let told = rows.count(&format!("audit_events WHERE action IN ({actions})"));
        assert_eq!(answered(code), told, "{code} was answered, and {actions} told");
    }
    let done = |path: &str| {
        let path = path.to_owned();
        let carried_out = |one: &Exchange| one.answer.header("idempotency-replayed").is_none();
        exchanges.iter().filter(move |one| {
            one.path.ends_with(&path) && one.answer.status.is_success() && carried_out(one)
        })
    };
    let told = |actions: &str| rows.count(&format!("audit_events WHERE action IN ({actions})"));
    assert_eq!(
        done("/temporary-pass").count(),
        told("'temporary_pass.issued'"),
        "passes, and what was told of them"
    );
    // Whichever of the two a bulk action did.
    let in_bulk: Vec<Value> =
        done("/v1/users/bulk").flat_map(|one| list(&one.answer.json()["results"])).collect();
    let bulk = in_bulk.iter().filter(|result| result["status"] == "done").count();
    let singly = done("/two-factor/reset").count() + done("/deadline").count();
    let by_hand = rows.count("audit_events WHERE action = 'user.reminded' AND actor_id IS NOT NULL");
    let changed = told("'two_factor.reset', 'user.deadline_set'") + by_hand;
    assert_eq!(singly + bulk, changed, "resets, deadlines and reminders, and what was told of them");

    let read_out = done("/two-factor/reset").chain(done("/temporary-pass"));
    let read_out = read_out.filter(|exchange| exchange.answer.json()["code"].is_string()).count();
    let in_bulk = in_bulk.iter().filter(|result| result["resetCode"].is_string()).count();
    assert_eq!(read_out + in_bulk, rows.count("passes"), "codes were shown, and passes made");

    let blocked = exchanges.iter().filter(|one| {
        let signs_in = ["/auth/login", "/auth/activate"].iter().any(|path| one.path.ends_with(path));
        let code = &one.answer.json()["code"];
        signs_in && ["blocked_by_policy", "account_frozen"].iter().any(|blocked| code == *blocked)
    });
    assert_eq!(blocked.count(), told("'login.blocked'"), "blocked logins, and what was told of them");
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}
