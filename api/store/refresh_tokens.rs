//! Table `refresh_tokens`: digests of the tokens of each session, one unused at a time.

use diesel::prelude::*;
use uuid::Uuid;

use super::{
    Rx, Tx,
    callers::{self, Prolonging},
    few::IsOneOf,
    later, optimistic, prepared,
    schema::refresh_tokens,
};
use crate::{
    domain::{
        Timestamp,
        id::{OrganizationId, SessionId},
    },
    error::Fault,
};

pub fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    session: SessionId,
    digest: Vec<u8>,
    now: Timestamp,
) -> Result<(), Fault> {
    let values = (
        refresh_tokens::org_id.eq(organization.0),
        refresh_tokens::digest.eq(digest),
        refresh_tokens::session_id.eq(session.0),
        refresh_tokens::issued_at.eq(now),
    );
    later::write_one(tx, "refresh token", diesel::insert_into(refresh_tokens::table).values(values))
}

/// Uses the token up and gives what its session is prolonged by; none when there is no such token, it was used before, or its
/// session has ended.
pub fn consume(
    tx: &mut Tx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<Option<Prolonging>, Fault> {
    let found = callers::find_by_refresh_token(tx, organization, digests)?;
    if found.is_none() {
        return Ok(None);
    }
    let target = refresh_tokens::table
        .filter(refresh_tokens::org_id.eq(organization.0))
        .filter(IsOneOf(refresh_tokens::digest, digests.to_vec()))
        .filter(refresh_tokens::used_at.is_null());
    let used = diesel::update(target).set(refresh_tokens::used_at.eq(now));
    if optimistic::is_optimistic(tx) {
        optimistic::hold_token(tx);
        later::write_one(tx, "use of a refresh token", used)?;
        return Ok(found);
    }
    Ok(if prepared::execute(tx, used)? == 1 { found } else { None })
}

/// The session that a token, used or not, belongs to.
pub fn find_session(
    rx: &mut Rx,
    organization: OrganizationId,
    digests: &[Vec<u8>],
) -> Result<Option<SessionId>, Fault> {
    let found = refresh_tokens::table
        .filter(refresh_tokens::org_id.eq(organization.0))
        .filter(refresh_tokens::digest.eq_any(digests));
    let session: Option<Uuid> =
        found.select(refresh_tokens::session_id).first(rx.connection()?).optional()?;
    Ok(session.map(SessionId))
}
