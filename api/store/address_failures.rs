//! Table `address_failures`: failed passwords by address and clock hour.

use diesel::{prelude::*, upsert::excluded};

use super::{Rx, Tx, execute_one, schema::address_failures};
use crate::{domain::Timestamp, error::Fault};

/// Counts one failure.
pub fn charge(tx: &mut Tx, address: &str, window_start: Timestamp) -> Result<(), Fault> {
    let values = (
        address_failures::address.eq(address),
        address_failures::window_start.eq(window_start),
        address_failures::failures.eq(1),
    );
    let statement = diesel::insert_into(address_failures::table)
        .values(values)
        .on_conflict((address_failures::address, address_failures::window_start))
        .do_update()
        .set(
            address_failures::failures.eq(address_failures::failures + excluded(address_failures::failures)),
        );
    execute_one(tx, "address failure", statement)
}

/// Failures counted in that hour.
pub fn count(rx: &mut Rx, address: &str, window_start: Timestamp) -> Result<i32, Fault> {
    let counted = address_failures::table.find((address, window_start)).select(address_failures::failures);
    Ok(counted.first(rx.connection()?).optional()?.unwrap_or(0))
}
