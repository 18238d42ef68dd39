//! Users who come from another system, many in each statement.

use std::collections::{BTreeMap, BTreeSet};

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, Text, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{
    Rx, Tx,
    schema::{authenticators, last_sign_ins, login_directory, recovery_codes, user_roles, users},
};
use crate::{
    domain::{
        Timestamp,
        id::{AuthenticatorId, OrganizationId, UserId},
        import::ImportedUser,
        throttle::BudgetKind,
    },
    error::Fault,
};

/// What is known of an address that somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Somebody of the organization who was imported, under that id.
    Imported {
        external_id: Option<String>,
    },
    Another,
}

/// Who has which of these addresses.
pub fn holders(
    rx: &mut Rx,
    organization: OrganizationId,
    emails: &[&str],
) -> Result<BTreeMap<String, Holder>, Fault> {
    let entries = login_directory::table.filter(login_directory::email.eq_any(emails));
    let taken: Vec<String> = entries.select(login_directory::email).load(rx.connection()?)?;
    let imported = users::table
        .filter(users::org_id.eq(organization.0))
        .filter(users::email.eq_any(&taken))
        .filter(users::imported_at.is_not_null())
        .select((users::email, users::external_id));
    let imported: Vec<(String, Option<String>)> = imported.load(rx.connection()?)?;
    let mut holders: BTreeMap<String, Holder> =
        taken.into_iter().map(|email| (email, Holder::Another)).collect();
    for (email, external_id) in imported {
        holders.insert(email, Holder::Imported { external_id });
    }
    Ok(holders)
}

/// Which of these ids somebody of the organization has.
pub fn taken_external_ids(
    rx: &mut Rx,
    organization: OrganizationId,
    ids: &[&str],
) -> Result<BTreeSet<String>, Fault> {
    let found = users::table.filter(users::org_id.eq(organization.0)).filter(users::external_id.eq_any(ids));
    let found: Vec<Option<String>> = found.select(users::external_id).load(rx.connection()?)?;
    Ok(found.into_iter().flatten().collect())
}

/// A user with what is stored of their secrets.
pub struct NewImport<'a> {
    pub id: UserId,
    pub user: &'a ImportedUser,
    /// In the order of the user's authenticators.
    pub sealed: Vec<(AuthenticatorId, Vec<u8>)>,
    /// In the order of the user's recovery codes.
    pub digests: Vec<Vec<u8>>,
    pub sealed_pepper: Option<Vec<u8>>,
    pub sealed_origin: Option<Vec<u8>>,
}

/// Enters the addresses in the directory, in the order of addresses; gives those that nobody had.
pub fn enter(
    tx: &mut Tx,
    organization: OrganizationId,
    imports: &[&NewImport],
) -> Result<BTreeSet<String>, Fault> {
    let mut rows: Vec<(&str, Uuid)> =
        imports.iter().map(|import| (import.user.email.as_str(), import.id.0)).collect();
    rows.sort_unstable();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(email, id)| {
            (
                login_directory::email.eq(email),
                login_directory::org_id.eq(organization.0),
                login_directory::user_id.eq(id),
            )
        })
        .collect();
    let entered = diesel::insert_into(login_directory::table)
        .values(rows)
        .on_conflict_do_nothing()
        .returning(login_directory::email);
    let entered: Vec<String> = entered.get_results(tx.connection()?)?;
    Ok(entered.into_iter().collect())
}

/// Writes users whose addresses were entered, with all that belongs to them.
pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    imports: &[&NewImport],
    now: Timestamp,
) -> Result<(), Fault> {
    insert_users(tx, organization, imports, now)?;
    insert_roles(tx, organization, imports, now)?;
    insert_budgets(tx, organization, imports)?;
    insert_last_sign_ins(tx, organization, imports)?;
    insert_authenticators(tx, organization, imports, now)?;
    insert_recovery_codes(tx, organization, imports, now)
}

fn insert_users(
    tx: &mut Tx,
    organization: OrganizationId,
    imports: &[&NewImport],
    now: Timestamp,
) -> Result<(), Fault> {
    let row = |NewImport { id, user, sealed_pepper, sealed_origin, .. }: &NewImport| {
        let enrolled = (!user.authenticators.is_empty()).then_some(now);
        let password = user.password.as_ref();
        (
            users::org_id.eq(organization.0),
            users::id.eq(id.0),
            users::email.eq(user.email.as_str().to_owned()),
            users::display_name.eq(user.display_name.as_str().to_owned()),
            users::password_hash.eq(password.map(|password| password.hash().as_str().to_owned())),
            users::password_changed_at.eq(password.map(|_| now)),
            users::suspended_at.eq(user.suspended.then_some(now)),
            users::epoch.eq(1),
            users::factor_enrolled_at.eq(enrolled),
            users::oldest_secret_at.eq(enrolled),
            users::created_at.eq(now),
            users::language.eq(user.language.name()),
            users::email_verified_at.eq(user.email_verified.then_some(now)),
            users::email_codes.eq(user.standing.email_codes && user.email_verified),
            users::reset_at.eq(user.standing.reset_pending.then_some(now)),
            users::frozen_at.eq(user.standing.frozen.then_some(now)),
            users::password_by_mail.eq(false),
            users::imported_at.eq(now),
            users::external_id.eq(user.external_id.as_ref().map(|id| id.as_str().to_owned())),
            users::password_pepper.eq(sealed_pepper.clone()),
            users::recovery_origin.eq(sealed_origin.clone()),
        )
    };
    let rows: Vec<_> = imports.iter().map(|import| row(import)).collect();
    let expected = rows.len();
    all_rows("users", expected, diesel::insert_into(users::table).values(rows).execute(tx.connection()?)?)
}

fn insert_roles(
    tx: &mut Tx,
    organization: OrganizationId,
    imports: &[&NewImport],
    now: Timestamp,
) -> Result<(), Fault> {
    let mut rows = Vec::new();
    for import in imports {
        let roles: BTreeSet<&str> = import.user.roles.iter().map(|role| role.as_str()).collect();
        rows.extend(roles.into_iter().map(|role| {
            (
                user_roles::org_id.eq(organization.0),
                user_roles::user_id.eq(import.id.0),
                user_roles::role.eq(role),
                user_roles::granted_at.eq(now),
            )
        }));
    }
    let expected = rows.len();
    all_rows(
        "roles",
        expected,
        diesel::insert_into(user_roles::table).values(rows).execute(tx.connection()?)?,
    )
}

fn insert_budgets(tx: &mut Tx, organization: OrganizationId, imports: &[&NewImport]) -> Result<(), Fault> {
    let users: Vec<Uuid> = imports.iter().map(|import| import.id.0).collect();
    let kinds: Vec<&str> = BudgetKind::ALL.iter().map(|kind| kind.name()).collect();
    let expected = users.len() * kinds.len();
    let inserted = sql_query(
        "INSERT INTO budgets (org_id, user_id, kind, failed_at, consecutive_failures) \
         SELECT $1, u, k, '{}', 0 FROM unnest($2) AS u CROSS JOIN unnest($3) AS k",
    )
    .bind::<SqlUuid, _>(organization.0)
    .bind::<Array<SqlUuid>, _>(users)
    .bind::<Array<Text>, _>(kinds)
    .execute(tx.connection()?)?;
    all_rows("budgets", expected, inserted)
}

fn insert_last_sign_ins(
    tx: &mut Tx,
    organization: OrganizationId,
    imports: &[&NewImport],
) -> Result<(), Fault> {
    let row = |import: &&NewImport| {
        (last_sign_ins::org_id.eq(organization.0), last_sign_ins::user_id.eq(import.id.0))
    };
    let rows: Vec<_> = imports.iter().map(row).collect();
    let expected = rows.len();
    let inserted = diesel::insert_into(last_sign_ins::table).values(rows).execute(tx.connection()?)?;
    all_rows("last sign-ins", expected, inserted)
}

fn insert_authenticators(
    tx: &mut Tx,
    organization: OrganizationId,
    imports: &[&NewImport],
    now: Timestamp,
) -> Result<(), Fault> {
    let mut rows = Vec::new();
    for import in imports {
        for (authenticator, (id, sealed)) in import.user.authenticators.iter().zip(&import.sealed) {
            let parameters = authenticator.parameters;
            let period = i16::try_from(parameters.period_seconds).map_err(Fault::internal)?;
            rows.push((
                authenticators::org_id.eq(organization.0),
                authenticators::user_id.eq(import.id.0),
                authenticators::id.eq(id.0),
                authenticators::name.eq(authenticator.name.as_str()),
                authenticators::algorithm.eq(parameters.algorithm.name()),
                authenticators::digits.eq(i16::from(parameters.digits)),
                authenticators::period_seconds.eq(period),
                authenticators::sealed_secret.eq(sealed),
                authenticators::confirmed_at.eq(now),
                // Every step from now on is newer.
                authenticators::last_step.eq(0),
                authenticators::proved.eq(false),
            ));
        }
    }
    let expected = rows.len();
    let inserted = diesel::insert_into(authenticators::table).values(rows).execute(tx.connection()?)?;
    all_rows("authenticators", expected, inserted)
}

fn insert_recovery_codes(
    tx: &mut Tx,
    organization: OrganizationId,
    imports: &[&NewImport],
    now: Timestamp,
) -> Result<(), Fault> {
    let mut rows = Vec::new();
    for import in imports {
        for ((number, code), digest) in (1_i16..).zip(&import.user.recovery_codes).zip(&import.digests) {
            rows.push((
                recovery_codes::org_id.eq(organization.0),
                recovery_codes::user_id.eq(import.id.0),
                recovery_codes::number.eq(number),
                recovery_codes::digest.eq(digest),
                recovery_codes::generated_at.eq(now),
                recovery_codes::guessable.eq(code.is_guessable()),
            ));
        }
    }
    let expected = rows.len();
    let inserted = diesel::insert_into(recovery_codes::table).values(rows).execute(tx.connection()?)?;
    all_rows("recovery codes", expected, inserted)
}

/// Counts anew what has grown: a plan that was made for few users reads all of them, for each address that is looked up and
/// each row that refers to one, and a page of an export reads whole tables.
pub fn refresh_statistics(tx: &mut Tx) -> Result<(), Fault> {
    sql_query("ANALYZE login_directory, users, last_sign_ins, user_roles, authenticators, recovery_codes")
        .execute(tx.connection()?)?;
    Ok(())
}

fn all_rows(what: &str, expected: usize, inserted: usize) -> Result<(), Fault> {
    if inserted == expected {
        Ok(())
    } else {
        Err(Fault::internal(format!("{what}: {inserted} rows instead of {expected}")))
    }
}
