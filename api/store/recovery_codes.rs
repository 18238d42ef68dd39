//! Table `recovery_codes`: one numbered set per user, digests only.

use diesel::{
    prelude::*,
    sql_types::{BigInt, Nullable, Timestamptz},
};
use uuid::Uuid;

use super::{Rx, Tx, schema::recovery_codes};
use crate::{
    domain::{Timestamp, account::Account},
    error::Fault,
};

/// How many codes a user has and how many are left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, QueryableByName)]
pub struct Summary {
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub generated_at: Option<Timestamp>,
    #[diesel(sql_type = BigInt)]
    pub total: i64,
    #[diesel(sql_type = BigInt)]
    pub remaining: i64,
}

/// One code of a set, by its number.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Listed {
    pub number: i16,
    pub generated_at: Timestamp,
    pub used_at: Option<Timestamp>,
    /// Since when it is good no more, though it was not used as far as is known.
    pub withdrawn_at: Option<Timestamp>,
}

impl Listed {
    pub const fn is_open(&self) -> bool {
        self.used_at.is_none() && self.withdrawn_at.is_none()
    }
}

/// Puts a new set in the place of the old one, numbered from 1 in the order of the digests.
pub fn replace_set(
    tx: &mut Tx,
    account: Account,
    digests: Vec<Vec<u8>>,
    now: Timestamp,
) -> Result<(), Fault> {
    delete_all(tx, account)?;
    let rows: Vec<_> = (1_i16..)
        .zip(digests)
        .map(|(number, digest)| {
            (
                recovery_codes::org_id.eq(account.organization_id.0),
                recovery_codes::user_id.eq(account.user_id.0),
                recovery_codes::number.eq(number),
                recovery_codes::digest.eq(digest),
                recovery_codes::generated_at.eq(now),
                recovery_codes::guessable.eq(false),
            )
        })
        .collect();
    let expected = rows.len();
    let inserted = diesel::insert_into(recovery_codes::table).values(rows).execute(tx.connection()?)?;
    if inserted == expected { Ok(()) } else { Err(Fault::internal("an incomplete set of recovery codes")) }
}

/// Uses up the code of one of these digests and gives its number; none when there is no such code, or no longer.
pub fn consume(
    tx: &mut Tx,
    account: Account,
    digests: &[Vec<u8>],
    now: Timestamp,
) -> Result<Option<i16>, Fault> {
    let target = of(account).filter(recovery_codes::digest.eq_any(digests)).filter(good());
    let used = diesel::update(target).set(recovery_codes::used_at.eq(now)).returning(recovery_codes::number);
    Ok(used.get_result(tx.connection()?).optional()?)
}

/// Whether one of these digests is of a code that is used up.
pub fn has_used(rx: &mut Rx, account: Account, digests: &[Vec<u8>]) -> Result<bool, Fault> {
    let used = of(account)
        .filter(recovery_codes::digest.eq_any(digests))
        .filter(recovery_codes::used_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(used)).get_result(rx.connection()?)?)
}

/// Whether one of these digests is of a code that is not used up.
pub fn has_open(rx: &mut Rx, account: Account, digests: &[Vec<u8>]) -> Result<bool, Fault> {
    let open = of(account).filter(recovery_codes::digest.eq_any(digests)).filter(good());
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(rx.connection()?)?)
}

/// The set of a user by number.
pub fn list(rx: &mut Rx, account: Account) -> Result<Vec<Listed>, Fault> {
    let columns = (
        recovery_codes::number,
        recovery_codes::generated_at,
        recovery_codes::used_at,
        recovery_codes::withdrawn_at,
    );
    Ok(of(account).order(recovery_codes::number).select(columns).load(rx.connection()?)?)
}

pub fn summary(rx: &mut Rx, account: Account) -> Result<Summary, Fault> {
    let codes = list(rx, account)?;
    Ok(Summary {
        generated_at: codes.first().map(|code| code.generated_at),
        total: i64::try_from(codes.len()).map_err(Fault::internal)?,
        remaining: i64::try_from(codes.iter().filter(|code| code.is_open()).count())
            .map_err(Fault::internal)?,
    })
}

/// Wipes the set of a user.
pub fn delete_all(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    diesel::delete(of(account)).execute(tx.connection()?)?;
    Ok(())
}

/// Neither used nor withdrawn.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn good() -> _ {
    recovery_codes::used_at.is_null().and(recovery_codes::withdrawn_at.is_null())
}

/// Of another system's form.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn is_guessable() -> _ {
    recovery_codes::guessable.eq(true)
}

#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    recovery_codes::table
        .filter(recovery_codes::org_id.eq(organization))
        .filter(recovery_codes::user_id.eq(user))
}
