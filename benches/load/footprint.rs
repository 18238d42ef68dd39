//! What the service takes before anybody asks for anything.

use std::{fs, thread, time::Duration};

use crate::{Outcome, installation::Installation, processes::memory};

const STARTS: usize = 5;
/// After its start it has done what it does at first.
const IDLE: Duration = Duration::from_secs(3);

pub struct Footprint {
    /// Milliseconds from a start until it is ready, the median.
    pub ready: f64,
    /// MiB of memory (PSS).
    pub idle: f64,
    /// MiB of the program's file.
    pub binary: f64,
}

pub fn measure(installation: &Installation, cost: u32) -> Outcome<Footprint> {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(installation.serve(cost)?.ready_after.as_secs_f64() * 1e3);
    }
    starts.sort_by(f64::total_cmp);
    let service = installation.serve(cost)?;
    thread::sleep(IDLE);
    Ok(Footprint {
        ready: starts[STARTS / 2],
        idle: memory(service.id())?,
        binary: fs::metadata(installation.binary())?.len() as f64 / 1024.0 / 1024.0,
    })
}
