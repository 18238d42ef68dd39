//! Random bytes: the only place that draws them.

use uuid::Uuid;

use crate::domain::{Timestamp, id};

/// A source of unpredictable bytes.
pub trait Random: Send + Sync + 'static {
    fn fill(&self, bytes: &mut [u8]);
}

impl dyn Random {
    /// `N` fresh bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A fresh UUIDv7 of that time, as any of the id types.
    pub fn id<Id: From<Uuid>>(&self, now: Timestamp) -> Id {
        id::uuid_v7(now, self.bytes()).into()
    }
}

/// The operating system's generator.
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(clippy::disallowed_methods, reason = "this is the place that the ban leads to")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}
