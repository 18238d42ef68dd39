//! Users as administrators list them: filtered, searched, page by page.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Nullable, Timestamptz, Uuid as SqlUuid},
};

use super::{
    Rx,
    budgets::Account,
    recovery_codes::Summary,
    standings::{self, Statement},
    users::{COLUMNS, Total, UserRow},
};
use crate::{
    domain::{
        Timestamp,
        id::OrganizationId,
        policy::Policy,
        role::RoleName,
        user::{User, UserState},
    },
    error::Fault,
};

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

/// Whom a list is about; what is none does not matter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<UserState>,
    pub role: Option<RoleName>,
    /// A part of the address or the name.
    pub search: Option<String>,
}

/// Which users are listed.
pub struct Listing<'a> {
    pub organization_id: OrganizationId,
    pub filter: &'a Filter,
    /// In force `now`.
    pub policy: &'a Policy,
    pub now: Timestamp,
}

/// The users of an organization by address, `limit` at most, from `after` that address on.
pub fn list(rx: &mut Rx, listing: &Listing, after: &str, limit: i32) -> Result<Vec<ListedUser>, Fault> {
    let mut statement = Statement::default();
    let (users, conditions) = listing.select(&mut statement);
    let (after, limit) = (statement.text(after), statement.number(limit));
    let page = format!(
        "SELECT u.* FROM {users} AS u WHERE {conditions} AND u.email > {after} ORDER BY u.email LIMIT {limit}"
    );
    let details = details(&statement.time(listing.now));
    let text = format!("SELECT {COLUMNS}, {details} FROM ({page}) AS u {RECOVERY_CODES} ORDER BY u.email");
    let rows: Vec<ListedRow> = statement.with(text).load(&mut rx.0)?;
    Ok(rows.into_iter().map(ListedUser::from).collect())
}

/// How many users the listing has on all its pages.
pub fn count(rx: &mut Rx, listing: &Listing) -> Result<i64, Fault> {
    let mut statement = Statement::default();
    let (users, conditions) = listing.select(&mut statement);
    let text = format!("SELECT count(*) AS total FROM {users} AS u WHERE {conditions}");
    let total: Total = statement.with(text).get_result(&mut rx.0)?;
    Ok(total.total)
}

/// One user as in the list.
pub fn find(rx: &mut Rx, account: Account, now: Timestamp) -> Result<Option<ListedUser>, Fault> {
    let details = details("$3");
    let query = format!(
        "SELECT {COLUMNS}, {details} FROM users AS u {RECOVERY_CODES} WHERE u.org_id = $1 AND u.id = $2"
    );
    let row: Option<ListedRow> = sql_query(query)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<SqlUuid, _>(account.user_id.0)
        .bind::<Timestamptz, _>(now)
        .get_result(&mut rx.0)
        .optional()?;
    Ok(row.map(ListedUser::from))
}

/// Of users `u` with their recovery codes: what is shown beside the user, with the pass that is open at a time.
fn details(now: &str) -> String {
    format!(
        "c.generated_at, c.total, c.remaining, (SELECT max(p.expires_at) FROM passes AS p \
         WHERE p.org_id = u.org_id AND p.user_id = u.id AND p.used_at IS NULL AND p.expires_at > {now}) AS pass_expires_at"
    )
}

const RECOVERY_CODES: &str = "LEFT JOIN LATERAL (SELECT max(generated_at) AS generated_at, count(*) AS total, \
     count(*) FILTER (WHERE used_at IS NULL) AS remaining \
     FROM recovery_codes WHERE org_id = u.org_id AND user_id = u.id) AS c ON true";

impl Listing<'_> {
    /// A relation of users `u`, and the conditions on them.
    fn select(&self, statement: &mut Statement) -> (String, String) {
        let mut conditions = Vec::new();
        let users = match self.filter.state {
            Some(UserState::InGrace | UserState::Overdue | UserState::Blocked) => {
                standings::relation(statement, self.organization_id, self.policy, self.now)
            }
            Some(UserState::Enabled | UserState::NotEnabled | UserState::Expired) | None => {
                "users".to_owned()
            }
        };
        conditions.push(format!("u.org_id = {}", statement.id(self.organization_id.0)));
        conditions.extend(self.filter.state.map(|state| self.is_in(statement, state)));
        conditions.extend(self.filter.role.as_ref().map(|role| has_role(statement, role)));
        conditions.extend(self.filter.search.as_deref().map(|part| matches(statement, part)));
        (users, conditions.join(" AND "))
    }

    /// The rules of `FactorState` and `Standing`, over rows.
    fn is_in(&self, statement: &mut Statement, state: UserState) -> String {
        let renewal = self.policy.secrets_expired_before(self.now).map(|at| statement.time(at));
        match (state, renewal) {
            (UserState::NotEnabled, _) => "u.oldest_secret_at IS NULL".to_owned(),
            (UserState::Enabled, Some(renewal)) => format!("u.oldest_secret_at > {renewal}"),
            (UserState::Enabled, None) => "u.oldest_secret_at IS NOT NULL".to_owned(),
            (UserState::Expired, Some(renewal)) => format!("u.oldest_secret_at <= {renewal}"),
            (UserState::Expired, None) => "false".to_owned(),
            (UserState::InGrace, _) => "u.standing = 'notice' AND u.due IS NOT NULL".to_owned(),
            (UserState::Overdue, _) => {
                format!("u.oldest_secret_at IS NULL AND u.due <= {}", statement.time(self.now))
            }
            (UserState::Blocked, _) => "u.standing = 'blocked'".to_owned(),
        }
    }
}

fn has_role(statement: &mut Statement, role: &RoleName) -> String {
    let role = statement.text(role.as_str());
    format!(
        "EXISTS (SELECT 1 FROM user_roles AS f WHERE f.org_id = u.org_id AND f.user_id = u.id AND f.role = {role} \
         AND f.left_at IS NULL)"
    )
}

fn matches(statement: &mut Statement, part: &str) -> String {
    let escaped: String = part
        .to_lowercase()
        .chars()
        .flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c]))
        .collect();
    format!("u.search LIKE {}", statement.text(&format!("%{escaped}%")))
}
