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
        user::{SearchText, User, UserState},
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
    /// In the address or the name.
    pub search: Option<SearchText>,
}

/// Which users are listed.
pub struct Listing<'a> {
    pub organization_id: OrganizationId,
    pub filter: &'a Filter,
    /// In force `now`.
    pub policy: &'a Policy,
    pub now: Timestamp,
}

/// The users of an organization by address, `limit` at most, from `after` that address on. The page is found first, so that
/// details are read for the users on it and no others.
pub fn list(rx: &mut Rx, listing: &Listing, after: &str, limit: i32) -> Result<Vec<ListedUser>, Fault> {
    let mut statement = Statement::default();
    let page = listing.page(&mut statement, after, limit);
    let details = details(&statement.time(listing.now));
    let organization = statement.id(listing.organization_id.0);
    let text = format!(
        "SELECT {COLUMNS}, {details} FROM users AS u {RECOVERY_CODES} \
         WHERE u.org_id = {organization} AND u.id = ANY(ARRAY({page})) ORDER BY u.email"
    );
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

/// So many users that match a search are sorted; more are looked for by address. The planner does not know that people of
/// one name have addresses next to each other, and would read nearly all users to find a name late in the alphabet.
const MOST_SORTED: i64 = 50_000;

impl Listing<'_> {
    /// The ids of the users on a page.
    fn page(&self, statement: &mut Statement, after: &str, limit: i32) -> String {
        let (users, conditions) = self.select(statement);
        let (after, limit) = (statement.text(after), statement.number(limit));
        let found = format!("FROM {users} AS u WHERE {conditions} AND u.email > {after}");
        if self.filter.search.is_none() {
            return format!("SELECT u.id {found} ORDER BY u.email LIMIT {limit}");
        }
        format!(
            "WITH matching AS MATERIALIZED (SELECT u.id, u.email {found} LIMIT {MOST_SORTED} + 1) \
             (SELECT m.id FROM matching AS m WHERE (SELECT count(*) FROM matching) <= {MOST_SORTED} \
                 ORDER BY m.email LIMIT {limit}) UNION ALL \
             (SELECT u.id {found} AND (SELECT count(*) FROM matching) > {MOST_SORTED} ORDER BY u.email LIMIT {limit})"
        )
    }

    /// A relation of users `u`, and the conditions on them, spelled for what is asked, so that the indexes are used.
    fn select(&self, statement: &mut Statement) -> (String, String) {
        let users = match self.filter.state {
            Some(UserState::InGrace | UserState::Overdue | UserState::Blocked) => {
                standings::relation(statement, self.organization_id, self.policy, self.now)
            }
            Some(UserState::Enabled | UserState::NotEnabled | UserState::Expired) | None => {
                "users".to_owned()
            }
        };
        let organization = statement.id(self.organization_id.0);
        let mut conditions = vec![format!("u.org_id = {organization}")];
        conditions.extend(self.filter.state.map(|state| self.is_in(statement, state)));
        conditions.extend(self.filter.role.as_ref().map(|role| {
            let role = statement.text(role.as_str());
            format!(
                "u.id IN (SELECT h.user_id FROM user_roles AS h \
                 WHERE h.org_id = {organization} AND h.role = {role} AND h.left_at IS NULL)"
            )
        }));
        conditions.extend(self.filter.search.as_ref().map(|search| matches(statement, search)));
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

fn matches(statement: &mut Statement, search: &SearchText) -> String {
    let text = search.as_str();
    if search.has_trigram() {
        let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        format!("u.search LIKE lower({})", statement.text(&format!("%{escaped}%")))
    } else {
        // The index would be read from end to end.
        format!("strpos(u.search, lower({})) > 0", statement.text(text))
    }
}
