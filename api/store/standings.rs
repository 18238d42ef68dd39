//! Users with their deadlines and standings: the rule of [`Policy::standing`] over the rows of an organization.

use diesel::{
    pg::Pg,
    query_builder::BoxedSqlQuery,
    sql_query,
    sql_types::{Integer, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use crate::domain::{
    Timestamp,
    id::OrganizationId,
    policy::{Mode, Policy},
    rollout::{AfterGrace, NewUsers, PastPhase, Phase, Target},
};

/// A statement with the values that it binds, numbered in the order in which they were given.
#[derive(Default)]
pub(super) struct Statement {
    values: Vec<Value>,
}

enum Value {
    Id(Uuid),
    Number(i32),
    Text(String),
    Time(Timestamp),
}

impl Statement {
    pub(super) fn id(&mut self, value: Uuid) -> String {
        self.push(Value::Id(value))
    }

    pub(super) fn number(&mut self, value: i32) -> String {
        self.push(Value::Number(value))
    }

    pub(super) fn text(&mut self, value: &str) -> String {
        self.push(Value::Text(value.to_owned()))
    }

    pub(super) fn time(&mut self, value: Timestamp) -> String {
        self.push(Value::Time(value))
    }

    fn push(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    pub(super) fn with(self, text: String) -> BoxedSqlQuery<'static, Pg, diesel::query_builder::SqlQuery> {
        let query = sql_query(text).into_boxed();
        self.values.into_iter().fold(query, |query, value| match value {
            Value::Id(value) => query.bind::<SqlUuid, _>(value),
            Value::Number(value) => query.bind::<Integer, _>(value),
            Value::Text(value) => query.bind::<Text, _>(value),
            Value::Time(value) => query.bind::<Timestamptz, _>(value),
        })
    }
}

/// The rule as of a time, spelled once for as many relations as it is asked of.
pub(super) struct Rule {
    rollout: Rollout,
    lacking: String,
    standing: String,
}

impl Rule {
    pub(super) fn new(
        statement: &mut Statement,
        organization: OrganizationId,
        policy: &Policy,
        at: Timestamp,
    ) -> Self {
        // Bound, and not the users': the planner takes the columns of a relation for unlike each other.
        let organization = statement.id(organization.0);
        let rollout = Rollout::of(statement, &organization, policy, at);
        let lacking = lacking(statement, &organization, policy);
        Self { rollout, standing: standing(statement, &organization, policy, (at, &lacking)), lacking }
    }

    /// A relation, from one of users of the organization: its columns, `due` (the deadline; `-infinity` is at once), `lacking`
    /// (whether there is no factor that the policy takes) and `standing`.
    pub(super) fn on(&self, users: &str) -> String {
        let Self { rollout: Rollout { due, fresh, joins }, lacking, standing } = self;
        format!(
            "(SELECT d.*, {lacking} AS lacking, {standing} AS standing FROM (SELECT u.*, {due} AS due, {fresh} AS fresh FROM {users} AS u {joins}) AS d)"
        )
    }
}

/// The contrary of [`Policy::is_satisfied_by`], over users `d` with their deadlines.
fn lacking(statement: &mut Statement, organization: &str, policy: &Policy) -> String {
    let demanding: Vec<String> =
        policy.passkey_only.iter().map(|role| statement.text(role.as_str())).collect();
    if demanding.is_empty() || !policy.takes_both() {
        return may_lack(policy).replace("u.", "d.");
    }
    // Asked once for all of them, and not of each.
    format!(
        "(d.passkey_enrolled_at IS NULL AND (d.oldest_secret_at IS NULL OR (d.due IS NOT NULL AND d.id IN \
         (SELECT h.user_id FROM user_roles AS h WHERE h.org_id = {organization} AND h.role IN ({}) AND h.left_at IS NULL))))",
        demanding.join(", ")
    )
}

/// What is true of all users `u` who may hold no factor that the policy takes, and of hardly anybody else.
pub(super) fn may_lack(policy: &Policy) -> &'static str {
    if !policy.allows_passkeys() {
        "u.oldest_secret_at IS NULL"
    } else if policy.takes_both() && policy.passkey_only.is_empty() {
        "u.factor_enrolled_at IS NULL"
    } else {
        "u.passkey_enrolled_at IS NULL"
    }
}

/// Of users `d` with their deadlines.
fn standing(
    statement: &mut Statement,
    organization: &str,
    policy: &Policy,
    (at, lacking): (Timestamp, &str),
) -> String {
    let at = statement.time(at);
    let overdue = match policy.after_grace {
        AfterGrace::EnrollAtLogin => "'mustEnroll'".to_owned(),
        AfterGrace::Block => {
            let kinds: Vec<String> =
                policy.accepted_passes().iter().map(|kind| statement.text(kind.name())).collect();
            format!(
                "CASE WHEN d.fresh OR EXISTS (SELECT 1 FROM passes AS p WHERE p.org_id = {organization} AND p.user_id = d.id \
                 AND p.kind IN ({}) AND p.used_at IS NULL AND p.expires_at > {at}) \
                 THEN 'mustEnroll' ELSE 'blocked' END",
                kinds.join(", ")
            )
        }
    };
    match policy.mode {
        Mode::Off => "'exempt'".to_owned(),
        Mode::Optional | Mode::Required => format!(
            "CASE WHEN NOT {lacking} THEN 'ready' WHEN d.reset_at IS NOT NULL THEN 'mustEnroll' \
             WHEN d.due <= {at} THEN {overdue} ELSE 'notice' END"
        ),
    }
}

/// When a factor is due, and whether the user is new and gets no grace: over users `u` and the roles `joins` adds.
struct Rollout {
    due: String,
    fresh: String,
    joins: String,
}

impl Rollout {
    fn of(statement: &mut Statement, organization: &str, policy: &Policy, at: Timestamp) -> Self {
        let none =
            Self { due: "NULL::timestamptz".to_owned(), fresh: "false".to_owned(), joins: String::new() };
        match policy.mode {
            Mode::Off | Mode::Optional => none,
            Mode::Required if policy.phases.is_empty() => {
                Self { due: "coalesce(u.extended_to, '-infinity')".to_owned(), ..none }
            }
            Mode::Required => {
                let begun: Vec<&Phase> = policy.phases.iter().filter(|phase| phase.has_begun(at)).collect();
                if begun.is_empty() { none } else { Self::of_phases(statement, organization, policy, &begun) }
            }
        }
    }

    fn of_phases(statement: &mut Statement, organization: &str, policy: &Policy, begun: &[&Phase]) -> Self {
        let (mut due, mut fresh, mut joins) = (Vec::new(), Vec::new(), String::new());
        for (number, phase) in begun.iter().enumerate() {
            let entered = match &phase.target {
                Target::Everyone => "u.created_at".to_owned(),
                Target::Role(role) => {
                    let role = statement.text(role.as_str());
                    joins += &format!(
                        "LEFT JOIN user_roles AS r{number} ON r{number}.org_id = {organization} \
                         AND r{number}.user_id = u.id AND r{number}.role = {role} AND r{number}.left_at IS NULL "
                    );
                    format!("r{number}.granted_at")
                }
            };
            for term in Term::of(policy, phase) {
                let (term_due, term_fresh) = term.due(statement, &entered);
                due.push(term_due);
                fresh.extend(term_fresh);
            }
        }
        let earliest = format!("least({})", due.join(", "));
        let new = if fresh.is_empty() {
            "false".to_owned()
        } else {
            format!("coalesce({}, false)", fresh.join(" OR "))
        };
        Self { due: earliest, fresh: new, joins }
    }
}

/// One phase, present or past, over users who entered its scope at some time.
pub(super) struct Term<'a> {
    pub phase: &'a Phase,
    pub new_users: NewUsers,
    pub until: Option<Timestamp>,
}

impl<'a> Term<'a> {
    /// A phase of the policy with the past ones whose deadlines stay beside it.
    pub fn of(policy: &'a Policy, phase: &'a Phase) -> impl Iterator<Item = Self> {
        let stays = policy.past_phases.iter().filter(|past| past.phase.target == phase.target);
        let current = Self { phase, new_users: policy.new_users, until: None };
        std::iter::once(current).chain(stays.map(Self::past))
    }

    fn past(past: &'a PastPhase) -> Self {
        Self { phase: &past.phase, new_users: past.new_users, until: Some(past.until) }
    }

    /// When a factor is due by it, and whether the user is new to it and gets no grace.
    fn due(&self, statement: &mut Statement, entered: &str) -> (String, Option<String>) {
        let starts_at = statement.time(self.phase.starts_at);
        let days = statement.number(self.phase.grace_days.into());
        let within = match self.until {
            Some(until) => format!("{entered} < {}", statement.time(until)),
            None => format!("{entered} IS NOT NULL"),
        };
        let begun = format!("greatest({entered}, {starts_at})");
        let extended = format!("u.extended_to > {begun}");
        // Days of 24 hours, whatever the time zone.
        let with_grace = format!(
            "CASE WHEN {extended} THEN u.extended_to ELSE {begun} + {days} * interval '24 hours' END"
        );
        match self.new_users {
            NewUsers::Grace => (format!("CASE WHEN {within} THEN {with_grace} END"), None),
            NewUsers::AtActivation | NewUsers::FirstLogin => {
                let new = format!(
                    "({within} AND {entered} = u.created_at AND {entered} >= {starts_at} AND ({extended}) IS NOT TRUE)"
                );
                let due = format!("CASE WHEN {new} THEN {entered} WHEN {within} THEN {with_grace} END");
                (due, Some(new))
            }
        }
    }
}
