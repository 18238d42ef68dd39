//! A clock that stands still until a test moves it.

use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};
use nightlatch::clock::Clock;

/// Ten seconds into a time step, so that small moves stay in it.
const START: i64 = 1_900_000_030;

pub struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    /// The time at which every test begins.
    pub fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(START, 0).expect("a time within range")
    }

    pub fn new() -> Self {
        Self(Mutex::new(Self::start()))
    }

    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap() = now;
    }

    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }

    /// Moves on by one time step, so that authenticators show a code that was never used.
    pub fn next_step(&self) {
        self.advance(TimeDelta::seconds(30));
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}
