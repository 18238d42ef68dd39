//! Callers: a session with its user and the policy in force, found in one statement at every request.

use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, BigInt, Bool, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Rx, policies,
    prepared::Prepared,
    sessions,
    users::{COLUMNS, UserRow},
};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, SessionId},
        policy::Policy,
        session::Session,
        user::User,
    },
    error::Fault,
};

#[derive(QueryableByName)]
struct Row {
    #[diesel(embed)]
    user: UserRow,
    #[diesel(sql_type = SqlUuid)]
    session_id: Uuid,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    session_provider_id: Option<Uuid>,
    #[diesel(sql_type = BigInt)]
    session_epoch: i64,
    #[diesel(sql_type = Array<Text>)]
    session_amr: Vec<String>,
    #[diesel(sql_type = Timestamptz)]
    session_authenticated_at: Timestamp,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    session_second_factor_at: Option<Timestamp>,
    #[diesel(sql_type = Bool)]
    session_cookie: bool,
    #[diesel(sql_type = Nullable<Text>)]
    session_address: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    session_user_agent: Option<String>,
    #[diesel(sql_type = Timestamptz)]
    session_created_at: Timestamp,
    #[diesel(sql_type = Timestamptz)]
    session_last_seen_at: Timestamp,
    #[diesel(sql_type = Timestamptz)]
    session_idle_expires_at: Timestamp,
    #[diesel(sql_type = Timestamptz)]
    session_absolute_expires_at: Timestamp,
    #[diesel(sql_type = Jsonb)]
    document: Value,
    #[diesel(sql_type = Jsonb)]
    past_phases: Value,
}

/// Of sessions `s`, beside their users.
const SESSION: &str = "s.id AS session_id, s.provider_id AS session_provider_id, s.epoch AS session_epoch, s.amr AS session_amr, \
     s.authenticated_at AS session_authenticated_at, s.second_factor_at AS session_second_factor_at, s.cookie AS session_cookie, \
     s.address AS session_address, s.user_agent AS session_user_agent, s.created_at AS session_created_at, \
     s.last_seen_at AS session_last_seen_at, s.idle_expires_at AS session_idle_expires_at, \
     s.absolute_expires_at AS session_absolute_expires_at";

/// A session, unless it was ended, with its user and their organization's policy. Whether it is in its time and epoch is for
/// the domain to say.
pub fn find(
    rx: &mut Rx,
    organization: OrganizationId,
    session: SessionId,
) -> Result<Option<(Session, User, Policy)>, Fault> {
    let query = format!(
        "SELECT {COLUMNS}, {SESSION}, p.document, p.past_phases FROM sessions AS s \
         JOIN users AS u ON u.org_id = s.org_id AND u.id = s.user_id JOIN policies AS p ON p.org_id = s.org_id \
         WHERE s.org_id = $1 AND s.id = $2 AND s.ended_at IS NULL"
    );
    let query = sql_query(query).bind::<SqlUuid, _>(organization.0).bind::<SqlUuid, _>(session.0);
    let row: Option<Row> = Prepared(query).get_result(rx.connection()?).optional()?;
    row.map(Row::parts).transpose()
}

impl Row {
    fn parts(self) -> Result<(Session, User, Policy), Fault> {
        let user = User::from(self.user);
        let session = sessions::Row {
            org_id: user.organization_id.0,
            id: self.session_id,
            user_id: user.id.0,
            provider_id: self.session_provider_id,
            epoch: self.session_epoch,
            amr: self.session_amr,
            authenticated_at: self.session_authenticated_at,
            second_factor_at: self.session_second_factor_at,
            cookie: self.session_cookie,
            address: self.session_address,
            user_agent: self.session_user_agent,
            created_at: self.session_created_at,
            last_seen_at: self.session_last_seen_at,
            idle_expires_at: self.session_idle_expires_at,
            absolute_expires_at: self.session_absolute_expires_at,
        };
        Ok((session.into(), user, policies::parse(self.document, self.past_phases)?))
    }
}
