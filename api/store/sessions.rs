//! Table `sessions`.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, last_sign_ins, later, optimistic, prepared, schema::sessions};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{OrganizationId, ProviderId, SessionId},
        session::{Amr, Client, EndReason, Session},
    },
    error::Fault,
};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions)]
pub(super) struct Row {
    pub org_id: Uuid,
    pub id: Uuid,
    pub user_id: Uuid,
    pub provider_id: Option<Uuid>,
    pub epoch: i64,
    pub amr: Vec<String>,
    pub authenticated_at: Timestamp,
    pub second_factor_at: Option<Timestamp>,
    pub cookie: bool,
    pub address: Option<String>,
    pub user_agent: Option<String>,
    pub created_at: Timestamp,
    pub last_seen_at: Timestamp,
    pub idle_expires_at: Timestamp,
    pub absolute_expires_at: Timestamp,
}

impl From<Row> for Session {
    fn from(row: Row) -> Self {
        Self {
            organization_id: row.org_id.into(),
            id: row.id.into(),
            user_id: row.user_id.into(),
            first_step: row.provider_id.map(ProviderId).into(),
            epoch: row.epoch,
            amr: row.amr.iter().filter_map(|amr| Amr::from_name(amr)).collect(),
            authenticated_at: row.authenticated_at,
            second_factor_at: row.second_factor_at,
            cookie: row.cookie,
            client: Client {
                address: row.address.and_then(|address| address.parse().ok()),
                user_agent: row.user_agent,
            },
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            idle_expires_at: row.idle_expires_at,
            absolute_expires_at: row.absolute_expires_at,
        }
    }
}

impl From<&Session> for Row {
    fn from(session: &Session) -> Self {
        Self {
            org_id: session.organization_id.0,
            id: session.id.0,
            user_id: session.user_id.0,
            provider_id: session.first_step.provider().map(|id| id.0),
            epoch: session.epoch,
            amr: session.amr.iter().map(|amr| amr.name().to_owned()).collect(),
            authenticated_at: session.authenticated_at,
            second_factor_at: session.second_factor_at,
            cookie: session.cookie,
            address: session.client.address.map(|address| address.to_string()),
            user_agent: session.client.user_agent.clone(),
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
            idle_expires_at: session.idle_expires_at,
            absolute_expires_at: session.absolute_expires_at,
        }
    }
}

/// Writes a session that goes on for another.
pub fn insert(tx: &mut Tx, session: &Session) -> Result<(), Fault> {
    later::write_one(tx, "session", diesel::insert_into(sessions::table).values(Row::from(session)))
}

/// Writes a session with which its user has signed in, and notes when that was.
pub fn insert_signed_in(tx: &mut Tx, session: &Session) -> Result<(), Fault> {
    insert(tx, session)?;
    let account = Account { organization_id: session.organization_id, user_id: session.user_id };
    last_sign_ins::note(tx, account, session.created_at)
}

/// The session, unless it was ended. Whether it is in its time and epoch is for the domain to say.
pub fn find(rx: &mut Rx, organization: OrganizationId, id: SessionId) -> Result<Option<Session>, Fault> {
    let found = row(organization, id).filter(sessions::ended_at.is_null());
    let found: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    Ok(found.map(Session::from))
}

/// The session, unless it was ended, with its row locked: nobody ends it in between.
pub fn lock(tx: &mut Tx, organization: OrganizationId, id: SessionId) -> Result<Option<Session>, Fault> {
    let found = row(organization, id).filter(sessions::ended_at.is_null());
    let found: Option<Row> =
        found.select(Row::as_select()).for_update().first(tx.connection()?).optional()?;
    Ok(found.map(Session::from))
}

/// The sessions of a user that are in their time and epoch, the last used first.
pub fn list(rx: &mut Rx, account: Account, epoch: i64, now: Timestamp) -> Result<Vec<Session>, Fault> {
    let rows: Vec<Row> = live(account, epoch, now).select(Row::as_select()).load(rx.connection()?)?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// Those of them that come after so many others.
pub fn list_after(
    rx: &mut Rx,
    account: Account,
    epoch: i64,
    others: usize,
    now: Timestamp,
) -> Result<Vec<Session>, Fault> {
    let others = i64::try_from(others).map_err(Fault::internal)?;
    let surplus = live(account, epoch, now).offset(others).select(Row::as_select());
    let rows: Vec<Row> = surplus.load(rx.connection_aside())?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// Ends one session; false when it had ended.
pub fn end(
    tx: &mut Tx,
    organization: OrganizationId,
    id: SessionId,
    because: EndReason,
    now: Timestamp,
) -> Result<bool, Fault> {
    let target = row(organization, id).filter(sessions::ended_at.is_null());
    let values = (sessions::ended_at.eq(now), sessions::ended_because.eq(because.name()));
    Ok(prepared::execute(tx, diesel::update(target).set(values))? == 1)
}

/// Ends every session of a user but `kept`; gives their number.
pub fn end_others(
    tx: &mut Tx,
    account: Account,
    kept: Option<SessionId>,
    because: EndReason,
    now: Timestamp,
) -> Result<usize, Fault> {
    let target = of(account).filter(sessions::id.ne(kept.map_or(Uuid::nil(), |id| id.0)));
    let values = (sessions::ended_at.eq(now), sessions::ended_because.eq(because.name()));
    Ok(diesel::update(target).set(values).execute(tx.connection()?)?)
}

/// Ends every session that began at a provider; gives their number.
pub fn end_all_after(
    tx: &mut Tx,
    organization: OrganizationId,
    provider: ProviderId,
    now: Timestamp,
) -> Result<usize, Fault> {
    let because = EndReason::ProviderDisabled;
    let target = sessions::table
        .filter(sessions::org_id.eq(organization.0))
        .filter(sessions::provider_id.eq(provider.0))
        .filter(sessions::ended_at.is_null());
    let values = (sessions::ended_at.eq(now), sessions::ended_because.eq(because.name()));
    Ok(diesel::update(target).set(values).execute(tx.connection()?)?)
}

/// Keeps that a live session was prolonged; false when it has ended in between.
pub fn touch(tx: &mut Tx, session: &Session) -> Result<bool, Fault> {
    let target = row(session.organization_id, session.id).filter(sessions::ended_at.is_null());
    let values = (
        sessions::last_seen_at.eq(session.last_seen_at),
        sessions::idle_expires_at.eq(session.idle_expires_at),
        sessions::absolute_expires_at.eq(session.absolute_expires_at),
    );
    let touched = diesel::update(target).set(values);
    if optimistic::is_optimistic(tx) {
        return later::write_one(tx, "use of a session", touched).map(|()| true);
    }
    Ok(prepared::execute(tx, touched)? == 1)
}

/// Moves a live session into the user's new epoch: its access tokens die, its refresh token lives.
pub fn move_to_epoch(tx: &mut Tx, session: &Session, epoch: i64) -> Result<(), Fault> {
    let target = row(session.organization_id, session.id).filter(sessions::ended_at.is_null());
    execute_one(tx, "session's epoch", diesel::update(target).set(sessions::epoch.eq(epoch)))
}

fn row(organization: OrganizationId, id: SessionId) -> diesel::dsl::Find<sessions::table, (Uuid, Uuid)> {
    sessions::table.find((organization.0, id.0))
}

#[diesel::dsl::auto_type(no_type_alias)]
fn live(account: Account, epoch: i64, now: Timestamp) -> _ {
    let open: Of = of(account);
    open.filter(sessions::epoch.eq(epoch))
        .filter(sessions::idle_expires_at.gt(now))
        .filter(sessions::absolute_expires_at.gt(now))
        .order((sessions::last_seen_at.desc(), sessions::id.desc()))
}

#[diesel::dsl::auto_type(type_case = "PascalCase")]
fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    sessions::table
        .filter(sessions::org_id.eq(organization))
        .filter(sessions::user_id.eq(user))
        .filter(sessions::ended_at.is_null())
}
