//! What others notice of something that goes on beside them.

use std::rc::Rc;

use crate::{
    Outcome,
    load::{Measured, closed, open},
    operations::{Operation, Stage},
};

const OPERATIONS: [Operation; 3] = [Operation::Verify, Operation::Refresh, Operation::Health];
/// Of each in a second.
const RATE: f64 = 100.0;
const CLIENTS: usize = 8;
const WARM_UP: f64 = 0.5;
/// A hundredth of the answers has to be more than a few.
const LEAST_SECONDS: f64 = 8.0;

/// Of each operation.
type Each = [Measured; OPERATIONS.len()];

/// Those that are asked now and then, while nothing else goes on.
pub struct Quiet<'a> {
    stage: &'a Rc<Stage>,
    pub seconds: f64,
    each: Each,
}

impl<'a> Quiet<'a> {
    /// At least for so many seconds.
    pub async fn measure(stage: &'a Rc<Stage>, seconds: f64) -> Outcome<Self> {
        let seconds = seconds.max(LEAST_SECONDS.min(seconds * 3.0));
        for operation in OPERATIONS {
            closed(stage, operation, CLIENTS, WARM_UP).await?;
        }
        Ok(Self { stage, seconds, each: ask(stage, seconds).await? })
    }

    /// The same while something goes on for as long.
    pub async fn beside<T>(self, other: impl Future<Output = Outcome<T>>) -> Outcome<(Neighbours, T)> {
        let (meanwhile, done) = tokio::try_join!(ask(self.stage, self.seconds), other)?;
        Ok((Neighbours { quiet: self.each, meanwhile }, done))
    }
}

pub struct Neighbours {
    quiet: Each,
    meanwhile: Each,
}

impl Neighbours {
    /// Each operation, in quiet and meanwhile.
    pub fn each(&self) -> impl Iterator<Item = (Operation, [&Measured; 2])> {
        OPERATIONS.into_iter().zip(self.quiet.iter().zip(&self.meanwhile).map(<[_; 2]>::from))
    }
}

async fn ask(stage: &Rc<Stage>, seconds: f64) -> Outcome<Each> {
    let [first, second, third] = OPERATIONS.map(|operation| open(stage, operation, CLIENTS, RATE, seconds));
    Ok(tokio::try_join!(first, second, third)?.into())
}
