//! Table `audit_events`: append-only, a partition for each month.

use diesel::{
    dsl::{exists, not},
    pg::Pg,
    prelude::*,
    query_builder::AstPass,
    result::QueryResult,
    sql_query,
    sql_types::{Array, Binary, Bool, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::Value;
use uuid::Uuid;

use super::{Rx, Tx, high_water::Mark, push, schema::audit_events};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        audit::{Action, RecordedEvent},
        id::{EventId, INSTALLATION, OrganizationId, UserId},
        seal::Position,
        session::Client,
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_events)]
struct Row {
    id: Uuid,
    occurred_at: Timestamp,
    action: String,
    outcome: String,
    actor_id: Option<Uuid>,
    subject_id: Option<Uuid>,
    session_id: Option<Uuid>,
    address: Option<String>,
    user_agent: Option<String>,
    request_id: Option<String>,
    detail: Value,
    proof: Option<Vec<u8>>,
}

impl From<Row> for RecordedEvent {
    fn from(row: Row) -> Self {
        Self {
            id: row.id.into(),
            occurred_at: row.occurred_at,
            action: row.action,
            outcome: row.outcome,
            actor: row.actor_id.map(Into::into),
            subject: row.subject_id.map(Into::into),
            session: row.session_id.map(Into::into),
            address: row.address,
            user_agent: row.user_agent,
            request_id: row.request_id,
            detail: row.detail,
            proof: row.proof.unwrap_or_default(),
        }
    }
}

/// An event as its row.
#[derive(Insertable)]
#[diesel(table_name = audit_events)]
pub(super) struct NewRow {
    org_id: Uuid,
    occurred_at: Timestamp,
    id: Uuid,
    action: String,
    outcome: String,
    actor_id: Option<Uuid>,
    subject_id: Option<Uuid>,
    session_id: Option<Uuid>,
    address: Option<String>,
    user_agent: Option<String>,
    request_id: Option<String>,
    detail: Value,
    proof: Vec<u8>,
}

impl NewRow {
    pub(super) fn new(organization: OrganizationId, event: RecordedEvent) -> Self {
        Self {
            org_id: organization.0,
            occurred_at: event.occurred_at,
            id: event.id.0,
            action: event.action,
            outcome: event.outcome,
            actor_id: event.actor.map(|id| id.0),
            subject_id: event.subject.map(|id| id.0),
            session_id: event.session.map(|id| id.0),
            address: event.address,
            user_agent: event.user_agent,
            request_id: event.request_id,
            detail: event.detail,
            proof: event.proof,
        }
    }

    /// What its values are called, but for its organization.
    pub(super) const COLUMNS: &'static str = "occurred_at, id, action, outcome, actor_id, subject_id, session_id, address, user_agent, \
                                              request_id, detail, proof";

    /// The insertion, once for each row of the relation that is to follow.
    pub(super) fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        push_insertion(&self.org_id, out)?;
        self.push_values(out)?;
        out.push_sql(" FROM ");
        Ok(())
    }

    pub(super) fn push_values<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        push!(
            out,
            "" Timestamptz = &self.occurred_at,
            ", " SqlUuid = &self.id,
            ", " Text = &self.action,
            ", " Text = &self.outcome,
            ", " Nullable<SqlUuid> = &self.actor_id,
            ", " Nullable<SqlUuid> = &self.subject_id,
            ", " Nullable<SqlUuid> = &self.session_id,
            ", " Nullable<Text> = &self.address,
            ", " Nullable<Text> = &self.user_agent,
            ", " Nullable<Text> = &self.request_id,
            ", " Jsonb = &self.detail,
            ", " Binary = &self.proof,
        );
        Ok(())
    }
}

/// The insertion of what is called so in the relation that is to follow.
pub(super) fn push_insertion_from<'b>(
    organization_id: &'b OrganizationId,
    out: &mut AstPass<'_, 'b, Pg>,
) -> QueryResult<()> {
    push_insertion(&organization_id.0, out)?;
    out.push_sql(NewRow::COLUMNS);
    out.push_sql(" FROM ");
    Ok(())
}

fn push_insertion<'b>(organization_id: &'b Uuid, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
    out.push_sql("INSERT INTO audit_events (org_id, ");
    out.push_sql(NewRow::COLUMNS);
    push!(out, ") SELECT " SqlUuid = organization_id, ", ");
    Ok(())
}

/// Writes many events of one operation in one statement.
pub fn append_all(tx: &mut Tx, organization: OrganizationId, events: &[RecordedEvent]) -> Result<(), Fault> {
    let rows: Vec<NewRow> = events.iter().map(|event| NewRow::new(organization, event.clone())).collect();
    let appended = diesel::insert_into(audit_events::table).values(rows).execute(tx.connection()?)?;
    if appended != events.len() {
        return Err(Fault::internal("an incomplete list of audit events"));
    }
    events.iter().for_each(|event| mark(tx, organization, event));
    Ok(())
}

/// Lets an event be counted once it is committed, and be missed where the database loses it then.
pub(super) fn mark(tx: &mut Tx, organization_id: OrganizationId, event: &RecordedEvent) {
    let work = &mut tx.work;
    work.marks.push(Mark { organization_id, position: event.position() });
    work.counted.extend(work.metrics.events.of(&event.action).cloned());
}

/// Which events are listed; what is not set does not restrict.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub actor: Option<UserId>,
    pub subject: Option<UserId>,
    /// Events by or about this user.
    pub concerning: Option<UserId>,
    pub action: Option<String>,
    /// Only what is no routine.
    pub without_routine: bool,
    /// From this time on.
    pub from: Option<Timestamp>,
    /// Before this time.
    pub to: Option<Timestamp>,
    /// Only events older than this one.
    pub before: Option<(Timestamp, EventId)>,
}

/// The events of an organization, newest first.
pub fn list(
    rx: &mut Rx,
    organization: OrganizationId,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<RecordedEvent>, Fault> {
    let mut query = audit_events::table.filter(audit_events::org_id.eq(organization.0)).into_boxed();
    if let Some(actor) = filter.actor {
        query = query.filter(audit_events::actor_id.eq(actor.0));
    }
    if let Some(subject) = filter.subject {
        query = query.filter(audit_events::subject_id.eq(subject.0));
    }
    if let Some(user) = filter.concerning {
        query = query.filter(audit_events::actor_id.eq(user.0).or(audit_events::subject_id.eq(user.0)));
    }
    if let Some(action) = &filter.action {
        query = query.filter(audit_events::action.eq(action));
    }
    if filter.without_routine {
        query = query.filter(audit_events::action.ne_all(Action::ROUTINE.map(Action::name)));
    }
    if let Some(from) = filter.from {
        query = query.filter(audit_events::occurred_at.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(audit_events::occurred_at.lt(to));
    }
    if let Some((at, id)) = filter.before {
        // The first of the two lets an index begin there, however far that is from the newest.
        query = query.filter(audit_events::occurred_at.le(at));
        query = query.filter(audit_events::occurred_at.lt(at).or(audit_events::id.lt(id.0)));
    }
    let rows: Vec<Row> = query
        .order((audit_events::occurred_at.desc(), audit_events::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(rx.connection()?)?;
    Ok(rows.into_iter().map(RecordedEvent::from).collect())
}

/// The events after that position and before that time that are none of the known ones, in their order.
pub fn others(
    rx: &mut Rx,
    organization: OrganizationId,
    (after, before): (Position, Timestamp),
    known: &[Uuid],
    limit: usize,
) -> Result<Vec<RecordedEvent>, Fault> {
    let limit = i64::try_from(limit).map_err(Fault::internal)?;
    let rows: Vec<Row> = following(organization, after)
        .filter(audit_events::occurred_at.lt(before))
        // Not prepared, so that the list is known to the plan, which hashes it then: it is long, and would be gone through for
        // each event. An anti-join is one by one, too, where the newest events are taken for few.
        .filter(
            diesel::dsl::sql::<Bool>("audit_events.id <> ALL (").bind::<Array<SqlUuid>, _>(known).sql(")"),
        )
        .order((audit_events::occurred_at, audit_events::id))
        .limit(limit)
        .select(Row::as_select())
        .load(rx.connection()?)?;
    Ok(rows.into_iter().map(RecordedEvent::from).collect())
}

/// Where the events after that position stand, `limit` at most.
pub fn positions(
    rx: &mut Rx,
    organization: OrganizationId,
    after: Position,
    limit: i64,
) -> Result<Vec<Position>, Fault> {
    let rows: Vec<(Timestamp, Uuid)> = following(organization, after)
        .order((audit_events::occurred_at, audit_events::id))
        .limit(limit)
        .select((audit_events::occurred_at, audit_events::id))
        .load(rx.connection()?)?;
    Ok(rows.into_iter().map(|(occurred_at, id)| Position { occurred_at, id: id.into() }).collect())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn following(organization: OrganizationId, after: Position) -> _ {
    let (organization, at, id): (Uuid, Timestamp, Uuid) = (organization.0, after.occurred_at, after.id.0);
    audit_events::table
        .filter(audit_events::org_id.eq(organization))
        // The first of the two lets an index begin there.
        .filter(audit_events::occurred_at.ge(at))
        .filter(audit_events::occurred_at.gt(at).or(audit_events::id.gt(id)))
}

/// Those of the events at these positions that there are.
pub fn at(
    rx: &mut Rx,
    organization: OrganizationId,
    positions: &[Position],
) -> Result<Vec<RecordedEvent>, Fault> {
    let (times, ids): (Vec<Timestamp>, Vec<Uuid>) =
        positions.iter().map(|position| (position.occurred_at, position.id.0)).unzip();
    let rows: Vec<Row> = audit_events::table
        .filter(audit_events::org_id.eq(organization.0))
        .filter(
            diesel::dsl::sql::<Bool>("(audit_events.occurred_at, audit_events.id) IN (SELECT * FROM unnest(")
                .bind::<Array<Timestamptz>, _>(times)
                .sql(", ")
                .bind::<Array<SqlUuid>, _>(ids)
                .sql("))"),
        )
        .select(Row::as_select())
        .load(rx.connection()?)?;
    Ok(rows.into_iter().map(RecordedEvent::from).collect())
}

#[derive(QueryableByName)]
struct Active {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

/// The organizations in which something has happened since: a look into an index for each.
pub fn organizations_since(rx: &mut Rx, since: Timestamp) -> Result<Vec<OrganizationId>, Fault> {
    let statement = "SELECT o.id FROM (SELECT id FROM organizations UNION ALL SELECT $1) AS o CROSS JOIN LATERAL \
                     (SELECT occurred_at FROM audit_events WHERE org_id = o.id AND occurred_at >= $2 \
                     ORDER BY occurred_at LIMIT 1) AS e";
    let active: Vec<Active> = sql_query(statement)
        .bind::<SqlUuid, _>(INSTALLATION.0)
        .bind::<Timestamptz, _>(since)
        .load(rx.connection()?)?;
    Ok(active.into_iter().map(|Active { id }| OrganizationId(id)).collect())
}

#[derive(QueryableByName)]
struct Oldest {
    #[diesel(sql_type = Nullable<Timestamptz>)]
    occurred_at: Option<Timestamp>,
}

/// When the oldest event happened that came after the last seal of its organization: two looks into indexes for each. One that came
/// late is left out.
pub fn oldest_unsealed(rx: &mut Rx) -> Result<Option<Timestamp>, Fault> {
    let statement = "SELECT min(e.occurred_at) AS occurred_at \
                     FROM (SELECT id FROM organizations UNION ALL SELECT $1) AS o CROSS JOIN LATERAL \
                     (SELECT max(last_at) AS last_at FROM audit_seals WHERE org_id = o.id) AS s CROSS JOIN LATERAL \
                     (SELECT occurred_at FROM audit_events WHERE org_id = o.id \
                      AND occurred_at > coalesce(s.last_at, '-infinity') ORDER BY occurred_at LIMIT 1) AS e";
    let oldest: Oldest =
        sql_query(statement).bind::<SqlUuid, _>(INSTALLATION.0).get_result(rx.connection()?)?;
    Ok(oldest.occurred_at)
}

/// Whether the user has signed in before, and since then never from that address with that program.
pub fn is_new_place(rx: &mut Rx, account: Account, client: &Client, since: Timestamp) -> Result<bool, Fault> {
    let address = client.address.map(|address| address.to_string());
    let there = of(account, Action::LoginSucceeded)
        .filter(audit_events::occurred_at.gt(since))
        .filter(audit_events::address.is_not_distinct_from(address))
        .filter(audit_events::user_agent.is_not_distinct_from(client.user_agent.as_deref()));
    let is_new = not(exists(there)).and(exists(of(account, Action::LoginSucceeded)));
    Ok(diesel::select(is_new).get_result(rx.connection_aside())?)
}

/// Whether the user has ever signed in.
pub fn signed_in_before(rx: &mut Rx, account: Account) -> Result<bool, Fault> {
    Ok(diesel::select(exists(of(account, Action::LoginSucceeded))).get_result(rx.connection_aside())?)
}

/// Whether an administrator has lifted a freeze of the user since then.
pub fn was_unfrozen_since(rx: &mut Rx, account: Account, since: Timestamp) -> Result<bool, Fault> {
    let lifted = of(account, Action::AccountUnfrozen).filter(audit_events::occurred_at.ge(since));
    Ok(diesel::select(exists(lifted)).get_result(rx.connection()?)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account, action: Action) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    let action: &'static str = action.name();
    audit_events::table
        .filter(audit_events::org_id.eq(organization))
        .filter(audit_events::subject_id.eq(user))
        .filter(audit_events::action.eq(action))
}
