//! Users with all that another installation needs of them, a page in each statement.

use std::collections::BTreeMap;

use diesel::prelude::*;
use uuid::Uuid;

use super::{
    Rx,
    authenticators::parameters,
    schema::{authenticators, recovery_codes, user_roles, users},
};
use crate::{
    crypto::passwords::HashedPassword,
    domain::{
        id::{AuthenticatorId, OrganizationId, UserId},
        import::ImportedStanding,
        totp::Parameters,
    },
    error::Fault,
};

/// A user as they are stored.
pub struct StoredUser {
    pub id: UserId,
    pub email: String,
    pub display_name: String,
    pub password: Option<HashedPassword>,
    pub suspended: bool,
    pub language: String,
    pub email_verified: bool,
    pub external_id: Option<String>,
    pub roles: Vec<String>,
    pub authenticators: Vec<StoredAuthenticator>,
    /// Of those that are not used up, with whether each is guessable.
    pub recovery_codes: Vec<(Vec<u8>, bool)>,
    /// Whether the digests are another installation's.
    pub foreign_recovery_codes: bool,
    pub standing: ImportedStanding,
}

pub struct StoredAuthenticator {
    pub id: AuthenticatorId,
    pub name: String,
    pub parameters: Parameters,
    pub sealed_secret: Vec<u8>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct Row {
    id: Uuid,
    email: String,
    display_name: String,
    password_hash: Option<String>,
    password_kid: Option<String>,
    password_pepper: Option<Vec<u8>>,
    #[diesel(select_expression = users::suspended_at.is_not_null())]
    suspended: bool,
    language: String,
    #[diesel(select_expression = users::email_verified_at.is_not_null())]
    email_verified: bool,
    external_id: Option<String>,
    #[diesel(select_expression = users::recovery_origin.is_not_null())]
    foreign_recovery_codes: bool,
    #[diesel(select_expression = users::reset_at.is_not_null())]
    reset_pending: bool,
    #[diesel(select_expression = users::frozen_at.is_not_null())]
    frozen: bool,
    email_codes: bool,
}

impl From<Row> for StoredUser {
    fn from(row: Row) -> Self {
        let Row { password_hash, password_kid, password_pepper, reset_pending, frozen, email_codes, .. } =
            row;
        let password = password_hash.map(|hash| HashedPassword {
            hash,
            kid: password_kid,
            sealed_pepper: password_pepper,
        });
        Self {
            id: row.id.into(),
            email: row.email,
            display_name: row.display_name,
            password,
            suspended: row.suspended,
            language: row.language,
            email_verified: row.email_verified,
            external_id: row.external_id,
            roles: Vec::new(),
            authenticators: Vec::new(),
            recovery_codes: Vec::new(),
            foreign_recovery_codes: row.foreign_recovery_codes,
            standing: ImportedStanding { reset_pending, frozen, email_codes },
        }
    }
}

/// Some users of an organization by address, from the first after that one.
pub fn list(
    rx: &mut Rx,
    organization: OrganizationId,
    after: &str,
    limit: i64,
) -> Result<Vec<StoredUser>, Fault> {
    let rows: Vec<Row> = users::table
        .filter(users::org_id.eq(organization.0))
        .filter(users::email.gt(after))
        .order(users::email)
        .limit(limit)
        .select(Row::as_select())
        .load(rx.connection()?)?;
    let mut found: Vec<StoredUser> = rows.into_iter().map(StoredUser::from).collect();
    let ids: Vec<Uuid> = found.iter().map(|user| user.id.0).collect();
    let (mut roles, mut authenticators, mut codes) = (
        roles(rx, organization, &ids)?,
        authenticators_of(rx, organization, &ids)?,
        recovery_codes_of(rx, organization, &ids)?,
    );
    for user in &mut found {
        user.roles = roles.remove(&user.id.0).unwrap_or_default();
        user.authenticators = authenticators.remove(&user.id.0).unwrap_or_default();
        user.recovery_codes = codes.remove(&user.id.0).unwrap_or_default();
    }
    Ok(found)
}

type OfUsers<T> = BTreeMap<Uuid, Vec<T>>;

fn roles(rx: &mut Rx, organization: OrganizationId, ids: &[Uuid]) -> Result<OfUsers<String>, Fault> {
    let held = user_roles::table
        .filter(user_roles::org_id.eq(organization.0))
        .filter(user_roles::user_id.eq_any(ids))
        .filter(user_roles::left_at.is_null())
        .order(user_roles::role)
        .select((user_roles::user_id, user_roles::role));
    Ok(grouped(held.load(rx.connection()?)?))
}

type AuthenticatorRow = (Uuid, Uuid, String, String, i16, i16, Vec<u8>);

fn authenticators_of(
    rx: &mut Rx,
    organization: OrganizationId,
    ids: &[Uuid],
) -> Result<OfUsers<StoredAuthenticator>, Fault> {
    let columns = (
        authenticators::user_id,
        authenticators::id,
        authenticators::name,
        authenticators::algorithm,
        authenticators::digits,
        authenticators::period_seconds,
        authenticators::sealed_secret,
    );
    let rows: Vec<AuthenticatorRow> = authenticators::table
        .filter(authenticators::org_id.eq(organization.0))
        .filter(authenticators::user_id.eq_any(ids))
        .order((authenticators::confirmed_at, authenticators::id))
        .select(columns)
        .load(rx.connection()?)?;
    let stored = |(user, id, name, algorithm, digits, period, sealed_secret): AuthenticatorRow| {
        let parameters = parameters(&algorithm, digits, period)?;
        Ok((user, StoredAuthenticator { id: id.into(), name, parameters, sealed_secret }))
    };
    Ok(grouped(rows.into_iter().map(stored).collect::<Result<_, Fault>>()?))
}

fn recovery_codes_of(
    rx: &mut Rx,
    organization: OrganizationId,
    ids: &[Uuid],
) -> Result<OfUsers<(Vec<u8>, bool)>, Fault> {
    let rows: Vec<(Uuid, Vec<u8>, bool)> = recovery_codes::table
        .filter(recovery_codes::org_id.eq(organization.0))
        .filter(recovery_codes::user_id.eq_any(ids))
        .filter(recovery_codes::used_at.is_null())
        .filter(recovery_codes::withdrawn_at.is_null())
        .order(recovery_codes::number)
        .select((recovery_codes::user_id, recovery_codes::digest, recovery_codes::guessable))
        .load(rx.connection()?)?;
    Ok(grouped(rows.into_iter().map(|(user, digest, guessable)| (user, (digest, guessable))).collect()))
}

fn grouped<T>(rows: Vec<(Uuid, T)>) -> OfUsers<T> {
    let mut grouped = OfUsers::new();
    for (user, row) in rows {
        grouped.entry(user).or_default().push(row);
    }
    grouped
}
