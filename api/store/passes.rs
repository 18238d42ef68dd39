//! Table `passes`: digests of the codes that administrators read out.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, budgets::Account, execute_one, schema::passes};
use crate::{
    domain::{
        Timestamp,
        pass::{OpenPass, PassKind},
    },
    error::Fault,
};

/// Issues a pass in the place of any that is open.
pub fn replace(
    tx: &mut Tx,
    account: Account,
    digest: &[u8],
    pass: OpenPass,
    now: Timestamp,
) -> Result<(), Fault> {
    close_all(tx, account, now)?;
    let values = (
        passes::org_id.eq(account.organization_id.0),
        passes::user_id.eq(account.user_id.0),
        passes::digest.eq(digest),
        passes::kind.eq(pass.kind.name()),
        passes::issued_at.eq(now),
        passes::expires_at.eq(pass.expires_at),
    );
    execute_one(tx, "pass", diesel::insert_into(passes::table).values(values))
}

/// Uses up the pass of one of these digests and kinds; false when there is no such pass, or no longer.
pub fn consume(
    tx: &mut Tx,
    account: Account,
    digests: &[Vec<u8>],
    kinds: &[PassKind],
    now: Timestamp,
) -> Result<bool, Fault> {
    let target = of(account)
        .filter(passes::kind.eq_any(kinds.iter().map(|kind| kind.name())))
        .filter(passes::digest.eq_any(digests))
        .filter(passes::used_at.is_null())
        .filter(passes::expires_at.gt(now));
    Ok(diesel::update(target).set(passes::used_at.eq(now)).execute(&mut tx.0.0)? == 1)
}

/// The pass of a user that is not used and in its time.
pub fn find_open(rx: &mut Rx, account: Account, now: Timestamp) -> Result<Option<OpenPass>, Fault> {
    let open = of(account).filter(passes::used_at.is_null()).filter(passes::expires_at.gt(now));
    let found: Option<(String, Timestamp)> =
        open.select((passes::kind, passes::expires_at)).first(&mut rx.0).optional()?;
    let Some((kind, expires_at)) = found else { return Ok(None) };
    let kind = PassKind::from_name(&kind).ok_or_else(|| Fault::internal("a pass of an unknown kind"))?;
    Ok(Some(OpenPass { kind, expires_at }))
}

/// Closes whatever pass of a user is open.
pub fn close_all(tx: &mut Tx, account: Account, now: Timestamp) -> Result<(), Fault> {
    let open = of(account).filter(passes::used_at.is_null());
    diesel::update(open).set(passes::used_at.eq(now)).execute(&mut tx.0.0)?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    passes::table.filter(passes::org_id.eq(organization)).filter(passes::user_id.eq(user))
}
