//! Table `enrollment_grants`: the permission to enroll at login, and nothing else.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::enrollment_grants};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{GrantId, OrganizationId, ProviderId, UserId},
        session::FirstStep,
    },
    error::Fault,
};

/// A permission to enroll, given to somebody who has taken the first step of a sign-in.
#[derive(Clone, Debug)]
pub struct EnrollmentGrant {
    pub id: GrantId,
    pub user_id: UserId,
    /// The user's epoch when it was given: dead under any other.
    pub epoch: i64,
    pub first_step: FirstStep,
    pub cookie: bool,
    pub authenticated_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = enrollment_grants)]
struct Row {
    id: Uuid,
    user_id: Uuid,
    epoch: i64,
    provider_id: Option<Uuid>,
    cookie: bool,
    authenticated_at: Timestamp,
    expires_at: Timestamp,
}

impl From<Row> for EnrollmentGrant {
    fn from(row: Row) -> Self {
        let Row { id, user_id, epoch, provider_id, cookie, authenticated_at, expires_at } = row;
        let first_step = provider_id.map(ProviderId).into();
        Self {
            id: id.into(),
            user_id: user_id.into(),
            epoch,
            first_step,
            cookie,
            authenticated_at,
            expires_at,
        }
    }
}

pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    grant: &EnrollmentGrant,
    digest: &[u8],
) -> Result<(), Fault> {
    let values = (
        enrollment_grants::org_id.eq(organization.0),
        enrollment_grants::digest.eq(digest),
        enrollment_grants::id.eq(grant.id.0),
        enrollment_grants::user_id.eq(grant.user_id.0),
        enrollment_grants::epoch.eq(grant.epoch),
        enrollment_grants::provider_id.eq(grant.first_step.provider().map(|id| id.0)),
        enrollment_grants::cookie.eq(grant.cookie),
        enrollment_grants::authenticated_at.eq(grant.authenticated_at),
        enrollment_grants::expires_at.eq(grant.expires_at),
    );
    execute_one(tx, "enrollment grant", diesel::insert_into(enrollment_grants::table).values(values))
}

/// The grant of a token, if it was not used and has not expired.
pub fn find(
    rx: &mut Rx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<Option<EnrollmentGrant>, Fault> {
    let found = enrollment_grants::table
        .filter(enrollment_grants::org_id.eq(organization.0))
        .filter(enrollment_grants::digest.eq_any(digests))
        .filter(enrollment_grants::used_at.is_null())
        .filter(enrollment_grants::expires_at.gt(now));
    let found: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    Ok(found.map(EnrollmentGrant::from))
}

/// Uses the grant up; false when it was used before.
pub fn consume(
    tx: &mut Tx,
    organization: OrganizationId,
    grant: GrantId,
    now: Timestamp,
) -> Result<bool, Fault> {
    let target = enrollment_grants::table
        .filter(enrollment_grants::org_id.eq(organization.0))
        .filter(enrollment_grants::id.eq(grant.0))
        .filter(enrollment_grants::used_at.is_null())
        .filter(enrollment_grants::expires_at.gt(now));
    Ok(diesel::update(target).set(enrollment_grants::used_at.eq(now)).execute(tx.connection()?)? == 1)
}

/// Uses up whatever grants of a user are open; gives their number.
pub fn close_all(tx: &mut Tx, account: Account, now: Timestamp) -> Result<usize, Fault> {
    let target = enrollment_grants::table
        .filter(enrollment_grants::org_id.eq(account.organization_id.0))
        .filter(enrollment_grants::user_id.eq(account.user_id.0))
        .filter(enrollment_grants::used_at.is_null());
    Ok(diesel::update(target).set(enrollment_grants::used_at.eq(now)).execute(tx.connection()?)?)
}

/// Uses up whatever grants are open that followed a sign-in at that provider.
pub fn close_all_after(
    tx: &mut Tx,
    organization: OrganizationId,
    provider: ProviderId,
    now: Timestamp,
) -> Result<usize, Fault> {
    let target = enrollment_grants::table
        .filter(enrollment_grants::org_id.eq(organization.0))
        .filter(enrollment_grants::provider_id.eq(provider.0))
        .filter(enrollment_grants::used_at.is_null());
    Ok(diesel::update(target).set(enrollment_grants::used_at.eq(now)).execute(tx.connection()?)?)
}
