//! Threads that hash passwords: as many as cores, and behind everything else that the machine has to do.

use std::{
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SendError, Sender, channel, sync_channel},
    },
    thread,
    time::{Duration, Instant},
};

use rustix::{process::setpriority_process, thread::gettid};

use crate::error::Fault;

/// What the scheduler is told of them (`nice`): at 0 a verify would wait for a hash as long as another hash does.
const NICENESS: i32 = 10;
/// Of the mean time, so much is that of the latest: an eighth.
const WEIGHT: u64 = 8;

type Job = Box<dyn FnOnce() + Send>;

/// They begin with the first work, and end with this.
pub(super) struct HashingThreads {
    count: usize,
    jobs: OnceLock<Mutex<Sender<Job>>>,
    mean_micros: AtomicU64,
}

impl HashingThreads {
    pub fn new() -> Self {
        let count = thread::available_parallelism().map_or(1, NonZero::get);
        Self { count, jobs: OnceLock::new(), mean_micros: AtomicU64::new(0) }
    }

    pub fn count(&self) -> usize {
        self.count
    }

    /// Runs `work` on one of them, and waits for what it gives.
    pub fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let (told, done) = sync_channel(1);
        let job = Box::new(move || {
            let begun = Instant::now();
            let given = work();
            // Whoever waited may be gone.
            drop(told.send((given, begun.elapsed())));
        });
        let jobs = self.jobs.get_or_init(|| Mutex::new(start(self.count)));
        let sent = jobs.lock().unwrap_or_else(PoisonError::into_inner).send(job);
        if let Err(SendError(job)) = sent {
            // None of them could be started.
            job();
        }
        let (given, took) = done.recv().map_err(Fault::internal)?;
        self.note(took);
        given
    }

    /// How long that much work takes by all of them together, as far as is known.
    pub fn estimate(&self, jobs: usize) -> Duration {
        let jobs = u64::try_from(jobs).unwrap_or(u64::MAX);
        let threads = u64::try_from(self.count).unwrap_or(1);
        Duration::from_micros(self.mean_micros.load(Ordering::Relaxed).saturating_mul(jobs) / threads)
    }

    pub fn note(&self, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let mean = self.mean_micros.load(Ordering::Relaxed);
        let next = if mean == 0 { took } else { mean - mean / WEIGHT + took / WEIGHT };
        // One of two that end together may be lost: it is an estimate.
        self.mean_micros.store(next, Ordering::Relaxed);
    }
}

fn start(count: usize) -> Sender<Job> {
    let (sender, receiver) = channel();
    let receiver = Arc::new(Mutex::new(receiver));
    for number in 0..count {
        let receiver = Arc::clone(&receiver);
        let started = thread::Builder::new().name(format!("hash-{number}")).spawn(move || serve(&receiver));
        if let Err(error) = started {
            tracing::error!("a thread that hashes cannot be started: {error}");
        }
    }
    sender
}

fn serve(jobs: &Mutex<Receiver<Job>>) {
    // On Linux this is of the thread alone.
    if let Err(error) = setpriority_process(Some(gettid()), NICENESS) {
        tracing::warn!("hashing cannot be put behind everything else: {error}");
    }
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        if catch_unwind(AssertUnwindSafe(job)).is_err() {
            tracing::error!("hashing panicked");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn as_many_as_cores_work_at_once() {
        let threads = Arc::new(HashingThreads::new());
        let all = Arc::new(Barrier::new(threads.count()));
        let waiting: Vec<_> = (0..threads.count())
            .map(|_| {
                let (threads, all) = (Arc::clone(&threads), Arc::clone(&all));
                thread::spawn(move || threads.run(move || Ok(all.wait().is_leader())))
            })
            .collect();
        let leaders = waiting.into_iter().map(|one| one.join().unwrap().unwrap());
        assert_eq!(leaders.filter(|leads| *leads).count(), 1);
    }

    #[test]
    fn a_panic_fails_its_own_work_alone() {
        let threads = HashingThreads::new();
        for _ in 0..threads.count() {
            assert!(threads.run(|| -> Result<(), Fault> { panic!("on purpose") }).is_err());
        }
        assert_eq!(threads.run(|| Ok(7)).unwrap(), 7);
    }

    #[test]
    fn they_are_nicer_than_the_rest() {
        let niceness = |of| rustix::process::getpriority_process(Some(of)).map_err(Fault::internal);
        let own = niceness(gettid()).unwrap();
        assert_eq!(HashingThreads::new().run(move || niceness(gettid())).unwrap(), NICENESS.max(own));
    }

    #[test]
    fn what_waits_is_estimated_by_what_was_done() {
        let threads = HashingThreads::new();
        assert_eq!(threads.estimate(1_000), Duration::ZERO, "nothing is known yet");
        threads.note(Duration::from_millis(300));
        assert_eq!(threads.estimate(threads.count() * 4), Duration::from_millis(1_200));
        threads.note(Duration::from_millis(1_100));
        assert_eq!(threads.estimate(threads.count()), Duration::from_millis(400));
    }
}
