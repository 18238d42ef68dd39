//! What a policy does to the users of an organization, counted. Left out is who cannot sign in: suspended
//! users, and those who have not activated their accounts; and who signs in at a provider alone where that is enough.

use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{
    Rx,
    standings::{Rule, Statement, may_lack},
    users::CAN_SIGN_IN,
};
use crate::{
    domain::{
        Timestamp,
        decision::Standing,
        id::{OrganizationId, UserId},
        policy::{Policy, SingleSignOn},
        role::{BuiltInRole, RoleName},
    },
    error::Fault,
};

/// Whose policy is looked at, and when.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub organization: OrganizationId,
    pub policy: &'a Policy,
    pub at: Timestamp,
}

#[derive(QueryableByName)]
struct CountRow {
    #[diesel(sql_type = Nullable<Text>)]
    role: Option<String>,
    #[diesel(sql_type = Text)]
    standing: String,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// How many users have each standing, by role; none is all of them, whatever their roles.
pub fn count(rx: &mut Rx, question: Question) -> Result<Vec<(Option<RoleName>, Standing, i64)>, Fault> {
    let mut statement = Statement::default();
    let users = relation(&mut statement, question);
    let organization = statement.id(question.organization.0);
    let text = format!(
        "WITH standings AS MATERIALIZED (SELECT u.id, u.standing FROM {users} AS u) \
         SELECT NULL AS role, standing, count(*) AS total FROM standings GROUP BY standing UNION ALL \
         SELECT r.role, s.standing, count(*) FROM standings AS s \
         JOIN user_roles AS r ON r.org_id = {organization} AND r.user_id = s.id AND r.left_at IS NULL \
         GROUP BY r.role, s.standing"
    );
    let rows: Vec<CountRow> = statement.with(text).load(rx.connection()?)?;
    let counted = rows.into_iter().map(|row| {
        let role = row.role.as_deref().map(known_role).transpose()?;
        Ok((role, known_standing(&row.standing)?, row.total))
    });
    counted.collect()
}

/// A user whom the policy does something to.
pub struct Affected {
    pub id: UserId,
    pub email: String,
    pub display_name: String,
    pub roles: Vec<String>,
    pub standing: Standing,
    pub deadline: Option<Timestamp>,
}

#[derive(QueryableByName)]
struct AffectedRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    email: String,
    #[diesel(sql_type = Text)]
    display_name: String,
    #[diesel(sql_type = Array<Text>)]
    roles: Vec<String>,
    #[diesel(sql_type = Text)]
    standing: String,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    deadline: Option<Timestamp>,
}

/// The first users who are affected: who is blocked, then who has to enroll, then who is told to, each by address.
pub fn affected(rx: &mut Rx, question: Question, most: i32) -> Result<Vec<Affected>, Fault> {
    let rank = "array_position(ARRAY['blocked', 'mustEnroll', 'notice'], u.standing)";
    select(rx, question, &format!("{rank} IS NOT NULL"), &format!("{rank}, u.email"), Some(most))
}

/// Administrators whom it would refuse, by address.
pub fn locked_out_administrators(rx: &mut Rx, question: Question) -> Result<Vec<Affected>, Fault> {
    let condition = "u.standing = 'blocked' AND EXISTS (SELECT 1 FROM user_roles AS a WHERE a.org_id = u.org_id \
         AND a.user_id = u.id AND a.left_at IS NULL AND a.role IN";
    let roles: Vec<String> = BuiltInRole::administrators().map(|role| format!("'{}'", role.name())).collect();
    select(rx, question, &format!("{condition} ({}))", roles.join(", ")), "u.email", None)
}

fn select(
    rx: &mut Rx,
    question: Question,
    condition: &str,
    order: &str,
    most: Option<i32>,
) -> Result<Vec<Affected>, Fault> {
    let mut statement = Statement::default();
    let users = relation(&mut statement, question);
    // Nothing is done to whoever has a factor that is taken: the rule need not be asked about them.
    let lacking = may_lack(question.policy);
    let limit = most.map(|most| format!("LIMIT {}", statement.number(most))).unwrap_or_default();
    let text = format!(
        "SELECT u.id, u.email, u.display_name, u.standing, nullif(u.due, '-infinity') AS deadline, \
         ARRAY(SELECT r.role FROM user_roles AS r WHERE r.org_id = u.org_id AND r.user_id = u.id \
               AND r.left_at IS NULL ORDER BY r.role) AS roles \
         FROM {users} AS u WHERE {lacking} AND {condition} ORDER BY {order} {limit}"
    );
    let rows: Vec<AffectedRow> = statement.with(text).load(rx.connection()?)?;
    rows.into_iter().map(Affected::try_from).collect()
}

/// Of users: those who can sign in, and may be asked for a factor of ours then.
pub(super) fn may_be_asked(policy: &Policy) -> &'static str {
    match policy.sso {
        SingleSignOn::Exempt => "suspended_at IS NULL AND password_hash IS NOT NULL",
        SingleSignOn::TrustProvider | SingleSignOn::Required => CAN_SIGN_IN,
    }
}

/// The organization's users whom the policy may ask for something.
pub(super) fn relation(statement: &mut Statement, question: Question) -> String {
    let (organization, asked) = (statement.id(question.organization.0), may_be_asked(question.policy));
    let users = format!("(SELECT * FROM users WHERE org_id = {organization} AND {asked})");
    Rule::new(statement, question.organization, question.policy, question.at).on(&users)
}

impl TryFrom<AffectedRow> for Affected {
    type Error = Fault;

    fn try_from(row: AffectedRow) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id.into(),
            email: row.email,
            display_name: row.display_name,
            roles: row.roles,
            standing: known_standing(&row.standing)?,
            deadline: row.deadline,
        })
    }
}

fn known_standing(name: &str) -> Result<Standing, Fault> {
    Standing::from_name(name).ok_or_else(|| Fault::internal("a standing of no known name"))
}

fn known_role(name: &str) -> Result<RoleName, Fault> {
    RoleName::parse(name).map_err(|_| Fault::internal("a role of no known form"))
}
