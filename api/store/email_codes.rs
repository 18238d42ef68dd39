//! Table `email_codes`: the digest of the code that was last mailed for a challenge.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, schema::email_codes};
use crate::{
    domain::{Timestamp, account::Account, id::ChallengeId},
    error::Fault,
};

/// Puts a code in the place of any that was mailed for the challenge.
pub fn put(
    tx: &mut Tx,
    account: Account,
    challenge: ChallengeId,
    digest: &[u8],
    expires_at: Timestamp,
) -> Result<(), Fault> {
    let code = (email_codes::digest.eq(digest), email_codes::expires_at.eq(expires_at));
    let values = (
        email_codes::org_id.eq(account.organization_id.0),
        email_codes::challenge_id.eq(challenge.0),
        email_codes::user_id.eq(account.user_id.0),
        code,
    );
    let put = diesel::insert_into(email_codes::table)
        .values(values)
        .on_conflict((email_codes::org_id, email_codes::challenge_id))
        .do_update()
        .set((code, email_codes::used_at.eq(None::<Timestamp>)));
    execute_one(tx, "mailed code", put)
}

/// Whether the challenge's code has one of these digests, and is neither used nor past its time.
pub fn matches(
    rx: &mut Rx,
    account: Account,
    challenge: ChallengeId,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<bool, Fault> {
    let found = open(account, challenge, digests, now);
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(rx.connection()?)?)
}

/// Uses the challenge's code up; false when it is another one, or no longer good.
pub fn consume(
    tx: &mut Tx,
    account: Account,
    challenge: ChallengeId,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<bool, Fault> {
    let target = open(account, challenge, digests, now);
    Ok(diesel::update(target).set(email_codes::used_at.eq(now)).execute(tx.connection()?)? == 1)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn open<'a>(account: Account, challenge: ChallengeId, digests: &'a [Vec<u8>], now: Timestamp) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    let challenge: Uuid = challenge.0;
    email_codes::table
        .filter(email_codes::org_id.eq(organization))
        .filter(email_codes::challenge_id.eq(challenge))
        .filter(email_codes::user_id.eq(user))
        .filter(email_codes::digest.eq_any(digests))
        .filter(email_codes::used_at.is_null())
        .filter(email_codes::expires_at.gt(now))
}
