//! Table `sso_departures`: sign-ins that were begun here, and have not come back from their provider.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Tx, execute_one, schema::sso_departures};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{OrganizationId, ProviderId, SessionId, UserId},
    },
    error::Fault,
};

/// A browser on its way to a provider.
#[derive(Clone, Debug)]
pub struct Departure {
    pub organization_id: OrganizationId,
    /// Of `state`.
    pub digest: Vec<u8>,
    pub provider_id: ProviderId,
    /// Of the browser's cookie.
    pub browser_digest: Vec<u8>,
    pub sealed_secrets: Vec<u8>,
    pub return_to: Option<String>,
    /// The session and the user that an account is to be connected with; none where somebody signs in.
    pub connecting: Option<(SessionId, Account)>,
    pub expires_at: Timestamp,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sso_departures)]
struct Row {
    org_id: Uuid,
    digest: Vec<u8>,
    provider_id: Uuid,
    browser_digest: Vec<u8>,
    sealed_secrets: Vec<u8>,
    return_to: Option<String>,
    session_id: Option<Uuid>,
    user_id: Option<Uuid>,
    expires_at: Timestamp,
}

impl From<Row> for Departure {
    fn from(row: Row) -> Self {
        let organization_id = OrganizationId(row.org_id);
        let connecting = row
            .session_id
            .zip(row.user_id)
            .map(|(session, user)| (SessionId(session), Account { organization_id, user_id: UserId(user) }));
        Self {
            organization_id,
            digest: row.digest,
            provider_id: row.provider_id.into(),
            browser_digest: row.browser_digest,
            sealed_secrets: row.sealed_secrets,
            return_to: row.return_to,
            connecting,
            expires_at: row.expires_at,
        }
    }
}

pub fn insert(tx: &mut Tx, departure: &Departure) -> Result<(), Fault> {
    let values = (
        sso_departures::org_id.eq(departure.organization_id.0),
        sso_departures::digest.eq(&departure.digest),
        sso_departures::provider_id.eq(departure.provider_id.0),
        sso_departures::browser_digest.eq(&departure.browser_digest),
        sso_departures::sealed_secrets.eq(&departure.sealed_secrets),
        sso_departures::return_to.eq(departure.return_to.as_deref()),
        sso_departures::session_id.eq(departure.connecting.map(|(session, _)| session.0)),
        sso_departures::user_id.eq(departure.connecting.map(|(_, account)| account.user_id.0)),
        sso_departures::expires_at.eq(departure.expires_at),
    );
    execute_one(tx, "departure", diesel::insert_into(sso_departures::table).values(values))
}

/// Uses up the departure of a `state`, whatever comes of it; none where it was used before, or is of nobody.
pub fn take(
    tx: &mut Tx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
) -> Result<Option<Departure>, Fault> {
    let target = sso_departures::table
        .filter(sso_departures::org_id.eq(organization.0))
        .filter(sso_departures::digest.eq_any(digests));
    let taken: Option<Row> =
        diesel::delete(target).returning(Row::as_returning()).get_result(tx.connection()?).optional()?;
    Ok(taken.map(Departure::from))
}
