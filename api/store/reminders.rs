//! Table `reminders`: of which deadlines users were reminded, and how long before.

use diesel::{
    prelude::*,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{
    Tx,
    previews::may_be_asked,
    standing_candidates::Candidates,
    standings::{Rule, Statement, may_lack},
};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, UserId},
        policy::Policy,
        reminder::Stage,
    },
    error::Fault,
};

/// A deadline of which a user is to be reminded now.
#[derive(Clone, Copy, Debug)]
pub struct DueReminder {
    pub user_id: UserId,
    pub deadline: Timestamp,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    user_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    deadline: Timestamp,
}

/// Takes reminders that are due, `most` at once: of those who can sign in, have no factor and a deadline ahead, the ones who
/// were not yet reminded of it at this stage. What another replica takes at this moment is left to it.
pub fn take_due(
    tx: &mut Tx,
    organization_id: OrganizationId,
    policy: &Policy,
    now: Timestamp,
    most: i32,
) -> Result<Vec<DueReminder>, Fault> {
    let mut statement = Statement::default();
    let rule = Rule::new(&mut statement, organization_id, policy, now);
    let candidates = Candidates { organization_id, policy, at: now }.ahead(&mut statement);
    let within = candidates.map(|ids| format!(" AND u.id IN ({ids})")).unwrap_or_default();
    let (organization, at, most) =
        (statement.id(organization_id.0), statement.time(now), statement.number(most));
    let (lacking, asked) = (may_lack(policy), may_be_asked(policy));
    let users = rule.on(&format!(
        "(SELECT * FROM users AS u WHERE u.org_id = {organization} AND {lacking} AND {asked}{within})"
    ));
    let stage = stage(&mut statement, &at);
    let text = format!(
        "INSERT INTO reminders (org_id, user_id, deadline, stage, sent_at) \
         SELECT {organization}, w.id, w.due, w.stage, {at} \
         FROM (SELECT d.*, {stage} AS stage FROM {users} AS d WHERE d.standing = 'notice' AND d.due > {at}) AS w \
         WHERE NOT EXISTS (SELECT 1 FROM reminders AS r WHERE r.org_id = {organization} AND r.user_id = w.id \
             AND r.deadline = w.due AND r.stage = w.stage) \
         LIMIT {most} ON CONFLICT DO NOTHING RETURNING user_id, deadline"
    );
    let rows: Vec<Row> = statement.with(text).load(tx.connection()?)?;
    Ok(rows
        .into_iter()
        .map(|row| DueReminder { user_id: row.user_id.into(), deadline: row.deadline })
        .collect())
}

/// The rule of [`Stage::within`], over users `d` with their deadlines.
fn stage(statement: &mut Statement, at: &str) -> String {
    let mut cases = String::new();
    for stage in Stage::ALL {
        let name = statement.text(stage.name());
        match stage.within() {
            Some(left) => {
                let seconds = statement.number(i32::try_from(left.num_seconds()).unwrap_or(i32::MAX));
                cases += &format!("WHEN d.due - {at} <= {seconds} * interval '1 second' THEN {name} ");
            }
            None => cases += &format!("ELSE {name} "),
        }
    }
    format!("CASE {cases}END")
}
