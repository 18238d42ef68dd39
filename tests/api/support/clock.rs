//! A clock that stands still until a test moves it.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::clock::Clock;

/// Ten seconds into a time step, so that small moves stay in it.
const START: i64 = 1_900_000_030;

pub struct TestClock(Mutex<Hands>);

struct Hands {
    now: DateTime<Utc>,
    broken: bool,
}

impl TestClock {
    /// The time at which every test begins.
    pub fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(START, 0).expect("a time within range")
    }

    pub fn new() -> Self {
        Self(Mutex::new(Hands { now: Self::start(), broken: false }))
    }

    pub fn set(&self, now: DateTime<Utc>) {
        self.hands().now = now;
    }

    pub fn advance(&self, by: TimeDelta) {
        self.hands().now += by;
    }

    /// Moves on by one time step, so that authenticators show a code that was never used.
    pub fn next_step(&self) {
        self.advance(TimeDelta::seconds(30));
    }

    /// Whoever reads it next panics.
    pub fn break_once(&self) {
        self.hands().broken = true;
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        let mut hands = self.hands();
        assert!(!mem::take(&mut hands.broken), "the clock is broken");
        hands.now
    }
}
