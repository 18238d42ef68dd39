//! Statements of the overview, each over a whole organization: suspended users are counted as such and nowhere else,
//! and whoever has not activated their account nowhere at all.

use chrono::NaiveDate;
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

use super::{
    Rx, Total,
    previews::{self, Question},
    standings::Statement,
    users::CAN_SIGN_IN,
};
use crate::{
    domain::{Timestamp, audit::Action, id::OrganizationId, policy::Policy},
    error::Fault,
};

/// Users by the state of their second factor.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct UsersByState {
    #[diesel(sql_type = BigInt)]
    pub enabled: i64,
    #[diesel(sql_type = BigInt)]
    pub expired: i64,
    #[diesel(sql_type = BigInt)]
    pub not_enabled: i64,
    #[diesel(sql_type = BigInt)]
    pub suspended: i64,
    /// Everybody else, whether they have activated their account or not.
    #[diesel(sql_type = BigInt)]
    pub accounts: i64,
    /// Of those who have a factor.
    #[diesel(sql_type = BigInt)]
    pub with_authenticators: i64,
    #[diesel(sql_type = BigInt)]
    pub with_passkeys: i64,
}

/// How many there are of each; secrets confirmed at or before `expired_before` are expired.
pub fn users_by_state(
    rx: &mut Rx,
    organization: OrganizationId,
    expired_before: Option<Timestamp>,
) -> Result<UsersByState, Fault> {
    let query = format!(
        "SELECT count(*) FILTER (WHERE suspended_at IS NOT NULL) AS suspended, \
         count(*) FILTER (WHERE suspended_at IS NULL) AS accounts, \
         count(*) FILTER (WHERE {CAN_SIGN_IN} AND factor_enrolled_at IS NULL) AS not_enabled, \
         count(*) FILTER (WHERE {CAN_SIGN_IN} AND oldest_secret_at <= $2) AS expired, \
         count(*) FILTER (WHERE {CAN_SIGN_IN} AND factor_enrolled_at IS NOT NULL \
             AND (oldest_secret_at <= $2) IS NOT TRUE) AS enabled, \
         count(*) FILTER (WHERE {CAN_SIGN_IN} AND oldest_secret_at IS NOT NULL) AS with_authenticators, \
         count(*) FILTER (WHERE {CAN_SIGN_IN} AND passkey_enrolled_at IS NOT NULL) AS with_passkeys \
         FROM users WHERE org_id = $1"
    );
    Ok(sql_query(query)
        .bind::<SqlUuid, _>(organization.0)
        .bind::<Nullable<Timestamptz>, _>(expired_before)
        .get_result(rx.connection()?)?)
}

/// How many users have to have a factor by a day.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct Deadlines {
    #[diesel(sql_type = Date)]
    pub date: NaiveDate,
    #[diesel(sql_type = BigInt)]
    pub users: i64,
}

/// Of those who have none that counts, after `now` and until that time; phases that begin in between count.
pub fn deadlines_by_day(
    rx: &mut Rx,
    organization: OrganizationId,
    policy: &Policy,
    (now, until): (Timestamp, Timestamp),
) -> Result<Vec<Deadlines>, Fault> {
    let mut statement = Statement::default();
    let users = previews::relation(&mut statement, Question { organization, policy, at: until });
    let (now, until) = (statement.time(now), statement.time(until));
    let text = format!(
        "SELECT (u.due AT TIME ZONE 'UTC')::date AS date, count(*) AS users FROM {users} AS u \
         WHERE u.lacking AND u.due > {now} AND u.due <= {until} \
         GROUP BY 1 ORDER BY 1"
    );
    Ok(statement.with(text).load(rx.connection()?)?)
}

/// How many users have to have a factor, and have none that counts.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct Owing {
    /// Those who have none at all, whether their deadline has passed or not.
    #[diesel(sql_type = BigInt)]
    pub without: i64,
    /// Those who had to have one by now.
    #[diesel(sql_type = BigInt)]
    pub overdue: i64,
}

/// As of `now`; phases that begin later do not count.
pub fn count_owing(
    rx: &mut Rx,
    organization: OrganizationId,
    policy: &Policy,
    now: Timestamp,
) -> Result<Owing, Fault> {
    let mut statement = Statement::default();
    let users = previews::relation(&mut statement, Question { organization, policy, at: now });
    let now = statement.time(now);
    let text = format!(
        "SELECT count(*) FILTER (WHERE u.factor_enrolled_at IS NULL) AS without, \
         count(*) FILTER (WHERE u.due <= {now}) AS overdue FROM {users} AS u \
         WHERE u.lacking AND u.due IS NOT NULL"
    );
    Ok(statement.with(text).get_result(rx.connection()?)?)
}

/// The users who have a role, and those of them who have a second factor.
#[derive(Clone, Debug, QueryableByName)]
pub struct UsersOfRole {
    #[diesel(sql_type = Text)]
    pub role: String,
    #[diesel(sql_type = BigInt)]
    pub total: i64,
    #[diesel(sql_type = BigInt)]
    pub protected: i64,
}

/// For each role that somebody has; who has several is counted in each.
pub fn users_by_role(rx: &mut Rx, organization: OrganizationId) -> Result<Vec<UsersOfRole>, Fault> {
    let query = format!(
        "SELECT r.role, count(*) AS total, count(u.factor_enrolled_at) AS protected \
         FROM user_roles AS r JOIN users AS u ON u.org_id = r.org_id AND u.id = r.user_id \
         WHERE r.org_id = $1 AND r.left_at IS NULL AND u.org_id = $1 AND {CAN_SIGN_IN} GROUP BY r.role ORDER BY r.role"
    );
    Ok(sql_query(query).bind::<SqlUuid, _>(organization.0).load(rx.connection()?)?)
}

/// The users who have a recovery code left. Every set has a first code, and mostly it is unused: the others of a set are
/// looked at only where it is not.
pub fn count_users_with_recovery_codes(rx: &mut Rx, organization: OrganizationId) -> Result<i64, Fault> {
    let query = "SELECT count(*) AS total FROM recovery_codes AS c WHERE c.org_id = $1 AND c.number = 1 \
         AND ((c.used_at IS NULL AND c.withdrawn_at IS NULL) OR EXISTS (SELECT FROM recovery_codes AS o \
             WHERE o.org_id = $1 AND o.user_id = c.user_id AND o.used_at IS NULL AND o.withdrawn_at IS NULL)) \
         AND NOT EXISTS (SELECT FROM users AS u \
             WHERE u.org_id = $1 AND u.id = c.user_id AND u.suspended_at IS NOT NULL) \
         AND NOT EXISTS (SELECT FROM users AS u \
             WHERE u.org_id = $1 AND u.id = c.user_id AND u.password_hash IS NULL AND u.provided_at IS NULL)";
    let counted: Total = sql_query(query).bind::<SqlUuid, _>(organization.0).get_result(rx.connection()?)?;
    Ok(counted.total)
}

/// Users by the day on which they enrolled.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct Enrolled {
    #[diesel(sql_type = Date)]
    pub date: NaiveDate,
    #[diesel(sql_type = BigInt)]
    pub users: i64,
}

/// Those who have a second factor; whoever enrolled before `first` is counted on its day.
pub fn enrolled_by_day(
    rx: &mut Rx,
    organization: OrganizationId,
    first: Timestamp,
) -> Result<Vec<Enrolled>, Fault> {
    let query = format!(
        "SELECT (greatest(factor_enrolled_at, $2) AT TIME ZONE 'UTC')::date AS date, count(*) AS users \
         FROM users WHERE org_id = $1 AND {CAN_SIGN_IN} AND factor_enrolled_at IS NOT NULL GROUP BY 1"
    );
    Ok(sql_query(query)
        .bind::<SqlUuid, _>(organization.0)
        .bind::<Timestamptz, _>(first)
        .load(rx.connection()?)?)
}

/// How many users have used a factor of theirs since they set it up: at a sign-in, or to confirm that it is them. Nobody else
/// is looked at, but for the few who cannot sign in.
pub fn count_users_of_factors(rx: &mut Rx, organization: OrganizationId) -> Result<i64, Fault> {
    let query = "SELECT count(DISTINCT f.user_id) AS total FROM ( \
             SELECT user_id FROM authenticators WHERE org_id = $1 AND last_used_at > confirmed_at UNION ALL \
             SELECT user_id FROM passkeys WHERE org_id = $1 AND last_used_at IS NOT NULL \
         ) AS f WHERE NOT EXISTS (SELECT FROM users AS u \
             WHERE u.org_id = $1 AND u.id = f.user_id AND u.suspended_at IS NOT NULL) \
         AND NOT EXISTS (SELECT FROM users AS u \
             WHERE u.org_id = $1 AND u.id = f.user_id AND u.password_hash IS NULL AND u.provided_at IS NULL)";
    let counted: Total = sql_query(query).bind::<SqlUuid, _>(organization.0).get_result(rx.connection()?)?;
    Ok(counted.total)
}

/// What failed within a quarter of an hour.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct Failures {
    #[diesel(sql_type = Timestamptz)]
    pub begin: Timestamp,
    #[diesel(sql_type = BigInt)]
    pub login: i64,
    #[diesel(sql_type = BigInt)]
    pub code: i64,
}

/// Failed logins and rejected codes from `first` on, by the quarters of hours in which there are any, oldest first. Every time
/// zone is some quarters away from UTC: its hours and days can be told from these.
pub fn failures_by_quarter(
    rx: &mut Rx,
    organization: OrganizationId,
    first: Timestamp,
) -> Result<Vec<Failures>, Fault> {
    // Spelled as in the index, or it is not used.
    let [login, code] = [Action::LoginFailed, Action::CodeRejected].map(Action::name);
    let query = format!(
        "SELECT date_bin('15 minutes', occurred_at, timestamptz 'epoch') AS begin, \
             count(*) FILTER (WHERE action = '{login}') AS login, \
             count(*) FILTER (WHERE action = '{code}') AS code FROM audit_events \
         WHERE org_id = $1 AND occurred_at >= $2 AND action IN ('{login}', '{code}') GROUP BY 1"
    );
    let query = sql_query(query).bind::<SqlUuid, _>(organization.0).bind::<Timestamptz, _>(first);
    let mut failures: Vec<Failures> = query.load(rx.connection()?)?;
    // There are few of them: the database would sort each event.
    failures.sort_by_key(|of_quarter| of_quarter.begin);
    Ok(failures)
}
