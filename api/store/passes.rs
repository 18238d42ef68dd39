//! Table `passes`: digests of the codes that administrators read out.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Tx, execute_one, schema::passes};
use crate::{
    domain::{
        Timestamp,
        account::Account,
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
    Ok(diesel::update(target).set(passes::used_at.eq(now)).execute(tx.connection()?)? == 1)
}

/// The kind of the pass of a user that is not used and in its time.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn open_kind(account: Account, now: Timestamp) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    passes::table
        .filter(passes::org_id.eq(organization))
        .filter(passes::user_id.eq(user))
        .filter(passes::used_at.is_null())
        .filter(passes::expires_at.gt(now))
        .select(passes::kind)
        .single_value()
}

/// The kind by its name. Errors: it is none.
pub(super) fn kind(name: &str) -> Result<PassKind, Fault> {
    PassKind::from_name(name).ok_or_else(|| Fault::internal("a pass of an unknown kind"))
}

/// Closes whatever pass of a user is open.
pub fn close_all(tx: &mut Tx, account: Account, now: Timestamp) -> Result<(), Fault> {
    let open = of(account).filter(passes::used_at.is_null());
    diesel::update(open).set(passes::used_at.eq(now)).execute(tx.connection()?)?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    passes::table.filter(passes::org_id.eq(organization)).filter(passes::user_id.eq(user))
}
