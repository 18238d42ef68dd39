//! Users as administrators list them: filtered, searched, page by page.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

use super::{
    Rx, Total,
    recovery_codes::Summary,
    standing_candidates::Candidates,
    standings::{Rule, Statement, may_lack},
    user_order::Order,
    user_roles,
    users::{COLUMNS, UserRow},
};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        id::OrganizationId,
        link::LinkKind,
        policy::Policy,
        role::RoleName,
        user::{EmailAddress, LoginMethod, Place, SearchText, User, UserOrder, UserState},
    },
    error::Fault,
};

/// A user in the administrators' list.
pub struct ListedUser {
    pub user: User,
    pub recovery_codes: Summary,
    /// None where they never did, or nobody knows of it.
    pub last_sign_in_at: Option<Timestamp>,
    /// Whether an authenticator of theirs was imported, and no code of it was accepted yet.
    pub unproved: bool,
    /// Whether an account at a provider of single sign-on is connected.
    pub connected: bool,
    /// The id that they had in the system that they came from.
    pub external_id: Option<String>,
    /// Until when a temporary pass or reset code is good, if one is open.
    pub pass_expires_at: Option<Timestamp>,
    /// Until when their invitation is good, or was, where they have not followed it.
    pub invitation_expires_at: Option<Timestamp>,
}

#[derive(QueryableByName)]
struct ListedRow {
    #[diesel(embed)]
    user: UserRow,
    #[diesel(embed)]
    recovery_codes: Summary,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    last_sign_in_at: Option<Timestamp>,
    #[diesel(sql_type = Bool)]
    unproved: bool,
    #[diesel(sql_type = Bool)]
    connected: bool,
    #[diesel(sql_type = Nullable<Text>)]
    external_id: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pass_expires_at: Option<Timestamp>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    invitation_expires_at: Option<Timestamp>,
}

impl From<ListedRow> for ListedUser {
    fn from(row: ListedRow) -> Self {
        let ListedRow { user, recovery_codes, last_sign_in_at, unproved, connected, external_id, .. } = row;
        let (pass_expires_at, invitation_expires_at) = (row.pass_expires_at, row.invitation_expires_at);
        let user = user.into();
        Self {
            user,
            recovery_codes,
            last_sign_in_at,
            unproved,
            connected,
            external_id,
            pass_expires_at,
            invitation_expires_at,
        }
    }
}

/// Whom a list is about; what is none does not matter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<UserState>,
    pub role: Option<RoleName>,
    /// Whether they have activated their account.
    pub activated: Option<bool>,
    pub suspended: Option<bool>,
    /// How they can sign in.
    pub login_method: Option<LoginMethod>,
    /// Their whole address.
    pub email: Option<EmailAddress>,
    /// In the address or the name.
    pub search: Option<SearchText>,
}

/// Which users are listed, and in which order.
pub struct Listing<'a> {
    pub organization_id: OrganizationId,
    pub filter: &'a Filter,
    /// In force `now`.
    pub policy: &'a Policy,
    pub now: Timestamp,
    pub order: UserOrder,
}

/// The users of an organization in that order, `limit` at most, from behind `after` on. The page is found first, so that
/// details are read for the users on it and no others.
pub fn list(
    rx: &mut Rx,
    listing: &Listing,
    after: Option<&Place>,
    limit: i32,
) -> Result<Vec<ListedUser>, Fault> {
    let mut statement = Statement::default();
    let page = listing.page(&mut statement, after, limit);
    let details = details(&statement.time(listing.now));
    let organization = statement.id(listing.organization_id.0);
    let order = Order(listing.order);
    let sorted = order.by(order.key());
    let text = format!(
        "SELECT {COLUMNS}, {details} FROM users AS u {DETAILS} \
         WHERE u.org_id = {organization} AND u.id = ANY(ARRAY({page})) ORDER BY {sorted}"
    );
    let rows: Vec<ListedRow> = statement.with(text).load(rx.connection()?)?;
    Ok(rows.into_iter().map(ListedUser::from).collect())
}

/// How many users the listing has on all its pages.
pub fn count(rx: &mut Rx, listing: &Listing) -> Result<i64, Fault> {
    // Without a look at the users themselves: a role can be everybody's.
    let Filter { state, role, activated, suspended, login_method, email, search } = listing.filter;
    if let (None, Some(role), None, None, None, None, None) =
        (state, role, activated, suspended, login_method, email, search)
    {
        return user_roles::count(rx, listing.organization_id, role);
    }
    let mut statement = Statement::default();
    let conditions = listing.conditions(&mut statement);
    let scope = listing.scope(&mut statement);
    let users = conditions.relation(&format!("(SELECT {JUDGED} FROM users AS u WHERE {scope})"));
    let conditions = all(conditions.implied.iter().chain(&conditions.indexed).chain(&conditions.others));
    let text = format!("SELECT count(*) AS total FROM {users} AS u WHERE {conditions}");
    let total: Total = statement.with(text).get_result(rx.connection()?)?;
    Ok(total.total)
}

/// One user as in the list.
pub fn find(rx: &mut Rx, account: Account, now: Timestamp) -> Result<Option<ListedUser>, Fault> {
    let details = details("$3");
    let query =
        format!("SELECT {COLUMNS}, {details} FROM users AS u {DETAILS} WHERE u.org_id = $1 AND u.id = $2");
    let row: Option<ListedRow> = sql_query(query)
        .bind::<SqlUuid, _>(account.organization_id.0)
        .bind::<SqlUuid, _>(account.user_id.0)
        .bind::<Timestamptz, _>(now)
        .get_result(rx.connection()?)
        .optional()?;
    Ok(row.map(ListedUser::from))
}

/// Of users `u` with their [`DETAILS`]: what is shown beside the user, with the pass that is open at a time.
fn details(now: &str) -> String {
    let activation = LinkKind::Activation.name();
    format!(
        "c.generated_at, c.total, c.remaining, s.signed_in_at AS last_sign_in_at, u.external_id, EXISTS (SELECT FROM authenticators AS a \
         WHERE a.org_id = u.org_id AND a.user_id = u.id AND NOT a.proved) AS unproved, EXISTS (SELECT FROM sso_identities AS s \
         WHERE s.org_id = u.org_id AND s.user_id = u.id) AS connected, (SELECT max(p.expires_at) FROM passes AS p \
         WHERE p.org_id = u.org_id AND p.user_id = u.id AND p.used_at IS NULL AND p.expires_at > {now}) AS pass_expires_at, \
         (SELECT max(t.expires_at) FROM mailed_tokens AS t WHERE t.org_id = u.org_id AND t.user_id = u.id \
         AND t.kind = '{activation}' AND t.used_at IS NULL AND u.password_hash IS NULL) AS invitation_expires_at"
    )
}

/// Of users `u`: their recovery codes `c` and their last sign-in `s`.
const DETAILS: &str = "LEFT JOIN last_sign_ins AS s ON s.org_id = u.org_id AND s.user_id = u.id \
     LEFT JOIN LATERAL (SELECT max(generated_at) AS generated_at, count(*) AS total, \
     count(*) FILTER (WHERE used_at IS NULL AND withdrawn_at IS NULL) AS remaining \
     FROM recovery_codes WHERE org_id = u.org_id AND user_id = u.id) AS c ON true";

/// So many users are read in their order before any other way: that finds a page of what is not rare.
const READ_FIRST: i32 = 3_000;
/// So many candidates are sorted; of more, the page is read in their order. The planner does not know that people
/// of one name have addresses next to each other, nor how rare a standing is, and would read nearly all users.
const MOST_SORTED: i32 = 50_000;
/// Of users `u`: what the conditions are about.
const JUDGED: &str = "u.id, u.search, u.factor_enrolled_at, u.oldest_secret_at, u.passkey_enrolled_at, u.reset_at, u.extended_to, u.created_at, \
     (u.password_hash IS NOT NULL OR u.provided_at IS NOT NULL) AS activated, u.suspended_at, \
     u.password_hash IS NOT NULL AS has_password";
/// Of candidates `u`: what is left to judge once an index has answered the search. They are kept while they are counted, and
/// rows with the text searched are so wide that many thousands of them do not fit into the memory of a statement.
const LEFT_TO_JUDGE: &str = "u.id, u.factor_enrolled_at, u.oldest_secret_at, u.passkey_enrolled_at, u.reset_at, u.extended_to, u.created_at, \
     (u.password_hash IS NOT NULL OR u.provided_at IS NOT NULL) AS activated, u.suspended_at, \
     u.password_hash IS NOT NULL AS has_password";
/// Of candidates `u`: the same, where indexes have answered all.
const SORTED: &str = "u.id";

/// What a filter asks of users `u`.
#[derive(Default)]
struct Conditions {
    rule: Option<Rule>,
    /// An index answers it, and it follows from the rule.
    implied: Option<String>,
    /// An index answers each of these.
    indexed: Vec<String>,
    others: Vec<String>,
}

impl Conditions {
    /// A relation of users `u`, from one of users of the organization.
    fn relation(&self, users: &str) -> String {
        self.rule.as_ref().map_or_else(|| users.to_owned(), |rule| rule.on(users))
    }

    fn narrow(&self) -> bool {
        self.implied.is_some() || !self.indexed.is_empty()
    }
}

fn all<'a>(conditions: impl IntoIterator<Item = &'a String>) -> String {
    let conditions = conditions.into_iter().map(|condition| format!(" AND {condition}"));
    format!("true{}", conditions.collect::<String>())
}

impl Listing<'_> {
    /// The ids of the users on a page: from the first in the order; else, of few candidates, sorted; else from all.
    fn page(&self, statement: &mut Statement, after: Option<&Place>, limit: i32) -> String {
        let conditions = self.conditions(statement);
        let order = Order(self.order);
        let (all_users, few_users, key) = (order.users(), order.few_users(), order.key());
        let (by_key, by_sorted) = (order.by(key), order.by("u.sorted_by"));
        let behind =
            after.map(|place| format!(" AND {}", order.behind(statement, place))).unwrap_or_default();
        let limit = statement.number(limit);
        let scope = format!("{}{behind}", self.scope(statement));
        let users = format!("(SELECT {JUDGED}, {key} AS sorted_by FROM {all_users} WHERE {scope})");
        let found = |users: &str, conditions_on_them: &str| {
            let relation = conditions.relation(users);
            format!(
                "(SELECT u.id, u.sorted_by FROM {relation} AS u WHERE {conditions_on_them} ORDER BY {by_sorted} LIMIT {limit})"
            )
        };
        let exact = all(conditions.indexed.iter().chain(&conditions.others));
        let near = found("near", &exact);
        let unfound = format!("(SELECT count(*) FROM found) < {limit}");
        let candidates = all(conditions.implied.iter().chain(&conditions.indexed));
        let kept = if conditions.others.is_empty() {
            SORTED
        } else if self.filter.search.as_ref().is_none_or(is_indexed) {
            LEFT_TO_JUDGE
        } else {
            JUDGED
        };
        let counted = "(SELECT total FROM counted)";
        let few = found("candidates", &format!("{} AND {counted} <= {MOST_SORTED}", all(&conditions.others)));
        let many = if conditions.narrow() { format!("{counted} > {MOST_SORTED}") } else { "true".to_owned() };
        let far = found(&users, &format!("{exact} AND {unfound} AND {many}"));
        let few = if conditions.narrow() {
            format!("UNION ALL SELECT f.id FROM {few} AS f")
        } else {
            String::new()
        };
        format!(
            "WITH near AS (SELECT {JUDGED}, {key} AS sorted_by FROM {all_users} WHERE {scope} ORDER BY {by_key} LIMIT {READ_FIRST}), \
             found AS MATERIALIZED {near}, \
             candidates AS MATERIALIZED (SELECT {kept}, {key} AS sorted_by FROM {few_users} WHERE {scope} AND {candidates} AND {unfound} \
                 LIMIT {MOST_SORTED} + 1), \
             counted AS MATERIALIZED (SELECT count(*) AS total FROM candidates) \
             SELECT f.id FROM found AS f WHERE NOT {unfound} {few} UNION ALL SELECT f.id FROM {far} AS f"
        )
    }

    /// Of users `u`: where to look for those of the state and of the address, which one user has.
    fn scope(&self, statement: &mut Statement) -> String {
        let organization = statement.id(self.organization_id.0);
        let without = match self.filter.state {
            None | Some(UserState::Enabled | UserState::Expired) => "true",
            Some(UserState::NotEnabled) => "u.factor_enrolled_at IS NULL",
            Some(UserState::InGrace | UserState::Overdue | UserState::Blocked) => may_lack(self.policy),
        };
        let email = self.filter.email.as_ref().map(|email| statement.text(email.as_str()));
        let meant = email.map(|email| format!(" AND u.email = {email}")).unwrap_or_default();
        format!("u.org_id = {organization} AND {without}{meant}")
    }

    /// Spelled for what is asked, so that the indexes are used.
    fn conditions(&self, statement: &mut Statement) -> Conditions {
        let mut conditions =
            self.filter.state.map_or_else(Conditions::default, |state| self.of_state(statement, state));
        if let Some(role) = &self.filter.role {
            let (organization, role) = (statement.id(self.organization_id.0), statement.text(role.as_str()));
            conditions.indexed.push(format!(
                "u.id IN (SELECT h.user_id FROM user_roles AS h \
                 WHERE h.org_id = {organization} AND h.role = {role} AND h.left_at IS NULL)"
            ));
        }
        match self.filter.activated {
            Some(true) => conditions.others.push("u.activated".to_owned()),
            Some(false) => {
                let organization = statement.id(self.organization_id.0);
                conditions.indexed.push(format!(
                    "u.id IN (SELECT i.id FROM users AS i WHERE i.org_id = {organization} AND i.password_hash IS NULL \
                         AND i.provided_at IS NULL)"
                ));
            }
            None => {}
        }
        match self.filter.suspended {
            Some(true) => {
                let organization = statement.id(self.organization_id.0);
                conditions.indexed.push(format!(
                    "u.id IN (SELECT s.id FROM users AS s WHERE s.org_id = {organization} AND s.suspended_at IS NOT NULL)"
                ));
            }
            Some(false) => conditions.others.push("u.suspended_at IS NULL".to_owned()),
            None => {}
        }
        match self.filter.login_method {
            Some(LoginMethod::Password) => {
                conditions.others.push("u.has_password AND u.oldest_secret_at IS NULL".to_owned());
            }
            Some(LoginMethod::PasswordAndFactor) => {
                conditions.others.push("u.has_password AND u.oldest_secret_at IS NOT NULL".to_owned());
            }
            Some(LoginMethod::SingleSignOn) => {
                let organization = statement.id(self.organization_id.0);
                conditions.indexed.push(format!(
                    "u.id IN (SELECT s.user_id FROM sso_identities AS s WHERE s.org_id = {organization})"
                ));
            }
            None => {}
        }
        if let Some(search) = &self.filter.search {
            let conditions =
                if is_indexed(search) { &mut conditions.indexed } else { &mut conditions.others };
            conditions.push(matches(statement, search));
        }
        conditions
    }

    fn of_state(&self, statement: &mut Statement, state: UserState) -> Conditions {
        let is_in = vec![self.is_in(statement, state)];
        let &Self { organization_id, policy, now, .. } = self;
        let candidates = Candidates { organization_id, policy, at: now };
        let implied = match state {
            UserState::Enabled | UserState::NotEnabled => {
                return Conditions { others: is_in, ..Conditions::default() };
            }
            UserState::Expired => return Conditions { indexed: is_in, ..Conditions::default() },
            UserState::InGrace => candidates.ahead(statement),
            UserState::Overdue | UserState::Blocked => candidates.passed(statement),
        };
        Conditions {
            rule: Some(Rule::new(statement, organization_id, policy, now)),
            implied: implied.map(|ids| format!("u.id IN ({ids})")),
            indexed: Vec::new(),
            others: is_in,
        }
    }

    /// The rules of `FactorState` and `Standing`, over rows.
    fn is_in(&self, statement: &mut Statement, state: UserState) -> String {
        let renewal = self.policy.secrets_expired_before(self.now).map(|at| statement.time(at));
        match (state, renewal) {
            (UserState::NotEnabled, _) => "u.factor_enrolled_at IS NULL".to_owned(),
            (UserState::Enabled, Some(renewal)) => {
                format!("u.factor_enrolled_at IS NOT NULL AND (u.oldest_secret_at <= {renewal}) IS NOT TRUE")
            }
            (UserState::Enabled, None) => "u.factor_enrolled_at IS NOT NULL".to_owned(),
            (UserState::Expired, Some(renewal)) => format!("u.oldest_secret_at <= {renewal}"),
            (UserState::Expired, None) => "false".to_owned(),
            (UserState::InGrace, _) => "u.standing = 'notice' AND u.due IS NOT NULL".to_owned(),
            (UserState::Overdue, _) => {
                format!("u.lacking AND u.due <= {}", statement.time(self.now))
            }
            (UserState::Blocked, _) => "u.standing = 'blocked'".to_owned(),
        }
    }
}

fn is_indexed(search: &SearchText) -> bool {
    search.has_trigram() || search.begins_words()
}

fn matches(statement: &mut Statement, search: &SearchText) -> String {
    let text = search.as_str();
    if search.has_trigram() {
        let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        format!("u.search LIKE lower({})", statement.text(&format!("%{escaped}%")))
    } else if search.begins_words() {
        let (first, later) = (statement.text(&format!("{text}%")), statement.text(&format!("% {text}%")));
        format!("(u.search LIKE lower({first}) OR u.search LIKE lower({later}))")
    } else {
        // The index would be read from end to end.
        format!("strpos(u.search, lower({})) > 0", statement.text(text))
    }
}
