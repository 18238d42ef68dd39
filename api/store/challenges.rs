//! Table `challenges`.

use diesel::{
    dsl::{Eq, Filter},
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{Array, Binary, Bool, Nullable, SmallInt, Text, Timestamptz, Untyped, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{
    Rx, Tx, execute_one,
    few::{IsOneOf, push_in},
    later,
    optimistic::{self, Version},
    prepared::Prepared,
    push,
    schema::challenges,
    users::{self, UserRow},
};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        challenge::{Challenge, Method, Purpose},
        id::{ChallengeId, OrganizationId, ProviderId, SessionId, UserId},
        user::User,
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = challenges)]
struct Row {
    id: Uuid,
    user_id: Uuid,
    session_id: Option<Uuid>,
    provider_id: Option<Uuid>,
    methods: Vec<String>,
    cookie: bool,
    failures: i16,
    expires_at: Timestamp,
    finished_at: Option<Timestamp>,
}

impl From<Row> for Challenge {
    fn from(row: Row) -> Self {
        Self {
            id: ChallengeId(row.id),
            user_id: UserId(row.user_id),
            purpose: match row.session_id {
                Some(id) => Purpose::StepUp(SessionId(id)),
                None => Purpose::SignIn(row.provider_id.map(ProviderId).into()),
            },
            methods: row.methods.iter().filter_map(|method| Method::from_name(method)).collect(),
            cookie: row.cookie,
            failures: u32::try_from(row.failures).unwrap_or(u32::MAX),
            expires_at: row.expires_at,
            finished: row.finished_at.is_some(),
        }
    }
}

pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    challenge: &Challenge,
    digest: Vec<u8>,
) -> Result<(), Fault> {
    let (session, provider) = match challenge.purpose {
        Purpose::SignIn(first_step) => (None, first_step.provider()),
        Purpose::StepUp(session) => (Some(session.0), None),
    };
    let methods: Vec<&'static str> = challenge.methods.iter().map(|method| method.name()).collect();
    let values = (
        challenges::org_id.eq(organization.0),
        challenges::digest.eq(digest),
        challenges::id.eq(challenge.id.0),
        challenges::user_id.eq(challenge.user_id.0),
        challenges::session_id.eq(session),
        challenges::provider_id.eq(provider.map(|id| id.0)),
        challenges::methods.eq(methods),
        challenges::cookie.eq(challenge.cookie),
        challenges::failures.eq(0),
        challenges::expires_at.eq(challenge.expires_at),
    );
    later::write_one(tx, "challenge", diesel::insert_into(challenges::table).values(values))
}

/// The challenge with its user, both held: answers to one challenge are judged one after the other.
pub fn hold(
    tx: &mut Tx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
) -> Result<Option<(User, Challenge)>, Fault> {
    #[derive(QueryableByName)]
    struct Held {
        #[diesel(embed)]
        user: UserRow,
        #[diesel(embed)]
        version: Version,
        #[diesel(sql_type = SqlUuid)]
        challenge_id: Uuid,
        #[diesel(sql_type = Nullable<SqlUuid>)]
        session_id: Option<Uuid>,
        #[diesel(sql_type = Nullable<SqlUuid>)]
        provider_id: Option<Uuid>,
        #[diesel(sql_type = Array<Text>)]
        methods: Vec<String>,
        #[diesel(sql_type = Bool)]
        cookie: bool,
        #[diesel(sql_type = SmallInt)]
        failures: i16,
        #[diesel(sql_type = Timestamptz)]
        expires_at: Timestamp,
        #[diesel(sql_type = Nullable<Timestamptz>)]
        finished_at: Option<Timestamp>,
    }
    let locked = !optimistic::is_optimistic(tx);
    let finding = Prepared(Finding { organization: organization.0, digests, locked });
    let connection = if locked { tx.connection()? } else { Rx::connection(tx)? };
    let found: Option<Held> = finding.get_result(connection).optional()?;
    let Some(held) = found else { return Ok(None) };
    let Held { session_id, provider_id, methods, cookie, failures, expires_at, finished_at, .. } = held;
    let (id, user) = (held.challenge_id, User::from(held.user));
    let user_id = user.id.0;
    let row =
        Row { id, user_id, session_id, provider_id, methods, cookie, failures, expires_at, finished_at };
    if !locked {
        optimistic::hold(tx, Account::of(&user), &held.version)?;
    }
    Ok(Some((user, row.into())))
}

struct Finding<'a> {
    organization: Uuid,
    digests: &'a [Vec<u8>],
    locked: bool,
}

impl Query for Finding<'_> {
    type SqlType = Untyped;
}

impl QueryFragment<Pg> for Finding<'_> {
    /// Rows are locked in the order in which they are named: the user's before the challenge's, as everywhere.
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT ");
        out.push_sql(users::COLUMNS);
        out.push_sql(", ");
        out.push_sql(Version::COLUMNS);
        push!(
            out,
            ", c.id AS challenge_id, c.session_id, c.provider_id, c.methods, c.cookie, c.failures, c.expires_at, c.finished_at \
             FROM challenges AS c JOIN users AS u ON u.org_id = c.org_id AND u.id = c.user_id WHERE c.org_id = "
                SqlUuid = &self.organization,
            " AND c.digest",
        );
        push_in::<Binary, _>(&mut out, self.digests)?;
        out.push_sql(if self.locked { " FOR UPDATE OF u FOR UPDATE OF c" } else { "" });
        Ok(())
    }
}

/// Counts a wrong answer.
pub fn record_failure(tx: &mut Tx, organization: OrganizationId, digests: &[Vec<u8>]) -> Result<(), Fault> {
    let target = of(organization, digests).filter(challenges::finished_at.is_null());
    let counted = diesel::update(target).set(challenges::failures.eq(challenges::failures + 1));
    execute_one(tx, "challenge's failure", counted)
}

/// Closes a challenge that was answered, and that is held. Errors: it was closed before, or answered wrongly in between.
pub fn finish(
    tx: &mut Tx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
    failures: u32,
    now: Timestamp,
) -> Result<(), Fault> {
    let failures = i16::try_from(failures).map_err(Fault::internal)?;
    let target = of(organization, digests)
        .filter(challenges::finished_at.is_null())
        .filter(challenges::failures.eq(failures));
    let finished = diesel::update(target).set(challenges::finished_at.eq(now));
    later::write_one(tx, "challenge finished", finished)
}

/// Closes whatever challenges of a user are open; gives their number.
pub fn close_all(tx: &mut Tx, account: Account, now: Timestamp) -> Result<usize, Fault> {
    let target = challenges::table
        .filter(challenges::org_id.eq(account.organization_id.0))
        .filter(challenges::user_id.eq(account.user_id.0))
        .filter(challenges::finished_at.is_null());
    Ok(diesel::update(target).set(challenges::finished_at.eq(now)).execute(tx.connection()?)?)
}

/// Closes whatever challenges are open that followed a sign-in at that provider.
pub fn close_all_after(
    tx: &mut Tx,
    organization: OrganizationId,
    provider: ProviderId,
    now: Timestamp,
) -> Result<usize, Fault> {
    let target = challenges::table
        .filter(challenges::org_id.eq(organization.0))
        .filter(challenges::provider_id.eq(provider.0))
        .filter(challenges::finished_at.is_null());
    Ok(diesel::update(target).set(challenges::finished_at.eq(now)).execute(tx.connection()?)?)
}

type Of =
    Filter<Filter<challenges::table, Eq<challenges::org_id, Uuid>>, IsOneOf<challenges::digest, Vec<u8>>>;

fn of(organization: OrganizationId, digests: &[Vec<u8>]) -> Of {
    let is_shown = IsOneOf(challenges::digest, digests.to_vec());
    challenges::table.filter(challenges::org_id.eq(organization.0)).filter(is_shown)
}
