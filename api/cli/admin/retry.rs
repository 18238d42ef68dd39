//! Requests that are sent again: what passes by itself, and how long it is waited for.

use std::{thread, time::Duration};

use crate::cli::Failed;

/// Before the second time, where the service does not say how long; each pause is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Who is asked to wait longer is told so, in place of waiting.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// So often a request is sent again.
pub struct Retries(pub u8);

/// Why a request came to nothing.
pub struct Setback {
    failed: Failed,
    passing: Option<Wait>,
}

/// So long the service asks to wait, if it says so.
struct Wait(Option<Duration>);

impl Setback {
    /// One that the next request may not meet.
    pub fn passing(told: String, wait: Option<Duration>) -> Self {
        Self { failed: Failed::Away(told), passing: Some(Wait(wait)) }
    }
}

impl From<Failed> for Setback {
    fn from(failed: Failed) -> Self {
        Self { failed, passing: None }
    }
}

impl Retries {
    /// Runs it until it comes to something. Errors: what stands in the way does not pass, or not so soon.
    pub fn run<T>(&self, attempt: impl Fn() -> Result<T, Setback>) -> Result<T, Failed> {
        let mut pause = FIRST_PAUSE;
        for _ in 0..self.0 {
            match attempt() {
                Ok(value) => return Ok(value),
                Err(Setback { passing: Some(Wait(wait)), .. }) if wait.unwrap_or(pause) <= LONGEST_PAUSE => {
                    thread::sleep(wait.unwrap_or(pause));
                    pause *= 2;
                }
                Err(Setback { failed, .. }) => return Err(failed),
            }
        }
        attempt().map_err(|setback| setback.failed)
    }
}
