//! A flood of logins at ten times what bcrypt can do: what others notice of it, and how it is turned away.

use std::rc::Rc;

use crate::{
    Outcome,
    load::{Measured, open},
    neighbours::{Neighbours, Quiet},
    operations::{Operation, Stage},
};

/// Times the capacity.
const FLOOD: f64 = 10.0;
/// Enough that some are free while others wait to be hashed.
const FLOODERS: usize = 128;

pub struct Flood {
    pub neighbours: Neighbours,
    pub logins: Measured,
    pub rate: f64,
}

pub async fn measure(stage: &Rc<Stage>, capacity: f64, seconds: f64) -> Outcome<Flood> {
    let rate = capacity * FLOOD;
    let quiet = Quiet::measure(stage, seconds).await?;
    let flood = open(stage, Operation::Password, FLOODERS, rate, quiet.seconds);
    let (neighbours, logins) = quiet.beside(flood).await?;
    Ok(Flood { neighbours, logins, rate })
}
