//! Table `sso_providers`: the providers of single sign-on that organizations have connected.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::sso_providers};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, ProviderId},
        role::RoleName,
        single_sign_on::{Issuer, Provider, ProviderName},
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = sso_providers)]
struct Row {
    id: Uuid,
    name: String,
    issuer: String,
    client_id: String,
    scopes: Vec<String>,
    enabled: bool,
    creates_users: bool,
    default_role: String,
    email_domains: Vec<String>,
    created_at: Timestamp,
    created_by: Uuid,
}

fn provider(row: Row) -> Result<Provider, Fault> {
    let invalid = || Fault::internal(format!("provider {} is not as it was written", row.id));
    Ok(Provider {
        id: row.id.into(),
        name: ProviderName::parse(&row.name).map_err(|_| invalid())?,
        issuer: Issuer::stored(row.issuer),
        client_id: row.client_id,
        scopes: row.scopes.into_iter().collect(),
        enabled: row.enabled,
        creates_users: row.creates_users,
        default_role: RoleName::parse(&row.default_role).map_err(|_| invalid())?,
        email_domains: row.email_domains.into_iter().collect(),
        created_at: row.created_at,
        created_by: row.created_by.into(),
    })
}

/// All of an organization, the first first.
pub fn list(rx: &mut Rx, organization: OrganizationId) -> Result<Vec<Provider>, Fault> {
    let found = of(organization).order((sso_providers::created_at, sso_providers::id));
    let rows: Vec<Row> = found.select(Row::as_select()).load(rx.connection()?)?;
    rows.into_iter().map(provider).collect()
}

pub fn count(rx: &mut Rx, organization: OrganizationId) -> Result<i64, Fault> {
    Ok(of(organization).count().get_result(rx.connection()?)?)
}

pub fn find(rx: &mut Rx, organization: OrganizationId, id: ProviderId) -> Result<Option<Provider>, Fault> {
    let found = of(organization).filter(sso_providers::id.eq(id.0));
    let row: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    row.map(provider).transpose()
}

/// The same with its row locked.
pub fn lock(tx: &mut Tx, organization: OrganizationId, id: ProviderId) -> Result<Option<Provider>, Fault> {
    let found = of(organization).filter(sso_providers::id.eq(id.0));
    let row: Option<Row> = found.select(Row::as_select()).for_update().first(tx.connection()?).optional()?;
    row.map(provider).transpose()
}

/// A provider that may be used, and may not be changed before the transaction ends; none where it is disabled.
pub fn hold_enabled(
    tx: &mut Tx,
    organization: OrganizationId,
    id: ProviderId,
) -> Result<Option<Provider>, Fault> {
    let found = of(organization).filter(sso_providers::id.eq(id.0)).filter(sso_providers::enabled);
    let row: Option<Row> = found.select(Row::as_select()).for_share().first(tx.connection()?).optional()?;
    row.map(provider).transpose()
}

/// The secret of our client there, sealed.
pub fn sealed_secret(
    rx: &mut Rx,
    organization: OrganizationId,
    id: ProviderId,
) -> Result<Option<Vec<u8>>, Fault> {
    let found = of(organization).filter(sso_providers::id.eq(id.0)).select(sso_providers::sealed_secret);
    Ok(found.first(rx.connection()?).optional()?)
}

pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    provider: &Provider,
    sealed_secret: &[u8],
) -> Result<(), Fault> {
    let values = (
        sso_providers::org_id.eq(organization.0),
        sso_providers::id.eq(provider.id.0),
        sso_providers::name.eq(provider.name.as_str()),
        sso_providers::issuer.eq(provider.issuer.as_str()),
        sso_providers::client_id.eq(&provider.client_id),
        sso_providers::sealed_secret.eq(sealed_secret),
        sso_providers::scopes.eq(texts(&provider.scopes)),
        sso_providers::enabled.eq(provider.enabled),
        sso_providers::creates_users.eq(provider.creates_users),
        sso_providers::default_role.eq(provider.default_role.as_str()),
        sso_providers::email_domains.eq(texts(&provider.email_domains)),
        sso_providers::created_at.eq(provider.created_at),
        sso_providers::created_by.eq(provider.created_by.0),
    );
    execute_one(tx, "provider", diesel::insert_into(sso_providers::table).values(values))
}

fn texts(set: &std::collections::BTreeSet<String>) -> Vec<&str> {
    set.iter().map(String::as_str).collect()
}

/// Takes over all but the id, the issuer, and who made it when; and the secret, where there is a new one.
pub fn update(
    tx: &mut Tx,
    organization: OrganizationId,
    provider: &Provider,
    sealed_secret: Option<&[u8]>,
) -> Result<(), Fault> {
    let values = (
        sso_providers::name.eq(provider.name.as_str()),
        sso_providers::client_id.eq(&provider.client_id),
        sso_providers::scopes.eq(texts(&provider.scopes)),
        sso_providers::enabled.eq(provider.enabled),
        sso_providers::creates_users.eq(provider.creates_users),
        sso_providers::default_role.eq(provider.default_role.as_str()),
        sso_providers::email_domains.eq(texts(&provider.email_domains)),
        sealed_secret.map(|secret| sso_providers::sealed_secret.eq(secret)),
    );
    let target = of(organization).filter(sso_providers::id.eq(provider.id.0));
    execute_one(tx, "provider", diesel::update(target).set(values))
}

/// Deletes a provider, and with it who is connected by it.
pub fn delete(tx: &mut Tx, organization: OrganizationId, id: ProviderId) -> Result<(), Fault> {
    let target = of(organization).filter(sso_providers::id.eq(id.0));
    execute_one(tx, "provider", diesel::delete(target))
}

/// Whether users get that role from any provider.
pub fn gives(rx: &mut Rx, organization: OrganizationId, role: &RoleName) -> Result<bool, Fault> {
    let giving = of(organization).filter(sso_providers::default_role.eq(role.as_str()));
    Ok(diesel::select(diesel::dsl::exists(giving)).get_result(rx.connection()?)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(organization: OrganizationId) -> _ {
    let organization: Uuid = organization.0;
    sso_providers::table.filter(sso_providers::org_id.eq(organization))
}
