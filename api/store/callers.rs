//! Callers: a session with its user and the policy in force, found in one statement at every request.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment},
    result::QueryResult,
    sql_types::{Array, BigInt, Binary, Bool, Nullable, Text, Timestamptz, Untyped, Uuid as SqlUuid},
};
use uuid::Uuid;

use super::{
    Rx,
    few::push_in,
    policies,
    prepared::{Prepared, push},
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
    #[diesel(embed)]
    policy: policies::Row,
}

/// Of sessions `s`, beside their users.
const SESSION: &str = "s.id AS session_id, s.provider_id AS session_provider_id, s.epoch AS session_epoch, s.amr AS session_amr, \
     s.authenticated_at AS session_authenticated_at, s.second_factor_at AS session_second_factor_at, s.cookie AS session_cookie, \
     s.address AS session_address, s.user_agent AS session_user_agent, s.created_at AS session_created_at, \
     s.last_seen_at AS session_last_seen_at, s.idle_expires_at AS session_idle_expires_at, \
     s.absolute_expires_at AS session_absolute_expires_at";

/// Of users `u`.
const RECOVERY_CODES_LEFT: &str = ", (SELECT count(*) FROM recovery_codes AS c WHERE c.org_id = u.org_id AND c.user_id = u.id \
     AND c.used_at IS NULL AND c.withdrawn_at IS NULL) AS recovery_codes_left";

/// A session, unless it was ended, with its user and their organization's policy. Whether it is in its time and epoch is for
/// the domain to say.
pub fn find(
    rx: &mut Rx,
    organization: OrganizationId,
    session: SessionId,
) -> Result<Option<(Session, User, Policy)>, Fault> {
    Ok(find_all(rx, organization, &[session])?.pop())
}

/// The same of a few sessions, those that there are.
pub fn find_all(
    rx: &mut Rx,
    organization: OrganizationId,
    sessions: &[SessionId],
) -> Result<Vec<(Session, User, Policy)>, Fault> {
    let ids: Vec<Uuid> = sessions.iter().map(|session| session.0).collect();
    let finding = Finding { organization: organization.0, by: By::Ids(&ids) };
    let rows: Vec<Row> = Prepared(finding).load(rx.connection()?)?;
    rows.into_iter().map(Row::parts).collect()
}

/// What a session is prolonged by: itself, unless it was ended, its user, their organization's policy, and how many of their
/// recovery codes are left.
pub type Prolonging = (Session, User, Policy, i64);

/// The same by a refresh token that is not used.
pub(super) fn find_by_refresh_token(
    rx: &mut Rx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
) -> Result<Option<Prolonging>, Fault> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(embed)]
        caller: Row,
        #[diesel(sql_type = BigInt)]
        recovery_codes_left: i64,
    }
    let finding = Finding { organization: organization.0, by: By::RefreshToken(digests) };
    let found: Option<Found> = Prepared(finding).get_result(rx.connection()?).optional()?;
    let parts = |Found { caller, recovery_codes_left: left }| {
        caller.parts().map(|(session, user, policy)| (session, user, policy, left))
    };
    found.map(parts).transpose()
}

struct Finding<'a> {
    organization: Uuid,
    by: By<'a>,
}

enum By<'a> {
    Ids(&'a [Uuid]),
    /// By one of its digests.
    RefreshToken(&'a [Vec<u8>]),
}

impl Query for Finding<'_> {
    type SqlType = Untyped;
}

impl QueryFragment<Pg> for Finding<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        for text in ["SELECT ", COLUMNS, ", ", SESSION, ", ", policies::Row::COLUMNS] {
            out.push_sql(text);
        }
        if let By::RefreshToken(_) = self.by {
            out.push_sql(RECOVERY_CODES_LEFT);
        }
        out.push_sql(
            " FROM sessions AS s JOIN users AS u ON u.org_id = s.org_id AND u.id = s.user_id \
             JOIN policies AS p ON p.org_id = s.org_id",
        );
        match self.by {
            By::Ids(ids) => {
                push!(out, " WHERE s.org_id = " SqlUuid = &self.organization, " AND s.id");
                push_in::<SqlUuid, _>(&mut out, ids)?;
            }
            By::RefreshToken(digests) => {
                push!(
                    out,
                    " JOIN refresh_tokens AS t ON t.org_id = s.org_id AND t.session_id = s.id AND t.used_at IS NULL \
                     WHERE t.org_id = " SqlUuid = &self.organization,
                    " AND t.digest",
                );
                push_in::<Binary, _>(&mut out, digests)?;
            }
        }
        out.push_sql(" AND s.ended_at IS NULL");
        Ok(())
    }
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
        Ok((session.into(), user, self.policy.parse()?))
    }
}
