//! A flood of logins at ten times what bcrypt can do: what others notice of it, and how it is turned away.

use std::rc::Rc;

use crate::{
    Outcome,
    load::{Measured, closed, open},
    operations::{Operation, Stage},
};

/// Times the capacity.
const FLOOD: f64 = 10.0;
/// Enough that some are free while others wait to be hashed.
const FLOODERS: usize = 128;
/// Of each of the others in a second.
const USUAL_RATE: f64 = 100.0;
const USUAL_CLIENTS: usize = 8;
/// A hundredth of the answers has to be more than a few.
const LEAST_SECONDS: f64 = 8.0;

pub struct Flood {
    /// Each in quiet, and meanwhile.
    pub others: [(Operation, Measured, Measured); 3],
    pub logins: Measured,
    pub rate: f64,
}

pub async fn measure(stage: &Rc<Stage>, capacity: f64, seconds: f64) -> Outcome<Flood> {
    let seconds = seconds.max(LEAST_SECONDS.min(seconds * 3.0));
    for operation in [Operation::Verify, Operation::Refresh, Operation::Health] {
        closed(stage, operation, USUAL_CLIENTS, 0.5).await?;
    }
    let usual = |operation| open(stage, operation, USUAL_CLIENTS, USUAL_RATE, seconds);
    let quiet =
        tokio::try_join!(usual(Operation::Verify), usual(Operation::Refresh), usual(Operation::Health))?;
    let rate = capacity * FLOOD;
    let (verify, refresh, health, logins) = tokio::try_join!(
        usual(Operation::Verify),
        usual(Operation::Refresh),
        usual(Operation::Health),
        open(stage, Operation::Password, FLOODERS, rate, seconds),
    )?;
    let others = [
        (Operation::Verify, quiet.0, verify),
        (Operation::Refresh, quiet.1, refresh),
        (Operation::Health, quiet.2, health),
    ];
    Ok(Flood { others, logins, rate })
}
