//! Table `pending_enrollments`: at most one begun enrollment per user.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Rx, Tx, authenticators::parameters, execute_one, one_row, schema::pending_enrollments};
use crate::{
    domain::{Timestamp, account::Account, authenticator::PendingEnrollment, totp::Parameters},
    error::Fault,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = pending_enrollments)]
struct Row {
    id: Uuid,
    name: String,
    algorithm: String,
    digits: i16,
    period_seconds: i16,
    sealed_secret: Vec<u8>,
    replaces: Option<Uuid>,
    expires_at: Timestamp,
}

impl TryFrom<Row> for PendingEnrollment {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id.into(),
            name: row.name,
            parameters: parameters(&row.algorithm, row.digits, row.period_seconds)?,
            sealed_secret: row.sealed_secret,
            replaces: row.replaces.map(Into::into),
            expires_at: row.expires_at,
        })
    }
}

/// Begins an enrollment in the place of any other.
pub fn put(tx: &mut Tx, account: Account, pending: &PendingEnrollment) -> Result<(), Fault> {
    delete(tx, account)?;
    let Parameters { algorithm, digits, period_seconds } = pending.parameters;
    let values = (
        pending_enrollments::org_id.eq(account.organization_id.0),
        pending_enrollments::user_id.eq(account.user_id.0),
        pending_enrollments::id.eq(pending.id.0),
        pending_enrollments::name.eq(&pending.name),
        pending_enrollments::algorithm.eq(algorithm.name()),
        pending_enrollments::digits.eq(i16::from(digits)),
        pending_enrollments::period_seconds.eq(i16::try_from(period_seconds).map_err(Fault::internal)?),
        pending_enrollments::sealed_secret.eq(&pending.sealed_secret),
        pending_enrollments::replaces.eq(pending.replaces.map(|id| id.0)),
        pending_enrollments::expires_at.eq(pending.expires_at),
    );
    execute_one(tx, "pending enrollment", diesel::insert_into(pending_enrollments::table).values(values))
}

/// The begun enrollment of a user that has not expired.
pub fn find(rx: &mut Rx, account: Account, now: Timestamp) -> Result<Option<PendingEnrollment>, Fault> {
    let found = row(account).filter(pending_enrollments::expires_at.gt(now));
    let found: Option<Row> = found.select(Row::as_select()).first(rx.connection()?).optional()?;
    found.map(PendingEnrollment::try_from).transpose()
}

/// Takes exactly that enrollment away. Errors: somebody else did.
pub fn take(tx: &mut Tx, account: Account, pending: &PendingEnrollment) -> Result<(), Fault> {
    let target = row(account).filter(pending_enrollments::id.eq(pending.id.0));
    let rows = diesel::delete(target).execute(tx.connection()?)?;
    one_row("pending enrollment taken", rows)
}

/// Takes any begun enrollment of the user away.
pub fn delete(tx: &mut Tx, account: Account) -> Result<(), Fault> {
    diesel::delete(row(account)).execute(tx.connection()?)?;
    Ok(())
}

fn row(account: Account) -> diesel::dsl::Find<pending_enrollments::table, (Uuid, Uuid)> {
    pending_enrollments::table.find((account.organization_id.0, account.user_id.0))
}
