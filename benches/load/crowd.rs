//! Whoever else is there: users who are not asked for, and what happened before. They show whether a large installation is slower.

use diesel::{PgConnection, RunQueryDsl, connection::SimpleConnection, sql_query, sql_types::BigInt};
use nightlatch::domain::throttle::BudgetKind;

use crate::Outcome;

/// So many users, each with an authenticator, their budgets and a recovery code.
pub fn add_users(connection: &mut PgConnection, users: u32) -> Outcome<()> {
    let id = "('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid";
    let kinds: Vec<String> = BudgetKind::ALL.iter().map(|kind| format!("'{}'", kind.name())).collect();
    let digest = "sha256(int4send(n))";
    for (table, columns, values, rest) in [
        (
            "users",
            "id, email, display_name, epoch, created_at, language, email_codes, password_by_mail, factor_enrolled_at, \
             oldest_secret_at",
            format!(
                "{id}, 'other' || n || '@example.org', 'Other ' || n, 1, now(), 'en', false, false, now(), now()"
            ),
            String::new(),
        ),
        ("login_directory", "user_id, email", format!("{id}, 'other' || n || '@example.org'"), String::new()),
        (
            "authenticators",
            "user_id, id, name, algorithm, digits, period_seconds, sealed_secret, confirmed_at, last_step, proved",
            format!(
                "{id}, {id}, a.name, a.algorithm, a.digits, a.period_seconds, a.sealed_secret, a.confirmed_at, 0, true"
            ),
            ", (SELECT * FROM authenticators LIMIT 1) AS a".to_owned(),
        ),
        (
            "budgets",
            "user_id, kind, failed_at, consecutive_failures",
            format!("{id}, kind, '{{}}', 0"),
            format!(", unnest(ARRAY[{}]) AS kind", kinds.join(", ")),
        ),
        (
            "recovery_codes",
            "user_id, number, digest, generated_at, guessable",
            format!("{id}, 1, {digest}, now(), false"),
            String::new(),
        ),
    ] {
        connection.batch_execute(&format!(
            "INSERT INTO {table} (org_id, {columns}) SELECT o.id, {values} \
             FROM organizations AS o, generate_series(1, {users}) AS n{rest}"
        ))?;
    }
    Ok(())
}

/// So many events of this month, of an organization that has gone: so nobody seals them.
pub fn add_events(connection: &mut PgConnection, events: i64) -> Outcome<()> {
    sql_query(
        "INSERT INTO audit_events (org_id, occurred_at, id, action, outcome, actor_id, subject_id, address, user_agent, request_id, \
         detail, proof) SELECT '00000000-0000-7000-a000-000000000000', \
         date_trunc('month', now()) + (now() - interval '1 hour' - date_trunc('month', now())) * (n / $1::float8), \
         gen_random_uuid(), 'verify.succeeded', 'success', '00000000-0000-7000-a000-000000000001', \
         ('00000000-0000-7000-9000-' || lpad(to_hex(n % 1000000), 12, '0'))::uuid, '192.0.2.1', 'bench', gen_random_uuid()::text, \
         '{\"method\": \"totp\"}', sha256(int8send(n)) FROM generate_series(1, $1) AS n",
    )
    .bind::<BigInt, _>(events)
    .execute(connection)?;
    Ok(())
}
