//! Sealed values of every table, by the key that they are under: each begins with its version, the length of the key's name, and
//! that name.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, BigInt, Bytea, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{Rx, Total, Tx, authenticators::parameters};
use crate::{
    domain::{Timestamp, key_use::KeyUse, totp::Parameters},
    error::Fault,
};

/// Where the values of a kind are.
struct Place {
    table: &'static str,
    column: &'static str,
    /// The name of the key that a value is under.
    kid: String,
    /// Which of them are still to be opened; `$1` is now.
    live: &'static str,
}

fn place(kind: KeyUse) -> Place {
    let kept = |table, column| Place { table, column, kid: kid(column), live: "true" };
    let until = |table, column| Place { live: "expires_at > $1", ..kept(table, column) };
    match kind {
        KeyUse::Authenticators => kept("authenticators", "sealed_secret"),
        KeyUse::WebhookSecrets => kept("webhooks", "sealed_secret"),
        KeyUse::FormerWebhookSecrets => kept("webhooks", "sealed_former_secret"),
        KeyUse::ClientSecrets => kept("sso_providers", "sealed_secret"),
        KeyUse::ImportedPeppers => kept("users", "password_pepper"),
        KeyUse::RecoveryOrigins => kept("users", "recovery_origin"),
        KeyUse::DigestKeys => kept("digest_keys", "sealed"),
        KeyUse::Enrollments => until("pending_enrollments", "sealed_secret"),
        KeyUse::Departures => until("sso_departures", "sealed_secrets"),
        KeyUse::AuditHeads => Place { kid: "kid".to_owned(), ..kept(AUDIT_HEADS, "kid") },
        KeyUse::Mails => Place { live: "finished_at IS NULL", ..kept("outbox", "sealed_secrets") },
    }
}

/// By which key the last seal of each log is proven; the nil organization stands for the installation.
const AUDIT_HEADS: &str = "(SELECT last.mac_kid AS kid FROM (SELECT id FROM organizations UNION ALL \
     SELECT '00000000-0000-0000-0000-000000000000') AS o CROSS JOIN LATERAL (SELECT mac_kid FROM audit_seals \
     WHERE org_id = o.id ORDER BY number DESC LIMIT 1) AS last) AS heads";

/// The name of the key in a sealed value; null where there is none any more, as of a webhook that was deleted.
fn kid(column: &str) -> String {
    format!(
        "CASE WHEN octet_length({column}) > 1 \
         THEN convert_from(substring({column} FROM 3 FOR get_byte({column}, 1)), 'UTF8') END"
    )
}

/// How many values of a kind are under each key.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Count {
    #[diesel(sql_type = Text)]
    pub kid: String,
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

pub fn count(rx: &mut Rx, kind: KeyUse, now: Timestamp) -> Result<Vec<Count>, Fault> {
    let Place { table, kid, live, .. } = place(kind);
    // The bound value has to be there whether or not it is asked for.
    let query = format!(
        "SELECT {kid} AS kid, count(*) AS total FROM {table} \
         WHERE {kid} IS NOT NULL AND {live} AND $1 IS NOT NULL GROUP BY 1"
    );
    Ok(sql_query(query).bind::<Timestamptz, _>(now).load(rx.connection()?)?)
}

/// The place of a row among its kind: organization, owner and id, the last two the same where no user owns it.
pub type Row = (Uuid, Uuid, Uuid);

/// A sealed value with what it is bound to.
#[derive(Clone, Debug)]
pub struct SealedValue {
    pub row: Row,
    pub sealed: Vec<u8>,
    /// Of an authenticator.
    pub parameters: Option<Parameters>,
    /// Of a user who has a password.
    pub hash: Option<String>,
}

#[derive(QueryableByName)]
struct Stored {
    #[diesel(sql_type = SqlUuid)]
    org_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    owner_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Bytea)]
    sealed: Vec<u8>,
    #[diesel(sql_type = Nullable<Text>)]
    algorithm: Option<String>,
    #[diesel(sql_type = Nullable<SmallInt>)]
    digits: Option<i16>,
    #[diesel(sql_type = Nullable<SmallInt>)]
    period_seconds: Option<i16>,
    #[diesel(sql_type = Nullable<Text>)]
    hash: Option<String>,
}

impl TryFrom<Stored> for SealedValue {
    type Error = Fault;

    fn try_from(stored: Stored) -> Result<Self, Fault> {
        let parameters = match (stored.algorithm, stored.digits, stored.period_seconds) {
            (Some(algorithm), Some(digits), Some(period)) => Some(parameters(&algorithm, digits, period)?),
            _ => None,
        };
        let row = (stored.org_id, stored.owner_id, stored.id);
        Ok(Self { row, sealed: stored.sealed, parameters, hash: stored.hash })
    }
}

/// The next values of a kind that are not under the key of that name, in the order of their rows.
pub fn list_outdated(
    rx: &mut Rx,
    kind: KeyUse,
    after: Row,
    active: &str,
    limit: i64,
) -> Result<Vec<SealedValue>, Fault> {
    let Place { table, column, .. } = place(kind);
    let (owner, kid) = (owner(kind), kid(column));
    let parameters = match kind {
        KeyUse::Authenticators => "algorithm, digits, period_seconds",
        _ => "NULL AS algorithm, NULL::smallint AS digits, NULL::smallint AS period_seconds",
    };
    let hash = if kind == KeyUse::ImportedPeppers { "password_hash" } else { "NULL" };
    let query = format!(
        "SELECT org_id, {owner} AS owner_id, id, {column} AS sealed, {parameters}, {hash} AS hash FROM {table} \
         WHERE (org_id, {owner}, id) > ($1, $2, $3) AND {kid} <> $4 \
         ORDER BY org_id, {owner}, id LIMIT $5"
    );
    let (organization, owner, id) = after;
    let stored: Vec<Stored> = sql_query(query)
        .bind::<SqlUuid, _>(organization)
        .bind::<SqlUuid, _>(owner)
        .bind::<SqlUuid, _>(id)
        .bind::<Text, _>(active)
        .bind::<BigInt, _>(limit)
        .load(rx.connection()?)?;
    stored.into_iter().map(SealedValue::try_from).collect()
}

/// Replaces the value of each row by its new one, where the old one is still stored (compare and swap); gives the number of rows.
pub fn replace(tx: &mut Tx, kind: KeyUse, rows: &[(Row, Vec<u8>, Vec<u8>)]) -> Result<i64, Fault> {
    let Place { table, column, .. } = place(kind);
    let owner = owner(kind);
    let query = format!(
        "WITH replaced AS (UPDATE {table} AS t SET {column} = n.new \
         FROM unnest($1, $2, $3, $4, $5) AS n (org_id, owner_id, id, old, new) \
         WHERE t.org_id = n.org_id AND t.{owner} = n.owner_id AND t.id = n.id AND t.{column} = n.old RETURNING 1) \
         SELECT count(*) AS total FROM replaced"
    );
    let ids = |part: fn(&Row) -> Uuid| rows.iter().map(|(row, ..)| part(row)).collect::<Vec<Uuid>>();
    let replaced: Total = sql_query(query)
        .bind::<Array<SqlUuid>, _>(ids(|row| row.0))
        .bind::<Array<SqlUuid>, _>(ids(|row| row.1))
        .bind::<Array<SqlUuid>, _>(ids(|row| row.2))
        .bind::<Array<Bytea>, _>(rows.iter().map(|(_, old, _)| old).collect::<Vec<_>>())
        .bind::<Array<Bytea>, _>(rows.iter().map(|(.., new)| new).collect::<Vec<_>>())
        .get_result(tx.connection()?)?;
    Ok(replaced.total)
}

/// The column of a row's owner, or of the row where no user owns it.
fn owner(kind: KeyUse) -> &'static str {
    if kind == KeyUse::Authenticators { "user_id" } else { "id" }
}
