//! Table `users`.

use std::collections::{BTreeMap, BTreeSet};

use diesel::{
    pg::Pg,
    prelude::*,
    sql_query,
    sql_types::{Array, BigInt, Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{Rx, Tx, execute_one, prepared::Prepared, roles, schema::users, user_roles};
use crate::{
    crypto::passwords::HashedPassword,
    domain::{
        Timestamp,
        account::Account,
        id::{OrganizationId, UserId},
        language::Language,
        role::{BuiltInRole, RoleName},
        user::{DisplayName, EmailAddress, Factor, User},
    },
    error::Fault,
};

/// Of users `u`.
pub(super) const COLUMNS: &str = "u.org_id, u.id, u.email, u.display_name, u.suspended_at IS NOT NULL AS suspended, u.epoch, \
     u.factor_enrolled_at, u.oldest_secret_at, u.passkey_enrolled_at IS NOT NULL AS passkey, u.reset_at IS NOT NULL AS reset_pending, u.extended_to, u.created_at, \
     u.language, u.email_verified_at IS NOT NULL AS email_verified, u.email_codes, u.password_by_mail, u.frozen_at IS NOT NULL AS frozen, \
     (u.password_hash IS NOT NULL OR u.provided_at IS NOT NULL) AS activated, \
     u.password_hash IS NOT NULL AS has_password, u.imported_at IS NOT NULL AS imported, \
     ARRAY(SELECT r.role FROM user_roles AS r \
         WHERE r.org_id = u.org_id AND r.user_id = u.id AND r.left_at IS NULL ORDER BY r.role) AS roles, \
     ARRAY(SELECT r.granted_at FROM user_roles AS r \
         WHERE r.org_id = u.org_id AND r.user_id = u.id AND r.left_at IS NULL ORDER BY r.role) AS granted_at, \
     ARRAY(SELECT unnest(o.permissions) FROM user_roles AS r JOIN roles AS o ON o.org_id = r.org_id AND o.name = r.role \
         WHERE r.org_id = u.org_id AND r.user_id = u.id AND r.left_at IS NULL) AS permissions";

/// Of users: those who have a password, or an account at a provider, and are not suspended.
pub(super) const CAN_SIGN_IN: &str =
    "suspended_at IS NULL AND (password_hash IS NOT NULL OR provided_at IS NOT NULL)";

#[derive(QueryableByName)]
pub(super) struct UserRow {
    #[diesel(sql_type = SqlUuid)]
    org_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    email: String,
    #[diesel(sql_type = Text)]
    display_name: String,
    #[diesel(sql_type = Bool)]
    suspended: bool,
    #[diesel(sql_type = BigInt)]
    epoch: i64,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    factor_enrolled_at: Option<Timestamp>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    oldest_secret_at: Option<Timestamp>,
    #[diesel(sql_type = Bool)]
    passkey: bool,
    #[diesel(sql_type = Bool)]
    reset_pending: bool,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    extended_to: Option<Timestamp>,
    #[diesel(sql_type = Timestamptz)]
    created_at: Timestamp,
    #[diesel(sql_type = Text)]
    language: String,
    #[diesel(sql_type = Bool)]
    email_verified: bool,
    #[diesel(sql_type = Bool)]
    email_codes: bool,
    #[diesel(sql_type = Bool)]
    password_by_mail: bool,
    #[diesel(sql_type = Bool)]
    frozen: bool,
    #[diesel(sql_type = Bool)]
    activated: bool,
    #[diesel(sql_type = Bool)]
    has_password: bool,
    #[diesel(sql_type = Bool)]
    imported: bool,
    #[diesel(sql_type = Array<Text>)]
    roles: Vec<String>,
    /// In the order of the roles.
    #[diesel(sql_type = Array<Timestamptz>)]
    granted_at: Vec<Timestamp>,
    /// Of the organization's own roles.
    #[diesel(sql_type = Array<Text>)]
    permissions: Vec<String>,
}

impl UserRow {
    fn roles(&self) -> BTreeMap<RoleName, Timestamp> {
        let given = self.roles.iter().zip(&self.granted_at);
        given.filter_map(|(name, at)| Some((RoleName::parse(name).ok()?, *at))).collect()
    }
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        let (oldest_secret_at, passkey) = (row.oldest_secret_at, row.passkey);
        let factor = row.factor_enrolled_at.map_or(Factor::NotEnrolled, |since| Factor::Enrolled {
            since,
            oldest_secret_at,
            passkey,
        });
        let held = row.roles();
        let mut permissions = roles::known(&row.permissions);
        permissions.extend(held.keys().filter_map(RoleName::built_in).flat_map(BuiltInRole::permissions));
        Self {
            organization_id: row.org_id.into(),
            id: row.id.into(),
            email: row.email,
            display_name: row.display_name,
            roles: held,
            permissions,
            suspended: row.suspended,
            epoch: row.epoch,
            factor,
            reset_pending: row.reset_pending,
            extended_to: row.extended_to,
            created_at: row.created_at,
            language: Language::from_name(&row.language).unwrap_or_default(),
            email_verified: row.email_verified,
            email_codes: row.email_codes,
            password_by_mail: row.password_by_mail,
            frozen: row.frozen,
            activated: row.activated,
            has_password: row.has_password,
            imported: row.imported,
        }
    }
}

/// What a new user is made of.
pub struct NewUser<'a> {
    pub account: Account,
    pub email: &'a EmailAddress,
    pub display_name: &'a DisplayName,
    pub roles: &'a BTreeSet<RoleName>,
    /// Somebody who is invited has none.
    pub password: Option<&'a HashedPassword>,
    pub language: Language,
}

pub fn insert(tx: &mut Tx, new: &NewUser, now: Timestamp) -> Result<(), Fault> {
    let Account { organization_id, user_id } = new.account;
    let values = (
        users::org_id.eq(organization_id.0),
        users::id.eq(user_id.0),
        users::email.eq(new.email.as_str()),
        users::display_name.eq(new.display_name.as_str()),
        users::password_hash.eq(new.password.map(|password| &password.hash)),
        users::password_kid.eq(new.password.and_then(|password| password.kid.as_deref())),
        users::password_changed_at.eq(new.password.map(|_| now)),
        users::epoch.eq(1),
        users::created_at.eq(now),
        users::language.eq(new.language.name()),
        users::email_codes.eq(false),
        users::password_by_mail.eq(false),
    );
    execute_one(tx, "user", diesel::insert_into(users::table).values(values))?;
    for role in new.roles {
        user_roles::give(tx, new.account, role, now)?;
    }
    Ok(())
}

pub fn find(rx: &mut Rx, account: Account) -> Result<Option<User>, Fault> {
    let row: Option<UserRow> = select(rx.connection()?, COLUMNS, account, "")?;
    Ok(row.map(User::from))
}

/// The user, with the row locked: factor changes of one user go one after the other.
pub fn lock(tx: &mut Tx, account: Account) -> Result<Option<User>, Fault> {
    let row: Option<UserRow> = select(tx.connection()?, COLUMNS, account, "FOR UPDATE")?;
    Ok(row.map(User::from))
}

/// Those columns of a user `u`.
pub(super) fn select<Row>(
    connection: &mut PgConnection,
    columns: &str,
    account: Account,
    suffix: &str,
) -> Result<Option<Row>, Fault>
where
    Row: QueryableByName<Pg> + 'static,
{
    let query = format!("SELECT {columns} FROM users AS u WHERE u.org_id = $1 AND u.id = $2 {suffix}");
    let query =
        sql_query(query).bind::<SqlUuid, _>(account.organization_id.0).bind::<SqlUuid, _>(account.user_id.0);
    Ok(Prepared(query).get_result(connection).optional()?)
}

/// Notes that a provider has created the user, and that the address is theirs.
pub fn record_provided(tx: &mut Tx, account: Account, now: Timestamp) -> Result<(), Fault> {
    let values = (users::provided_at.eq(now), users::email_verified_at.eq(now));
    execute_one(tx, "provided user", diesel::update(row(account)).set(values))
}

/// Gives somebody their first password, and the name that they chose; false when they have one. Whoever does so has read
/// their mail.
pub fn activate(
    tx: &mut Tx,
    account: Account,
    password: &HashedPassword,
    name: &DisplayName,
    now: Timestamp,
) -> Result<bool, Fault> {
    let values = (
        users::password_hash.eq(&password.hash),
        users::password_kid.eq(password.kid.as_deref()),
        users::password_pepper.eq(password.sealed_pepper.as_deref()),
        users::password_changed_at.eq(now),
        users::display_name.eq(name.as_str()),
        users::email_verified_at.eq(now),
    );
    let target = row(account).filter(users::password_hash.is_null());
    Ok(diesel::update(target).set(values).execute(tx.connection()?)? == 1)
}

/// Where the user's recovery codes come from, sealed, if it is another installation.
pub fn recovery_origin(rx: &mut Rx, account: Account) -> Result<Option<Vec<u8>>, Fault> {
    let found: Option<Option<Vec<u8>>> =
        row(account).select(users::recovery_origin).first(rx.connection()?).optional()?;
    Ok(found.flatten())
}

/// The codes that came from there are gone.
pub fn forget_recovery_origin(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    let statement = diesel::update(row(account)).set(users::recovery_origin.eq(None::<Vec<u8>>));
    execute_one(tx, "origin of recovery codes", statement)
}

/// What a user may say of themselves; what is none stays.
#[derive(AsChangeset)]
#[diesel(table_name = users)]
pub struct OwnChanges<'a> {
    pub display_name: Option<&'a str>,
    pub language: Option<&'static str>,
}

pub fn update(tx: &mut Tx, account: Account, changes: &OwnChanges) -> Result<(), Fault> {
    execute_one(tx, "user", diesel::update(row(account)).set(changes))
}

/// Gives the user another address, which was proven to be theirs.
pub fn set_email(tx: &mut Tx, account: Account, email: &str, now: Timestamp) -> Result<(), Fault> {
    let values = (users::email.eq(email), users::email_verified_at.eq(now));
    execute_one(tx, "address of a user", diesel::update(row(account)).set(values))
}

/// The user's address was proven to be theirs.
pub fn verify_email(tx: &mut Tx, account: Account, now: Timestamp) -> Result<(), Fault> {
    let statement = diesel::update(row(account)).set(users::email_verified_at.eq(now));
    execute_one(tx, "verified address", statement)
}

/// Raises the epoch and takes over what the authenticators and passkeys say now; gives the user as they are after it.
pub fn record_factor_change(tx: &mut Tx, account: Account) -> Result<User, Fault> {
    let statement = format!(
        "UPDATE users AS u SET epoch = u.epoch + 1, \
         factor_enrolled_at = CASE WHEN coalesce(a.newest, k.newest) IS NOT NULL \
             THEN coalesce(u.factor_enrolled_at, a.newest, k.newest) END, \
         oldest_secret_at = a.oldest, passkey_enrolled_at = k.oldest, \
         reset_at = CASE WHEN coalesce(a.newest, k.newest) IS NULL THEN u.reset_at END \
         FROM (SELECT min(confirmed_at) AS oldest, max(confirmed_at) AS newest FROM authenticators \
               WHERE org_id = $1 AND user_id = $2) AS a, \
              (SELECT min(enrolled_at) AS oldest, max(enrolled_at) AS newest FROM passkeys \
               WHERE org_id = $1 AND user_id = $2) AS k \
         WHERE u.org_id = $1 AND u.id = $2 RETURNING {COLUMNS}"
    );
    let row: UserRow = sql_query(statement)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<SqlUuid, _>(account.user_id.0)
        .get_result(tx.connection()?)?;
    Ok(row.into())
}

/// Something of the user has changed beside their row: it is written all the same, so that whoever signs in meanwhile is decided
/// anew.
pub fn touch(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    let statement = diesel::update(row(account)).set(users::epoch.eq(users::epoch));
    execute_one(tx, "change of a user", statement)
}

/// Whether codes are mailed to the user at sign-in.
pub fn set_email_codes(tx: &mut Tx, account: Account, enabled: bool) -> Result<(), Fault> {
    let statement = diesel::update(row(account)).set(users::email_codes.eq(enabled));
    execute_one(tx, "mailed codes of a user", statement)
}

/// Since that time the user's next login has to show a reset code; none: it has not.
pub fn set_reset_pending(tx: &mut Tx, account: Account, since: Option<Timestamp>) -> Result<(), Fault> {
    execute_one(tx, "reset of a user", diesel::update(row(account)).set(users::reset_at.eq(since)))
}

/// Freezes the user since that time, or lifts it.
pub fn set_frozen(tx: &mut Tx, account: Account, since: Option<Timestamp>) -> Result<(), Fault> {
    execute_one(tx, "freeze of a user", diesel::update(row(account)).set(users::frozen_at.eq(since)))
}

/// Suspends the user since that time, or restores them.
pub fn set_suspended(tx: &mut Tx, account: Account, since: Option<Timestamp>) -> Result<(), Fault> {
    execute_one(tx, "suspension of a user", diesel::update(row(account)).set(users::suspended_at.eq(since)))
}

/// The deadline in the place of what the roll-out gives.
pub fn set_deadline(tx: &mut Tx, account: Account, at: Timestamp) -> Result<(), Fault> {
    let statement = diesel::update(row(account)).set(users::extended_to.eq(at));
    execute_one(tx, "deadline of a user", statement)
}

/// The administrators of an organization who can sign in, by address.
pub fn administrators(rx: &mut Rx, organization: OrganizationId) -> Result<Vec<User>, Fault> {
    let roles: Vec<&str> = BuiltInRole::administrators().map(BuiltInRole::name).collect();
    let query = format!(
        "SELECT {COLUMNS} FROM users AS u WHERE u.org_id = $1 AND {CAN_SIGN_IN} \
         AND u.id IN (SELECT a.user_id FROM user_roles AS a WHERE a.org_id = $1 AND a.role = ANY($2) AND a.left_at IS NULL) \
         ORDER BY u.email"
    );
    let found: Vec<UserRow> = sql_query(query)
        .bind::<SqlUuid, _>(organization.0)
        .bind::<Array<Text>, _>(roles)
        .load(rx.connection()?)?;
    Ok(found.into_iter().map(User::from).collect())
}

/// The addresses of these users.
pub fn emails(
    rx: &mut Rx,
    organization: OrganizationId,
    ids: &[UserId],
) -> Result<Vec<(UserId, String)>, Fault> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = users::table.filter(users::org_id.eq(organization.0)).filter(users::id.eq_any(ids));
    let rows: Vec<(Uuid, String)> = found.select((users::id, users::email)).load(rx.connection()?)?;
    Ok(rows.into_iter().map(|(id, email)| (id.into(), email)).collect())
}

pub(super) fn row(account: Account) -> diesel::dsl::Find<users::table, (Uuid, Uuid)> {
    users::table.find((account.organization_id.0, account.user_id.0))
}
