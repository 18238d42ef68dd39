//! Table `sso_arrivals`: whom providers have vouched for, until the browser that they came back in takes it further.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Tx, execute_one, schema::sso_arrivals};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, ProviderId},
        single_sign_on::Assertion,
        user::{DisplayName, EmailAddress},
    },
    error::Fault,
};

/// Somebody whom a provider has vouched for.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub organization_id: OrganizationId,
    pub provider_id: ProviderId,
    /// Of the browser's cookie.
    pub browser_digest: Vec<u8>,
    pub assertion: Assertion,
    pub arrived_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sso_arrivals)]
struct Row {
    org_id: Uuid,
    provider_id: Uuid,
    browser_digest: Vec<u8>,
    issuer: String,
    subject: String,
    email: Option<String>,
    email_verified: bool,
    display_name: Option<String>,
    two_factors: bool,
    arrived_at: Timestamp,
    expires_at: Timestamp,
}

impl From<Row> for Arrival {
    fn from(row: Row) -> Self {
        let assertion = Assertion {
            issuer: row.issuer,
            subject: row.subject,
            email: row.email.and_then(|email| EmailAddress::parse(&email).ok()),
            email_verified: row.email_verified,
            display_name: row.display_name.and_then(|name| DisplayName::parse(&name).ok()),
            two_factors: row.two_factors,
        };
        Self {
            organization_id: row.org_id.into(),
            provider_id: row.provider_id.into(),
            browser_digest: row.browser_digest,
            assertion,
            arrived_at: row.arrived_at,
            expires_at: row.expires_at,
        }
    }
}

pub fn insert(tx: &mut Tx, arrival: &Arrival, digest: &[u8]) -> Result<(), Fault> {
    let Assertion { issuer, subject, email, email_verified, display_name, two_factors } = &arrival.assertion;
    let values = (
        sso_arrivals::org_id.eq(arrival.organization_id.0),
        sso_arrivals::digest.eq(digest),
        sso_arrivals::provider_id.eq(arrival.provider_id.0),
        sso_arrivals::browser_digest.eq(&arrival.browser_digest),
        sso_arrivals::issuer.eq(issuer),
        sso_arrivals::subject.eq(subject),
        sso_arrivals::email.eq(email.as_ref().map(EmailAddress::as_str)),
        sso_arrivals::email_verified.eq(email_verified),
        sso_arrivals::display_name.eq(display_name.as_ref().map(DisplayName::as_str)),
        sso_arrivals::two_factors.eq(two_factors),
        sso_arrivals::arrived_at.eq(arrival.arrived_at),
        sso_arrivals::expires_at.eq(arrival.expires_at),
    );
    execute_one(tx, "arrival", diesel::insert_into(sso_arrivals::table).values(values))
}

/// Uses up the arrival of a token, whatever comes of it; none where it was used before, or is of nobody.
pub fn take(
    tx: &mut Tx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
) -> Result<Option<Arrival>, Fault> {
    let target = sso_arrivals::table
        .filter(sso_arrivals::org_id.eq(organization.0))
        .filter(sso_arrivals::digest.eq_any(digests));
    let taken: Option<Row> =
        diesel::delete(target).returning(Row::as_returning()).get_result(tx.connection()?).optional()?;
    Ok(taken.map(Arrival::from))
}
