//! Table `address_failures`: failed passwords by address and clock hour.

use diesel::{prelude::*, upsert::excluded};

use super::{Rx, Tx, execute_one, schema::address_failures};
use crate::{
    domain::{Timestamp, throttle::ADDRESS_FAILURES_PER_HOUR},
    error::Fault,
};

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

/// Whether there is room for one more in that hour, which is counted as a decision once it is committed.
pub fn admit(tx: &mut Tx, address: &str, window_start: Timestamp) -> Result<bool, Fault> {
    let counted = address_failures::table.find((address, window_start)).select(address_failures::failures);
    let failures: Option<i32> = counted.first(Rx::connection(tx)?).optional()?;
    let admitted = failures.is_none_or(|failures| failures < ADDRESS_FAILURES_PER_HOUR);
    tx.work.count_decision(|throttles| &throttles.addresses, admitted);
    Ok(admitted)
}
