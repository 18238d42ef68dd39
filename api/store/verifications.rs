//! Verifications: all that is asked in one statement, and the verdict written in one.

use diesel::{
    dsl::exists,
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{Binary, Bool, Jsonb, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Rx, Tx, api_keys, audit_events, authenticators,
    budgets::{self, Account, Attempt, Told},
    idempotency_keys::{Known, Repeatable},
    prepared::Prepared,
    push, schema,
    step_consumption::{Consuming, Consumption},
};
use crate::{
    domain::{
        Timestamp,
        api_key::ApiKey,
        audit::RecordedEvent,
        authenticator::Authenticator,
        id::{ApiKeyId, OrganizationId, UserId},
        idempotency::IdempotencyKey,
        policy::Policy,
        throttle::Budget,
        verification::Whom,
    },
    error::Fault,
};

/// Everything that a verification is decided by.
pub struct Found {
    pub key: ApiKey,
    pub policy: Policy,
    /// Of whom the code should be.
    pub user: Option<FoundUser>,
    /// The same request, where it was sent before, be it long ago.
    pub known: Option<Known>,
    /// Whether the organization has webhooks, which may have to be told.
    pub has_webhooks: bool,
}

pub struct FoundUser {
    pub id: UserId,
    pub suspended: bool,
    /// Whether they have any factor.
    pub enrolled: bool,
    /// The oldest first.
    pub authenticators: Vec<Authenticator>,
}

/// What is asked.
pub struct Asked<'a> {
    pub organization_id: OrganizationId,
    pub key_id: ApiKeyId,
    /// Under what the key may be stored.
    pub key_digests: &'a [Vec<u8>],
    pub whom: &'a Whom,
    pub repeatable: Option<&'a IdempotencyKey>,
    pub now: Timestamp,
}

type User = (Uuid, Option<Timestamp>, Option<Timestamp>);
type Row = (api_keys::Row, Value, Option<User>, Option<authenticators::Row>, Option<Known>, bool);

/// The key with its organization's policy, the user and their authenticators; none where the key is not good.
pub fn find(rx: &mut Rx, asked: &Asked) -> Result<Option<Found>, Fault> {
    use schema::{
        api_keys as k, authenticators as a, idempotency_keys as i, policies as p, users as u, webhooks as w,
    };
    // A key that no client sends, so that there is one statement for both. Joins take what they own.
    let key = asked.repeatable.map_or("", IdempotencyKey::as_str).to_owned();
    let (id, email) = match asked.whom {
        Whom::Id(id) => (Some(id.0), None),
        Whom::Email(email) => (None, Some(email.as_str().to_owned())),
    };
    let is_meant = u::id.nullable().eq(id).or(u::email.nullable().eq(email)).assume_not_null();
    let known = i::org_id.eq(k::org_id).and(i::owner_id.eq(k::id)).and(i::key.eq(key));
    let found: Vec<Row> = k::table
        .inner_join(p::table.on(p::org_id.eq(k::org_id)))
        .left_join(u::table.on(u::org_id.eq(k::org_id).and(is_meant)))
        .left_join(a::table.on(a::org_id.eq(u::org_id).and(a::user_id.eq(u::id))))
        .left_join(i::table.on(known))
        .filter(k::org_id.eq(asked.organization_id.0))
        .filter(k::id.eq(asked.key_id.0))
        .filter(api_keys::is_shown(asked.key_digests, asked.now))
        .order((a::confirmed_at, a::id))
        .select((
            api_keys::Row::as_select(),
            p::document,
            (u::id, u::suspended_at, u::factor_enrolled_at).nullable(),
            Option::<authenticators::Row>::as_select(),
            (i::request_digest, i::answer, i::created_at).nullable(),
            exists(w::table.filter(w::org_id.eq(asked.organization_id.0)).filter(w::disabled_at.is_null())),
        ))
        .load(rx.connection()?)?;
    let mut authenticators = Vec::new();
    let mut first = None;
    for (key, policy, user, authenticator, known, has_webhooks) in found {
        authenticators.extend(authenticator.map(Authenticator::try_from).transpose()?);
        first.get_or_insert((key, policy, user, known, has_webhooks));
    }
    let Some((key, policy, user, known, has_webhooks)) = first else { return Ok(None) };
    let user = user.map(|(id, suspended_at, factor_enrolled_at)| FoundUser {
        id: id.into(),
        suspended: suspended_at.is_some(),
        enrolled: factor_enrolled_at.is_some(),
        authenticators,
    });
    let policy = serde_json::from_value(policy).map_err(Fault::internal)?;
    Ok(Some(Found { key: key.try_into()?, policy, user, known, has_webhooks }))
}

/// A verdict to be written.
pub struct Writing<'a> {
    pub effect: Effect<'a>,
    pub organization_id: OrganizationId,
    pub event: &'a RecordedEvent,
    pub now: Timestamp,
    /// The request with its answer, where it may be sent again.
    pub kept: Option<(&'a Repeatable, Value)>,
}

/// What a verdict does beside being told.
#[derive(Clone, Copy)]
pub enum Effect<'a> {
    /// Uses up a step, if the budget has room for a verdict.
    Consume(Consumption<'a>),
    /// Charges a wrong code, if the budget has room for it.
    Charge {
        account: Account,
        budget: &'a Budget,
    },
    Nothing,
}

/// What became of a verdict.
#[must_use]
#[derive(Debug, PartialEq, Eq)]
pub enum Written {
    /// It stands, and may be told.
    Done,
    /// The budget had no room: there is no verdict.
    Exhausted,
    /// Somebody else has used the step up in between: the success that the budget notes is that one's.
    Lost,
}

impl Written {
    pub(super) fn of(admitted: bool, done: bool) -> Self {
        match (admitted, done) {
            (_, true) => Self::Done,
            (true, false) => Self::Lost,
            (false, false) => Self::Exhausted,
        }
    }
}

/// Writes a verdict with its event and its answer in one statement. Nothing is told of one that is not [`Written::Done`]. Errors:
/// beside others, that the request was noted meanwhile; see [`super::idempotency_keys::is_repeat`].
pub fn write(tx: &mut Tx, writing: Writing) -> Result<Written, Fault> {
    let Writing { effect, organization_id, event, now, kept } = writing;
    let statement = Statement {
        step: match &effect {
            Effect::Consume(consumption) => Step::Consume(Consuming::new(consumption, now)),
            Effect::Charge { account, budget } => {
                Step::Charge(Attempt::new(*account, budget, Told::Wrong, now))
            }
            Effect::Nothing => Step::Nothing,
        },
        event: audit_events::NewRow::new(organization_id, event.clone()),
        kept,
        now,
    };
    let (admitted, done): (bool, bool) = Prepared(statement).get_result(tx.connection()?)?;
    if let Effect::Consume(Consumption { budget, .. }) | Effect::Charge { budget, .. } = effect {
        budgets::note(tx, budget, admitted);
    }
    if done {
        audit_events::mark(tx, organization_id, event);
    }
    Ok(Written::of(admitted, done))
}

struct Statement<'a> {
    step: Step<'a>,
    event: audit_events::NewRow,
    kept: Option<(&'a Repeatable, Value)>,
    now: Timestamp,
}

enum Step<'a> {
    Consume(Consuming<'a>),
    Charge(Attempt<'a>),
    Nothing,
}

impl Step<'_> {
    /// The relations `admitted` and `done`, of one row each where it is so.
    fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        match self {
            Self::Consume(consuming) => consuming.push(out)?,
            Self::Charge(attempt) => {
                out.push_sql("WITH admitted AS (");
                attempt.push(out)?;
                out.push_sql(" RETURNING 1), done AS (SELECT FROM admitted)");
            }
            Self::Nothing => out.push_sql("WITH admitted AS (SELECT), done AS (SELECT)"),
        }
        Ok(())
    }
}

impl Query for Statement<'_> {
    type SqlType = (Bool, Bool);
}

impl QueryFragment<Pg> for Statement<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let Self { step, event, kept, now } = self;
        step.push(&mut out)?;
        out.push_sql(", told AS (");
        event.push(&mut out)?;
        out.push_sql("done)");
        if let Some((request, answer)) = kept {
            push!(
                out,
                ", kept AS (INSERT INTO idempotency_keys (org_id, owner_id, key, request_digest, answer, created_at) SELECT "
                    SqlUuid = &request.organization_id.0,
                ", " SqlUuid = &request.owner,
                ", " Text = request.key.as_str(),
                ", " Binary = &request.request_digest,
                ", " Jsonb = answer,
                ", " Timestamptz = now,
                " FROM done)",
            );
        }
        out.push_sql(" SELECT EXISTS (SELECT FROM admitted), EXISTS (SELECT FROM done)");
        Ok(())
    }
}
