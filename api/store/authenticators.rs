//! Table `authenticators`.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, execute_one, one_row, schema::authenticators};
use crate::{
    domain::{
        Timestamp,
        account::Account,
        authenticator::{Authenticator, AuthenticatorName, PendingEnrollment},
        id::AuthenticatorId,
        totp::{Algorithm, Parameters, TimeStep},
    },
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = authenticators)]
pub(super) struct Row {
    id: Uuid,
    name: String,
    algorithm: String,
    digits: i16,
    period_seconds: i16,
    sealed_secret: Vec<u8>,
    confirmed_at: Timestamp,
    last_step: i64,
    last_used_at: Option<Timestamp>,
    proved: bool,
}

impl TryFrom<Row> for Authenticator {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id.into(),
            name: row.name,
            parameters: parameters(&row.algorithm, row.digits, row.period_seconds)?,
            sealed_secret: row.sealed_secret,
            confirmed_at: row.confirmed_at,
            last_step: TimeStep(row.last_step),
            last_used_at: row.last_used_at,
            proved: row.proved,
        })
    }
}

/// The parameters of a row. Errors: anything that the program never writes.
pub(super) fn parameters(algorithm: &str, digits: i16, period_seconds: i16) -> Result<Parameters, Fault> {
    let algorithm = Algorithm::from_name(algorithm);
    let digits = u8::try_from(digits).ok().filter(|digits| (6..=8).contains(digits));
    let period_seconds = u16::try_from(period_seconds).ok().filter(|period| *period > 0);
    match (algorithm, digits, period_seconds) {
        (Some(algorithm), Some(digits), Some(period_seconds)) => {
            Ok(Parameters { algorithm, digits, period_seconds })
        }
        _ => Err(Fault::internal("an authenticator with unknown parameters")),
    }
}

/// The authenticators of a user, oldest first.
pub fn list(rx: &mut Rx, account: Account) -> Result<Vec<Authenticator>, Fault> {
    let rows: Vec<Row> = of(account)
        .order((authenticators::confirmed_at, authenticators::id))
        .select(Row::as_select())
        .load(rx.connection()?)?;
    rows.into_iter().map(Authenticator::try_from).collect()
}

/// Makes a confirmed enrollment an authenticator; the step of the confirming code is used up.
pub fn insert(
    tx: &mut Tx,
    account: Account,
    confirmed: &PendingEnrollment,
    step: TimeStep,
    now: Timestamp,
) -> Result<(), Fault> {
    let Parameters { algorithm, digits, period_seconds } = confirmed.parameters;
    let values = (
        authenticators::org_id.eq(account.organization_id.0),
        authenticators::user_id.eq(account.user_id.0),
        authenticators::id.eq(confirmed.id.0),
        authenticators::name.eq(&confirmed.name),
        authenticators::algorithm.eq(algorithm.name()),
        authenticators::digits.eq(i16::from(digits)),
        authenticators::period_seconds.eq(i16::try_from(period_seconds).map_err(Fault::internal)?),
        authenticators::sealed_secret.eq(&confirmed.sealed_secret),
        authenticators::confirmed_at.eq(now),
        authenticators::last_step.eq(step.0),
        authenticators::last_used_at.eq(now),
        authenticators::proved.eq(true),
    );
    execute_one(tx, "authenticator", diesel::insert_into(authenticators::table).values(values))
}

pub fn rename(
    tx: &mut Tx,
    account: Account,
    id: AuthenticatorId,
    name: &AuthenticatorName,
) -> Result<bool, Fault> {
    let target = of(account).filter(authenticators::id.eq(id.0));
    Ok(diesel::update(target).set(authenticators::name.eq(name.as_str())).execute(tx.connection()?)? == 1)
}

/// Wipes one authenticator with its secret.
pub fn delete(tx: &mut Tx, account: Account, id: AuthenticatorId) -> Result<(), Fault> {
    let target = of(account).filter(authenticators::id.eq(id.0));
    let rows = diesel::delete(target).execute(tx.connection()?)?;
    one_row("authenticator deleted", rows)
}

/// Wipes all authenticators of a user; gives their number.
pub fn delete_all(tx: &mut Tx, account: Account) -> Result<usize, Fault> {
    Ok(diesel::delete(of(account)).execute(tx.connection()?)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of(account: Account) -> _ {
    let (organization, user): (Uuid, Uuid) = (account.organization_id.0, account.user_id.0);
    authenticators::table
        .filter(authenticators::org_id.eq(organization))
        .filter(authenticators::user_id.eq(user))
}
