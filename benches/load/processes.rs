//! What processes have used of the machine, as the kernel counts it.

use std::{fs, io, ops::Sub, process};

/// The kernel tells times to programs in hundredths of a second (`USER_HZ`), whatever it counts in.
const TICKS_PER_SECOND: f64 = 100.0;

/// Seconds of processor time, until a moment or between two.
#[derive(Clone, Copy, Default)]
pub struct Usage {
    pub service: f64,
    pub postgres: f64,
    /// This program.
    pub own: f64,
    /// Programs that this one has run to their end.
    pub ended: f64,
}

impl Sub for Usage {
    type Output = Self;

    fn sub(self, before: Self) -> Self {
        Self {
            service: self.service - before.service,
            postgres: self.postgres - before.postgres,
            own: self.own - before.own,
            ended: self.ended - before.ended,
        }
    }
}

/// The processes that are watched.
#[derive(Clone, Copy)]
pub struct Watched {
    pub service: u32,
    /// The one that all others of the database server are children of.
    pub postmaster: u32,
}

impl Watched {
    pub fn usage(self) -> io::Result<Usage> {
        let own = Times::of(process::id())?;
        let children = children(self.postmaster)?.into_iter().filter_map(|child| Times::of(child).ok());
        let postmaster = Times::of(self.postmaster)?;
        Ok(Usage {
            service: Times::of(self.service)?.own,
            postgres: postmaster.own + postmaster.ended + children.map(|child| child.own).sum::<f64>(),
            own: own.own,
            ended: own.ended,
        })
    }
}

/// Seconds of a process, and of its children that have ended.
struct Times {
    parent: u32,
    own: f64,
    ended: f64,
}

impl Times {
    fn of(process: u32) -> io::Result<Self> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        // The name in brackets may have spaces and brackets of its own.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let number =
            |index: usize| fields.get(index).and_then(|field| field.parse::<u32>().ok()).unwrap_or_default();
        let seconds = |index| f64::from(number(index)) / TICKS_PER_SECOND;
        Ok(Self { parent: number(1), own: seconds(11) + seconds(12), ended: seconds(13) + seconds(14) })
    }
}

fn children(parent: u32) -> io::Result<Vec<u32>> {
    let names = fs::read_dir("/proc")?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let processes = names.filter_map(|name| name.parse().ok());
    Ok(processes.filter(|process| Times::of(*process).is_ok_and(|times| times.parent == parent)).collect())
}

pub fn parent(process: u32) -> io::Result<u32> {
    Ok(Times::of(process)?.parent)
}

/// MiB of a process, of what it shares its part (PSS).
pub fn memory(process: u32) -> io::Result<f64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map(|kilobytes| kilobytes / 1024.0).ok_or_else(|| io::ErrorKind::InvalidData.into())
}
