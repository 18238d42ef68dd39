//! Table `sso_identities`: which account at a provider is whose here.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::sso_identities};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::{IdentityId, OrganizationId, ProviderId},
        single_sign_on::{Assertion, Identity},
        user::EmailAddress,
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = sso_identities)]
struct Row {
    id: Uuid,
    user_id: Uuid,
    provider_id: Uuid,
    issuer: String,
    subject: String,
    email: Option<String>,
    linked_at: Timestamp,
    last_used_at: Option<Timestamp>,
}

impl From<Row> for Identity {
    fn from(row: Row) -> Self {
        Self {
            id: row.id.into(),
            user_id: row.user_id.into(),
            provider_id: row.provider_id.into(),
            issuer: row.issuer,
            subject: row.subject,
            email: row.email,
            linked_at: row.linked_at,
            last_used_at: row.last_used_at,
        }
    }
}

/// The one that a provider vouches for: by provider, issuer and subject, and by nothing else.
pub fn find(
    rx: &mut Rx,
    organization: OrganizationId,
    provider: ProviderId,
    assertion: &Assertion,
) -> Result<Option<Identity>, Fault> {
    let found = sso_identities::table
        .filter(sso_identities::org_id.eq(organization.0))
        .filter(sso_identities::provider_id.eq(provider.0))
        .filter(sso_identities::issuer.eq(&assertion.issuer))
        .filter(sso_identities::subject.eq(&assertion.subject));
    let row: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    Ok(row.map(Identity::from))
}

/// Those of a user, the first first.
pub fn list(rx: &mut Rx, account: Account) -> Result<Vec<Identity>, Fault> {
    let found = of(account).order((sso_identities::linked_at, sso_identities::id));
    let rows: Vec<Row> = found.select(Row::as_select()).load(rx.connection()?)?;
    Ok(rows.into_iter().map(Identity::from).collect())
}

/// How many users' accounts a provider is connected with.
pub fn count(rx: &mut Rx, organization: OrganizationId, provider: ProviderId) -> Result<i64, Fault> {
    let found = sso_identities::table
        .filter(sso_identities::org_id.eq(organization.0))
        .filter(sso_identities::provider_id.eq(provider.0));
    Ok(found.count().get_result(rx.connection()?)?)
}

/// Connects an account; false where it is connected already.
pub fn insert(tx: &mut Tx, organization: OrganizationId, identity: &Identity) -> Result<bool, Fault> {
    let values = (
        sso_identities::org_id.eq(organization.0),
        sso_identities::id.eq(identity.id.0),
        sso_identities::user_id.eq(identity.user_id.0),
        sso_identities::provider_id.eq(identity.provider_id.0),
        sso_identities::issuer.eq(&identity.issuer),
        sso_identities::subject.eq(&identity.subject),
        sso_identities::email.eq(identity.email.as_deref()),
        sso_identities::linked_at.eq(identity.linked_at),
        sso_identities::last_used_at.eq(identity.last_used_at),
    );
    let inserted = diesel::insert_into(sso_identities::table).values(values).on_conflict_do_nothing();
    Ok(inserted.execute(tx.connection()?)? == 1)
}

/// Notes that somebody signed in with it, and the address that the provider told, if it did.
pub fn touch(
    tx: &mut Tx,
    organization: OrganizationId,
    id: IdentityId,
    email: Option<&EmailAddress>,
    now: Timestamp,
) -> Result<(), Fault> {
    let target = sso_identities::table.find((organization.0, id.0));
    let email = email.map(|email| sso_identities::email.eq(email.as_str()));
    let values = (sso_identities::last_used_at.eq(now), email);
    execute_one(tx, "identity used", diesel::update(target).set(values))
}

/// Disconnects an account of a user.
pub fn delete(tx: &mut Tx, account: Account, id: IdentityId) -> Result<(), Fault> {
    execute_one(tx, "identity", diesel::delete(of(account).filter(sso_identities::id.eq(id.0))))
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    sso_identities::table
        .filter(sso_identities::org_id.eq(organization))
        .filter(sso_identities::user_id.eq(user))
}
