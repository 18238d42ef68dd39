//! Table `users`.

use std::collections::{BTreeMap, BTreeSet};

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, BigInt, Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{
    Rx, Tx, budgets::Account, execute_one, recovery_codes::Summary, roles, schema::users, user_roles,
};
use crate::{
    crypto::passwords::HashedPassword,
    domain::{
        Timestamp,
        authenticator::FactorState,
        id::{OrganizationId, UserId},
        role::{BuiltInRole, RoleName},
        user::{DisplayName, EmailAddress, Factor, User},
    },
    error::Fault,
};

const COLUMNS: &str = "u.org_id, u.id, u.email, u.display_name, u.suspended_at IS NOT NULL AS suspended, u.epoch, \
     u.factor_enrolled_at, u.oldest_secret_at, u.reset_at IS NOT NULL AS reset_pending, u.created_at, \
     ARRAY(SELECT r.role FROM user_roles AS r \
         WHERE r.org_id = u.org_id AND r.user_id = u.id AND r.left_at IS NULL ORDER BY r.role) AS roles, \
     ARRAY(SELECT r.granted_at FROM user_roles AS r \
         WHERE r.org_id = u.org_id AND r.user_id = u.id AND r.left_at IS NULL ORDER BY r.role) AS granted_at, \
     ARRAY(SELECT unnest(o.permissions) FROM user_roles AS r JOIN roles AS o ON o.org_id = r.org_id AND o.name = r.role \
         WHERE r.org_id = u.org_id AND r.user_id = u.id AND r.left_at IS NULL) AS permissions";

/// Users `u` whose factor is in state $3, where one is asked for. The same rule as [`FactorState::of`], over rows; $4 is
/// when a secret that is expired by now was confirmed at the latest.
const IN_STATE: &str = "($3 IS NULL OR $3 = CASE WHEN u.oldest_secret_at IS NULL THEN 'notEnabled' \
     WHEN u.oldest_secret_at <= $4 THEN 'expired' ELSE 'enabled' END)";

#[derive(QueryableByName)]
struct UserRow {
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
    reset_pending: bool,
    #[diesel(sql_type = Timestamptz)]
    created_at: Timestamp,
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
        let factor = match (row.factor_enrolled_at, row.oldest_secret_at) {
            (Some(since), Some(oldest_secret_at)) => Factor::Enrolled { since, oldest_secret_at },
            (None, _) | (_, None) => Factor::NotEnrolled,
        };
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
            created_at: row.created_at,
        }
    }
}

/// What a new user is made of.
pub struct NewUser<'a> {
    pub account: Account,
    pub email: &'a EmailAddress,
    pub display_name: &'a DisplayName,
    pub roles: &'a BTreeSet<RoleName>,
    pub password: &'a HashedPassword,
}

pub fn insert(tx: &mut Tx, new: &NewUser, now: Timestamp) -> Result<(), Fault> {
    let Account { organization_id, user_id } = new.account;
    let values = (
        users::org_id.eq(organization_id.0),
        users::id.eq(user_id.0),
        users::email.eq(new.email.as_str()),
        users::display_name.eq(new.display_name.as_str()),
        users::password_hash.eq(&new.password.hash),
        users::password_kid.eq(&new.password.kid),
        users::password_changed_at.eq(now),
        users::epoch.eq(1),
        users::created_at.eq(now),
    );
    execute_one(tx, "user", diesel::insert_into(users::table).values(values))?;
    for role in new.roles {
        user_roles::give(tx, new.account, role, now)?;
    }
    Ok(())
}

pub fn find(rx: &mut Rx, account: Account) -> Result<Option<User>, Fault> {
    select(rx, account, "")
}

/// The user, with the row locked: factor changes of one user go one after the other.
pub fn lock(tx: &mut Tx, account: Account) -> Result<Option<User>, Fault> {
    select(tx, account, "FOR UPDATE")
}

fn select(rx: &mut Rx, account: Account, suffix: &str) -> Result<Option<User>, Fault> {
    let query = format!("SELECT {COLUMNS} FROM users AS u WHERE u.org_id = $1 AND u.id = $2 {suffix}");
    let row: Option<UserRow> = sql_query(query)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<SqlUuid, _>(account.user_id.0)
        .get_result(&mut rx.0)
        .optional()?;
    Ok(row.map(User::from))
}

pub fn password(rx: &mut Rx, account: Account) -> Result<Option<HashedPassword>, Fault> {
    let columns = (users::password_hash, users::password_kid);
    let found = row(account).select(columns).first::<(String, String)>(&mut rx.0).optional()?;
    Ok(found.map(|(hash, kid)| HashedPassword { hash, kid }))
}

/// Puts a new hash in the place of exactly that old one; false when it has changed in between.
pub fn replace_password(
    tx: &mut Tx,
    account: Account,
    old: &HashedPassword,
    new: &HashedPassword,
    changed_at: Option<Timestamp>,
) -> Result<bool, Fault> {
    let target = row(account).filter(users::password_hash.eq(&old.hash));
    let hash = (users::password_hash.eq(&new.hash), users::password_kid.eq(&new.kid));
    let rows = match changed_at {
        Some(at) => {
            diesel::update(target).set((hash, users::password_changed_at.eq(at))).execute(&mut tx.0.0)?
        }
        None => diesel::update(target).set(hash).execute(&mut tx.0.0)?,
    };
    Ok(rows == 1)
}

pub fn rename(tx: &mut Tx, account: Account, name: &DisplayName) -> Result<(), Fault> {
    let statement = diesel::update(row(account)).set(users::display_name.eq(name.as_str()));
    execute_one(tx, "name of a user", statement)
}

/// Raises the epoch and takes over what the authenticators say now; gives the user as they are after it.
pub fn record_factor_change(tx: &mut Tx, account: Account) -> Result<User, Fault> {
    let statement = format!(
        "UPDATE users AS u SET epoch = u.epoch + 1, \
         factor_enrolled_at = CASE WHEN a.oldest IS NULL THEN NULL ELSE coalesce(u.factor_enrolled_at, a.newest) END, \
         oldest_secret_at = a.oldest, reset_at = CASE WHEN a.oldest IS NULL THEN u.reset_at END \
         FROM (SELECT min(confirmed_at) AS oldest, max(confirmed_at) AS newest FROM authenticators \
               WHERE org_id = $1 AND user_id = $2) AS a \
         WHERE u.org_id = $1 AND u.id = $2 RETURNING {COLUMNS}"
    );
    let row: UserRow = sql_query(statement)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<SqlUuid, _>(account.user_id.0)
        .get_result(&mut tx.0.0)?;
    Ok(row.into())
}

/// Since that time the user's next login has to show a reset code; none: it has not.
pub fn set_reset_pending(tx: &mut Tx, account: Account, since: Option<Timestamp>) -> Result<(), Fault> {
    execute_one(tx, "reset of a user", diesel::update(row(account)).set(users::reset_at.eq(since)))
}

/// Suspends the user since that time, or restores them.
pub fn set_suspended(tx: &mut Tx, account: Account, since: Option<Timestamp>) -> Result<(), Fault> {
    execute_one(tx, "suspension of a user", diesel::update(row(account)).set(users::suspended_at.eq(since)))
}

/// The administrators of an organization that could sign in, but for one.
pub fn count_other_administrators(rx: &mut Rx, but: Account) -> Result<i64, Fault> {
    let roles: Vec<&str> =
        BuiltInRole::ALL.iter().filter(|role| role.is_administrator()).map(|role| role.name()).collect();
    let query = "SELECT count(DISTINCT u.id) AS total FROM users AS u \
         JOIN user_roles AS r ON r.org_id = u.org_id AND r.user_id = u.id \
         WHERE u.org_id = $1 AND u.id <> $2 AND r.role = ANY($3) AND r.left_at IS NULL AND u.suspended_at IS NULL AND u.reset_at IS NULL";
    let counted: Total = sql_query(query)
        .bind::<SqlUuid, _>(but.organization_id.0)
        .bind::<SqlUuid, _>(but.user_id.0)
        .bind::<Array<Text>, _>(roles)
        .get_result(&mut rx.0)?;
    Ok(counted.total)
}

/// A user in the administrators' list.
pub struct ListedUser {
    pub user: User,
    pub recovery_codes: Summary,
    /// Until when a temporary pass or reset code is good, if one is open.
    pub pass_expires_at: Option<Timestamp>,
}

#[derive(QueryableByName)]
struct ListedRow {
    #[diesel(embed)]
    user: UserRow,
    #[diesel(embed)]
    recovery_codes: Summary,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pass_expires_at: Option<Timestamp>,
}

impl From<ListedRow> for ListedUser {
    fn from(row: ListedRow) -> Self {
        let ListedRow { user, recovery_codes, pass_expires_at } = row;
        Self { user: user.into(), recovery_codes, pass_expires_at }
    }
}

/// Users `u` with their recovery codes and the open pass at the time $2.
const DETAILS: &str = "c.generated_at, c.total, c.remaining, \
     (SELECT max(p.expires_at) FROM passes AS p WHERE p.org_id = u.org_id AND p.user_id = u.id \
         AND p.used_at IS NULL AND p.expires_at > $2) AS pass_expires_at \
     FROM users AS u LEFT JOIN LATERAL (SELECT max(generated_at) AS generated_at, count(*) AS total, \
         count(*) FILTER (WHERE used_at IS NULL) AS remaining \
         FROM recovery_codes WHERE org_id = u.org_id AND user_id = u.id) AS c ON true";

/// Which users are listed.
pub struct Listing<'a> {
    pub organization_id: OrganizationId,
    /// Only users whose factor is in that state.
    pub state: Option<FactorState>,
    /// Secrets confirmed at or before this are expired; none where they do not expire.
    pub expired_before: Option<Timestamp>,
    pub now: Timestamp,
    /// Only users whose address comes after this one.
    pub after: Option<&'a str>,
    pub limit: i64,
}

/// The users of an organization by address.
pub fn list(rx: &mut Rx, listing: &Listing) -> Result<Vec<ListedUser>, Fault> {
    let query = format!(
        "SELECT {COLUMNS}, {DETAILS} WHERE u.org_id = $1 AND {IN_STATE} AND u.email > $5 ORDER BY u.email LIMIT $6"
    );
    let rows: Vec<ListedRow> = sql_query(query)
        .bind::<SqlUuid, _>(listing.organization_id.0)
        .bind::<Timestamptz, _>(listing.now)
        .bind::<Nullable<Text>, _>(listing.state.map(FactorState::name))
        .bind::<Nullable<Timestamptz>, _>(listing.expired_before)
        .bind::<Text, _>(listing.after.unwrap_or(""))
        .bind::<BigInt, _>(listing.limit)
        .load(&mut rx.0)?;
    Ok(rows.into_iter().map(ListedUser::from).collect())
}

/// One user as in the list.
pub fn find_listed(rx: &mut Rx, account: Account, now: Timestamp) -> Result<Option<ListedUser>, Fault> {
    let query = format!("SELECT {COLUMNS}, {DETAILS} WHERE u.org_id = $1 AND u.id = $3");
    let row: Option<ListedRow> = sql_query(query)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<Timestamptz, _>(now)
        .bind::<SqlUuid, _>(account.user_id.0)
        .get_result(&mut rx.0)
        .optional()?;
    Ok(row.map(ListedUser::from))
}

#[derive(QueryableByName)]
struct Total {
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// How many users the listing has on all its pages.
pub fn count(rx: &mut Rx, listing: &Listing) -> Result<i64, Fault> {
    let query = format!(
        "SELECT count(*) AS total FROM users AS u WHERE u.org_id = $1 AND $2 IS NOT NULL AND {IN_STATE}"
    );
    let total: Total = sql_query(query)
        .bind::<SqlUuid, _>(listing.organization_id.0)
        .bind::<Timestamptz, _>(listing.now)
        .bind::<Nullable<Text>, _>(listing.state.map(FactorState::name))
        .bind::<Nullable<Timestamptz>, _>(listing.expired_before)
        .get_result(&mut rx.0)?;
    Ok(total.total)
}

/// The addresses of these users.
pub fn emails(
    rx: &mut Rx,
    organization: OrganizationId,
    ids: &[UserId],
) -> Result<Vec<(UserId, String)>, Fault> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = users::table.filter(users::org_id.eq(organization.0)).filter(users::id.eq_any(ids));
    let rows: Vec<(Uuid, String)> = found.select((users::id, users::email)).load(&mut rx.0)?;
    Ok(rows.into_iter().map(|(id, email)| (id.into(), email)).collect())
}

fn row(account: Account) -> diesel::dsl::Find<users::table, (Uuid, Uuid)> {
    users::table.find((account.organization_id.0, account.user_id.0))
}
