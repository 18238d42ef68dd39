//! The process: its memory, when it began, and what it was built from.

use std::{fs, sync::atomic::AtomicU64};

use prometheus_client::{
    metrics::{gauge::Gauge, info::Info},
    registry::{Registry, Unit},
};

use crate::{
    domain::Timestamp,
    version::{COMMIT, VERSION},
};

#[derive(Debug)]
pub(super) struct Process {
    resident: Gauge,
}

impl Process {
    pub fn new(registry: &mut Registry, begun: Timestamp) -> Self {
        let process = Self { resident: Gauge::default() };
        registry.register_with_unit(
            "resident_memory",
            "Memory in use",
            Unit::Bytes,
            process.resident.clone(),
        );
        let start: Gauge<f64, AtomicU64> = Gauge::default();
        start.set((begun - Timestamp::UNIX_EPOCH).as_seconds_f64());
        registry.register_with_unit(
            "start_time",
            "When the process began, in Unix time",
            Unit::Seconds,
            start,
        );
        process
    }

    /// Looks how much memory is in use; where nobody tells, it stays as it was.
    pub fn look(&self) {
        if let Some(bytes) = fs::read_to_string("/proc/self/status").ok().as_deref().and_then(resident) {
            self.resident.set(bytes);
        }
    }
}

fn resident(status: &str) -> Option<i64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: i64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

pub(super) fn tell_build(registry: &mut Registry) {
    let labels = vec![("version", VERSION), ("commit", COMMIT)];
    registry.register("build", "What this program was built from", Info::new(labels));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_as_the_kernel_tells_it() {
        assert_eq!(resident("VmPeak:\t  9000 kB\nVmRSS:\t    4321 kB\n"), Some(4321 * 1024));
        assert_eq!(resident("Name:\tnightlatch\n"), None);
    }
}
